package org.dicompreview.dicom.internal.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.InstanceFolder;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.PixelLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.spi.PackedProblem;

/**
 * Writes headers of one folder as bytes and makes them again from these. What headers share is written once. A checksum
 * and the version keep it from reading anything that it did not write.
 */
public final class HeaderPacker {

	private static final int VERSION = 4;
	private static final int CHECKSUM = 8;

	private final int selection;

	/** @param selection a number that changes whenever other attributes are kept in headers */
	public HeaderPacker(int selection) {
		this.selection = selection;
	}

	/**
	 * {@return the bytes}
	 *
	 * @param headers headers of files in one folder
	 */
	public byte[] pack(List<BuiltInHeader> headers) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeLong(0); // place for the checksum
			out.writeInt(VERSION);
			out.writeInt(selection);
			new Writer(out).write(headers);
		} catch (IOException e) {
			throw new UncheckedIOException(e); // an array never fails
		}
		byte[] packed = bytes.toByteArray();
		long checksum = checksum(packed);
		for (int i = 0; i < CHECKSUM; i++) {
			packed[i] = (byte) (checksum >>> 8 * (CHECKSUM - 1 - i));
		}
		return packed;
	}

	private static long checksum(byte[] packed) {
		CRC32 checksum = new CRC32();
		checksum.update(packed, CHECKSUM, packed.length - CHECKSUM);
		return checksum.getValue();
	}

	/**
	 * {@return the headers again}
	 *
	 * @param folder where their files lie
	 * @param packed bytes of {@link #pack}
	 * @throws DicomException if they are of another version or damaged
	 */
	public List<InstanceHeader> unpack(InstanceFolder folder, byte[] packed) throws DicomException {
		ByteBuffer in = ByteBuffer.wrap(packed);
		if (packed.length < 2 * CHECKSUM || in.getLong() != checksum(packed) || in.getInt() != VERSION
				|| in.getInt() != selection) {
			throw new DicomException(Problem.of(DicomText.REMEMBERED_HEADERS_OF_OTHER_VERSION));
		}
		try {
			return new Reader(in, folder).read();
		} catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
			throw new DicomException(Problem.of(DicomText.REMEMBERED_HEADERS_DAMAGED), e);
		}
	}

	private static final class Writer {

		private final DataOutputStream out;

		Writer(DataOutputStream out) {
			this.out = out;
		}

		void write(List<BuiltInHeader> headers) throws IOException {
			Map<HeaderBase, Integer> bases = new IdentityHashMap<>();
			Map<String, Integer> syntaxes = new HashMap<>();
			List<byte[]> blocks = new ArrayList<>();
			List<String> uids = new ArrayList<>();
			for (BuiltInHeader header : headers) {
				if (bases.putIfAbsent(header.base(), bases.size()) == null) {
					blocks.add(header.base().block);
				}
				if (syntaxes.putIfAbsent(header.transferSyntax().uid(), syntaxes.size()) == null) {
					uids.add(header.transferSyntax().uid());
				}
			}
			out.writeInt(uids.size());
			for (String uid : uids) {
				text(uid);
			}
			out.writeInt(blocks.size());
			for (byte[] block : blocks) {
				bytes(block);
			}
			out.writeInt(headers.size());
			for (BuiltInHeader header : headers) {
				header(header, bases.get(header.base()), syntaxes.get(header.transferSyntax().uid()));
			}
		}

		private void header(BuiltInHeader header, int base, int syntax) throws IOException {
			text(header.location().name());
			out.writeLong(header.location().size());
			out.writeLong(header.location().lastModified());
			out.writeInt(syntax);
			out.writeInt(base);
			bytes(header.own());
			out.writeInt(header.frameCount());
			PixelLocation pixels = header.pixelLocation().orElse(null);
			out.writeBoolean(pixels != null);
			if (pixels != null) {
				out.writeLong(pixels.position());
				out.writeLong(pixels.length());
				out.writeInt(pixels.tag());
			}
			out.writeBoolean(header.frames() != null);
			if (header.frames() != null) {
				frames(header.frames());
			}
			Problem problem = header.problem().orElse(null);
			out.writeBoolean(problem != null);
			if (problem != null) {
				bytes(PackedProblem.pack(problem));
			}
		}

		private void frames(FrameTable frames) throws IOException {
			bytes(frames.first().block);
			bytes(frames.differences());
			out.writeInt(frames.ends().length);
			for (int end : frames.ends()) {
				out.writeInt(end);
			}
		}

		private void text(String text) throws IOException {
			bytes(text.getBytes(StandardCharsets.UTF_8));
		}

		private void bytes(byte[] bytes) throws IOException {
			out.writeInt(bytes.length);
			out.write(bytes);
		}
	}

	/** Reads without a stream: a tree of many thousand headers is to be there before the JIT compiler is. */
	private static final class Reader {

		private final ByteBuffer in;
		private final InstanceFolder folder;
		private final HeaderBuilder builder = new HeaderBuilder();

		Reader(ByteBuffer in, InstanceFolder folder) {
			this.in = in;
			this.folder = folder;
		}

		List<InstanceHeader> read() {
			List<TransferSyntax> syntaxes = new ArrayList<>();
			for (int i = count(); i > 0; i--) {
				syntaxes.add(TransferSyntax.of(text()));
			}
			List<HeaderBase> bases = new ArrayList<>();
			for (int i = count(); i > 0; i--) {
				bases.add(new HeaderBase(bytes()));
			}
			int count = count();
			List<InstanceHeader> headers = new ArrayList<>(count);
			for (int i = 0; i < count; i++) {
				headers.add(header(syntaxes, bases));
			}
			return headers;
		}

		private BuiltInHeader header(List<TransferSyntax> syntaxes, List<HeaderBase> bases) {
			InstanceLocation location = folder.locate(text(), in.getLong(), in.getLong());
			builder.begin(location);
			TransferSyntax syntax = syntaxes.get(in.getInt());
			HeaderBase base = bases.get(in.getInt());
			byte[] own = bytes();
			int frameCount = in.getInt();
			PixelLocation pixels = isPresent() ? new PixelLocation(in.getLong(), in.getLong(), in.getInt())
					: null;
			FrameTable frames = isPresent() ? frames() : null;
			Problem problem = isPresent() ? PackedProblem.unpack(bytes(), DicomText.values()).in(location) : null;
			builder.found(syntax, pixels, frameCount, problem);
			builder.frames = frames;
			return new BuiltInHeader(builder, new HeaderPool.Shared(base, own));
		}

		private FrameTable frames() {
			HeaderBase first = new HeaderBase(bytes());
			byte[] differences = bytes();
			int[] ends = new int[count()];
			for (int i = 0; i < ends.length; i++) {
				ends[i] = in.getInt();
			}
			return new FrameTable(first, ends, differences);
		}

		private boolean isPresent() {
			return in.get() != 0;
		}

		private String text() {
			return new String(bytes(), StandardCharsets.UTF_8);
		}

		private byte[] bytes() {
			byte[] bytes = new byte[count()];
			in.get(bytes);
			return bytes;
		}

		/** {@return a count that cannot be larger than what is left} */
		private int count() {
			int count = in.getInt();
			if (count < 0 || count > in.remaining()) {
				throw new BufferUnderflowException();
			}
			return count;
		}
	}
}
