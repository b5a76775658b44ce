package org.dicompreview.dicom.internal.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.TransferSyntax;

/** Writes headers with their bases and reads them back. */
public final class HeaderCodec {

	private static final int FORM = 0x44485031;
	private static final int PIECE = 1 << 20;

	private HeaderCodec() {
	}

	/**
	 * Writes headers.
	 *
	 * @throws IOException if that fails
	 */
	public static void write(List<BuiltInHeader> headers, Path root, DataOutput out) throws IOException {
		Map<HeaderBase, Integer> bases = new IdentityHashMap<>();
		List<HeaderBase> basesInOrder = new ArrayList<>();
		Map<String, Integer> names = new LinkedHashMap<>();
		for (BuiltInHeader header : headers) {
			if (bases.putIfAbsent(header.base(), bases.size()) == null) {
				basesInOrder.add(header.base());
			}
			number(names, folder(header, root));
			number(names, header.transferSyntax().uid());
		}
		out.writeInt(FORM);
		out.writeInt(names.size());
		for (String name : names.keySet()) {
			out.writeUTF(name);
		}
		out.writeInt(basesInOrder.size());
		for (HeaderBase base : basesInOrder) {
			write(out, base.block);
		}
		out.writeInt(headers.size());
		for (BuiltInHeader header : headers) {
			write(header, bases.get(header.base()), names.get(folder(header, root)),
					names.get(header.transferSyntax().uid()), out);
		}
	}

	private static void number(Map<String, Integer> names, String name) {
		names.putIfAbsent(name, names.size());
	}

	private static String folder(BuiltInHeader header, Path root) {
		Path folder = header.folder();
		return (folder.startsWith(root) ? root.relativize(folder) : folder).toString();
	}

	private static void write(BuiltInHeader header, int base, int folder, int syntax,
			DataOutput out) throws IOException {
		out.writeInt(folder);
		out.writeUTF(header.name().toString());
		out.writeLong(header.size());
		out.writeLong(header.lastModified());
		out.writeInt(syntax);
		out.writeInt(base);
		write(out, header.own());
		out.writeInt(header.frameCount());
		out.writeBoolean(header.frames() != null);
		if (header.frames() != null) {
			header.frames().write(out);
		}
		out.writeBoolean(header.hasPixels());
		if (header.pixels().isPresent()) {
			BuiltInHeader.Pixels pixels = header.pixels().get();
			out.writeLong(pixels.position());
			out.writeLong(pixels.length());
			out.writeInt(pixels.tag());
		}
		out.writeBoolean(header.problem().isPresent());
		if (header.problem().isPresent()) {
			DicomException problem = header.problem().get();
			out.writeUTF(problem.problem());
			out.writeInt(problem.tag());
			out.writeLong(problem.offset());
		}
	}

	static void write(DataOutput out, byte[] bytes) throws IOException {
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	/**
	 * {@return the headers}
	 *
	 * @throws IOException if reading fails or the form is damaged
	 */
	public static List<InstanceHeader> read(Path root, DataInput in) throws IOException {
		if (in.readInt() != FORM) {
			throw new IOException("headers in a form that this release does not know"); //$NON-NLS-1$
		}
		try {
			return readHeaders(root, in);
		} catch (IndexOutOfBoundsException | InvalidPathException e) {
			throw new IOException("damaged headers", e); //$NON-NLS-1$
		}
	}

	private static List<InstanceHeader> readHeaders(Path root, DataInput in) throws IOException {
		List<String> names = new ArrayList<>();
		for (int i = in.readInt(); i > 0; i--) {
			names.add(in.readUTF());
		}
		Path[] folders = new Path[names.size()];
		TransferSyntax[] syntaxes = new TransferSyntax[names.size()];
		List<HeaderBase> bases = new ArrayList<>();
		for (int i = in.readInt(); i > 0; i--) {
			bases.add(new HeaderBase(readBlock(in)));
		}
		List<InstanceHeader> headers = new ArrayList<>();
		HeaderBuilder builder = new HeaderBuilder();
		for (int i = in.readInt(); i > 0; i--) {
			int folder = in.readInt();
			if (folders[folder] == null) {
				folders[folder] = root.resolve(names.get(folder));
			}
			builder.begin(folders[folder].resolve(in.readUTF()), in.readLong(), in.readLong());
			int syntax = in.readInt();
			if (syntaxes[syntax] == null) {
				syntaxes[syntax] = TransferSyntax.of(names.get(syntax));
			}
			HeaderBase base = bases.get(in.readInt());
			byte[] own = readBlock(in);
			int frames = in.readInt();
			builder.frames = in.readBoolean() ? FrameTable.read(in) : null;
			BuiltInHeader.Pixels pixels = in.readBoolean()
					? new BuiltInHeader.Pixels(in.readLong(), in.readLong(), in.readInt())
					: null;
			DicomException problem = in.readBoolean()
					? new DicomException(in.readUTF(), builder.path(), in.readInt(), in.readLong())
					: null;
			builder.found(syntaxes[syntax], pixels, frames, problem);
			headers.add(new BuiltInHeader(builder, new HeaderPool.Shared(base, own)));
		}
		return headers;
	}

	static byte[] readBlock(DataInput in) throws IOException {
		byte[] block = readBytes(in);
		if (!Block.isSound(block, 0, block.length, 0)) {
			throw new IOException("damaged headers"); //$NON-NLS-1$
		}
		return block;
	}

	/** Reads in pieces, so that a damaged length costs no more memory than there are bytes. */
	static byte[] readBytes(DataInput in) throws IOException {
		int length = in.readInt();
		if (length < 0) {
			throw new EOFException("a length below zero"); //$NON-NLS-1$
		}
		byte[] bytes = new byte[Math.min(length, PIECE)];
		in.readFully(bytes);
		while (bytes.length < length) {
			int done = bytes.length;
			bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * done));
			in.readFully(bytes, done, bytes.length - done);
		}
		return bytes;
	}
}
