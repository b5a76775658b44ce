package org.dicompreview.dicom.internal.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;

/**
 * Writes headers of one folder as bytes and makes them again from these. What headers share is written once. A checksum
 * and the version keep it from reading anything that it did not write.
 */
public final class HeaderPacker {

	private static final int VERSION = 1;
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
	public List<InstanceHeader> unpack(Path folder, byte[] packed) throws DicomException {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
			if (packed.length < 2 * CHECKSUM || in.readLong() != checksum(packed) || in.readInt() != VERSION
					|| in.readInt() != selection) {
				throw new DicomException("remembered headers are of another version or damaged", folder, 0, -1); //$NON-NLS-1$
			}
			return new Reader(in, folder).read();
		} catch (DicomException e) {
			throw e;
		} catch (IOException | InvalidPathException | IndexOutOfBoundsException e) {
			throw new DicomException("remembered headers are damaged", folder, 0, -1, e); //$NON-NLS-1$
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
				out.writeUTF(uid);
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
			out.writeUTF(header.path().getFileName().toString());
			out.writeLong(header.size());
			out.writeLong(header.lastModified());
			out.writeInt(syntax);
			out.writeInt(base);
			bytes(header.own());
			out.writeInt(header.frameCount());
			BuiltInHeader.Pixels pixels = header.pixels().orElse(null);
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
			DicomException problem = header.problem().orElse(null);
			out.writeBoolean(problem != null);
			if (problem != null) {
				bytes(text(problem, header.path()).getBytes(StandardCharsets.UTF_8));
				out.writeInt(problem.tag());
				out.writeLong(problem.offset());
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

		/** {@return the message of a problem without what {@link DicomException} adds to it} */
		private static String text(DicomException problem, Path path) {
			String text = problem.getMessage();
			String before = path + ": "; //$NON-NLS-1$
			String after = (problem.tag() == 0 ? "" : " at " + Tag.format(problem.tag())) //$NON-NLS-1$ //$NON-NLS-2$
					+ (problem.offset() < 0 ? "" : " (byte " + problem.offset() + ')'); //$NON-NLS-1$ //$NON-NLS-2$
			int start = text.startsWith(before) ? before.length() : 0;
			return text.substring(start, text.endsWith(after) ? text.length() - after.length() : text.length());
		}

		private void bytes(byte[] bytes) throws IOException {
			out.writeInt(bytes.length);
			out.write(bytes);
		}
	}

	private static final class Reader {

		private final DataInputStream in;
		private final Path folder;
		private final HeaderBuilder builder = new HeaderBuilder();

		Reader(DataInputStream in, Path folder) {
			this.in = in;
			this.folder = folder;
		}

		List<InstanceHeader> read() throws IOException {
			List<TransferSyntax> syntaxes = new ArrayList<>();
			for (int i = count(); i > 0; i--) {
				syntaxes.add(TransferSyntax.of(in.readUTF()));
			}
			List<HeaderBase> bases = new ArrayList<>();
			for (int i = count(); i > 0; i--) {
				bases.add(new HeaderBase(bytes()));
			}
			List<InstanceHeader> headers = new ArrayList<>();
			for (int i = count(); i > 0; i--) {
				headers.add(header(syntaxes, bases));
			}
			return headers;
		}

		private BuiltInHeader header(List<TransferSyntax> syntaxes, List<HeaderBase> bases) throws IOException {
			String name = in.readUTF();
			builder.begin(folder.resolve(name), in.readLong(), in.readLong());
			TransferSyntax syntax = syntaxes.get(in.readInt());
			HeaderBase base = bases.get(in.readInt());
			byte[] own = bytes();
			int frameCount = in.readInt();
			BuiltInHeader.Pixels pixels = in.readBoolean()
					? new BuiltInHeader.Pixels(in.readLong(), in.readLong(), in.readInt()) : null;
			FrameTable frames = in.readBoolean() ? frames() : null;
			DicomException problem = in.readBoolean() ? problem(folder.resolve(name)) : null;
			builder.found(syntax, pixels, frameCount, problem);
			builder.frames = frames;
			return new BuiltInHeader(builder, new HeaderPool.Shared(base, own));
		}

		private DicomException problem(Path file) throws IOException {
			String text = new String(bytes(), StandardCharsets.UTF_8);
			return new DicomException(text, file, in.readInt(), in.readLong());
		}

		private FrameTable frames() throws IOException {
			HeaderBase first = new HeaderBase(bytes());
			byte[] differences = bytes();
			int[] ends = new int[count()];
			for (int i = 0; i < ends.length; i++) {
				ends[i] = in.readInt();
			}
			return new FrameTable(first, ends, differences);
		}

		private byte[] bytes() throws IOException {
			byte[] bytes = new byte[count()];
			in.readFully(bytes);
			return bytes;
		}

		/** {@return a count that cannot be larger than what is left} */
		private int count() throws IOException {
			int count = in.readInt();
			if (count < 0 || count > in.available()) {
				throw new IOException("a count is larger than what follows it"); //$NON-NLS-1$
			}
			return count;
		}
	}
}
