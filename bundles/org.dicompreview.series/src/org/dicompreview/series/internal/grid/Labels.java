package org.dicompreview.series.internal.grid;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dicompreview.series.Vector3;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.Numbers;

/** Makes the values of an axis readable. */
final class Labels {

	private static final int DECIMALS = 3;
	private static final int MOST_DECIMALS = 7;

	private Labels() {
	}

	/** {@return labels of numbers with a unit; texts stand as they are} */
	static Function<List<Value>, List<String>> unit(String unit) {
		return values -> distinct(values, (value, decimals) -> Double.isNaN(value.number()) ? value.text()
				: Numbers.format(value.number(), decimals) + ' ' + unit);
	}

	/** {@return labels of numbers without unit, or texts} */
	static Function<List<Value>, List<String>> plain() {
		return values -> distinct(values, (value, decimals) -> Double.isNaN(value.number()) ? value.text()
				: Numbers.format(value.number(), decimals));
	}

	/** {@return labels of numbers, with a unit where there is one, unless they have a text} */
	static Function<List<Value>, List<String>> stated(String unit) {
		String suffix = unit.isEmpty() ? "" : ' ' + unit; //$NON-NLS-1$
		return values -> distinct(values, (value, decimals) -> value.text().isEmpty()
				? Numbers.format(value.number(), decimals) + suffix : value.text());
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
		return distinct(values, (value, decimals) -> {
			String b = Double.isNaN(value.number()) ? "" : Numbers.format(value.number(), "s/mm²"); //$NON-NLS-1$ //$NON-NLS-2$
			return (b + ' ' + direction(value, decimals)).strip();
		});
	}

	/** {@return labels of diffusion directions} */
	static List<String> directions(List<Value> values) {
		return distinct(values, Labels::direction);
	}

	private static String direction(Value value, int decimals) {
		Vector3 direction = value.direction();
		return direction == null ? value.text()
				: Messages.text("direction", Numbers.format(direction.x(), decimals), //$NON-NLS-1$
						Numbers.format(direction.y(), decimals), Numbers.format(direction.z(), decimals));
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

	/** {@return labels with three decimals, with more where two would be the same} */
	private static List<String> distinct(List<Value> values, BiFunction<Value, Integer, String> label) {
		List<String> labels = List.of();
		for (int decimals = DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
			int rounded = decimals;
			labels = each(values, value -> label.apply(value, rounded));
			if (new HashSet<>(labels).size() == values.size()) {
				return labels;
			}
		}
		return labels;
	}

	private static List<String> each(List<Value> values, Function<Value, String> label) {
		return values.stream().map(value -> {
			String text = value.isMissing() ? "" : label.apply(value); //$NON-NLS-1$
			return text.isEmpty() ? "–" : text; //$NON-NLS-1$
		}).toList();
	}
}
