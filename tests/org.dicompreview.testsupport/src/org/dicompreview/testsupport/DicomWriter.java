package org.dicompreview.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.VR;

/**
 * Writes {@link DicomObject}s (PS3.5 section 7 and annex A, PS3.10 section 7) in any transfer syntax; pixel data of
 * compressed ones come as finished fragments. Immutable: each setting gives another writer.
 *
 * @param syntax         how to encode
 * @param layout         what stands before the data set
 * @param definedLengths whether sequences and items have a length, or a delimiter
 * @param table          which offset table encapsulated pixel data get
 */
public record DicomWriter(TransferSyntax syntax, Layout layout, boolean definedLengths, Table table) {

	/** What stands before the data set. */
	public enum Layout {
		/** Preamble, prefix and meta information, as the standard has it. */
		PART_10,
		/** Prefix and meta information. */
		NO_PREAMBLE,
		/** Meta information only. */
		META_ONLY,
		/** Nothing: the data set begins at once, as in the files of ACR-NEMA. */
		BARE
	}

	/** Which table says where frames begin. */
	public enum Table {
		/** An empty basic table. */
		NONE,
		/** Basic Offset Table. */
		BASIC,
		/** Extended Offset Table (PS3.3 C.7.6.3.1.8), the basic one empty. */
		EXTENDED
	}

	/** Explicit VR Little Endian. */
	public static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"; //$NON-NLS-1$
	/** Implicit VR Little Endian. */
	public static final String IMPLICIT_LITTLE = "1.2.840.10008.1.2"; //$NON-NLS-1$
	/** Explicit VR Big Endian. */
	public static final String EXPLICIT_BIG = "1.2.840.10008.1.2.2"; //$NON-NLS-1$
	/** Deflated Explicit VR Little Endian. */
	public static final String DEFLATED = "1.2.840.10008.1.2.1.99"; //$NON-NLS-1$
	/** RLE Lossless. */
	public static final String RLE = "1.2.840.10008.1.2.5"; //$NON-NLS-1$

	private static final int ITEM_HEADER = 8;
	private static final int UNDEFINED = -1;

	/**
	 * {@return a writer for this transfer syntax as the standard has it, with undefined lengths and no offset table}
	 */
	public static DicomWriter of(String transferSyntax) {
		return new DicomWriter(TransferSyntax.of(transferSyntax), Layout.PART_10, false, Table.NONE);
	}

	/** {@return this with another layout} */
	public DicomWriter with(Layout other) {
		return new DicomWriter(syntax, other, definedLengths, table);
	}

	/** {@return this with another table} */
	public DicomWriter with(Table other) {
		return new DicomWriter(syntax, layout, definedLengths, other);
	}

	/** {@return this with lengths instead of delimiters} */
	public DicomWriter withDefinedLengths() {
		return new DicomWriter(syntax, layout, true, table);
	}

	/**
	 * Writes a file.
	 *
	 * @throws IOException if that fails
	 */
	public void write(Path file, DicomObject object) throws IOException {
		Files.write(file, toBytes(object));
	}

	/** {@return the bytes of the file} */
	public byte[] toBytes(DicomObject object) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		if (layout == Layout.PART_10) {
			out.writeBytes(new byte[128]);
		}
		if (layout == Layout.PART_10 || layout == Layout.NO_PREAMBLE) {
			out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII)); //$NON-NLS-1$
		}
		if (layout != Layout.BARE) {
			out.writeBytes(meta(object));
		}
		byte[] dataSet = new Encoder(syntax.explicitVR(), syntax.bigEndian()).dataSet(withTable(object));
		out.writeBytes(syntax.deflated() ? deflate(dataSet) : dataSet);
		return out.toByteArray();
	}

	private byte[] meta(DicomObject object) {
		DicomObject meta = new DicomObject().bytes(0x00020001, VR.OB, new byte[] { 0, 1 })
				.set(Tag.MEDIA_STORAGE_SOP_CLASS_UID, object.text(Tag.SOP_CLASS_UID))
				.set(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, object.text(Tag.SOP_INSTANCE_UID))
				.set(Tag.TRANSFER_SYNTAX_UID, syntax.uid()).set(0x00020012, "2.25.301744561023452349582393844020111"); //$NON-NLS-1$
		Encoder encoder = new Encoder(true, false);
		int length = encoder.dataSet(meta).length;
		return encoder.dataSet(meta.set(Tag.FILE_META_INFORMATION_GROUP_LENGTH, length));
	}

	private DicomObject withTable(DicomObject object) {
		DicomObject.Entry pixels = object.entries().get(Tag.PIXEL_DATA);
		if (table != Table.EXTENDED || pixels == null || !(pixels.value() instanceof DicomObject.Fragments fragments)) {
			return object;
		}
		Object[] offsets = offsets(fragments).toArray();
		Object[] lengths = fragments.frames().stream().map(frame -> frame.stream().mapToLong(f -> f.length).sum())
				.toArray();
		return object.copy().set(Tag.EXTENDED_OFFSET_TABLE, VR.OV, offsets)
				.set(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, VR.OV, lengths);
	}

	private static List<Long> offsets(DicomObject.Fragments fragments) {
		List<Long> offsets = new ArrayList<>();
		long at = 0;
		for (List<byte[]> frame : fragments.frames()) {
			offsets.add(at);
			for (byte[] fragment : frame) {
				at += ITEM_HEADER + fragment.length + (fragment.length & 1);
			}
		}
		return offsets;
	}

	private static byte[] deflate(byte[] bytes) {
		Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
		deflater.setInput(bytes);
		deflater.finish();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		byte[] piece = new byte[1 << 14];
		while (!deflater.finished()) {
			out.write(piece, 0, deflater.deflate(piece));
		}
		deflater.end();
		if ((out.size() & 1) == 1) {
			out.write(0);
		}
		return out.toByteArray();
	}

	/** Encodes elements one after the other. */
	private final class Encoder {
		private final boolean explicit;
		private final boolean bigEndian;

		Encoder(boolean explicit, boolean bigEndian) {
			this.explicit = explicit;
			this.bigEndian = bigEndian;
		}

		byte[] dataSet(DicomObject object) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			for (Map.Entry<Integer, DicomObject.Entry> each : object.entries().entrySet()) {
				element(out, each.getKey(), each.getValue());
			}
			return out.toByteArray();
		}

		private void element(ByteArrayOutputStream out, int tag, DicomObject.Entry entry) {
			VR vr = entry.vr();
			if (entry.value() instanceof DicomObject.Items items) {
				byte[] bytes = items(items.items());
				header(out, tag, vr, definedLengths ? bytes.length : UNDEFINED);
				out.writeBytes(bytes);
				if (!definedLengths) {
					itemTag(out, Tag.SEQUENCE_DELIMITATION_ITEM, 0);
				}
			} else if (entry.value() instanceof DicomObject.Fragments fragments) {
				header(out, tag, vr, UNDEFINED);
				fragments(out, fragments);
			} else if (entry.value() instanceof DicomObject.Bytes value) {
				byte[] bytes = padded(vr, swapped(vr, value.bytes()));
				header(out, tag, vr, bytes.length);
				out.writeBytes(bytes);
			}
		}

		private byte[] items(List<DicomObject> items) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			for (DicomObject item : items) {
				byte[] bytes = dataSet(item);
				itemTag(out, Tag.ITEM, definedLengths ? bytes.length : UNDEFINED);
				out.writeBytes(bytes);
				if (!definedLengths) {
					itemTag(out, Tag.ITEM_DELIMITATION_ITEM, 0);
				}
			}
			return out.toByteArray();
		}

		private void fragments(ByteArrayOutputStream out, DicomObject.Fragments fragments) {
			List<Long> offsets = table == Table.BASIC ? offsets(fragments) : List.of();
			itemTag(out, Tag.ITEM, 4 * offsets.size());
			offsets.forEach(offset -> number(out, offset, 4));
			for (List<byte[]> frame : fragments.frames()) {
				for (byte[] fragment : frame) {
					itemTag(out, Tag.ITEM, fragment.length + (fragment.length & 1));
					out.writeBytes(fragment);
					if ((fragment.length & 1) == 1) {
						out.write(0);
					}
				}
			}
			itemTag(out, Tag.SEQUENCE_DELIMITATION_ITEM, 0);
		}

		private void header(ByteArrayOutputStream out, int tag, VR vr, int length) {
			tag(out, tag);
			if (!explicit) {
				number(out, length, 4);
				return;
			}
			out.writeBytes(vr.name().getBytes(StandardCharsets.US_ASCII));
			if (vr.hasLongLength()) {
				number(out, 0, 2);
				number(out, length, 4);
			} else if (length > 0xFFFF) {
				throw new IllegalArgumentException(Tag.format(tag) + " is too long for " + vr); //$NON-NLS-1$
			} else {
				number(out, length, 2);
			}
		}

		private void itemTag(ByteArrayOutputStream out, int tag, int length) {
			tag(out, tag);
			number(out, length, 4);
		}

		private void tag(ByteArrayOutputStream out, int tag) {
			number(out, tag >>> 16, 2);
			number(out, tag & 0xFFFF, 2);
		}

		private void number(ByteArrayOutputStream out, long value, int size) {
			for (int i = 0; i < size; i++) {
				int shift = bigEndian ? size - 1 - i : i;
				out.write((int) (value >>> 8 * shift));
			}
		}

		private byte[] padded(VR vr, byte[] bytes) {
			if ((bytes.length & 1) == 0) {
				return bytes;
			}
			byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
			boolean binary = switch (vr) {
				case UI, OB, UN -> true;
				default -> false;
			};
			even[bytes.length] = (byte) (binary ? 0 : ' ');
			return even;
		}

		private byte[] swapped(VR vr, byte[] bytes) {
			int size = switch (vr) {
				case US, SS, OW, AT -> 2;
				case UL, SL, FL, OL, OF -> 4;
				case FD, OD, OV, SV, UV -> 8;
				default -> 1;
			};
			if (!bigEndian || size == 1) {
				return bytes;
			}
			byte[] swapped = new byte[(bytes.length + size - 1) / size * size];
			for (int i = 0; i < bytes.length; i++) {
				swapped[i / size * size + size - 1 - i % size] = bytes[i];
			}
			return swapped;
		}
	}
}
