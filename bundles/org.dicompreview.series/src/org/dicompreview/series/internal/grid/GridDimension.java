package org.dicompreview.series.internal.grid;

import java.util.List;
import java.util.function.Function;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.spi.Dimension;
import org.dicompreview.series.spi.DimensionValue;

/**
 * Something that may vary between images at one position: echo, time, b-value …
 *
 * @param name    name of the axis, a lower-case word
 * @param label   name of the axis for people
 * @param policy  what to make of it
 * @param value   its value for a frame
 * @param labels  the values for people, from all values of the axis in order
 * @param ordered whether texts have an order of their own; otherwise they stay in order of appearance
 */
public record GridDimension(String name, String label, Policy policy, Function<ImageFrame, Value> value,
		Function<List<Value>, List<String>> labels, boolean ordered) {

	/** {@return a dimension of another plug-in} */
	public static GridDimension of(Dimension other) {
		Policy policy = switch (other.policy()) {
			case AXIS -> Policy.AXIS;
			case TIME -> Policy.TIME;
			case STACKS -> Policy.STACKS;
		};
		return new GridDimension(other.name(), other.label(), policy, frame -> value(other.value(frame)),
				Labels.stated(other.unit()), true);
	}

	private static Value value(DimensionValue value) {
		return Double.isFinite(value.number()) ? new Value(value.number() + 0.0, value.text(), null) : Value.of(value.text());
	}

	/** What to make of a dimension that varies at one position. */
	public enum Policy {
		/** Images of differing kind: a stack for each value, an axis only where the stacks would be single images. */
		STACKS,
		/** An axis where (nearly) all combinations are there, else a stack for each value. */
		AXIS_OR_STACKS,
		/** An axis. */
		AXIS,
		/** An axis; values may differ from position to position, then their rank counts. */
		TIME,
		/** As {@link #TIME}, but an axis only where it is complete: the clock tells any two images apart. */
		CLOCK;

		/** {@return whether the axis is time} */
		public boolean isTime() {
			return this == TIME || this == CLOCK;
		}
	}
}
