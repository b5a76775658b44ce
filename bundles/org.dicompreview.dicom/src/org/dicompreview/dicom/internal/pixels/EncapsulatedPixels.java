package org.dicompreview.dicom.internal.pixels;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;

/**
 * Frames of encapsulated pixel data. With an offset table that can be trusted, a frame is read without looking at any
 * other; when an entry turns out to be wrong, the fragments are looked up after all.
 */
final class EncapsulatedPixels implements PixelSource {

	/**
	 * What is needed to find frames.
	 *
	 * @param first  position of the first item behind the basic offset table
	 * @param end    behind the last byte that can belong to the pixel data
	 * @param stated Number of Frames
	 * @param whole  whether all fragments are one stream
	 * @param rle    whether frames are RLE coded
	 * @param fragments how many fragments there may be
	 * @param frameBytes how long a frame may be
	 */
	record Layout(long first, long end, int stated, boolean whole, boolean rle, int fragments, int frameBytes) {
	}

	private final InstanceBytes source;
	private final InstanceLocation file;
	private final TransferSyntax syntax;
	private final PixelFormat format;
	private final Layout layout;
	private final OffsetTable table;
	private Fragments fragments;
	private int[] firstOfFrame;

	EncapsulatedPixels(InstanceBytes source, InstanceLocation file, TransferSyntax syntax, PixelFormat format, Layout layout,
			OffsetTable table) throws IOException {
		this.source = source;
		this.file = file;
		this.syntax = syntax;
		this.format = format;
		this.layout = layout;
		this.table = table;
		if (table == null) {
			locate();
		}
	}

	private synchronized void locate() throws IOException {
		if (fragments == null) {
			Fragments found = Fragments.find(source, layout.first, layout.end, layout.fragments, layout.rle, file);
			if (found.count() == found.empty()) {
				throw new DicomException(Problem.of(DicomText.NO_FRAGMENTS).at(Tag.PIXEL_DATA, layout.first).in(file));
			}
			firstOfFrame = FrameMap.of(found, layout.stated, layout.whole);
			fragments = found;
		}
	}

	@Override
	public PixelFormat format() {
		return format;
	}

	@Override
	public int frameCount() {
		return table != null ? table.starts().length : firstOfFrame.length - 1;
	}

	@Override
	public EncodedFrame frame(int frame) throws IOException {
		Objects.checkIndex(frame, frameCount());
		EncodedFrame found = table == null ? null : byTable(frame);
		if (found != null) {
			return found;
		}
		locate();
		if (frame >= firstOfFrame.length - 1) {
			throw new DicomException(Problem.of(DicomText.NO_FRAGMENTS_FOR_FRAME, frame + 1).at(Tag.PIXEL_DATA, layout.first).in(file));
		}
		return byFragments(frame);
	}

	/** {@return the frame, or {@code null} if the table is wrong about it} */
	private EncodedFrame byTable(int frame) throws IOException {
		long start = table.starts()[frame];
		long end = table.end(frame);
		if (frame + 1 == table.starts().length) {
			end = endOfOnly(start, end);
		}
		byte[] bytes = read(start, end);
		if (!isItem(bytes, 0)) {
			return null;
		}
		long length = Fragments.length(bytes, 0);
		if (length <= bytes.length - Fragments.ITEM_HEADER && !isItem(bytes, Fragments.ITEM_HEADER + (int) length)) {
			return frame(frame, start, bytes, Fragments.ITEM_HEADER, (int) length);
		}
		int joined = join(bytes);
		return joined < 0 ? null : frame(frame, start, bytes, 0, joined);
	}

	/** {@return where a frame of a single fragment ends, so that what follows the pixel data is not read with it} */
	private long endOfOnly(long start, long end) throws IOException {
		byte[] head = new byte[Fragments.ITEM_HEADER];
		if (source.read(start, head, 0, head.length) < head.length || Fragments.tag(head, 0) != Fragments.ITEM) {
			return end;
		}
		long next = start + head.length + Fragments.length(head, 0);
		boolean further = source.read(next, head, 0, head.length) == head.length
				&& Fragments.tag(head, 0) == Fragments.ITEM;
		return further || next > end ? end : next;
	}

	/**
	 * Takes the headers out of a run of fragments.
	 *
	 * @return number of bytes that remain, or -1 if this is no run of fragments
	 */
	private static int join(byte[] bytes) {
		int at = 0;
		int joined = 0;
		while (isItem(bytes, at)) {
			long length = Fragments.length(bytes, at);
			int data = at + Fragments.ITEM_HEADER;
			if (length > bytes.length - data) {
				return -1;
			}
			System.arraycopy(bytes, data, bytes, joined, (int) length);
			joined += (int) length;
			at = data + (int) length;
		}
		return joined;
	}

	private static boolean isItem(byte[] bytes, int at) {
		return bytes.length - at >= Fragments.ITEM_HEADER && Fragments.tag(bytes, at) == Fragments.ITEM;
	}

	private EncodedFrame byFragments(int frame) throws IOException {
		int first = firstOfFrame[frame];
		int last = firstOfFrame[frame + 1] - 1;
		long start = fragments.position(first);
		long end = fragments.position(last) + fragments.length(last);
		byte[] bytes = end > start ? read(start, end) : new byte[0];
		int joined = 0;
		for (int i = first; i <= last; i++) {
			int from = (int) (fragments.position(i) - start);
			int length = Math.min((int) fragments.length(i), Math.max(0, bytes.length - from));
			System.arraycopy(bytes, from, bytes, joined, length);
			joined += length;
		}
		return frame(frame, start, bytes, 0, joined);
	}

	private byte[] read(long start, long end) throws IOException {
		long length = end - start;
		if (length > layout.frameBytes) {
			throw new DicomException(Problem.of(DicomText.ENCODED_FRAME_TOO_LARGE, length).at(Tag.PIXEL_DATA, start).in(file));
		}
		byte[] bytes = new byte[(int) length];
		int read = source.read(start, bytes, 0, bytes.length);
		if (read == 0) {
			throw new DicomException(Problem.of(DicomText.ENDS_BEFORE_FRAME).at(Tag.PIXEL_DATA, start).in(file));
		}
		return read == length ? bytes : Arrays.copyOf(bytes, read);
	}

	private EncodedFrame frame(int frame, long start, byte[] bytes, int offset, int length) throws DicomException {
		if (length == 0) {
			throw new DicomException(Problem.of(DicomText.FRAME_EMPTY, frame + 1).at(Tag.PIXEL_DATA, start).in(file));
		}
		TransferSyntax real = Codestreams.correction(syntax, bytes, offset, length).orElse(syntax);
		return new EncodedFrame(real, format, bytes, offset, length, 0);
	}

	@Override
	public void close() throws IOException {
		source.close();
	}
}
