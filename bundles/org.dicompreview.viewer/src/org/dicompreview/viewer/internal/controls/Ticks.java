package org.dicompreview.viewer.internal.controls;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

import org.eclipse.osgi.util.NLS;

/** Round numbers along a slider. Pure functions. */
public final class Ticks {

	private static final double[] STEPS = { 1, 2, 5, 10 };

	/**
	 * A number on the scale.
	 *
	 * @param place where it is, in places of the slider: 0 is the left end, 0.5 the middle of the first place
	 * @param text  the number; the first one has the unit too
	 */
	public record Tick(double place, String text) {
	}

	private Ticks() {
	}

	/**
	 * {@return round numbers where they lie between the values of the places; whole ones where all values are, without a unit}
	 *
	 * @param values one for each place from the left, ascending or descending; NaN where there is none
	 * @param unit   of the values, or empty text
	 * @param most   number of ticks at most
	 */
	public static List<Tick> of(double[] values, String unit, int most) {
		double[] known = DoubleStream.of(values).filter(Double::isFinite).toArray();
		if (known.length < 2 || most < 1) {
			return List.of();
		}
		double low = DoubleStream.of(known).min().orElseThrow();
		double high = DoubleStream.of(known).max().orElseThrow();
		if (!(high > low)) {
			return List.of();
		}
		boolean counted = unit.isEmpty() && DoubleStream.of(known).allMatch(value -> value == Math.rint(value));
		double step = Math.max(counted ? 1 : 0, step((high - low) / most));
		List<Tick> ticks = new ArrayList<>();
		NumberFormat format = NumberFormat.getNumberInstance();
		format.setMaximumFractionDigits(Math.max(0, (int) Math.ceil(-Math.log10(step))));
		for (double value = Math.ceil(low / step) * step; value <= high + step * 1e-6; value += step) {
			String number = format.format(Math.abs(value) < step * 1e-6 ? 0 : value);
			OptionalDouble place = place(values, value);
			if (place.isPresent()) {
				String text = ticks.isEmpty() && !unit.isEmpty() ? NLS.bind(Messages.Ticks_unit, number, unit) : number;
				ticks.add(new Tick(place.getAsDouble(), text));
			}
		}
		return ticks;
	}

	/** {@return the smallest round step that is not below a number} */
	private static double step(double least) {
		double power = Math.pow(10, Math.floor(Math.log10(least)));
		for (double step : STEPS) {
			if (step * power >= least * (1 - 1e-9)) {
				return step * power;
			}
		}
		return 10 * power;
	}

	private static OptionalDouble place(double[] values, double value) {
		int before = -1;
		for (int i = 0; i < values.length; i++) {
			if (Double.isNaN(values[i])) {
				continue;
			}
			if (before >= 0 && (values[before] - value) * (values[i] - value) <= 0 && values[before] != values[i]) {
				return OptionalDouble.of(before + 0.5 + (i - before) * (value - values[before]) / (values[i] - values[before]));
			}
			before = i;
		}
		return OptionalDouble.empty();
	}
}
