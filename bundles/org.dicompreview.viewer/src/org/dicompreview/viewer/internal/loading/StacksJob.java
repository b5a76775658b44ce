package org.dicompreview.viewer.internal.loading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dicompreview.rendering.planes.PlaneOffer;
import org.dicompreview.rendering.planes.ReformattedKey;
import org.dicompreview.rendering.planes.ReformattedStack;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.SlicePlace;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Groups and orders the images of a series and finds the one to begin with, off the UI thread. */
public final class StacksJob extends Job {

	/** What the job has found. @param stacks all stacks @param stack where to begin @param start the slice to begin with */
	public record Found(int version, List<SliceStack> stacks, SliceStack stack, Slice start) {
	}

	/** Where the slider stands: what takes the place of a slice that is gone. @param path its slices @param index of its place */
	public record Standing(List<Slice> path, int index) {

		/** Nowhere in the series. */
		public static final Standing NOWHERE = new Standing(List.of(), 0);

		/** {@return the slices beside it, the next before the previous, the nearest first} */
		private Stream<Slice> beside() {
			return IntStream.range(1, path.size()).flatMap(distance -> IntStream.of(index + distance, index - distance))
					.filter(each -> each >= 0 && each < path.size()).mapToObj(path::get);
		}
	}

	/** Tells a frame from all others of a series. */
	private record Key(String sopInstanceUid, int frame) {

		static Key of(Slice slice) {
			return new Key(slice.instance().sopInstanceUid(), slice.frame());
		}
	}

	private final Series series;
	private final Optional<SlicePlace> wanted;
	private final Standing standing;
	private Found found;

	/**
	 * @param wanted   the place to begin with, if the series still has it
	 * @param standing where the slider stands, if it does in this series
	 */
	public StacksJob(Series series, Optional<SlicePlace> wanted, Standing standing) {
		super(NLS.bind(Messages.StacksJob_name, series.description()));
		this.series = series;
		this.wanted = wanted;
		this.standing = standing;
		setSystem(true);
		setPriority(Job.SHORT);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		if (!series.isFilled()) {
			series.stacks(); // gets the instances first: they are no change of what is shown then
		}
		int version = series.version();
		List<SliceStack> stacks = series.stacks();
		if (stacks.isEmpty()) {
			found = new Found(version, stacks, null, null);
		} else {
			SliceStack first = stacks.get(0);
			found = wanted.flatMap(place -> find(version, stacks, place)).or(() -> beside(version, stacks))
					.orElseGet(() -> new Found(version, stacks, first, first.start()));
			found.stack().findings(); // whoever shows the stack asks for them next
		}
		return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}

	private static Optional<Found> find(int version, List<SliceStack> stacks, SlicePlace place) {
		Optional<ReformattedKey> key = ReformattedKey.parse(place.sopInstanceUid());
		return key.isPresent() ? find(version, stacks, key.get()) : findImage(version, stacks, place);
	}

	/** {@return a picture of another plane, with all planes of its stack behind the images} */
	private static Optional<Found> find(int version, List<SliceStack> stacks, ReformattedKey key) {
		Optional<Slice> image = stacks.stream().flatMap(stack -> stack.slices().stream()).filter(key::isOf).findFirst();
		List<ReformattedStack> planes = image.map(slice -> PlaneOffer.of(slice.stack()).stacks(key.reformat())).orElse(List.of());
		List<SliceStack> all = Stream.concat(stacks.stream(), planes.stream()).toList();
		return image.flatMap(slice -> key.find(planes, slice)).map(slice -> new Found(version, all, slice.stack(), slice));
	}

	private static Optional<Found> findImage(int version, List<SliceStack> stacks, SlicePlace place) {
		List<Found> all = stacks.stream().flatMap(stack -> slices(stack, place)
				.map(slice -> new Found(version, stacks, stack, slice))).toList();
		return all.stream().filter(found -> found.start().instance().location().toString().equals(place.file())).findFirst()
				.or(() -> all.stream().findFirst());
	}

	/** {@return the neighbour of a slice that is gone} */
	private Optional<Found> beside(int version, List<SliceStack> stacks) {
		if (standing.path().isEmpty()) {
			return Optional.empty();
		}
		Map<Key, Found> all = new HashMap<>();
		stacks.forEach(stack -> stack.slices()
				.forEach(slice -> all.putIfAbsent(Key.of(slice), new Found(version, stacks, stack, slice))));
		return standing.beside().map(slice -> all.get(Key.of(slice))).filter(Objects::nonNull).findFirst();
	}

	private static Stream<Slice> slices(SliceStack stack, SlicePlace place) {
		return stack.slices().stream().filter(slice -> slice.frame() == place.frame()
				&& slice.instance().sopInstanceUid().equals(place.sopInstanceUid()));
	}

	/** {@return what was found; after the job is done} */
	public Found found() {
		return found;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == Viewport.JOB_FAMILY;
	}
}
