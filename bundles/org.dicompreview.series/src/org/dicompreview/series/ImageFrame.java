package org.dicompreview.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;

/**
 * One frame of one instance while it is grouped and ordered: what rules for grouping and
 * ordering see. Short-lived and, like them, confined to one thread.
 */
public final class ImageFrame {

	private final InstanceHeader instance;
	private final int frame;
	/** Shared by the frames of an instance: vectors with a value for each frame would be read again for each. */
	private final Map<Integer, double[]> vectors;
	private Attributes attributes;
	private Optional<Plane> plane;

	/**
	 * @param instance an instance with pixels
	 * @param frame    the frame, from 0
	 */
	public ImageFrame(InstanceHeader instance, int frame) {
		this(instance, frame, new HashMap<>(4));
	}

	private ImageFrame(InstanceHeader instance, int frame, Map<Integer, double[]> vectors) {
		this.instance = Objects.requireNonNull(instance);
		this.frame = frame;
		this.vectors = vectors;
	}

	/**
	 * {@return all frames of an instance; one where the file holds not even that, so that the instance has a slot}
	 *
	 * @param instance an instance with pixels
	 */
	public static List<ImageFrame> all(InstanceHeader instance) {
		int count = Math.max(1, instance.frameCount());
		Map<Integer, double[]> shared = new HashMap<>(4);
		List<ImageFrame> frames = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			frames.add(new ImageFrame(instance, i, shared));
		}
		return frames;
	}

	/** {@return the instance} */
	public InstanceHeader instance() {
		return instance;
	}

	/** {@return the frame within the instance, from 0} */
	public int frame() {
		return frame;
	}

	/** {@return the attributes of this frame, its functional groups first; see {@link InstanceHeader#frame(int)}} */
	public Attributes attributes() {
		if (attributes == null) {
			attributes = frame < instance.frameCount() ? instance.frame(frame) : instance;
		}
		return attributes;
	}

	/**
	 * {@return where this frame lies: from Image Plane attributes, functional groups, Grid Frame Offset Vector or the
	 * slice vector of Nuclear Medicine; absent where they are missing or make no sense}
	 */
	public Optional<Plane> plane() {
		if (plane == null) {
			plane = Planes.of(this);
		}
		return plane;
	}

	/**
	 * {@return Image Position (Patient) in mm, also of a frame without a plane; absent where it is missing or makes no
	 * sense}
	 *
	 * @since 0.1
	 */
	public Optional<Vector3> position() {
		return Planes.position(attributes(), Tag.IMAGE_POSITION_PATIENT);
	}

	/**
	 * {@return the time since the first frame of the instance, in ms (PS3.3 C.7.6.5); NaN if the file does not say}
	 *
	 * @since 0.1
	 */
	public double time() {
		OptionalDouble passed = elementsUpToHere(Tag.FRAME_TIME_VECTOR);
		if (passed.isPresent()) {
			return passed.getAsDouble();
		}
		double step = step(attributes());
		return step > 0 ? step * frame : Double.NaN;
	}

	private static double step(Attributes attributes) {
		OptionalDouble time = attributes.number(Tag.FRAME_TIME);
		if (time.isPresent() && time.getAsDouble() > 0) {
			return time.getAsDouble();
		}
		for (int tag : new int[] { Tag.CINE_RATE, Tag.RECOMMENDED_DISPLAY_FRAME_RATE }) {
			OptionalDouble rate = attributes.number(tag);
			if (rate.isPresent() && rate.getAsDouble() > 0) {
				return 1000 / rate.getAsDouble();
			}
		}
		return Double.NaN;
	}

	/**
	 * {@return the value for this frame in an attribute of the instance that has one value for each frame, such as
	 * Slice Vector; empty if it has none}
	 *
	 * @param tag the attribute
	 */
	public OptionalDouble element(int tag) {
		return at(vectors.computeIfAbsent(tag, instance::numbers), frame);
	}

	/**
	 * {@return the sum of the values from the second frame to this one, for attributes that give steps, such as Frame
	 * Time Vector; empty if there is none for this frame}
	 *
	 * @param tag the attribute
	 */
	public OptionalDouble elementsUpToHere(int tag) {
		return at(vectors.computeIfAbsent(~tag, key -> sums(instance.numbers(tag))), frame);
	}

	/**
	 * {@return the value for the first frame in an attribute that has one for each frame}
	 *
	 * @param tag the attribute
	 */
	public OptionalDouble firstElement(int tag) {
		return at(vectors.computeIfAbsent(tag, instance::numbers), 0);
	}

	private static OptionalDouble at(double[] values, int index) {
		return index < values.length ? OptionalDouble.of(values[index]) : OptionalDouble.empty();
	}

	private static double[] sums(double[] steps) {
		double[] sums = new double[steps.length];
		for (int i = 1; i < sums.length; i++) {
			sums[i] = sums[i - 1] + steps[i];
		}
		return sums;
	}

	@Override
	public String toString() {
		return instance.location() + " #" + (frame + 1); //$NON-NLS-1$
	}
}
