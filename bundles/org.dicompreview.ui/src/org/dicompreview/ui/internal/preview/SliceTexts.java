package org.dicompreview.ui.internal.preview;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.ui.internal.CommandErrors;
import org.dicompreview.viewer.Numbers;
import org.dicompreview.viewer.SliceNavigator;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;

/** Finds the place on the slider of which people write: a number, a word or a position in mm. Plain functions. */
final class SliceTexts {

	static final String FIRST = "first"; //$NON-NLS-1$
	static final String MIDDLE = "middle"; //$NON-NLS-1$
	static final String LAST = "last"; //$NON-NLS-1$

	private static final String UNIT = "mm"; //$NON-NLS-1$

	private SliceTexts() {
	}

	/**
	 * {@return the index on the slider, from 0}
	 *
	 * @param text a number from 1; {@code first}, {@code middle} or {@code last}; or a position that ends with {@code mm}
	 * @throws ExecutionException says in words why there is no such place
	 */
	static int index(SliceNavigator navigator, String text) throws ExecutionException {
		String plain = text.strip().toLowerCase(Locale.ROOT);
		return plain.endsWith(UNIT) ? indexOfPosition(navigator, plain) : indexOfNumber(navigator, plain);
	}

	private static int indexOfNumber(SliceNavigator navigator, String text) throws ExecutionException {
		int count = navigator.count();
		switch (text) {
			case FIRST:
				return 0;
			case MIDDLE:
				return count / 2;
			case LAST:
				return count - 1;
			default:
				if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= count) { //$NON-NLS-1$
					return Integer.parseInt(text) - 1;
				}
				throw CommandErrors.error(Messages.SliceTexts_number, text, count);
		}
	}

	/**
	 * {@return the index on the slider of the slice nearest to a position}
	 *
	 * @param text Offset along the normal of the stack in mm, with or without the unit, with a point or a comma
	 * @throws ExecutionException says in words that there is no number, no slice that far out, or no position at all
	 */
	static int indexOfPosition(SliceNavigator navigator, String text) throws ExecutionException {
		double wanted = position(text);
		double least = Double.POSITIVE_INFINITY;
		double most = Double.NEGATIVE_INFINITY;
		double distance = Double.POSITIVE_INFINITY;
		int best = -1;
		for (int index = 0; index < navigator.count(); index++) {
			OptionalDouble offset = offset(navigator, index);
			if (offset.isPresent()) {
				least = Math.min(least, offset.getAsDouble());
				most = Math.max(most, offset.getAsDouble());
				if (Math.abs(offset.getAsDouble() - wanted) < distance) {
					distance = Math.abs(offset.getAsDouble() - wanted);
					best = index;
				}
			}
		}
		if (best < 0) {
			throw CommandErrors.error(Messages.SliceTexts_noPositions);
		}
		double step = navigator.count() > 1 ? (most - least) / (navigator.count() - 1) : 1;
		if (wanted < least - step || wanted > most + step) {
			throw CommandErrors.error(Messages.SliceTexts_outside, Numbers.format(wanted), Numbers.format(least), Numbers.format(most));
		}
		return best;
	}

	private static double position(String text) throws ExecutionException {
		String plain = text.strip().toLowerCase(Locale.ROOT);
		String number = (plain.endsWith(UNIT) ? plain.substring(0, plain.length() - UNIT.length()) : plain).strip().replace(',', '.');
		if (!number.matches("[+-]?[0-9]{1,9}(\\.[0-9]{0,9})?")) { //$NON-NLS-1$
			throw CommandErrors.error(Messages.SliceTexts_position, text);
		}
		return Double.parseDouble(number);
	}

	private static OptionalDouble offset(SliceNavigator navigator, int index) {
		SliceStack stack = navigator.stack().orElseThrow();
		int[] coordinates = new int[stack.axes().size()];
		for (int axis = 0; axis < coordinates.length; axis++) {
			coordinates[axis] = navigator.coordinate(axis);
		}
		Optional<Slice> slice = stack.slice(navigator.reversed() ? navigator.count() - 1 - index : index, coordinates);
		return slice.map(Slice::offset).orElse(OptionalDouble.empty());
	}

	/** {@return what can be written for a stack, for people} */
	static String hint(SliceNavigator navigator) {
		OptionalDouble left = navigator.leftOffset();
		OptionalDouble right = navigator.rightOffset();
		return left.isPresent() && right.isPresent()
				? NLS.bind(Messages.SliceTexts_hintWithPositions, new Object[] { navigator.count(),
						Numbers.format(Math.min(left.getAsDouble(), right.getAsDouble())),
						Numbers.format(Math.max(left.getAsDouble(), right.getAsDouble())) })
				: NLS.bind(Messages.SliceTexts_hint, navigator.count());
	}
}
