package org.dicompreview.rendering.internal.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.internal.frame.PreparedFrame;
import org.dicompreview.rendering.internal.planes.PreviewVolume;
import org.dicompreview.rendering.planes.ReformattedSlice;
import org.dicompreview.rendering.planes.ReformattedStack;
import org.dicompreview.series.Slice;

/**
 * The volumes of which pictures of other planes are made, within a quarter of the budget of the cache. They are filled in the
 * background, a few images of all of the stack first. What has no other guard is used under the loader's lock.
 */
final class Volumes {

	/** Until pictures are made anew while images come in. */
	private static final Duration PACE = Duration.ofMillis(150);
	/** Previews take no more than such a part of the time in which images come in. */
	private static final int PREVIEWS = 4;
	private static final int PART = 4;
	/** A volume that would have to be smaller than this part of its room is not made. */
	private static final int LEAST_PART = 8;

	/** A volume that is being filled. */
	private record Filling(PreviewVolume volume, BackgroundRequests<Slice> images) {
	}

	private final SharedFrameLoader loader;
	private final Workers workers;
	private final FrameCache cache;
	private final List<Filling> volumes = new ArrayList<>();
	/** The pictures that wait for more images. */
	private final Set<FrameKey> awaited = new HashSet<>();
	/** The stacks whose pictures are read row by row. */
	private final Set<ReformattedStack> direct = new HashSet<>();
	private boolean telling;
	private Duration pace = PACE;

	Volumes(SharedFrameLoader loader, Workers workers, FrameCache cache) {
		this.loader = loader;
		this.workers = workers;
		this.cache = cache;
	}

	/** {@return the volume of a picture, which is filled from now on; {@code null} if there is no room for it} */
	PreviewVolume get(ReformattedSlice picture) {
		Optional<PreviewVolume> known = known(picture);
		if (known.isPresent()) {
			return known.get();
		}
		long room;
		synchronized (loader.lock()) {
			room = cache.budget() / PART - reserved();
		}
		if (room < cache.budget() / PART / LEAST_PART) {
			return null;
		}
		return start(PreviewVolume.of(picture, room));
	}

	private PreviewVolume start(PreviewVolume volume) {
		BackgroundRequests<Slice> images = loader.openBackground(loaded -> put(volume, loaded), volume.columns(), volume.rows(), true);
		synchronized (loader.lock()) {
			Optional<PreviewVolume> other = volumes.stream().map(Filling::volume)
					.filter(each -> each.isOf(volume.picture())).findFirst();
			if (other.isPresent()) {
				loader.remove(images);
				return other.get();
			}
			volumes.add(new Filling(volume, images));
			cache.reserve(reserved());
			loader.trim();
			images.request(coarseToFine(volume.sources()), slice -> arrived(volume));
		}
		return volume;
	}

	private long reserved() {
		return volumes.stream().mapToLong(filling -> filling.volume().byteSize()).sum();
	}

	/** On a thread of the loader. */
	private static Slice put(PreviewVolume volume, LoadedFrame loaded) {
		volume.put(loaded.slice().position(), loaded.frame().map(PreparedFrame.class::cast));
		return loaded.slice();
	}

	/** {@return the images in an order such that those at the beginning lie far apart and cover all} */
	private static List<Slice> coarseToFine(List<Slice> all) {
		Set<Slice> order = new LinkedHashSet<>();
		for (int step = Integer.highestOneBit(Math.max(1, all.size() / 8)); step >= 1; step /= 2) {
			for (int i = step / 2; i < all.size(); i += step) {
				order.add(all.get(i));
			}
		}
		return List.copyOf(order);
	}

	private void arrived(PreviewVolume volume) {
		boolean now = volume.isComplete();
		synchronized (loader.lock()) {
			if (now) {
				awaited.clear();
				loader.startWorker();
			} else if (!telling) {
				telling = true;
				workers.later(this::tell, pace);
			}
		}
	}

	private void tell() {
		synchronized (loader.lock()) {
			telling = false;
			awaited.clear();
			loader.startWorker();
		}
	}

	/** {@return the volume of a picture, as far as it has come; absent if there is none} */
	Optional<PreviewVolume> known(ReformattedSlice picture) {
		synchronized (loader.lock()) {
			return volumes.stream().map(Filling::volume).filter(volume -> volume.isOf(picture)).findFirst();
		}
	}

	/** Notes that the pictures of a stack are read row by row. */
	void noteDirect(ReformattedStack stack) {
		synchronized (loader.lock()) {
			direct.add(stack);
		}
	}

	/** {@return whether pictures beside this one take little time: they are in memory as they are, or read row by row} */
	boolean isQuick(ReformattedSlice picture) {
		return direct.contains(picture.stack())
				|| known(picture).filter(volume -> volume.isFull() && volume.isComplete()).isPresent();
	}

	/** Lets a picture wait until more images have come, if any are missing. @param preview how long it took to make one of those that are there */
	void await(FrameKey key, PreviewVolume volume, Duration preview) {
		synchronized (loader.lock()) {
			pace = preview.multipliedBy(PREVIEWS).compareTo(PACE) > 0 ? preview.multipliedBy(PREVIEWS) : PACE;
			if (!volume.isComplete()) {
				awaited.add(key);
			}
		}
	}

	/** {@return whether a picture waits for more images} */
	boolean isAwaited(FrameKey key) {
		return awaited.contains(key);
	}

	/** Keeps no volume but those of some slices. */
	void retain(List<Slice> shown) {
		direct.removeIf(stack -> shown.stream().noneMatch(slice -> slice.stack() == stack));
		boolean removed = volumes.removeIf(filling -> {
			boolean unwanted = shown.stream()
					.noneMatch(slice -> slice instanceof ReformattedSlice picture && filling.volume().isOf(picture));
			if (unwanted) {
				loader.remove(filling.images());
			}
			return unwanted;
		});
		if (removed) {
			awaited.clear();
			cache.reserve(reserved());
		}
	}
}
