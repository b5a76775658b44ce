package org.dicompreview.viewer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import org.dicompreview.rendering.overlay.ImageOverlay;
import org.dicompreview.rendering.overlay.OverlayPicture;
import org.dicompreview.series.Slice;

/**
 * What can be laid over the images of a viewport, how a person wants to see it, and what of it is on the slice on show. Without
 * widgets; for one thread, that of the user interface.
 *
 * @since 0.1.0
 */
public final class ViewportOverlays {

	/** What was worked out for one slice. */
	private record Pictures(Slice slice, Map<String, OverlayPicture> byId) {
	}

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	/** What a person chose, by the id of the overlay; stays while other series are shown. */
	private final Map<String, OverlayChoice> chosen = new HashMap<>();
	private List<OverlayChoice> choices = List.of();
	private Optional<Pictures> pictures = Optional.empty();

	/** Adds who hears that choices or pictures are others now. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	/** Removes who heard. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	/** {@return what can be laid over the images on show, as it is to be seen} */
	public List<OverlayChoice> choices() {
		return choices;
	}

	/**
	 * Changes how an overlay is seen.
	 *
	 * @param id   of the overlay; if there is no such one nothing happens
	 * @param edit makes another choice of the one that counts now
	 */
	public void change(String id, UnaryOperator<OverlayChoice> edit) {
		Optional<OverlayChoice> before = choices.stream().filter(choice -> choice.overlay().id().equals(id)).findFirst();
		before.map(edit).filter(now -> !now.equals(before.get())).ifPresent(now -> {
			chosen.put(id, now);
			choices = choices.stream().map(choice -> choice == before.get() ? now : choice).toList();
			tell();
		});
	}

	/** Takes up what can be laid over the images that are on show now. Called by who shows them. */
	public void offer(List<ImageOverlay> found) {
		if (found.isEmpty() && choices.isEmpty()) {
			return;
		}
		choices = found.stream().map(overlay -> Optional.ofNullable(chosen.get(overlay.id()))
				.map(choice -> choice.with(overlay)).orElseGet(() -> OverlayChoice.of(overlay))).toList();
		pictures = Optional.empty();
		tell();
	}

	/** Takes up what overlays have on a slice, by their ids. Called by who shows the slice. */
	public void setPictures(Slice slice, Map<String, OverlayPicture> byId) {
		pictures = Optional.of(new Pictures(slice, Map.copyOf(byId)));
		tell();
	}

	/** {@return what an overlay has on a slice; absent as long as that is not known} */
	public Optional<OverlayPicture> picture(Slice slice, OverlayChoice choice) {
		return pictures.filter(known -> known.slice().equals(slice)).map(known -> known.byId().get(choice.overlay().id()));
	}

	/** {@return whether all that is to be seen on a slice is known} */
	public boolean isSettled(Slice slice) {
		return choices.stream().noneMatch(choice -> choice.shown() && picture(slice, choice).isEmpty());
	}

	private void tell() {
		listeners.forEach(Runnable::run);
	}
}
