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
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Stack;
import org.dicompreview.ui.internal.preview.FrameCanvas.Annotations;
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
import org.eclipse.swt.widgets.Label;

/**
 * The picture with its sliders. Shows one series at a time; reading, ordering, decoding and rendering happen elsewhere, the
 * newest wish wins. UI thread only.
 */
final class PreviewPane extends Composite {

	private static final int SLOW_MS = 250;

	private final Display display;
	private final PreviewMemory memory;
	private final PictureFlow flow;
	private final SliceNavigator navigator = new SliceNavigator();
	private final Combo stackChoice;
	private final FrameCanvas canvas;
	private final AxisBar axisBar;
	private final SliceBar sliceBar;
	private final Label rule;
	private final Label probe;
	private Runnable sliceListener = () -> { };

	private Series series;
	private int shownVersion;
	private StacksJob stacksJob;
	private List<Stack> stacks = List.of();
	private LoadedFrame loaded;
	private RenderJob.Request shown;
	private Slice awaited;

	PreviewPane(Composite parent, FrameLoader loader, FrameRenderer renderer, PreviewMemory memory) {
		super(parent, SWT.NONE);
		this.memory = memory;
		display = parent.getDisplay();
		flow = new PictureFlow(loader, renderer, result -> inUi(() -> present(result)));
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
		Composite status = new Composite(this, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 3).applyTo(status);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(status);
		rule = new Label(status, SWT.NONE);
		rule.setToolTipText(Messages.PreviewPane_rule);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(rule);
		probe = new Label(status, SWT.RIGHT);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(probe);
		canvas.addListener(SWT.Resize, e -> flow.setSize(canvas.deviceSize()));
		new CanvasMouse(this, canvas);
		sliceBar.scale().addListener(SWT.MouseVerticalWheel, e -> {
			moveBy(-Integer.signum(e.count));
			e.doit = false;
		});
		flow.onCacheChange(() -> inUi(this::showCached));
		addListener(SWT.Dispose, e -> close());
		showStacks();
		canvas.showMessage(Messages.PreviewPane_empty, Annotations.NONE);
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
		StacksJob mine = stacksJob = new StacksJob(newSeries);
		mine.addJobChangeListener(IJobChangeListener.onDone(e -> inUi(() -> {
			if (stacksJob == mine && e.getResult().isOK()) {
				presentStacks(mine, wanted);
			}
		})));
		mine.schedule();
	}

	/** Takes up what a scan has found since. */
	void refresh() {
		if (series != null && series.version() != shownVersion) {
			if (series.instances().isEmpty()) {
				clear();
			} else {
				show(series, navigator.current().map(this::placeOf));
			}
		}
	}

	/** Shows nothing. */
	void clear() {
		rememberPlace();
		series = null;
		stacks = List.of();
		navigator.clear();
		loaded = null;
		awaited = null;
		flow.pause();
		showStacks();
		canvas.showMessage(Messages.PreviewPane_empty, Annotations.NONE);
		sliceListener.run();
	}

	private void presentStacks(StacksJob job, Optional<Place> wanted) {
		boolean other = series != job.series();
		if (other) {
			rememberPlace();
			series = job.series();
			flow.setSettings(memory.settings(series.uid()));
			navigator.setReversed(memory.reversed(series.uid()));
		}
		shownVersion = series.version();
		stacks = job.stacks();
		if (stacks.isEmpty()) {
			navigator.clear();
			showStacks();
			canvas.showMessage(NLS.bind(Messages.PreviewPane_noImages, series.description()), Annotations.NONE);
			sliceListener.run();
			return;
		}
		Slice start = wanted.or(() -> memory.place(series.uid())).flatMap(this::find).orElseGet(() -> stacks.get(0).start());
		Stack stack = stacks.stream().filter(each -> each.slices().contains(start)).findFirst().orElse(stacks.get(0));
		navigator.show(stack, start);
		showStacks();
		request();
	}

	private Optional<Slice> find(Place place) {
		return stacks.stream().flatMap(stack -> stack.slices().stream())
				.filter(slice -> slice.frame() == place.frame()
						&& slice.instance().sopInstanceUid().equals(place.sopInstanceUid()))
				.findFirst();
	}

	private void showStacks() {
		stackChoice.setItems(stacks.stream().map(Stack::label).toArray(String[]::new));
		navigator.stack().ifPresent(stack -> stackChoice.select(stacks.indexOf(stack)));
		show(stackChoice, stacks.size() > 1);
		axisBar.show(navigator);
		show(axisBar, !axisBar.scales().isEmpty());
		sliceBar.show(navigator);
		showMarks();
		rule.setText(navigator.stack().map(this::ruleText).orElse("")); //$NON-NLS-1$
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
		sliceBar.track().setCached(flow.cached());
	}

	void chooseStack(int index) {
		if (index >= 0 && index < stacks.size() && !navigator.stack().equals(Optional.of(stacks.get(index)))) {
			navigator.show(stacks.get(index), stacks.get(index).start());
			showStacks();
			request();
		}
	}

	/** Moves to another stack of the series. */
	void chooseNextStack(int delta) {
		chooseStack(stackChoice.getSelectionIndex() + delta);
	}

	/** Moves the slider to a place, from 0 at its left end. */
	void moveTo(int index) {
		if (navigator.moveTo(index)) {
			moved();
		}
	}

	/** Moves the slider by a number of places, as far as there are any. */
	void moveBy(int delta) {
		moveTo(navigator.index() + delta);
	}

	/** Moves along a further axis. */
	void moveAxis(int axis, int index) {
		if (axis < navigator.stack().map(stack -> stack.axes().size()).orElse(0) && navigator.moveAxis(axis, index)) {
			axisBar.move(navigator);
			moved();
		}
	}

	/** Reverses the slider; the slice stays. */
	void reverse() {
		navigator.setReversed(!navigator.reversed());
		showStacks();
		request();
	}

	private void moved() {
		sliceBar.move(navigator);
		request();
	}

	private void request() {
		Optional<Slice> slice = navigator.current();
		if (slice.isEmpty()) {
			loaded = null;
			awaited = null;
			flow.pause();
			canvas.showMessage(Messages.PreviewPane_gap, Annotations.NONE);
		} else {
			awaited = slice.get();
			flow.request(stacks, navigator.path(), navigator.pathIndex());
			display.timerExec(SLOW_MS, () -> noteSlow(slice.get()));
		}
		sliceListener.run();
	}

	private void noteSlow(Slice slice) {
		if (!isDisposed() && slice == awaited) {
			probe.setText(Messages.PreviewPane_loading);
		}
	}

	private void present(RenderJob.Result result) {
		if (result.request().owner() != stacks) {
			return;
		}
		shown = result.request();
		loaded = shown.loaded();
		if (!shown.coarse() && loaded.slice().equals(awaited)) {
			awaited = null;
			probe.setText(""); //$NON-NLS-1$
		}
		Annotations texts = PictureTexts.of(loaded, result.request().settings());
		if (result.picture() == null) {
			canvas.showMessage(loaded.reason().orElse(Messages.PreviewPane_noFrame), texts);
		} else {
			canvas.showPicture(result.picture(), texts);
		}
		if (!flow.isCurrent(shown)) {
			flow.render();
		}
		showCached();
	}

	/** Changes how frames are shown. */
	void change(UnaryOperator<DisplaySettings> edit) {
		flow.setSettings(edit.apply(flow.settings()));
		rememberPlace();
	}

	DisplaySettings settings() {
		return flow.settings();
	}

	/** {@return the frame on screen} */
	Optional<DisplayFrame> frame() {
		return loaded == null ? Optional.empty() : loaded.frame();
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
		return awaited == null && shown != null && flow.isCurrent(shown);
	}

	/** Shows a text about the pixel under the pointer. */
	void showProbe(String text) {
		if (!text.equals(probe.getText())) {
			probe.setText(text);
		}
	}

	/** Sets who hears that {@link #slice()} has changed. */
	void onSliceChange(Runnable listener) {
		sliceListener = listener;
	}

	/** {@return where the user is now} */
	Optional<Place> place() {
		return series == null ? Optional.empty() : navigator.current().map(this::placeOf);
	}

	private Place placeOf(Slice slice) {
		return new Place(series.uid(), slice.instance().sopInstanceUid(), slice.frame());
	}

	private void rememberPlace() {
		place().ifPresent(place -> memory.remember(place, flow.settings(), navigator.reversed()));
	}

	private void close() {
		rememberPlace();
		place().ifPresent(memory::save);
		if (stacksJob != null) {
			stacksJob.cancel();
		}
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
