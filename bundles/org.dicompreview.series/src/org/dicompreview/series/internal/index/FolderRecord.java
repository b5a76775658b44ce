package org.dicompreview.series.internal.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;

/**
 * What the index holds of the files in one folder.
 *
 * @param headers those that are DICOM
 * @param foreign those that are not, by name
 */
record FolderRecord(List<InstanceHeader> headers, Map<String, Stamp> foreign) {

	private static final int VERSION = 1;
	/** Nothing. */
	static final FolderRecord EMPTY = new FolderRecord(List.of(), Map.of());

	/**
	 * By what a file is known again.
	 *
	 * @param size         in bytes
	 * @param lastModified in ms since 1970
	 */
	record Stamp(long size, long lastModified) {
	}

	/** {@return the number of files} */
	int size() {
		return headers.size() + foreign.size();
	}

	/** {@return the record as bytes; an empty array if the reader cannot pack its headers} */
	byte[] encode(DicomReaders readers) {
		byte[] packed = headers.isEmpty() ? new byte[0] : readers.pack(headers);
		if (packed.length == 0 && !headers.isEmpty()) {
			return packed;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(packed.length + 64);
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeInt(VERSION);
			out.writeUTF(readers.name());
			out.writeInt(packed.length);
			out.write(packed);
			out.writeInt(foreign.size());
			for (Map.Entry<String, Stamp> file : foreign.entrySet()) {
				out.writeUTF(file.getKey());
				out.writeLong(file.getValue().size());
				out.writeLong(file.getValue().lastModified());
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e); // an array never fails
		}
		return bytes.toByteArray();
	}

	/**
	 * {@return the record again; an empty one if another reader or version wrote it}
	 *
	 * @param folder where the files lie
	 * @param bytes  what {@link #encode} gave
	 * @param readers the readers that are in use now
	 * @throws IOException if the bytes are damaged
	 */
	static FolderRecord decode(Path folder, byte[] bytes, DicomReaders readers) throws IOException {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			if (in.readInt() != VERSION || !in.readUTF().equals(readers.name())) {
				return EMPTY;
			}
			int length = in.readInt();
			if (length < 0 || length > in.available()) {
				throw new IOException("damaged record of " + folder); //$NON-NLS-1$
			}
			List<InstanceHeader> headers = length == 0 ? List.of() : readers.unpack(FileLocation.folder(folder), in.readNBytes(length));
			Map<String, Stamp> foreign = new HashMap<>();
			for (int i = in.readInt(); i > 0; i--) {
				foreign.put(in.readUTF(), new Stamp(in.readLong(), in.readLong()));
			}
			return new FolderRecord(headers, foreign);
		}
	}

	/** Collects a record. */
	static final class Builder {

		private final List<InstanceHeader> headers = new ArrayList<>();
		private final Map<String, Stamp> foreign = new HashMap<>();

		void add(InstanceHeader header) {
			headers.add(header);
		}

		void add(String name, Stamp stamp) {
			foreign.put(name, stamp);
		}

		FolderRecord build() {
			return new FolderRecord(headers, foreign);
		}
	}
}
