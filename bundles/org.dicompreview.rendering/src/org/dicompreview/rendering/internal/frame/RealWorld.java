package org.dicompreview.rendering.internal.frame;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.PixelValue.Kind;

/**
 * One real world value mapping (PS3.3 C.7.6.16.2.11).
 *
 * @param label     what the values are
 * @param unit      of the values, or empty text
 * @param first     lowest stored value that is mapped
 * @param last      highest one
 * @param slope     for the linear mapping
 * @param intercept for the linear mapping
 * @param table     values from {@code first} on, or empty for the linear mapping
 */
record RealWorld(String label, String unit, double first, double last, double slope, double intercept,
		List<Double> table) {

	/** {@return the mappings of a frame} */
	static List<RealWorld> of(Attributes attributes) {
		List<RealWorld> mappings = new ArrayList<>();
		for (Attributes item : attributes.items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE)) {
			double first = item.number(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED).orElse(
					item.number(Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED).orElse(Double.NEGATIVE_INFINITY));
			double last = item.number(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED).orElse(
					item.number(Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED).orElse(Double.POSITIVE_INFINITY));
			double slope = item.number(Tag.REAL_WORLD_VALUE_SLOPE).orElse(Double.NaN);
			double intercept = item.number(Tag.REAL_WORLD_VALUE_INTERCEPT).orElse(0);
			List<Double> table = Double.isNaN(slope) ? table(item) : List.of();
			if (!Double.isNaN(slope) || !table.isEmpty()) {
				mappings.add(new RealWorld(item.string(Tag.LUT_LABEL).orElse(""), unit(item), first, last, slope,
						intercept, table));
			}
		}
		return mappings;
	}

	private static List<Double> table(Attributes item) {
		List<Double> values = new ArrayList<>();
		for (double value : item.numbers(Tag.REAL_WORLD_VALUE_LUT_DATA)) {
			values.add(value);
		}
		return values;
	}

	private static String unit(Attributes item) {
		List<Attributes> codes = item.items(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE);
		if (codes.isEmpty()) {
			return "";
		}
		String code = codes.get(0).string(Tag.CODE_VALUE).orElse("");
		return switch (code) {
			case "1", "[hnsf'U]" -> "1".equals(code) ? "" : "HU";
			default -> code;
		};
	}

	/** {@return the values as a scale} */
	Scale scale() {
		return new Scale(Kind.REAL_WORLD, label, unit, this::value);
	}

	private double value(double stored) {
		if (!(stored >= first && stored <= last)) {
			return Double.NaN;
		}
		if (table.isEmpty()) {
			return stored * slope + intercept;
		}
		double index = stored - first;
		return index >= 0 && index < table.size() ? table.get((int) index) : Double.NaN;
	}
}
