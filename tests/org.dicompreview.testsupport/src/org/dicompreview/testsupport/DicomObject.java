package org.dicompreview.testsupport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;

/** A data set or item that is being made: attributes by tag. Mutable, for one thread. */
public final class DicomObject {

	/** The value of an attribute. */
	sealed interface Value permits Bytes, Items, Fragments {
	}

	/** Bytes in little-endian order, not yet padded. */
	record Bytes(byte[] bytes) implements Value {
	}

	/** Items of a sequence. */
	record Items(List<DicomObject> items) implements Value {
	}

	/** Fragments of encapsulated pixel data, grouped by frame. */
	record Fragments(List<List<byte[]>> frames) implements Value {
	}

	record Entry(VR vr, Value value) {
	}

	private final SortedMap<Integer, Entry> entries = new TreeMap<>(Integer::compareUnsigned);

	/** {@return a copy; items of sequences are shared} */
	public DicomObject copy() {
		DicomObject copy = new DicomObject();
		copy.entries.putAll(entries);
		return copy;
	}

	/** {@return the attributes in order of their tags} */
	SortedMap<Integer, Entry> entries() {
		return entries;
	}

	/** {@return the first value of a text attribute, empty text if there is none} */
	String text(int tag) {
		Entry entry = entries.get(tag);
		return entry == null || !(entry.value() instanceof Bytes value) ? "" //$NON-NLS-1$
				: new String(value.bytes(), StandardCharsets.ISO_8859_1).split("\\\\", -1)[0].strip(); //$NON-NLS-1$
	}

	/**
	 * Sets an attribute to values of its usual kind: text for text VRs, numbers for binary and for DS and IS. Text is
	 * written as UTF-8; for other character sets there is {@link #bytes}.
	 *
	 * @param tag    an attribute that the data dictionary knows
	 * @param values the values; none for an attribute without value
	 * @return this
	 */
	public DicomObject set(int tag, Object... values) {
		VR vr = DataDictionary.find(tag).map(entry -> entry.vrs().get(0))
				.orElseThrow(() -> new IllegalArgumentException(Tag.format(tag) + " is not in the dictionary")); //$NON-NLS-1$
		return set(tag, vr, values);
	}

	/** As {@link #set(int, Object...)} with the VR to use. */
	public DicomObject set(int tag, VR vr, Object... values) {
		byte[] bytes = switch (vr) {
			case SQ -> throw new IllegalArgumentException("items are set by sequence()"); //$NON-NLS-1$
			case US, SS -> binary(values, 2);
			case UL, SL, AT, OL, OW -> binary(values, vr == VR.OW ? 2 : 4);
			case SV, UV, OV -> binary(values, 8);
			case FL, OF -> floats(values);
			case FD, OD -> doubles(values);
			case OB, UN -> binary(values, 1);
			default -> text(values);
		};
		return bytes(tag, vr, vr == VR.AT ? tags(bytes) : bytes);
	}

	/**
	 * Sets an attribute to bytes in little-endian order.
	 *
	 * @return this
	 */
	public DicomObject bytes(int tag, VR vr, byte[] bytes) {
		entries.put(tag, new Entry(vr, new Bytes(bytes)));
		return this;
	}

	/** Sets a sequence. @return this */
	public DicomObject sequence(int tag, DicomObject... items) {
		return sequence(tag, List.of(items));
	}

	/** Sets a sequence. @return this */
	public DicomObject sequence(int tag, List<DicomObject> items) {
		entries.put(tag, new Entry(VR.SQ, new Items(List.copyOf(items))));
		return this;
	}

	/**
	 * Sets encapsulated pixel data with one fragment for each frame.
	 *
	 * @return this
	 */
	public DicomObject frames(List<byte[]> frames) {
		return fragments(frames.stream().map(List::of).toList());
	}

	/** Sets encapsulated pixel data with any number of fragments for each frame. @return this */
	public DicomObject fragments(List<List<byte[]>> frames) {
		entries.put(Tag.PIXEL_DATA, new Entry(VR.OB, new Fragments(frames)));
		return this;
	}

	/** Takes an attribute away. @return this */
	public DicomObject remove(int tag) {
		entries.remove(tag);
		return this;
	}

	private static byte[] text(Object[] values) {
		StringBuilder text = new StringBuilder();
		for (Object value : values) {
			if (text.length() > 0 || value != values[0]) {
				text.append('\\');
			}
			text.append(value instanceof Double number ? decimal(number) : value.toString());
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** A decimal string has at most 16 characters. */
	private static String decimal(double number) {
		String text = number == Math.rint(number) && Math.abs(number) < 1e9 ? Long.toString((long) number)
				: Double.toString(number);
		for (int digits = 15; text.length() > 16; digits--) {
			text = String.format(Locale.ROOT, "%." + digits + "g", number); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return text;
	}

	private static byte[] binary(Object[] values, int size) {
		ByteBuffer buffer = little(values.length * size);
		for (Object value : values) {
			long number = ((Number) value).longValue();
			switch (size) {
				case 1 -> buffer.put((byte) number);
				case 2 -> buffer.putShort((short) number);
				case 4 -> buffer.putInt((int) number);
				default -> buffer.putLong(number);
			}
		}
		return buffer.array();
	}

	private static byte[] tags(byte[] numbers) {
		byte[] tags = Arrays.copyOf(numbers, numbers.length);
		for (int i = 0; i < tags.length; i += 4) {
			System.arraycopy(numbers, i + 2, tags, i, 2);
			System.arraycopy(numbers, i, tags, i + 2, 2);
		}
		return tags;
	}

	private static byte[] floats(Object[] values) {
		ByteBuffer buffer = little(values.length * Float.BYTES);
		for (Object value : values) {
			buffer.putFloat(((Number) value).floatValue());
		}
		return buffer.array();
	}

	private static byte[] doubles(Object[] values) {
		ByteBuffer buffer = little(values.length * Double.BYTES);
		for (Object value : values) {
			buffer.putDouble(((Number) value).doubleValue());
		}
		return buffer.array();
	}

	private static ByteBuffer little(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}
}
