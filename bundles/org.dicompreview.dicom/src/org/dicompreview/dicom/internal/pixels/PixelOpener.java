package org.dicompreview.dicom.internal.pixels;

import java.io.IOException;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.internal.io.Sources;
import org.dicompreview.dicom.internal.io.Spool;
import org.dicompreview.dicom.internal.parse.PixelFinder;
import org.dicompreview.dicom.internal.parse.PixelPlace;

/** Opens the pixel data of an instance. One object opens one instance. */
public final class PixelOpener {

	private static final TransferSyntax NATIVE = TransferSyntax.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

	private final InstanceHeader header;
	private final ReadLimits limits;
	private final InstanceLocation file;

	/**
	 * @param header of the instance
	 * @param limits bounds
	 */
	public PixelOpener(InstanceHeader header, ReadLimits limits) {
		this.header = header;
		this.limits = limits;
		this.file = header.location();
	}

	/**
	 * {@return the frames; the caller closes them}
	 *
	 * @throws IOException as {@link org.dicompreview.dicom.spi.DicomReader#openPixels} says
	 */
	public PixelSource open() throws IOException {
		InstanceBytes source = Sources.openAtRandom(file, limits.inflatedBytes());
		try {
			PixelFinder finder = new PixelFinder(source, header, limits);
			return open(source, finder);
		} catch (IOException | RuntimeException e) {
			source.close();
			throw e;
		}
	}

	/**
	 * {@return the fragments as one stream; the caller closes it}
	 *
	 * @throws IOException as {@link org.dicompreview.dicom.spi.DicomReader#openStream} says
	 */
	public PixelStream openStream() throws IOException {
		InstanceBytes source = Sources.openAtRandom(file, limits.inflatedBytes());
		try {
			PixelFinder finder = new PixelFinder(source, header, limits);
			PixelPlace place = place(finder);
			PixelFormat format = PixelFormat.of(header, SampleKind.of(place.tag()), file);
			if (finder.isInflated() || !startsWithItem(source, place.position())) {
				throw new DicomException(Problem.of(DicomText.NOT_IN_FRAGMENTS).at(Tag.PIXEL_DATA, place.position()).in(file));
			}
			long end = end(source, place);
			long first = place.position() + tableBytes(source, place, end);
			Fragments fragments = Fragments.find(source, first, end, limits.items(), false, file);
			return new FragmentStream(source, file, finder.syntax(), format, statedFrames(), fragments);
		} catch (IOException | RuntimeException e) {
			source.close();
			throw e;
		}
	}

	private PixelPlace place(PixelFinder finder) throws IOException {
		PixelPlace place = finder.place();
		if (place == null) {
			throw new DicomException(Problem.of(DicomText.NO_PIXEL_DATA).at(Tag.PIXEL_DATA, -1).in(file));
		}
		return place;
	}

	private PixelSource open(InstanceBytes source, PixelFinder finder) throws IOException {
		PixelPlace place = place(finder);
		PixelFormat format = PixelFormat.of(header, SampleKind.of(place.tag()), file);
		if (finder.isInflated()) {
			return inflated(source, finder, format);
		}
		long behind = source.size() - place.position();
		boolean items = (place.length() < 0 || finder.syntax().encapsulated())
				&& startsWithItem(source, place.position());
		if (items) {
			return encapsulated(source, finder, format, place);
		}
		long available = place.length() < 0 ? behind : Math.min(place.length(), behind);
		return finder.syntax().encapsulated() ? mislabelled(source, finder, format, place.position(), available)
				: uncompressed(source, finder, format, place.position(), available);
	}

	private PixelSource uncompressed(InstanceBytes source, PixelFinder finder, PixelFormat stated, long start,
			long available)
			throws IOException {
		if (available <= 0) {
			throw new DicomException(Problem.of(DicomText.PIXEL_DATA_EMPTY).at(Tag.PIXEL_DATA, start).in(file));
		}
		PixelFormat format = repaired(stated, available);
		long bits = paddedBits(format, available);
		if (bits > limits.frameBytes() * 8L) {
			throw new DicomException(Problem.of(DicomText.FRAME_TOO_LARGE, bits / 8).at(Tag.ROWS, -1).in(file));
		}
		long fit = (available * 8 + bits - 1) / bits;
		int frames = (int) Math.min(statedFrames(), fit);
		int word = word(finder, format);
		return new NativePixels(source, file, NATIVE, format, start, start + available, bits, frames, word);
	}

	private int statedFrames() {
		return Math.max(1, header.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
	}

	/** Some writers state a layout that their data have not; the length of the data then tells what they have. */
	private PixelFormat repaired(PixelFormat stated, long available) {
		int frames = statedFrames();
		if (fits(stated, frames, available)) {
			return stated;
		}
		if (sharesChrominance(stated) && !fits(paddedRowBits(stated), frames, available)) {
			PixelFormat full = with(stated, stated.samplesPerPixel(), Photometric.YBR_FULL);
			return fits(full, frames, available) ? full : stated;
		}
		if (stated.photometric().isGrey() && stated.samplesPerPixel() > 1) {
			PixelFormat single = with(stated, 1, stated.photometric());
			return fits(single, frames, available) ? single : stated;
		}
		return stated;
	}

	private static boolean sharesChrominance(PixelFormat format) {
		return format.samplesPerPixel() == 3 && (format.photometric() == Photometric.YBR_FULL_422
				|| format.photometric() == Photometric.YBR_PARTIAL_422);
	}

	/** {@return the bits of a frame} Pairs of pixels that share chrominance may be padded in each row; the length tells. */
	private long paddedBits(PixelFormat format, long available) {
		long bits = format.nativeFrameBits();
		boolean padded = sharesChrominance(format) && !fits(format, statedFrames(), available)
				&& fits(paddedRowBits(format), statedFrames(), available);
		return padded ? paddedRowBits(format) : bits;
	}

	private static long paddedRowBits(PixelFormat format) {
		return 4L * ((format.columns() + 1) / 2) * format.rows() * format.bitsAllocated();
	}

	private static boolean fits(PixelFormat format, int frames, long available) {
		return fits(format.nativeFrameBits(), frames, available);
	}

	private static boolean fits(long bits, int frames, long available) {
		if (bits > Long.MAX_VALUE / frames) {
			return false;
		}
		long bytes = (bits * frames + 7) / 8;
		return available == bytes || available == bytes + 1;
	}

	private static PixelFormat with(PixelFormat format, int samples, Photometric photometric) {
		return new PixelFormat(format.rows(), format.columns(), samples, format.bitsAllocated(), format.bitsStored(),
				format.highBit(), format.signed(), format.planarConfiguration(), photometric, format.sampleKind());
	}

	/**
	 * {@return the bytes of a big-endian word, 1 if nothing is to be swapped} Words of OW have 16 bits; wider samples
	 * are written as wide words by those who write them at all.
	 */
	private static int word(PixelFinder finder, PixelFormat format) {
		boolean privateSyntax = finder.syntax().uid().equals(TransferSyntax.GE_PRIVATE);
		if (!finder.isBigEndian() && !privateSyntax) {
			return 1;
		}
		if (format.sampleKind() != SampleKind.INTEGER || format.bitsAllocated() == 32 || format.bitsAllocated() == 64) {
			return format.bitsAllocated() / 8;
		}
		return finder.place().vr() == VR.OB || privateSyntax && format.bitsAllocated() <= 8 ? 1 : 2;
	}

	/** Pixel data of a compressed syntax that are not in fragments: native, or the codestream as it is. */
	private PixelSource mislabelled(InstanceBytes source, PixelFinder finder, PixelFormat format, long start,
			long available)
			throws IOException {
		byte[] head = new byte[Codestreams.SIGNATURE];
		int read = source.read(start, head, 0, (int) Math.min(head.length, Math.max(available, 0)));
		if (!Codestreams.isStart(head, 0, read)) {
			return uncompressed(source, finder, format, start, available);
		}
		return new CodestreamPixels(source, file, finder.syntax(), format, start, available, limits.frameBytes());
	}

	private PixelSource encapsulated(InstanceBytes source, PixelFinder finder, PixelFormat format, PixelPlace place)
			throws IOException {
		long end = end(source, place);
		int table = tableBytes(source, place, end);
		long first = place.position() + table;
		byte[] basic = new byte[Math.max(0, table - Fragments.ITEM_HEADER)];
		source.read(first - basic.length, basic, 0, basic.length);
		TransferSyntax syntax = finder.syntax();
		var layout = new EncapsulatedPixels.Layout(first, end, statedFrames(), syntax.video(),
				syntax.uid().equals(TransferSyntax.RLE_LOSSLESS), limits.items(), limits.frameBytes());
		OffsetTable offsets = finder.extendedOffsets().length > 0
				? OffsetTable.of(finder.extendedOffsets(), true, layout.stated(), source, first, end)
				: OffsetTable.of(basic, false, layout.stated(), source, first, end);
		return new EncapsulatedPixels(source, file, syntax, format, layout, layout.whole() ? null : offsets);
	}

	/** {@return behind the last byte that can belong to the fragments} */
	private static long end(InstanceBytes source, PixelPlace place) throws IOException {
		return place.length() < 0 ? source.size() : Math.min(source.size(), place.position() + place.length());
	}

	/** {@return bytes of the first item with its header if it is a basic offset table (PS3.5 A.4), else 0} */
	private int tableBytes(InstanceBytes source, PixelPlace place, long end) throws IOException {
		byte[] head = new byte[Fragments.ITEM_HEADER];
		source.read(place.position(), head, 0, head.length);
		long length = Fragments.length(head, 0);
		boolean isTable = place.position() + head.length + length <= end && length % 4 == 0
				&& length <= 4L * limits.items() && !isCodestream(source, place);
		return isTable ? head.length + (int) length : 0;
	}

	/** Writers that forget the offset table begin with the first frame. */
	private static boolean isCodestream(InstanceBytes source, PixelPlace place) throws IOException {
		byte[] head = new byte[Codestreams.SIGNATURE];
		int read = source.read(place.position() + Fragments.ITEM_HEADER, head, 0, head.length);
		return Codestreams.isStart(head, 0, read);
	}

	private static boolean startsWithItem(InstanceBytes source, long position) throws IOException {
		byte[] head = new byte[Fragments.ITEM_HEADER];
		return source.read(position, head, 0, head.length) == head.length && Fragments.tag(head, 0) == Fragments.ITEM;
	}

	/** Inflates the pixel data once, no more of them than the frames need. */
	private PixelSource inflated(InstanceBytes file, PixelFinder finder, PixelFormat format) throws IOException {
		PixelPlace place = finder.place();
		long needed = (long) Math.min((double) format.nativeFrameBits() / 8 * statedFrames() + 1,
				limits.inflatedBytes());
		long length = place.length() < 0 ? limits.inflatedBytes() : Math.min(place.length(), needed);
		InstanceBytes spooled = Spool.of(finder.source().stream(place.position()), length);
		finder.source().close();
		file.close();
		try {
			return uncompressed(spooled, finder, format, 0, spooled.size());
		} catch (IOException | RuntimeException e) {
			spooled.close();
			throw e;
		}
	}
}
