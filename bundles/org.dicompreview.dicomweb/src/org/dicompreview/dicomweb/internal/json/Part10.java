package org.dicompreview.dicomweb.internal.json;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.VR;

/**
 * Writes a DICOM JSON object as the beginning of a file in Explicit VR Little Endian (PS3.10 section 7), so that readers see
 * what they would see in the file of the instance: up to the pixel data, of which only the element header is written.
 */
public final class Part10 {

	/** The pixel data that an instance has. @param tag which attribute @param vr of it @param length in bytes, -1 for fragments */
	public record Pixels(int tag, VR vr, long length) {
	}

	private static final int PIXEL_GROUP = 0x7FE0;
	private static final int LONGEST_SHORT = 0xFFFE;
	private static final String UTF_8 = "ISO_IR 192"; //$NON-NLS-1$

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private Part10() {
	}

	/**
	 * {@return the bytes}
	 *
	 * @param object the data set
	 * @param syntax the transfer syntax in which the instance is stored; {@code null} if that is not known
	 * @param pixels the pixel data; {@code null} if there are none
	 */
	public static byte[] write(JsonObject object, TransferSyntax syntax, Pixels pixels) {
		Part10 file = new Part10();
		file.out.writeBytes(new byte[128]);
		file.out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII)); //$NON-NLS-1$
		file.meta(object, syntax);
		file.dataSet(object, false);
		if (pixels != null) {
			file.pixels(pixels);
		}
		return file.out.toByteArray();
	}

	/** States the syntax only where these bytes, up to the pixel data, are in it. */
	private void meta(JsonObject object, TransferSyntax syntax) {
		Part10 meta = new Part10();
		meta.text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, object.text(Tag.SOP_CLASS_UID));
		meta.text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, object.text(Tag.SOP_INSTANCE_UID));
		if (syntax != null && syntax.explicitVR() && !syntax.bigEndian() && !syntax.deflated()) {
			meta.text(Tag.TRANSFER_SYNTAX_UID, syntax.uid());
		}
		byte[] length = little(4).putInt(meta.out.size()).array();
		element(Tag.FILE_META_INFORMATION_GROUP_LENGTH, VR.UL, length);
		out.writeBytes(meta.out.toByteArray());
	}

	private void text(int tag, String uid) {
		if (!uid.isEmpty()) {
			element(tag, VR.UI, uid.getBytes(StandardCharsets.UTF_8));
		}
	}

	private void dataSet(JsonObject object, boolean item) {
		boolean saysCharacters = item;
		for (Map.Entry<Integer, JsonElement> each : object.elements().entrySet()) {
			int tag = each.getKey();
			int group = tag >>> 16;
			if (group <= 2 || group >= PIXEL_GROUP || tag == Tag.SPECIFIC_CHARACTER_SET) {
				continue;
			}
			if (!saysCharacters && Integer.compareUnsigned(tag, Tag.SPECIFIC_CHARACTER_SET) > 0) {
				saysCharacters = true;
				element(Tag.SPECIFIC_CHARACTER_SET, VR.CS, UTF_8.getBytes(StandardCharsets.US_ASCII));
			}
			if (each.getValue().vr() == VR.SQ) {
				sequence(tag, each.getValue().items());
			} else {
				element(tag, each.getValue().vr(), bytes(each.getValue()));
			}
		}
	}

	private void sequence(int tag, List<JsonObject> items) {
		Part10 content = new Part10();
		for (JsonObject object : items) {
			Part10 item = new Part10();
			item.dataSet(object, true);
			content.tag(Tag.ITEM);
			content.number(item.out.size(), 4);
			content.out.writeBytes(item.out.toByteArray());
		}
		header(tag, VR.SQ, content.out.size());
		out.writeBytes(content.out.toByteArray());
	}

	private void pixels(Pixels pixels) {
		header(pixels.tag(), pixels.vr(), pixels.length());
		if (pixels.length() < 0) { // as a sequence of fragments without any
			tag(Tag.ITEM);
			number(0, 4);
			tag(Tag.SEQUENCE_DELIMITATION_ITEM);
			number(0, 4);
		}
	}

	private void element(int tag, VR vr, byte[] value) {
		int padded = value.length + (value.length & 1);
		header(tag, padded > LONGEST_SHORT && !vr.hasLongLength() ? VR.UN : vr, padded);
		out.writeBytes(value);
		if (padded > value.length) {
			out.write(vr == VR.UI || isBinary(vr) ? 0 : ' ');
		}
	}

	private void header(int tag, VR vr, long length) {
		tag(tag);
		out.writeBytes(vr.name().getBytes(StandardCharsets.US_ASCII));
		if (vr.hasLongLength()) {
			number(0, 2);
			number(length, 4);
		} else {
			number(length, 2);
		}
	}

	private void tag(int tag) {
		number(tag >>> 16, 2);
		number(tag & 0xFFFF, 2);
	}

	private void number(long value, int size) {
		for (int i = 0; i < size; i++) {
			out.write((int) (value >>> 8 * i));
		}
	}

	private static boolean isBinary(VR vr) {
		return switch (vr) {
			case AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, ST, TM, UC, UI, UR, UT -> false;
			default -> true;
		};
	}

	private static byte[] bytes(JsonElement element) {
		if (element.binary() != null) {
			return element.binary();
		}
		List<String> values = element.values();
		if (!isBinary(element.vr())) {
			return values.stream().map(value -> value == null ? "" : value).collect(Collectors.joining("\\")) //$NON-NLS-1$ //$NON-NLS-2$
					.getBytes(StandardCharsets.UTF_8);
		}
		try {
			return numbers(element.vr(), values);
		} catch (NumberFormatException | ArithmeticException e) {
			return new byte[0]; // what contradicts its VR counts as empty
		}
	}

	private static byte[] numbers(VR vr, List<String> values) {
		int size = switch (vr) {
			case US, SS, OW -> 2;
			case UL, SL, FL, AT, OL, OF -> 4;
			case SV, UV, FD, OD, OV -> 8;
			default -> 1;
		};
		ByteBuffer bytes = little(Math.multiplyExact(values.size(), size));
		for (String value : values) {
			String text = value == null ? "0" : value.strip(); //$NON-NLS-1$
			switch (vr) {
				case FL, OF -> bytes.putFloat((float) decimal(text));
				case FD, OD -> bytes.putDouble(decimal(text));
				case AT -> {
					int tag = Integer.parseUnsignedInt(text.replace(",", "").replace("(", "").replace(")", ""), 16); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
					bytes.putShort((short) (tag >>> 16)).putShort((short) tag);
				}
				default -> {
					long number = new BigDecimal(text).longValue();
					for (int i = 0; i < size; i++) {
						bytes.put((byte) (number >>> 8 * i));
					}
				}
			}
		}
		return bytes.array();
	}

	/** PS3.18 F.2.4 has texts for what JSON has no numbers for. */
	private static double decimal(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "nan" -> Double.NaN; //$NON-NLS-1$
			case "inf", "infinity" -> Double.POSITIVE_INFINITY; //$NON-NLS-1$ //$NON-NLS-2$
			case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY; //$NON-NLS-1$ //$NON-NLS-2$
			default -> Double.parseDouble(text);
		};
	}

	private static ByteBuffer little(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}
}
