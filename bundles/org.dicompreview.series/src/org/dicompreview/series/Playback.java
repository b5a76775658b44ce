package org.dicompreview.series;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;

/**
 * How a stack plays as a film (PS3.3 C.7.6.5): along a time axis where it has one, else along its positions. Immutable; the
 * array is not to be changed.
 *
 * @param axis      which of {@link SliceStack#axes()} runs, or {@link #POSITION}
 * @param times     when each index along that axis is shown, in ms from the start, ascending; one more for the end
 * @param first     the index to start at, from 0: what Start Trim cuts off is not played
 * @param last      the index to end with
 * @param sweeping  whether it runs back from its end instead of starting over
 * @param stated    whether the file says the pace; {@link #RATE} holds otherwise
 */
public record Playback(int axis, double[] times, int first, int last, boolean sweeping, boolean stated) {

	/** In place of an axis: the positions run. */
	public static final int POSITION = -1;
	/** Images a second where the file says nothing. */
	public static final double RATE = 10;

	/** The further axes that are a course of time. */
	private static final Set<String> TIMES = Set.of("time", "trigger", "phase", "respiration", "rr-interval", "time-slot", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			"time-slice"); //$NON-NLS-1$
	/** Further axes that most often are one, where they have more than two values and no other is. */
	private static final Set<String> COURSES = Set.of("acquisition", "repeat"); //$NON-NLS-1$ //$NON-NLS-2$
	private static final double SHORTEST = 1;
	private static final double LONGEST = 60_000;
	private static final int SWEEPING = 1;

	/**
	 * {@return how a stack plays, by Recommended Display Frame Rate, Frame Time Vector, Frame Time or Cine Rate, the first
	 * that its first image has}
	 *
	 * @param stack the stack
	 */
	public static Playback of(SliceStack stack) {
		int axis = timeAxis(stack.axes());
		int count = axis == POSITION ? stack.positions() : stack.axes().get(axis).size();
		Slice start = stack.slices().get(0);
		InstanceHeader instance = start.instance();
		Attributes attributes = instance.frameCount() > start.frame() ? instance.frame(start.frame()) : instance;
		double[] gaps = gaps(stack, axis, count, attributes);
		boolean stated = Arrays.stream(gaps).anyMatch(gap -> gap > 0);
		boolean whole = axis == POSITION && instance.frameCount() == count;
		int first = whole ? trim(attributes, Tag.START_TRIM, 1, count) : 0;
		int last = whole ? trim(attributes, Tag.STOP_TRIM, count, count) : count - 1;
		boolean sweeping = attributes.integer(Tag.PREFERRED_PLAYBACK_SEQUENCING).orElse(0) == SWEEPING;
		return new Playback(axis, sums(gaps), Math.min(first, last), last, sweeping, stated);
	}

	private static int timeAxis(List<Axis> axes) {
		for (int i = 0; i < axes.size(); i++) {
			if (TIMES.contains(axes.get(i).name())) {
				return i;
			}
		}
		for (int i = 0; i < axes.size(); i++) {
			if (COURSES.contains(axes.get(i).name()) && axes.get(i).size() > 2) {
				return i;
			}
		}
		return POSITION;
	}

	/** {@return the frame of a trim as an index; frames count from 1} */
	private static int trim(Attributes attributes, int tag, int otherwise, int count) {
		return Math.max(1, Math.min(attributes.integer(tag).orElse(otherwise), count)) - 1;
	}

	/** {@return how long each index stays, in ms; 0 where nothing says so} */
	private static double[] gaps(SliceStack stack, int axis, int count, Attributes attributes) {
		double[] gaps = new double[count];
		OptionalDouble rate = attributes.number(Tag.RECOMMENDED_DISPLAY_FRAME_RATE);
		if (rate.isPresent() && rate.getAsDouble() > 0) {
			Arrays.fill(gaps, bounded(1000 / rate.getAsDouble()));
			return gaps;
		}
		double[] times = frameTimes(stack, axis, count);
		for (int i = 0; i + 1 < count; i++) {
			double gap = times[i + 1] - times[i];
			gaps[i] = gap > 0 ? bounded(gap) : 0;
		}
		return gaps;
	}

	private static double bounded(double gap) {
		return Math.max(SHORTEST, Math.min(gap, LONGEST));
	}

	/** {@return the time of each index as the frames of one instance have it; NaN where there is none} */
	private static double[] frameTimes(SliceStack stack, int axis, int count) {
		InstanceHeader instance = stack.slices().get(0).instance();
		List<ImageFrame> frames = ImageFrame.all(instance);
		double[] times = new double[count];
		int[] coordinates = new int[stack.axes().size()];
		for (int i = 0; i < count; i++) {
			if (axis != POSITION) {
				coordinates[axis] = i;
			}
			times[i] = stack.slice(axis == POSITION ? i : 0, coordinates)
					.filter(slice -> slice.instance() == instance && slice.frame() < frames.size())
					.map(slice -> frames.get(slice.frame()).time()).orElse(Double.NaN);
		}
		return times;
	}

	/** What has no time of its own, such as the last image, stays as long as the others do on average. */
	private static double[] sums(double[] gaps) {
		double mean = Arrays.stream(gaps).filter(gap -> gap > 0).average().orElse(1000 / RATE);
		double[] times = new double[gaps.length + 1];
		for (int i = 0; i < gaps.length; i++) {
			times[i + 1] = times[i] + (gaps[i] > 0 ? gaps[i] : mean);
		}
		return times;
	}

	/** {@return images a second at normal speed, on average} */
	public double rate() {
		return 1000 * (last - first + 1) / run();
	}

	/**
	 * {@return how many images were due before the one that is due now, 0 at the start}
	 *
	 * @param elapsed  time since {@link #first()} came on screen at normal speed, in ms, at least 0
	 * @param sweeping whether it turns round at its ends, which are shown once then
	 */
	public long step(double elapsed, boolean sweeping) {
		double run = run();
		double period = period(sweeping);
		double place = elapsed % period;
		long within = place < run ? index(times[first] + place) - first
				: last - first + last - index(Math.nextDown(times[last] - (place - run)));
		return (long) (elapsed / period) * images(sweeping) + within;
	}

	/** {@return the index that a step shows} @param step as {@link #step} counts */
	public int indexOf(long step, boolean sweeping) {
		int within = (int) (step % images(sweeping));
		return within <= last - first ? first + within : last + last - first - within;
	}

	/** {@return ms at normal speed from {@code elapsed} until the next step is due, above 0} */
	public double untilNext(double elapsed, boolean sweeping) {
		double run = run();
		double place = elapsed % period(sweeping);
		if (place < run) {
			return times[index(times[first] + place) + 1] - times[first] - place;
		}
		double mirrored = times[last] - (place - run);
		return mirrored - times[index(Math.nextDown(mirrored))];
	}

	/** {@return when an index is due for the first time, in ms at normal speed since {@link #first()}} */
	public double due(int index) {
		return times[Math.max(first, Math.min(index, last))] - times[first];
	}

	private double run() {
		return times[last + 1] - times[first];
	}

	private double period(boolean sweeping) {
		return turns(sweeping) ? run() + times[last] - times[first + 1] : run();
	}

	private int images(boolean sweeping) {
		return turns(sweeping) ? 2 * (last - first) : last - first + 1;
	}

	private boolean turns(boolean sweeping) {
		return sweeping && last - first >= 2;
	}

	private int index(double time) {
		int found = Arrays.binarySearch(times, time);
		return Math.max(first, Math.min(found >= 0 ? found : -found - 2, last));
	}
}
