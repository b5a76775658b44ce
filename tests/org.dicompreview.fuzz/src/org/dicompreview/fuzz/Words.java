package org.dicompreview.fuzz;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;

/** Words that chance would not find: tags with their VR, numbers at the edges, and terms that decide what is done. */
final class Words {

	private static final List<String> TERMS = List.of("0", "1", "-1", "1e300", "-1e-300", "NaN", "2147483647",
			"-2147483648",
			"4294967296", "1\\0\\0\\0\\1\\0", "0\\0\\0", "1e9\\1e9\\1e9", "MONOCHROME1", "MONOCHROME2",
			"PALETTE COLOR", "RGB",
			"YBR_FULL", "YBR_FULL_422", "COLOR", "SIGMOID", "LINEAR_EXACT", "INVERSE", "IDENTITY", "ISO_IR 192",
			"ISO 2022 IR 87",
			"RECTANGULAR\\CIRCULAR", "POLYGONAL", "BITMAP", "POLYLINE", "INTERPOLATED", "ELLIPSE", "DISPLAY", "PIXEL",
			"TRUE SIZE", "MAGNIFY", "TILED_FULL", "TILED_SPARSE", "FRACTIONAL", "BINARY", "LABELMAP", "LOCALIZER",
			"TABLE",
			"1.2.840.10008.1.2", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.5",
			"1.2.840.10008.1.3.10", "1.2.840.10008.5.1.4.1.1.11.1", "1.2.840.10008.5.1.4.1.1.77.1.6",
			"1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.20", "1.2.840.10008.5.1.4.1.1.481.2");

	private static final int[] STRUCTURE = { Tag.ITEM, Tag.ITEM_DELIMITATION_ITEM, Tag.SEQUENCE_DELIMITATION_ITEM };

	private Words() {
	}

	/** {@return a word a line, as Jazzer reads them} */
	static List<String> lines() {
		List<String> lines = new ArrayList<>();
		for (Field field : Tag.class.getFields()) {
			int tag = value(field);
			String vr = DataDictionary.find(tag).flatMap(entry -> entry.vrs().stream().findFirst()).map(VR::name)
					.orElse("");
			lines.add(line(tag(tag) + vr));
		}
		for (int tag : STRUCTURE) {
			lines.add(line(tag(tag) + "\0\0\0\0"));
			lines.add(line(tag(tag) + "\u00FF\u00FF\u00FF\u00FF"));
		}
		TERMS.forEach(term -> lines.add(line(term)));
		return lines;
	}

	private static int value(Field field) {
		try {
			return field.getInt(null);
		} catch (IllegalAccessException e) {
			throw new IllegalStateException(field.getName(), e);
		}
	}

	private static String tag(int tag) {
		return new String(new char[] { (char) (tag >>> 16 & 0xFF), (char) (tag >>> 24), (char) (tag & 0xFF),
				(char) (tag >>> 8 & 0xFF) });
	}

	private static String line(String word) {
		StringBuilder line = new StringBuilder("\"");
		for (byte each : word.getBytes(StandardCharsets.ISO_8859_1)) {
			line.append(String.format(Locale.ROOT, "\\x%02X", each & 0xFF));
		}
		return line.append('"').toString();
	}
}
