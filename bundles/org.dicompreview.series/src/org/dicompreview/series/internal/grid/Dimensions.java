package org.dicompreview.series.internal.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.Times;
import org.dicompreview.series.internal.grid.GridDimension.Policy;
import org.dicompreview.series.spi.Dimension;

/** The dimensions that are tried where images share a position; what says most about the images comes first. */
final class Dimensions {

	/** Kind of image: magnitude and phase, water and fat … */
	static final GridDimension TYPE = new GridDimension("type", label("type"), Policy.STACKS, Dimensions::type, Labels::types, //$NON-NLS-1$ //$NON-NLS-2$
			true);
	/** Diffusion weighting alone. */
	static final GridDimension B_VALUE = new GridDimension("b-value", label("b-value"), Policy.AXIS, //$NON-NLS-1$ //$NON-NLS-2$
			frame -> Value.of(Diffusion.weight(frame)), Labels.unit("s/mm²"), true); //$NON-NLS-1$
	/** Diffusion direction alone. */
	static final GridDimension DIRECTION = new GridDimension("direction", label("direction"), Policy.AXIS, //$NON-NLS-1$ //$NON-NLS-2$
			Diffusion::direction, Labels::directions, false);
	/** Weighting and direction together: there are no directions without weighting. */
	static final GridDimension DIFFUSION = new GridDimension("diffusion", label("diffusion"), Policy.AXIS, //$NON-NLS-1$ //$NON-NLS-2$
			Diffusion::value, Labels::diffusion, false);
	/** What nothing else tells apart. */
	static final GridDimension REPEAT = new GridDimension("repeat", label("repeat"), Policy.AXIS, frame -> Value.MISSING, //$NON-NLS-1$ //$NON-NLS-2$
			Labels.plain(), true);

	private static final List<GridDimension> BEFORE_CLOCK = List.of(TYPE, //
			text("kernel", Policy.STACKS, Tag.CONVOLUTION_KERNEL), //$NON-NLS-1$
			new GridDimension("time", label("temporal"), Policy.TIME, //$NON-NLS-1$ //$NON-NLS-2$
					number(Tag.TEMPORAL_POSITION_INDEX, Tag.TEMPORAL_POSITION_IDENTIFIER), Labels.plain(), true),
			new GridDimension("time", label("time"), Policy.TIME, number(Tag.TEMPORAL_POSITION_TIME_OFFSET), //$NON-NLS-1$ //$NON-NLS-2$
					Labels.unit("s"), true), //$NON-NLS-1$
			milliseconds("trigger", Tag.TRIGGER_TIME, Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME), //$NON-NLS-1$
			number("phase", Policy.TIME, "%", Tag.NOMINAL_PERCENTAGE_OF_CARDIAC_PHASE), //$NON-NLS-1$ //$NON-NLS-2$
			number("respiration", Policy.TIME, "%", Tag.NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE), //$NON-NLS-1$ //$NON-NLS-2$
			milliseconds("respiration", Tag.NOMINAL_RESPIRATORY_TRIGGER_DELAY_TIME), //$NON-NLS-1$
			milliseconds("time", Tag.FRAME_REFERENCE_TIME), //$NON-NLS-1$
			number("echo", Policy.AXIS_OR_STACKS, "ms", Tag.EFFECTIVE_ECHO_TIME, Tag.ECHO_TIME), //$NON-NLS-1$ //$NON-NLS-2$
			new GridDimension("echo", label("echo-number"), Policy.AXIS_OR_STACKS, number(Tag.ECHO_NUMBERS), //$NON-NLS-1$ //$NON-NLS-2$
					Labels.plain(), true),
			DIFFUSION, //
			vector("energy-window", Policy.AXIS, Tag.ENERGY_WINDOW_VECTOR), //$NON-NLS-1$
			vector("detector", Policy.AXIS, Tag.DETECTOR_VECTOR), //$NON-NLS-1$
			vector("rotation", Policy.AXIS, Tag.ROTATION_VECTOR), //$NON-NLS-1$
			vector("phase", Policy.TIME, Tag.PHASE_VECTOR), //$NON-NLS-1$
			vector("rr-interval", Policy.TIME, Tag.RR_INTERVAL_VECTOR), //$NON-NLS-1$
			vector("time-slot", Policy.TIME, Tag.TIME_SLOT_VECTOR), //$NON-NLS-1$
			vector("time-slice", Policy.TIME, Tag.TIME_SLICE_VECTOR), //$NON-NLS-1$
			vector("angular-view", Policy.AXIS, Tag.ANGULAR_VIEW_VECTOR), //$NON-NLS-1$
			vector("slice", Policy.AXIS, Tag.SLICE_VECTOR), //$NON-NLS-1$
			number("inversion-time", Policy.AXIS_OR_STACKS, "ms", Tag.INVERSION_TIME), //$NON-NLS-1$ //$NON-NLS-2$
			number("flip-angle", Policy.AXIS_OR_STACKS, "°", Tag.FLIP_ANGLE), //$NON-NLS-1$ //$NON-NLS-2$
			number("repetition-time", Policy.AXIS_OR_STACKS, "ms", Tag.REPETITION_TIME), //$NON-NLS-1$ //$NON-NLS-2$
			number("voltage", Policy.AXIS_OR_STACKS, "kV", Tag.KVP), //$NON-NLS-1$ //$NON-NLS-2$
			text("sequence", Policy.AXIS_OR_STACKS, Tag.SEQUENCE_NAME)); //$NON-NLS-1$

	private static final List<GridDimension> FROM_CLOCK = List.of(
			new GridDimension("time", label("time"), Policy.TIME, Dimensions::frameTime, Labels::milliseconds, true), //$NON-NLS-1$ //$NON-NLS-2$
			new GridDimension("time", label("acquisition-time"), Policy.CLOCK, //$NON-NLS-1$ //$NON-NLS-2$
					frame -> Value.of(Times.acquired(frame.attributes())), Labels::sinceFirst, true),
			new GridDimension("acquisition", label("acquisition"), Policy.AXIS_OR_STACKS, //$NON-NLS-1$ //$NON-NLS-2$
					number(Tag.FRAME_ACQUISITION_NUMBER, Tag.ACQUISITION_NUMBER), Labels.plain(), true),
			new GridDimension("time", label("content-time"), Policy.CLOCK, //$NON-NLS-1$ //$NON-NLS-2$
					frame -> Value.of(Times.content(frame.attributes())), Labels::sinceFirst, true));

	/** Dimensions that are the position itself or named by an attribute above. */
	private static final Set<Integer> NO_AXIS = Set.of(Tag.STACK_ID, Tag.IN_STACK_POSITION_NUMBER,
			Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_POSITION_VOLUME);
	private static final int MOST_DIMENSIONS = 16;

	private Dimensions() {
	}

	/** {@return all dimensions to try for these frames, in this order} @param others those of other plug-ins, which go first */
	static List<GridDimension> of(List<ImageFrame> frames, List<Dimension> others) {
		List<GridDimension> all = new ArrayList<>();
		others.forEach(other -> all.add(GridDimension.of(other)));
		all.addAll(BEFORE_CLOCK);
		all.addAll(stated(frames.get(0)));
		all.addAll(FROM_CLOCK);
		return all;
	}

	/** The dimensions that the instance itself declares (PS3.3 C.7.6.17), for what has no attribute of its own. */
	private static List<GridDimension> stated(ImageFrame frame) {
		List<Attributes> declared = frame.instance().items(Tag.DIMENSION_INDEX_SEQUENCE);
		List<GridDimension> result = new ArrayList<>();
		for (int i = 0; i < Math.min(declared.size(), MOST_DIMENSIONS); i++) {
			Attributes item = declared.get(i);
			OptionalDouble pointer = item.number(Tag.DIMENSION_INDEX_POINTER);
			if (pointer.isPresent() && NO_AXIS.contains((int) (long) pointer.getAsDouble())) {
				continue;
			}
			int index = i;
			String label = item.string(Tag.DIMENSION_DESCRIPTION_LABEL).orElse(label("dimension")); //$NON-NLS-1$
			result.add(new GridDimension("dimension-" + (i + 1), label, Policy.AXIS, //$NON-NLS-1$
					each -> indexValue(each, index), Labels.plain(), true));
		}
		return result;
	}

	private static Value indexValue(ImageFrame frame, int index) {
		double[] values = frame.attributes().numbers(Tag.DIMENSION_INDEX_VALUES);
		return index < values.length ? Value.of(values[index]) : Value.MISSING;
	}

	private static Value type(ImageFrame frame) {
		Attributes attributes = frame.attributes();
		List<String> type = attributes.strings(Tag.FRAME_TYPE);
		if (type.isEmpty()) {
			type = attributes.strings(Tag.IMAGE_TYPE);
		}
		String component = attributes.string(Tag.COMPLEX_IMAGE_COMPONENT).orElse(""); //$NON-NLS-1$
		String text = String.join("/", type); //$NON-NLS-1$
		return Value.of(component.isEmpty() ? text : text + '/' + component);
	}

	private static Value frameTime(ImageFrame frame) {
		return frame.instance().frameCount() < 2 ? Value.MISSING : Value.of(frame.time());
	}

	private static GridDimension number(String name, Policy policy, String unit, int... tags) {
		return new GridDimension(name, label(name), policy, number(tags), Labels.unit(unit), true);
	}

	private static GridDimension milliseconds(String name, int... tags) {
		return new GridDimension(name, label(name), Policy.TIME, number(tags), Labels::milliseconds, true);
	}

	/** {@return an index of Nuclear Medicine, which has one value for each frame (PS3.3 C.8.4.8)} */
	private static GridDimension vector(String name, Policy policy, int tag) {
		return new GridDimension(name, label(name), policy, frame -> Value.of(frame.element(tag).orElse(Double.NaN)),
				Labels.plain(), true);
	}

	private static GridDimension text(String name, Policy policy, int tag) {
		return new GridDimension(name, label(name), policy, frame -> Value.of(String.join(" ", //$NON-NLS-1$
				frame.attributes().strings(tag))), Labels.plain(), true);
	}

	/** {@return the first of these attributes that has a number} */
	private static Function<ImageFrame, Value> number(int... tags) {
		return frame -> {
			for (int tag : tags) {
				OptionalDouble number = frame.attributes().number(tag);
				if (number.isPresent()) {
					return Value.of(number.getAsDouble());
				}
			}
			return Value.MISSING;
		};
	}

	private static String label(String name) {
		return Messages.text("axis." + name); //$NON-NLS-1$
	}
}
