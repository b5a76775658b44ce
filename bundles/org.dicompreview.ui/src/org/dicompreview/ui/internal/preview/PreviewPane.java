package org.dicompreview.ui.internal.preview;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.series.Playback;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Stack;
import org.dicompreview.ui.internal.preview.AnnotationPainter.Annotations;
import org.dicompreview.ui.internal.preview.PreviewMemory.Place;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * The picture with its sliders. Shows one series at a time; reading, ordering, decoding and rendering happen elsewhere, the
 * newest wish wins. UI thread only.
 */
final class PreviewPane extends Composite implements CinePlayer.Stage {

	/** Hears what a person should see of the pane elsewhere, on the UI thread. */
	interface Listener {

		/** Another slice is the current one. */
		void sliceChanged();

		/** What is shown, or how, has changed in a way that commands show. */
		void looksChanged();
	}

	private static final int SLOW_MS = 250;

	private final Display display;
	private final PreviewMemory memory;
	private final PictureFlow flow;
	private final FittingStates fittingStates;
	private final CinePlayer player;
	private final SliceNavigator navigator = new SliceNavigator();
	private final Combo stackChoice;
	private final FrameCanvas canvas;
	private final AxisBar axisBar;
	private final SliceBar sliceBar;
	private final StatusBar status;
	private Listener listener;

	private Series series;
	private int shownVersion;
	private StacksJob stacksJob;
	private List<Stack> stacks = List.of();
	private Optional<Playback> playback = Optional.empty();
	private List<StateChoice> states = List.of();
	private RenderJob.Result shown;
	private Slice awaited;

	PreviewPane(Composite parent, FrameLoader loader, FrameRenderer renderer, PresentationStates states,
			PreviewMemory memory) {
		super(parent, SWT.NONE);
		this.memory = memory;
		display = parent.getDisplay();
		flow = new PictureFlow(loader, renderer, result -> inUi(() -> present(result)));
		fittingStates = new FittingStates(states, found -> inUi(() -> offer(found)));
		player = new CinePlayer(display, this);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		stackChoice = new Combo(this, SWT.READ_ONLY | SWT.DROP_DOWN);
		stackChoice.setToolTipText(Messages.PreviewPane_stacks);
		stackChoice.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(e -> chooseStack(stackChoice.getSelectionIndex())));
		canvas = new FrameCanvas(this);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
		axisBar = new AxisBar(this, this::moveAxis);
		sliceBar = new SliceBar(this, this::moveTo);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(sliceBar);
		status = new StatusBar(this);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(status);
		canvas.addListener(SWT.Resize, e -> flow.setSize(canvas.deviceSize()));
		canvas.onPainted(player::painted);
		new CanvasMouse(this, canvas);
		sliceBar.scale().addListener(SWT.MouseVerticalWheel, e -> {
			moveBy(-Integer.signum(e.count));
			e.doit = false;
		});
		flow.onCacheChange(() -> inUi(this::showCached));
		addListener(SWT.Dispose, e -> close());
		canvas.showMessage(Messages.PreviewPane_empty, Annotations.NONE);
		showStacks();
	}

	/**
	 * Shows a series.
	 *
	 * @param newSeries the series
	 * @param wanted    the place in it; absent for where the user left it, else its start
	 */
	void show(Series newSeries, Optional<Place> wanted) {
		if (stacksJob != null) {
			stacksJob.cancel();
			stacksJob = null; // also if what it was for comes too late: its result is no longer wanted
		}
		if (newSeries == series && wanted.isEmpty() && newSeries.version() == shownVersion) {
			return;
		}
		StacksJob mine = stacksJob = new StacksJob(newSeries, wanted.or(() -> memory.place(newSeries.uid())));
		mine.addJobChangeListener(IJobChangeListener.onDone(e -> inUi(() -> {
			if (stacksJob == mine && e.getResult().isOK()) {
				presentStacks(newSeries, mine.found());
			}
		})));
		mine.schedule();
	}

	/** Takes up what a scan has found since. */
	void refresh() {
		if (series == null) {
			return;
		}
		if (series.version() == shownVersion) {
			fittingStates.find(series, stacks);
		} else if (series.instances().isEmpty()) {
			clear();
		} else {
			show(series, navigator.current().map(this::placeOf));
		}
	}

	/** Shows nothing. */
	void clear() {
		rememberPlace();
		player.stop();
		series = null;
		stacks = List.of();
		states = List.of();
		navigator.clear();
		nothing(Messages.PreviewPane_empty);
		showStacks();
		changed();
	}

	private void presentStacks(Series newSeries, StacksJob.Found found) {
		if (series != newSeries) {
			rememberPlace();
			series = newSeries;
			states = List.of();
			flow.setLooks(memory.looks(series.uid()));
			player.reset(memory.speed(series.uid()));
			navigator.setReversed(memory.reversed(series.uid()));
		}
		player.stop();
		shownVersion = found.version();
		stacks = found.stacks();
		if (stacks.isEmpty()) {
			navigator.clear();
			nothing(NLS.bind(Messages.PreviewPane_noImages, series.description()));
			showStacks();
			changed();
			return;
		}
		navigator.show(found.stack(), found.start());
		showStacks();
		request();
		listener.looksChanged();
		fittingStates.find(series, stacks);
	}

	/** Drops the picture and what is awaited. */
	private void nothing(String message) {
		shown = null;
		awaited = null;
		flow.pause();
		canvas.showMessage(message, Annotations.NONE);
	}

	private void changed() {
		listener.sliceChanged();
		listener.looksChanged();
	}

	/** Takes up the presentation states that there are now; one that is gone is applied no longer. */
	private void offer(List<StateChoice> found) {
		states = found;
		Optional<StateChoice> applied = flow.looks().state();
		if (applied.isPresent() && found.stream().noneMatch(each -> each.uid().equals(applied.get().uid()))) {
			applyState(Optional.empty());
		}
		listener.looksChanged();
	}

	private void showStacks() {
		stackChoice.setItems(stacks.stream().map(Stack::label).toArray(String[]::new));
		navigator.stack().ifPresent(stack -> stackChoice.select(stacks.indexOf(stack)));
		show(stackChoice, stacks.size() > 1);
		axisBar.show(navigator);
		show(axisBar, !axisBar.scales().isEmpty());
		sliceBar.show(navigator);
		showMarks();
		playback = navigator.stack().map(Playback::of).filter(film -> film.last() > film.first());
		status.showRule(navigator.stack().map(this::ruleText).orElse("")); //$NON-NLS-1$
		layout(true, true);
	}

	private static void show(Control control, boolean visible) {
		control.setVisible(visible);
		GridDataFactory.fillDefaults().grab(true, false).exclude(!visible).applyTo(control);
	}

	private String ruleText(Stack stack) {
		return NLS.bind(navigator.reversed() ? Messages.PreviewPane_ruleReversed : Messages.PreviewPane_ruleText, stack.rule());
	}

	private void showMarks() {
		BitSet marked = new BitSet();
		navigator.stack().ifPresent(stack -> stack.findings().forEach(finding -> finding.slices()
				.forEach(slice -> marked.set(navigator.reversed() ? navigator.count() - 1 - slice.position() : slice.position()))));
		sliceBar.track().show(navigator.count(), marked);
	}

	private void showCached() {
		sliceBar.track().setCached(navigator.onSlider(flow.cached()));
	}

	void chooseStack(int index) {
		if (index >= 0 && index < stacks.size() && !navigator.stack().equals(Optional.of(stacks.get(index)))) {
			player.stop();
			navigator.show(stacks.get(index), stacks.get(index).start());
			showStacks();
			request();
			listener.looksChanged();
		}
	}

	/** Moves to another stack of the series. */
	void chooseNextStack(int delta) {
		chooseStack(stackChoice.getSelectionIndex() + delta);
	}

	/** Moves the slider to a place, from 0 at its left end; what plays ends. */
	void moveTo(int index) {
		player.stop();
		if (navigator.moveTo(index)) {
			moved();
		}
	}

	/** Moves by a number of places, as far as there are any: the slider that has the focus, else the one over the slices. */
	void step(int delta) {
		int axis = axisBar.focused();
		if (axis < 0) {
			moveBy(delta);
		} else {
			moveAxis(axis, navigator.coordinate(axis) + delta);
		}
	}

	/** Moves the slider over the slices by a number of places, as far as there are any. */
	void moveBy(int delta) {
		moveTo(navigator.index() + delta);
	}

	/** Moves along a further axis; what plays ends. */
	void moveAxis(int axis, int index) {
		player.stop();
		if (axis < navigator.stack().map(stack -> stack.axes().size()).orElse(0) && navigator.moveAxis(axis, index)) {
			moved();
		}
	}

	/** Reverses the slider; the slice stays. */
	void reverse() {
		player.stop();
		navigator.setReversed(!navigator.reversed());
		showStacks();
		request();
		listener.looksChanged();
	}

	private void moved() {
		axisBar.move(navigator);
		sliceBar.move(navigator);
		request();
	}

	private void request() {
		Optional<Slice> slice = navigator.current();
		if (slice.isEmpty()) {
			nothing(Messages.PreviewPane_gap);
		} else {
			awaited = slice.get();
			flow.request(stacks, navigator.path(), navigator.pathIndex());
			if (!player.playing()) {
				display.timerExec(SLOW_MS, () -> noteSlow(slice.get()));
			}
		}
		listener.sliceChanged();
	}

	private void noteSlow(Slice slice) {
		if (!isDisposed() && slice == awaited) {
			status.showProbe(Messages.PreviewPane_loading);
		}
	}

	private void present(RenderJob.Result result) {
		RenderJob.Request request = result.request();
		if (request.owner() != stacks) {
			return;
		}
		shown = result;
		LoadedFrame loaded = request.loaded();
		if (!request.coarse() && loaded.slice().equals(awaited)) {
			awaited = null;
			status.showProbe(""); //$NON-NLS-1$
		}
		Annotations texts = PictureTexts.of(result, player.text());
		if (result.picture() == null) {
			canvas.showMessage(loaded.reason().orElse(Messages.PreviewPane_noFrame), texts);
		} else {
			canvas.showPicture(result.picture(), texts, result.texts());
		}
		if (!flow.isCurrent(request)) {
			flow.render();
		}
		showCached();
		player.arrived();
	}

	/** Changes how frames are shown. */
	void change(UnaryOperator<DisplaySettings> edit) {
		look(flow.looks().edited(edit, settings()));
	}

	/** Shows frames as the file says, with the presentation state that is applied. */
	void resetLooks() {
		look(new Looks(DisplaySettings.DEFAULT, flow.looks().state(), false));
	}

	/** Applies a presentation state. @param state absent for none */
	void applyState(Optional<StateChoice> state) {
		look(flow.looks().withState(state));
	}

	private void look(Looks looks) {
		flow.setLooks(looks);
		rememberPlace();
		listener.looksChanged();
	}

	/** {@return the presentation states that can be applied} */
	List<StateChoice> states() {
		return states;
	}

	Looks looks() {
		return flow.looks();
	}

	/** {@return the settings as they are on screen: with the place that a presentation state gives the picture} */
	DisplaySettings settings() {
		return shown != null && flow.looks().isPlacedByState() && shown.request().looks().equals(flow.looks())
				? shown.settings() : flow.looks().settings();
	}

	/** {@return the frame on screen} */
	Optional<DisplayFrame> frame() {
		return shown == null ? Optional.empty() : Optional.ofNullable(shown.frame());
	}

	CinePlayer player() {
		return player;
	}

	@Override
	public Optional<Playback> playback() {
		return playback;
	}

	@Override
	public int place(int axis) {
		return navigator.place(axis);
	}

	@Override
	public void playTo(int axis, int place) {
		if (navigator.moveToPlace(axis, place)) {
			moved();
		}
	}

	@Override
	public boolean ready() {
		return awaited == null && canvas.unpainted() < 2;
	}

	@Override
	public void playerChanged() {
		rememberPlace();
		canvas.setCorner(1, player.text());
		changed();
	}

	/** {@return the slice at which the slider stands} */
	Optional<Slice> slice() {
		return navigator.current();
	}

	Optional<Series> series() {
		return Optional.ofNullable(series);
	}

	SliceNavigator navigator() {
		return navigator;
	}

	FrameCanvas canvas() {
		return canvas;
	}

	SliceBar sliceBar() {
		return sliceBar;
	}

	AxisBar axisBar() {
		return axisBar;
	}

	Combo stackChoice() {
		return stackChoice;
	}

	/** {@return whether what is on the canvas is the current slice as the settings and the size are now} */
	boolean settled() {
		return awaited == null && shown != null && flow.isCurrent(shown.request());
	}

	StatusBar status() {
		return status;
	}

	/** Sets who hears of changes; once, before anything is shown. */
	void setListener(Listener newListener) {
		listener = newListener;
	}

	/** {@return where the user is now} */
	Optional<Place> place() {
		return series == null ? Optional.empty() : navigator.current().map(this::placeOf);
	}

	private Place placeOf(Slice slice) {
		return new Place(series.uid(), slice.instance().sopInstanceUid(), slice.frame());
	}

	private void rememberPlace() {
		place().ifPresent(place -> memory.remember(place, flow.looks(), navigator.reversed(),
				player.speed()));
	}

	private void close() {
		rememberPlace();
		place().ifPresent(memory::save);
		if (stacksJob != null) {
			stacksJob.cancel();
		}
		player.stop();
		fittingStates.cancel();
		flow.close();
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!isDisposed()) {
					update.run();
				}
			});
		}
	}

	@Override
	public boolean setFocus() {
		return sliceBar.scale().isEnabled() ? sliceBar.scale().setFocus() : canvas.forceFocus();
	}
}
