package org.dicompreview.ui.internal.window;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.Histogram;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.ui.internal.window.WindowBounds.Part;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.Numbers;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportListener;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/**
 * The window of the active viewport as numbers, presets and bounds on a histogram of its image. Not modal: what is changed is
 * seen in the Preview at once, and what is changed there is seen here. UI thread only.
 */
public final class WindowDialog extends Dialog {

	private static final String SECTION = "windowDialog"; //$NON-NLS-1$
	/** Where {@link Dialog} keeps the left end. */
	private static final String DIALOG_X = "DIALOG_X_ORIGIN"; //$NON-NLS-1$
	private static final int MARGIN = 24;
	private static final int BINS = 256;
	private static final int WIDTH = 420;
	private static final int HEIGHT = 140;
	private static final int DIGITS = 4;

	private final ActiveViewport active;
	private final Runnable activeListener = this::follow;
	private final ViewportListener modelListener = new ModelListener();
	private final Map<Part, Text> fields = new EnumMap<>(Part.class);
	private Optional<Viewport> viewport = Optional.empty();
	private List<WindowPreset> presets = List.of();
	/** The frame whose histogram is on show or under way. */
	private Optional<DisplayFrame> counted = Optional.empty();
	private WindowHistogram histogram;
	private Combo preset;
	private Label message;
	/** The field whose text is the person's own; {@code null} for none. */
	private Text typed;
	private boolean filling;

	/** @param active its window is changed */
	public WindowDialog(Shell parent, ActiveViewport active) {
		super(parent);
		this.active = active;
		setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS | SWT.BORDER);
		setBlockOnOpen(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.WindowDialog_title);
		HelpContexts.set(shell, Context.WINDOW_DIALOG);
		shell.addDisposeListener(e -> {
			active.removeListener(activeListener);
			leave();
		});
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected IDialogSettings getDialogBoundsSettings() {
		IDialogSettings settings = PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(WindowDialog.class)).getDialogSettings();
		IDialogSettings section = settings.getSection(SECTION);
		return section == null ? settings.addNewSection(SECTION) : section;
	}

	/** At first at the lower left of the workbench, so that the picture is seen; later where the person left it. */
	@Override
	protected Point getInitialLocation(Point size) {
		if (getParentShell() == null || getDialogBoundsSettings().get(DIALOG_X) != null) {
			return super.getInitialLocation(size);
		}
		Rectangle parent = getParentShell().getBounds();
		return new Point(parent.x + MARGIN, parent.y + Math.max(0, parent.height - size.y - MARGIN));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		histogram = new WindowHistogram(area, this::apply);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(histogram);
		Composite numbers = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).applyTo(numbers);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(numbers);
		field(numbers, Part.CENTER, Messages.WindowDialog_center);
		field(numbers, Part.LOWER, Messages.WindowDialog_lower);
		field(numbers, Part.WIDTH, Messages.WindowDialog_width);
		field(numbers, Part.UPPER, Messages.WindowDialog_upper);
		new Label(numbers, SWT.NONE).setText(Messages.WindowDialog_preset);
		preset = new Combo(numbers, SWT.READ_ONLY | SWT.DROP_DOWN);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(preset);
		preset.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choosePreset()));
		message = new Label(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(message);
		active.addListener(activeListener);
		follow();
		return area;
	}

	private void field(Composite parent, Part part, String label) {
		new Label(parent, SWT.NONE).setText(label);
		Text field = new Text(parent, SWT.BORDER | SWT.SINGLE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
		field.addModifyListener(e -> edited(part));
		field.addListener(SWT.FocusIn, e -> field.selectAll());
		field.addListener(SWT.FocusOut, e -> {
			typed = null;
			showWindow();
		});
		fields.put(part, field);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
	}

	@Override
	protected void buttonPressed(int button) {
		close();
	}

	/** Takes up another active viewport. */
	private void follow() {
		Optional<Viewport> next = active.viewport();
		if (next.isEmpty()) {
			close(); // with the last Preview
		} else if (!next.equals(viewport)) {
			leave();
			viewport = next;
			next.ifPresent(each -> each.model().addListener(modelListener));
			typed = null;
			show();
		}
	}

	private void leave() {
		viewport.ifPresent(each -> each.model().removeListener(modelListener));
		viewport = Optional.empty();
	}

	private Optional<DisplayFrame> frame() {
		return viewport.flatMap(each -> each.model().frame()).filter(DisplayFrame::windowable);
	}

	private void show() {
		showWindow();
		count();
	}

	private void showWindow() {
		Optional<DisplayFrame> frame = frame();
		Optional<VoiWindow> window = frame.flatMap(each -> WindowBounds.of(each, viewport.get().model().settings()));
		filling = true;
		fields.forEach((part, field) -> {
			String text = window.map(each -> Numbers.format(WindowBounds.number(each, part), DIGITS)).orElse(""); //$NON-NLS-1$
			if (field != typed && !text.equals(field.getText())) {
				field.setText(text);
			}
			field.setEnabled(frame.isPresent());
		});
		filling = false;
		showPresets(frame);
		histogram.show(window, unit());
		message.setText(frame.isEmpty() ? Messages.WindowDialog_none : window.isEmpty() ? Messages.WindowDialog_lut : unit());
	}

	private String unit() {
		return histogram.unit().isEmpty() ? "" : NLS.bind(Messages.WindowDialog_unit, histogram.unit()); //$NON-NLS-1$
	}

	private void showPresets(Optional<DisplayFrame> frame) {
		List<WindowPreset> next = frame.map(DisplayFrame::presets).orElse(List.of());
		if (!next.equals(presets)) {
			presets = next;
			preset.setItems(next.stream().map(each -> Texts.words(each.label())).toArray(String[]::new));
		}
		preset.setEnabled(!next.isEmpty());
		int chosen = -1;
		for (int i = next.size() - 1; i >= 0; i--) {
			boolean same = viewport.get().model().settings().withPreset(next.get(i)).equals(viewport.get().model().settings())
					|| viewport.get().model().settings().window().isFramesOwn() && next.get(i).equals(frame.get().initialWindow());
			chosen = same ? i : chosen;
		}
		if (chosen < 0) {
			preset.deselectAll();
		} else if (chosen != preset.getSelectionIndex()) {
			preset.select(chosen);
		}
	}

	private void choosePreset() {
		typed = null;
		int index = preset.getSelectionIndex();
		viewport.filter(each -> index >= 0 && index < presets.size())
				.ifPresent(each -> each.model().change(settings -> settings.withPreset(presets.get(index))));
	}

	private void edited(Part part) {
		if (filling) {
			return;
		}
		typed = fields.get(part);
		OptionalDouble number = WindowBounds.parse(typed.getText());
		Optional<VoiWindow> window = frame()
				.flatMap(frame -> number.isEmpty() ? Optional.empty()
						: WindowBounds.base(frame, viewport.get().model().settings())
								.flatMap(base -> WindowBounds.with(base, part, number.getAsDouble())));
		if (window.isPresent()) {
			apply(window.get());
		} else {
			message.setText(number.isEmpty() ? NLS.bind(Messages.WindowDialog_noNumber, typed.getText())
					: part == Part.WIDTH ? Messages.WindowDialog_narrow : Messages.WindowDialog_crossed);
		}
	}

	private void apply(VoiWindow window) {
		viewport.ifPresent(each -> each.model().change(settings -> settings.withWindow(Optional.of(window))));
	}

	/** Counts the values of the frame on show in a job; a result for another one is dropped. */
	private void count() {
		Optional<DisplayFrame> frame = frame();
		if (frame.isPresent() == counted.isPresent() && (frame.isEmpty() || frame.get() == counted.get())) {
			return;
		}
		counted = frame;
		if (frame.isEmpty()) {
			histogram.show(Optional.empty());
			return;
		}
		DisplayFrame mine = frame.get();
		var display = getShell().getDisplay();
		Job job = Job.createSystem(Messages.WindowDialog_job, (ICoreRunnable) monitor -> {
			Optional<Histogram> found = mine.histogram(BINS);
			if (!display.isDisposed()) {
				display.asyncExec(() -> showHistogram(mine, found));
			}
		});
		job.schedule();
	}

	private void showHistogram(DisplayFrame of, Optional<Histogram> found) {
		if (!histogram.isDisposed() && counted.filter(each -> each == of).isPresent()) {
			histogram.show(found);
			showWindow();
		}
	}

	/** Follows what is changed in the Preview. */
	private final class ModelListener implements ViewportListener {

		@Override
		public void appearanceChanged(Appearance now) {
			showWindow();
		}

		@Override
		public void renderedChanged(Optional<RenderedSlice> now) {
			if (now.filter(RenderedSlice::coarse).isEmpty()) {
				show();
			}
		}
	}
}
