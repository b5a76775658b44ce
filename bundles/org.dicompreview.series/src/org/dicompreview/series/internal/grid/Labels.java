package org.dicompreview.series.internal.grid;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.Numbers;

/** Makes the values of an axis readable. */
final class Labels {

	private Labels() {
	}

	/** {@return labels of numbers with a unit; texts stand as they are} */
	static Function<List<Value>, List<String>> unit(String unit) {
		return values -> each(values, value -> Double.isNaN(value.number()) ? value.text()
				: Numbers.format(value.number(), unit));
	}

	/** {@return labels of numbers without unit, or texts} */
	static Function<List<Value>, List<String>> plain() {
		return values -> each(values, Labels::plain);
	}

	private static String plain(Value value) {
		return Double.isNaN(value.number()) ? value.text() : Numbers.format(value.number(), 3);
	}

	/** {@return labels of a clock in seconds: what has passed since the first} */
	static List<String> sinceFirst(List<Value> values) {
		double first = values.get(0).number();
		return each(values, value -> Numbers.format(value.number() - first, "s")); //$NON-NLS-1$
	}

	/** {@return labels of milliseconds, in seconds where they are long} */
	static List<String> milliseconds(List<Value> values) {
		double longest = values.stream().mapToDouble(Value::number).filter(Double::isFinite).max().orElse(0);
		return longest < 10_000 ? unit("ms").apply(values) //$NON-NLS-1$
				: each(values, value -> Numbers.format(value.number() / 1000, "s")); //$NON-NLS-1$
	}

	/** {@return labels of diffusion weightings: the b-value, and the direction where there is one} */
	static List<String> diffusion(List<Value> values) {
		return each(values, value -> {
			String b = Double.isNaN(value.number()) ? "" : Numbers.format(value.number(), "s/mm²"); //$NON-NLS-1$ //$NON-NLS-2$
			return value.text().isEmpty() ? b : (b + ' ' + value.text()).strip();
		});
	}

	/** {@return labels of image types: the words in which they differ} */
	static List<String> types(List<Value> values) {
		Set<String> common = null;
		for (Value value : values) {
			Set<String> words = words(value);
			if (common == null) {
				common = words;
			} else {
				common.retainAll(words);
			}
		}
		Set<String> shared = common == null ? Set.of() : common;
		return each(values, value -> words(value).stream().filter(word -> !shared.contains(word))
				.map(Labels::readable).distinct().collect(Collectors.joining(" "))); //$NON-NLS-1$
	}

	private static Set<String> words(Value value) {
		return new LinkedHashSet<>(Arrays.asList(value.text().split("/"))); //$NON-NLS-1$
	}

	private static String readable(String word) {
		return switch (word) {
			case "M", "MAGNITUDE" -> Messages.text("type.magnitude"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			case "P", "PHASE", "PHASE MAP" -> Messages.text("type.phase"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			case "R", "REAL" -> Messages.text("type.real"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			case "I", "IMAGINARY" -> Messages.text("type.imaginary"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			default -> word.toLowerCase(Locale.ROOT);
		};
	}

	/** {@return one component of a direction} */
	static String component(double value) {
		return Numbers.format(value, 3);
	}

	private static List<String> each(List<Value> values, Function<Value, String> label) {
		return values.stream().map(value -> {
			String text = value.isMissing() ? "" : label.apply(value); //$NON-NLS-1$
			return text.isEmpty() ? "–" : text; //$NON-NLS-1$
		}).toList();
	}
}
