package org.dicompreview.viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.dicompreview.rendering.ColorMaps;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.planes.PlaneOffer;
import org.dicompreview.rendering.planes.Reformat;
import org.dicompreview.rendering.planes.ReformattedStack;
import org.dicompreview.series.Playback;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;

/**
 * What one viewport shows and how: subject, stack and slice as a {@link ViewportState}, the {@link Appearance} of its slices,
 * how it plays, and which picture is on the screen. Listeners hear of each change. Without widgets; for one thread, that of
 * the user interface.
 *
 * @since 0.1
 */
public final class ViewportModel {

	private static final double[] SPEEDS = { 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 4 };

	private final SliceNavigator navigator = new SliceNavigator();
	private final List<ViewportListener> listeners = new CopyOnWriteArrayList<>();
	private ViewportState state = ViewportState.of(new Subject.Nothing());
	private Appearance appearance = Appearance.DEFAULT;
	private List<PresentationStateChoice> presentationStates = List.of();
	private Optional<PlaneOffer> planes = Optional.empty();
	private PlaybackState playback = PlaybackState.STOPPED;
	private Optional<Boolean> chosenBackAndForth = Optional.empty();
	private Optional<RenderedSlice> rendered = Optional.empty();
	/** The window of what is rendered from now on, where nobody chose one; absent for that of each frame. */
	private Optional<VoiWindow> heldWindow = Optional.empty();
	/** Whether the next picture has the window of this one. */
	private boolean holding;
	private boolean oneWindow;
	private KeyImages keyImages = KeyImages.NONE;
	private boolean keyImagesOnly;
	/** With which slice another stack begins, where that is not its own start. */
	private Function<SliceStack, Optional<Slice>> starts = stack -> Optional.empty();
	/** The preset that the next picture gets; empty text for none. */
	private String wantedPreset = ""; //$NON-NLS-1$

	/** Adds who hears of changes. */
	public void addListener(ViewportListener listener) {
		listeners.add(listener);
	}

	/** Removes who heard of changes; also while they are told. */
	public void removeListener(ViewportListener listener) {
		listeners.remove(listener);
	}

	/** {@return what is shown now} */
	public ViewportState state() {
		return state;
	}

	/** {@return the series that is shown, if it is one} */
	public Optional<Series> series() {
		return state.series();
	}

	/** {@return the slice at which the sliders stand} */
	public Optional<Slice> slice() {
		return state.slice();
	}

	/** {@return where the sliders stand; moved through this model only} */
	public SliceNavigator navigator() {
		return navigator;
	}

	/** Shows something that has no images. */
	public void show(Subject subject) {
		stop();
		navigator.clear();
		become(ViewportState.of(subject), ViewingSettings.DEFAULT);
	}

	/**
	 * Shows the images of a series.
	 *
	 * @param subject  whose images
	 * @param stacks   all stacks
	 * @param stack    the stack to begin with
	 * @param start    the slice to begin with
	 * @param settings how another series than that on show is displayed; the same series keeps its settings
	 */
	public void show(Subject.Images subject, List<SliceStack> stacks, SliceStack stack, Slice start, ViewingSettings settings) {
		boolean same = state.stack().isPresent() && state.series().filter(series -> series == subject.of()).isPresent();
		stop();
		navigator.setReversed(same ? navigator.reversed() : settings.reversed());
		navigator.show(stack, start);
		ViewportState next = new ViewportState(same && state.slice().isPresent() ? state.identity() : Identity.next(), subject,
				List.copyOf(stacks), Optional.of(stack), Optional.of(start), navigator.reversed());
		if (same) {
			become(next);
		} else {
			become(next, settings);
		}
	}

	/** Shows something else, with the settings that go with it. */
	private void become(ViewportState next, ViewingSettings settings) {
		Appearance appearanceBefore = appearance;
		PlaybackState playbackBefore = playback;
		presentationStates = List.of();
		keyImages = KeyImages.NONE;
		keyImagesOnly = false;
		heldWindow = Optional.empty();
		wantedPreset = ""; //$NON-NLS-1$
		appearance = settings.appearance();
		chosenBackAndForth = Optional.empty();
		playback = new PlaybackState(false, settings.speed(), false);
		become(next);
		tellIf(!appearance.equals(appearanceBefore), listener -> listener.appearanceChanged(appearance));
		tellIf(!playback.equals(playbackBefore), listener -> listener.playbackChanged(playbackBefore, playback));
		tell(ViewportListener::presentationStatesChanged);
		tell(ViewportListener::keyImagesChanged);
	}

	/** Sets with which slice another stack begins that is chosen; absent for its own start. */
	void startBy(Function<SliceStack, Optional<Slice>> linked) {
		starts = linked;
	}

	/** Chooses another stack, from its start or where the viewports that it is linked with stand; what plays ends. {@return whether there is such a one} */
	public boolean chooseStack(int index) {
		if (index < 0 || index >= state.stacks().size()
				|| state.stack().filter(stack -> stack == state.stacks().get(index)).isPresent()) {
			return false;
		}
		stop();
		SliceStack stack = state.stacks().get(index);
		navigator.show(stack, starts.apply(stack).orElseGet(stack::start));
		moved();
		return true;
	}

	/**
	 * Moves the slider over the slices; what plays ends.
	 *
	 * @param index from 0 at its left end; out of range values go to the nearer end
	 * @return whether it moved
	 */
	public boolean moveTo(int index) {
		stop();
		return moved(navigator.moveTo(keyImagesOnly ? nearestKeyImage(index) : index));
	}

	/** {@return the place of the key image at or beyond an index in the direction of travel, else before it; the index where there is none} */
	private int nearestKeyImage(int index) {
		BitSet marked = markedOnSlider();
		if (marked.isEmpty()) {
			return index;
		}
		int within = Math.max(0, Math.min(index, navigator.count() - 1));
		int beyond = marked.nextSetBit(within);
		int before = marked.previousSetBit(within);
		boolean back = index < navigator.index();
		return beyond < 0 || back && before >= 0 ? before : beyond;
	}

	private BitSet markedOnSlider() {
		List<Slice> path = navigator.path();
		BitSet marked = new BitSet();
		for (int i = 0; i < path.size(); i++) {
			marked.set(i, keyImages.title(path.get(i)).isPresent());
		}
		return navigator.onSlider(marked);
	}

	/**
	 * {@return the key images among those on show, as far as that is known}
	 *
	 * @since 0.1.0
	 */
	public KeyImages keyImages() {
		return keyImages;
	}

	/**
	 * {@return whether the slider stops at key images only}
	 *
	 * @since 0.1.0
	 */
	public boolean keyImagesOnly() {
		return keyImagesOnly;
	}

	/**
	 * Lets the slider stop at key images only, beginning with the nearest one, or at every image. Where none of a stack is one
	 * it stops at every image anyway.
	 *
	 * @since 0.1.0
	 */
	public void setKeyImagesOnly(boolean on) {
		keyImagesOnly = on;
		tell(ViewportListener::keyImagesChanged);
		if (on) {
			moveTo(navigator.index());
		}
	}

	/**
	 * Takes up the key images that there are now.
	 *
	 * @param series for which they were looked for; nothing happens if another one is on show
	 * @param found  all of its study
	 * @since 0.1.0
	 */
	public void offer(Series series, KeyImages found) {
		if (series().filter(series::equals).isPresent() && !found.equals(keyImages)) {
			keyImages = found;
			tell(ViewportListener::keyImagesChanged);
		}
	}

	/** Moves the slider over the slices by a number of places, as far as there are any. {@return whether it moved} */
	public boolean moveBy(int delta) {
		return moveTo(navigator.index() + delta);
	}

	/** Moves along a further axis; what plays ends. {@return whether it moved} */
	public boolean moveAxis(int axis, int index) {
		stop();
		int axes = state.stack().map(stack -> stack.axes().size()).orElse(0);
		return axis < axes && moved(navigator.moveAxis(axis, index));
	}

	/**
	 * Moves in the order of the stack, for who plays it: what plays goes on.
	 *
	 * @param axis  a further axis or {@link Playback#POSITION}
	 * @param place index along it
	 * @return whether it moved
	 */
	public boolean playTo(int axis, int place) {
		return moved(navigator.moveToPlace(axis, place));
	}

	/** Reverses the slider; the slice stays. What plays ends. */
	public void reverse() {
		stop();
		navigator.setReversed(!navigator.reversed());
		moved();
	}

	private boolean moved(boolean really) {
		if (really) {
			moved();
		}
		return really;
	}

	private void moved() {
		moved(state.stacks());
	}

	private void moved(List<SliceStack> stacks) {
		Optional<Slice> slice = navigator.current();
		boolean same = slice.isPresent() == state.slice().isPresent();
		become(new ViewportState(same ? state.identity() : Identity.next(), state.subject(), stacks, navigator.stack(),
				slice, navigator.reversed()));
	}

	private void become(ViewportState next) {
		ViewportState before = state;
		holdWindow(before, next);
		state = next;
		boolean gone = rendered.isPresent() && !next.identity().equals(before.identity());
		if (gone) {
			rendered = Optional.empty();
		}
		tell(listener -> listener.stateChanged(before, next));
		tellIf(!before.subject().equals(next.subject()), listener -> listener.subjectChanged(next.subject()));
		tellIf(!before.stack().equals(next.stack()), listener -> listener.stackChanged(next.stack()));
		tellIf(!before.slice().equals(next.slice()), listener -> listener.sliceChanged(next.slice()));
		tellIf(gone, listener -> listener.renderedChanged(Optional.empty()));
	}

	/** Another time of the same place, or the next image of a film, keeps the window where nobody chose one. */
	private void holdWindow(ViewportState before, ViewportState next) {
		boolean sameStack = isSameStack(before, next);
		holding = oneWindow || sameStack && (playback.playing() || isSamePosition(before, next));
		heldWindow = holding && sameStack ? heldWindow.or(this::shownWindow) : Optional.empty();
	}

	private static boolean isSameStack(ViewportState before, ViewportState next) {
		return before.stack().equals(next.stack()) && before.stacks() == next.stacks() && before.subject() == next.subject();
	}

	private static boolean isSamePosition(ViewportState before, ViewportState now) {
		return before.slice().isPresent() && before.slice().map(Slice::position).equals(now.slice().map(Slice::position));
	}

	/** {@return the window of the picture on the screen} */
	private Optional<VoiWindow> shownWindow() {
		return rendered.filter(each -> each.frame().filter(DisplayFrame::windowable).isPresent())
				.flatMap(each -> each.settings().window().voiWindow()
						.or(() -> each.frame().map(frame -> frame.initialWindow().window())));
	}

	/** {@return how slices are displayed, as the person chose it} */
	public Appearance appearance() {
		return appearance;
	}

	/** {@return how the next picture is made: with the window that is kept from the last one, where one is} */
	public Appearance effectiveAppearance() {
		return heldWindow.isPresent() && appearance.settings().window().isFramesOwn() ? new Appearance(
				appearance.settings().withWindow(heldWindow), appearance.state(), appearance.placed()) : appearance;
	}

	/** {@return the settings as they are on screen: with the place that a presentation state gives, and the window kept} */
	public DisplaySettings settings() {
		return rendered.filter(each -> appearance.isPlacedByState() && each.appearance().equals(effectiveAppearance()))
				.map(RenderedSlice::settings).orElseGet(() -> effectiveAppearance().settings());
	}

	/** Changes how slices are displayed. @param edit makes other settings of those on screen */
	public void change(UnaryOperator<DisplaySettings> edit) {
		DisplaySettings shown = settings();
		if (edit.apply(shown).window().voiWindow().isEmpty()) {
			heldWindow = Optional.empty(); // that of the file is wanted
		}
		display(appearance.edited(edit, shown));
	}

	/**
	 * Displays values between black and white.
	 *
	 * @param center in modality values, for example HU
	 * @param width  in modality values, at least 1
	 * @since 0.1.0
	 */
	public void setWindow(double center, double width) {
		change(settings -> settings.withWindow(Optional.of(VoiWindow.linear(center, width))));
	}

	/**
	 * Chooses one of {@link DisplayFrame#presets()}. While the picture is awaited that is done when it comes, unless another
	 * window is chosen before.
	 *
	 * @param id of a preset; if there is no such one nothing changes
	 * @since 0.1.0
	 */
	public void choosePreset(String id) {
		wantedPreset = frame().isEmpty() && state.slice().isPresent() ? id : ""; //$NON-NLS-1$
		frame().map(DisplayFrame::presets).orElse(List.of()).stream().filter(preset -> preset.id().equals(id)).findFirst()
				.ifPresent(preset -> change(settings -> settings.withPreset(preset)));
	}

	/**
	 * Displays grey values in colours.
	 *
	 * @param id of {@link ColorMaps#ids()}; empty text for grey
	 * @since 0.1.0
	 */
	public void setColorMap(String id) {
		change(settings -> settings.withColorMap(id));
	}

	/** Displays slices as the file says, with the presentation state that is applied. */
	public void resetAppearance() {
		heldWindow = Optional.empty();
		display(new Appearance(DisplaySettings.DEFAULT, appearance.state(), false));
	}

	/** Applies a presentation state. @param choice absent for none */
	public void apply(Optional<PresentationStateChoice> choice) {
		display(appearance.withState(choice));
	}

	/** Displays slices in another way. */
	public void display(Appearance next) {
		if (!next.settings().window().equals(appearance.settings().window()) || !next.state().equals(appearance.state())) {
			heldWindow = Optional.empty(); // a person has chosen; what stays from now on is what they see then
			wantedPreset = ""; //$NON-NLS-1$
		}
		appearance = next;
		tell(listener -> listener.appearanceChanged(next));
	}

	/** {@return whether all slices of a stack have the window of the one that was on screen when that was chosen} */
	public boolean oneWindow() {
		return oneWindow;
	}

	/** Displays all slices of a stack with the window of the one on screen, or each with its own. */
	public void setOneWindow(boolean on) {
		oneWindow = on;
		holding = on;
		heldWindow = on ? shownWindow() : Optional.empty();
		tell(listener -> listener.appearanceChanged(appearance));
	}

	/** {@return the presentation states that can be applied} */
	public List<PresentationStateChoice> presentationStates() {
		return presentationStates;
	}

	/**
	 * Takes up the presentation states that there are now; one that is gone is applied no longer.
	 *
	 * @param stacks for which they were looked for; nothing happens if others are on show
	 * @param found  all that can be applied
	 */
	public void offer(List<SliceStack> stacks, List<PresentationStateChoice> found) {
		if (stacks != state.stacks()) {
			return;
		}
		presentationStates = List.copyOf(found);
		tell(ViewportListener::presentationStatesChanged);
		Optional<String> applied = appearance.state().map(PresentationStateChoice::uid);
		if (applied.isPresent() && found.stream().noneMatch(each -> each.uid().equals(applied.get()))) {
			apply(Optional.empty());
		}
	}

	/** {@return which other planes the stack on show offers, or that of which a plane is on show; absent before that is known} */
	public Optional<PlaneOffer> planes() {
		return planes.filter(offer -> sourceStack().filter(stack -> stack == offer.stack()).isPresent());
	}

	/** {@return the stack on show, or that of which a plane is on show} */
	public Optional<SliceStack> sourceStack() {
		return state.stack().map(stack -> stack instanceof ReformattedStack plane ? plane.source() : stack);
	}

	/** {@return how the pictures on show are made of others; absent while images are on show} */
	public Optional<Reformat> reformat() {
		return state.stack().filter(ReformattedStack.class::isInstance).map(stack -> ((ReformattedStack) stack).reformat());
	}

	/** Takes up what other planes there are. @param offer of the stack on show; nothing happens if another one is */
	public void offer(PlaneOffer offer) {
		if (sourceStack().filter(stack -> stack == offer.stack()).isPresent()) {
			planes = Optional.of(offer);
			tell(ViewportListener::planesChanged);
		}
	}

	/**
	 * Shows another plane of the stack on show; what plays ends.
	 *
	 * @param reformat how its pictures are made
	 * @param through  a point in mm through which the first picture lies; absent for where linked viewports stand, else the
	 *                 middle
	 * @return whether the stack offers planes; if not nothing happens
	 */
	public boolean showPlane(Reformat reformat, Optional<Vector3> through) {
		List<ReformattedStack> offered = planes().map(offer -> offer.stacks(reformat)).orElse(List.of());
		Optional<ReformattedStack> stack = offered.stream().filter(each -> each.reformat().equals(reformat)).findFirst();
		if (stack.isEmpty()) {
			return false;
		}
		stop();
		int[] coordinates = new int[stack.get().axes().size()];
		Arrays.setAll(coordinates, navigator::coordinate);
		Slice start = through.map(point -> stack.get().nearest(point, coordinates)).or(() -> starts.apply(stack.get()))
				.orElseGet(() -> stack.get().slice(stack.get().positions() / 2, coordinates).orElseThrow());
		List<SliceStack> stacks = new ArrayList<>(images(state.stacks()));
		stacks.addAll(offered);
		navigator.show(stack.get(), start);
		moved(List.copyOf(stacks));
		return true;
	}

	/** Shows the images again of which other planes were shown; what plays ends. {@return whether others were} */
	public boolean showImages() {
		Optional<SliceStack> images = reformat().flatMap(reformat -> sourceStack());
		return images.isPresent() && chooseStack(state.stacks().indexOf(images.get()));
	}

	/** {@return the stacks of images among some, without other planes} */
	private static List<SliceStack> images(List<SliceStack> stacks) {
		return stacks.stream().filter(stack -> !(stack instanceof ReformattedStack)).toList();
	}

	/** {@return how the stack on show plays; absent if there is nothing to play} */
	public Optional<Playback> film() {
		return navigator.stack().map(Playback::of).filter(film -> film.last() > film.first());
	}

	/** {@return whether and how it plays} */
	public PlaybackState playback() {
		return playback;
	}

	/** Plays the stack from where it stands; nothing happens if there is nothing to play, or it plays. */
	public void play() {
		if (!playback.playing()) {
			film().ifPresent(film -> play(
					new PlaybackState(true, playback.speed(), chosenBackAndForth.orElse(film.sweeping()))));
		}
	}

	/** Ends playing where the stack stands. */
	public void stop() {
		if (playback.playing()) {
			play(new PlaybackState(false, playback.speed(), playback.backAndForth()));
		}
	}

	/** Plays faster or slower. @param factor of the normal pace, above 0 */
	public void setSpeed(double factor) {
		play(new PlaybackState(playback.playing(), factor, playback.backAndForth()));
	}

	/** Takes the next of the usual paces. @param direction 1 for a faster one, -1 for a slower one */
	public void changeSpeed(int direction) {
		int next = -1;
		for (int i = 0; i < SPEEDS.length; i++) {
			boolean beyond = direction > 0 ? SPEEDS[i] > playback.speed() : SPEEDS[i] < playback.speed();
			if (beyond && (next < 0 || direction < 0)) {
				next = i;
			}
		}
		if (next >= 0) {
			setSpeed(SPEEDS[next]);
		}
	}

	/** Runs back from the end, or starts over there, whatever the file says. */
	public void setBackAndForth(boolean on) {
		chosenBackAndForth = Optional.of(on);
		play(new PlaybackState(playback.playing(), playback.speed(), on));
	}

	private void play(PlaybackState next) {
		PlaybackState before = playback;
		playback = next;
		tell(listener -> listener.playbackChanged(before, next));
	}

	/** {@return the picture on the screen; absent while the first one is awaited, and where there is none} */
	public Optional<RenderedSlice> rendered() {
		return rendered;
	}

	/** {@return the frame on the screen, as the presentation state shows it} */
	public Optional<DisplayFrame> frame() {
		return rendered.flatMap(RenderedSlice::frame);
	}

	/**
	 * Takes up a picture that has come to the screen. Called by who shows this model.
	 *
	 * @param picture the picture; one of another identity than that on show is ignored
	 */
	public void setRendered(RenderedSlice picture) {
		if (!picture.identity().equals(state.identity())) {
			return;
		}
		rendered = Optional.of(picture);
		if (holding && heldWindow.isEmpty() && !picture.coarse()) {
			heldWindow = shownWindow();
		}
		tell(listener -> listener.renderedChanged(rendered));
		if (!wantedPreset.isEmpty() && !picture.coarse()) {
			choosePreset(wantedPreset);
		}
	}

	/** Lets go of the picture. Called by who showed this model and is closed. */
	public void releaseRendered() {
		rendered = Optional.empty();
	}

	/** {@return how the series on show is looked at, for the next time} */
	public ViewingSettings viewingSettings() {
		return new ViewingSettings(appearance, navigator.reversed(), playback.speed());
	}

	/** {@return the place of the slice on show, which outlives its objects} */
	public Optional<SlicePlace> place() {
		return series().flatMap(series -> slice().map(slice -> SlicePlace.of(series, slice)));
	}

	private void tellIf(boolean changed, Consumer<ViewportListener> change) {
		if (changed) {
			tell(change);
		}
	}

	private void tell(Consumer<ViewportListener> change) {
		listeners.forEach(change);
	}
}
