package org.dicompreview.ui.internal.preview;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.series.Playback;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Stack;
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
final class PreviewPane extends Composite implements CinePlayer.Stage, PictureShow.Listener {

	/** Hears what a person should see of the pane elsewhere, on the UI thread. */
	interface Listener {

		/** Another slice is the current one. */
		void sliceChanged();

		/** What is shown, or how, has changed in a way that commands show. */
		void looksChanged();
	}

	private final Display display;
	private final PreviewMemory memory;
	private final PictureShow picture;
	private final FittingStates fittingStates;
	private final CinePlayer player;
	private final ViewportModel model = new ViewportModel();
	private final SliceNavigator navigator = model.navigator();
	private final Combo stackChoice;
	private final FrameCanvas canvas;
	private final AxisBar axisBar;
	private final SliceBar sliceBar;
	private final StatusBar status;
	private final CanvasMouse mouse;
	private Listener listener;

	private int shownVersion;
	private StacksJob stacksJob;

	PreviewPane(Composite parent, FrameLoader loader, FrameRenderer renderer, PresentationStates states,
			PreviewMemory memory) {
		super(parent, SWT.NONE);
		this.memory = memory;
		display = parent.getDisplay();
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
		picture = new PictureShow(canvas, status, loader, renderer, this);
		canvas.onPainted(this::painted);
		mouse = new CanvasMouse(this, canvas);
		sliceBar.scale().addListener(SWT.MouseVerticalWheel, e -> {
			moveBy(-Integer.signum(e.count));
			e.doit = false;
		});
		addListener(SWT.Dispose, e -> close());
		model.addListener(this::stateChanged);
		picture.show(model.state(), List.of(), 0, false);
		showStacks();
	}

	/**
	 * Shows a series.
	 *
	 * @param newSeries the series
	 * @param wanted    the place in it; absent for where the user left it, else its start
	 */
	void show(Series newSeries, Optional<Place> wanted) {
		show(newSeries, wanted, Optional.empty());
	}

	/** Shows the images of an instance, or says what it is if there are none. */
	void show(Series newSeries, InstanceHeader instance) {
		show(newSeries, Optional.of(Place.of(newSeries, instance, 0)), Optional.of(instance));
	}

	private void show(Series newSeries, Optional<Place> wanted, Optional<InstanceHeader> instance) {
		cancel();
		if (isShown(newSeries) && wanted.isEmpty() && newSeries.version() == shownVersion) {
			return;
		}
		StacksJob mine = stacksJob = new StacksJob(newSeries, wanted.or(() -> memory.place(newSeries.uid())));
		mine.addJobChangeListener(IJobChangeListener.onDone(e -> inUi(() -> {
			if (stacksJob == mine) {
				stacksJob = null;
				if (e.getResult().isOK()) {
					present(newSeries, mine.found(), instance);
				}
			}
		})));
		mine.schedule();
	}

	private void present(Series newSeries, StacksJob.Found found, Optional<InstanceHeader> instance) {
		Optional<InstanceHeader> missed = instance.filter(header -> found.start() == null
				|| !found.start().instance().path().equals(header.path()));
		if (missed.isPresent()) {
			show(new Subject.Document(newSeries, missed.get()));
			return;
		}
		presentStacks(newSeries, found);
		if (newSeries.version() != shownVersion || newSeries.instances().isEmpty()) {
			refresh(); // the scan went on while the series was ordered, and nobody may tell of it again
		}
	}

	/** Says what something is that has no images. */
	void show(Subject subject) {
		cancel();
		player.stop();
		rememberPlace();
		picture.begin(Looks.DEFAULT);
		model.show(subject);
	}

	/** Gives up what was to be shown next. */
	void cancel() {
		if (stacksJob != null) {
			stacksJob.cancel();
			stacksJob = null; // also if what it was for comes too late: its result is no longer wanted
		}
	}

	/** {@return whether something else is about to be shown} */
	boolean busy() {
		return stacksJob != null;
	}

	private boolean isShown(Series series) {
		return state().subject() instanceof Subject.Images images && images.of() == series;
	}

	/** Takes up what a scan has found since; what is about to be shown is looked at when it is there. */
	void refresh() {
		if (busy()) {
			return; // a person has asked for something else, which must not be given up for this
		}
		if (state().subject() instanceof Subject.Images images) {
			refresh(images.of());
		} else if (state().subject() instanceof Subject.Document document
				&& !document.of().instances().contains(document.header())) {
			clear();
		}
	}

	private void refresh(Series series) {
		if (series.instances().isEmpty()) {
			clear();
		} else if (series.version() == shownVersion) {
			fittingStates.find(series, model.state().stacks());
		} else {
			show(series, place());
		}
	}

	/** Shows nothing. */
	void clear() {
		show(new Subject.Nothing());
	}

	private void presentStacks(Series series, StacksJob.Found found) {
		boolean reversed = navigator.reversed();
		player.stop();
		if (!isShown(series)) {
			rememberPlace();
			picture.begin(memory.looks(series.uid()));
			player.reset(memory.speed(series.uid()));
			reversed = memory.reversed(series.uid());
		}
		shownVersion = found.version();
		Subject.Images subject = new Subject.Images(series);
		if (found.stacks().isEmpty()) {
			model.show(subject);
		} else {
			model.show(subject, found.stacks(), found.stack(), found.start(), reversed);
			fittingStates.find(series, model.state().stacks());
		}
	}

	/** Lets all that can be seen of the model follow it. */
	private void stateChanged(ViewportState before, ViewportState now) {
		boolean sameStack = before.stack().equals(now.stack()) && before.stacks() == now.stacks()
				&& before.subject() == now.subject();
		if (sameStack) {
			axisBar.move(navigator);
			sliceBar.move(navigator);
		} else {
			showStacks();
		}
		picture.hold(sameStack, player.playing() || isSamePosition(before, now));
		picture.show(now, navigator.path(), navigator.pathIndex(), player.playing());
		listener.sliceChanged();
		if (!sameStack) {
			listener.looksChanged();
		}
	}

	private static boolean isSamePosition(ViewportState before, ViewportState now) {
		return before.slice().isPresent() && before.slice().map(Slice::position).equals(now.slice().map(Slice::position));
	}

	private void offer(FittingStates.Found found) {
		if (found.stacks() == model.state().stacks()) {
			picture.offer(found.states());
		}
	}

	private void showStacks() {
		List<Stack> stacks = model.state().stacks();
		stackChoice.setItems(stacks.stream().map(Stack::label).toArray(String[]::new));
		navigator.stack().ifPresent(stack -> stackChoice.select(stacks.indexOf(stack)));
		show(stackChoice, stacks.size() > 1);
		axisBar.show(navigator);
		show(axisBar, !axisBar.scales().isEmpty());
		sliceBar.show(navigator);
		sliceBar.track().show(navigator);
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

	@Override
	public void cacheChanged() {
		sliceBar.track().setCached(navigator.onSlider(picture.cached()));
	}

	void chooseStack(int index) {
		if (index >= 0 && index < model.state().stacks().size()) {
			player.stop();
			model.chooseStack(index);
		}
	}

	/** Moves the slider to a place, from 0 at its left end; what plays ends. */
	void moveTo(int index) {
		player.stop();
		model.moveTo(index);
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
		model.moveAxis(axis, index);
	}

	/** Reverses the slider; the slice stays. */
	void reverse() {
		player.stop();
		model.reverse();
		showStacks();
		listener.looksChanged();
	}

	private void painted() {
		player.painted();
		picture.takeHeld();
	}

	@Override
	public void arrived() {
		mouse.probe();
		player.arrived();
	}

	@Override
	public void looksChanged() {
		rememberPlace();
		listener.looksChanged();
	}

	PictureShow picture() {
		return picture;
	}

	CinePlayer player() {
		return player;
	}

	@Override
	public Optional<Playback> playback() {
		return navigator.stack().map(Playback::of).filter(film -> film.last() > film.first());
	}

	@Override
	public int place(int axis) {
		return navigator.place(axis);
	}

	@Override
	public void playTo(int axis, int place) {
		model.moveToPlace(axis, place);
	}

	@Override
	public boolean ready() {
		return picture.ready();
	}

	@Override
	public void playerChanged() {
		rememberPlace();
		canvas.setCorner(1, player.text());
		listener.sliceChanged();
		listener.looksChanged();
	}

	@Override
	public String playing() {
		return player.text();
	}

	/** {@return what is shown; all that other views are told comes from it} */
	ViewportState state() {
		return model.state();
	}

	/** {@return the slice at which the slider stands} */
	Optional<Slice> slice() {
		return state().slice();
	}

	Optional<Series> series() {
		return state().series();
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

	Combo stackChoice() {
		return stackChoice;
	}

	StatusBar status() {
		return status;
	}

	/** Sets who hears of changes; once, before anything is shown. */
	void setListener(Listener newListener) {
		listener = newListener;
	}

	private Optional<Place> place() {
		return series().flatMap(series -> slice().map(slice -> Place.of(series, slice)));
	}

	private void rememberPlace() {
		place().ifPresent(place -> memory.remember(place, picture.looks(), navigator.reversed(), player.speed()));
	}

	private void close() {
		rememberPlace();
		place().ifPresent(memory::save);
		cancel();
		player.close();
		fittingStates.cancel();
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
