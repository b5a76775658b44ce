package org.dicompreview.ui.ide.internal.compare;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.FrameDifference;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.rendering.overlay.ImageOverlays;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportLink;
import org.dicompreview.viewer.ViewportLinks;
import org.dicompreview.viewer.ViewportListener;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.ViewportState;
import org.dicompreview.viewer.Viewports;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.CompareViewerPane;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.ICompareInput;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/**
 * The images of two instances or series, side by side with their sliders in step, one over the other, in turn, or as the
 * difference of their values. Shows only: nothing is copied from one side to the other.
 */
final class PixelViewer extends Viewer {

	/** The family of the jobs of these viewers. */
	static final Object JOB_FAMILY = PixelViewer.class;

	private static final int FLICKER_MS = 400;
	private static final int OPAQUE = 255;
	/** So long the slider must rest before the attributes of other slices are compared. */
	private static final int REST_MS = 250;

	private final CompareConfiguration configuration;
	private final Display display;
	private final Composite control;
	private final Label leftLabel;
	private final Label rightLabel;
	private final Label statistics;
	private final Composite weights;
	private final Scale weight;
	private final OverlayLayer overlay = new OverlayLayer();
	private final OverlayPictures pictures;
	private final Viewport left;
	private final Viewport right;
	private final Map<OverlayMode, IAction> actions = new EnumMap<>(OverlayMode.class);
	private final Runnable flicker = this::flicker;
	private final Runnable publish = this::publish;
	private OverlayMode mode = OverlayMode.SIDE_BY_SIDE;
	private Object input;
	private Job loading;
	private OverlayPictures.Result compared;

	PixelViewer(Composite parent, CompareConfiguration configuration) {
		this.configuration = configuration;
		display = parent.getDisplay();
		control = new Composite(parent, SWT.NONE);
		control.setData(CompareUI.COMPARE_VIEWER_TITLE, Messages.PixelViewer_title);
		GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(2, 2).applyTo(control);
		IWorkbench workbench = PlatformUI.getWorkbench();
		FrameLoader loader = workbench.getService(FrameLoader.class);
		FrameRenderer renderer = workbench.getService(FrameRenderer.class);
		ViewportServices services = ViewportServices.of(loader, renderer, workbench.getService(PresentationStates.class),
				workbench.getService(InstanceDocuments.class), workbench.getService(ImageOverlays.class));
		services.layers().add(overlay);
		pictures = new OverlayPictures(loader, renderer, result -> inUi(() -> present(result)));
		leftLabel = label();
		rightLabel = label();
		Viewports viewports = workbench.getService(Viewports.class);
		left = viewports.create(control, services);
		right = viewports.create(control, services);
		overlay.over(left);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(left.control());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(right.control());
		statistics = new Label(control, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(4, 0).applyTo(statistics);
		weights = new Composite(control, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(weights);
		new Label(weights, SWT.NONE).setText(Messages.PixelViewer_weight);
		weight = new Scale(weights, SWT.HORIZONTAL);
		weight.setSelection(weight.getMaximum() / 2);
		weight.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> applyWeight()));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(weight);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(weights);
		link();
		createActions(parent);
		show(OverlayMode.SIDE_BY_SIDE);
		control.addDisposeListener(event -> {
			cancel();
			pictures.cancel();
			overlay.dispose();
		});
	}

	private Label label() {
		Label label = new Label(control, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(label);
		return label;
	}

	private void link() {
		ViewportLinks links = new ViewportLinks();
		links.add(left.model());
		links.add(right.model());
		links.setActive(left.model());
		links.set(ViewportLink.SCROLL, true);
		links.set(ViewportLink.WINDOW, true);
		links.set(ViewportLink.PLACEMENT, true);
		Follower follower = new Follower();
		left.model().addListener(follower);
		right.model().addListener(follower);
	}

	private void createActions(Composite parent) {
		ToolBarManager toolbar = CompareViewerPane.getToolBarManager(parent);
		add(toolbar, OverlayMode.SIDE_BY_SIDE, Messages.PixelViewer_sideBySide, "icons/side_by_side.svg"); //$NON-NLS-1$
		add(toolbar, OverlayMode.BLEND, Messages.PixelViewer_blend, "icons/blend.svg"); //$NON-NLS-1$
		add(toolbar, OverlayMode.FLICKER, Messages.PixelViewer_flicker, "icons/flicker.svg"); //$NON-NLS-1$
		add(toolbar, OverlayMode.DIFFERENCE, Messages.PixelViewer_difference, "icons/difference.svg"); //$NON-NLS-1$
		if (toolbar != null) {
			toolbar.update(true);
		}
	}

	private void add(ToolBarManager toolbar, OverlayMode of, String text, String icon) {
		Action action = new Action(text, IAction.AS_RADIO_BUTTON) {
			@Override
			public void run() {
				if (isChecked()) {
					show(of);
				}
			}
		};
		ResourceLocator.imageDescriptorFromBundle(PixelViewer.class, icon).ifPresent(action::setImageDescriptor);
		actions.put(of, action);
		if (toolbar != null) {
			toolbar.add(action);
		}
	}

	/** Puts the images before the person in another way. */
	void show(OverlayMode next) {
		mode = next;
		actions.forEach((each, action) -> action.setChecked(each == next));
		boolean both = next == OverlayMode.SIDE_BY_SIDE;
		exclude(right.control(), !both);
		exclude(weights, next != OverlayMode.BLEND);
		((GridData) left.control().getLayoutData()).horizontalSpan = both ? 1 : 2;
		overlay.dispose();
		overlay.setAlpha(OPAQUE);
		if (next == OverlayMode.BLEND) {
			applyWeight();
		} else if (next == OverlayMode.FLICKER) {
			display.timerExec(FLICKER_MS, flicker);
		}
		control.layout(true, true);
		left.canvas().redraw();
		compare();
	}

	/** {@return how the images are shown; for tests} */
	OverlayMode mode() {
		return mode;
	}

	private static void exclude(Control child, boolean hidden) {
		child.setVisible(!hidden);
		((GridData) child.getLayoutData()).exclude = hidden;
	}

	private void applyWeight() {
		overlay.setAlpha(OPAQUE * weight.getSelection() / weight.getMaximum());
	}

	private void flicker() {
		if (!control.isDisposed() && mode == OverlayMode.FLICKER) {
			overlay.setAlpha(OPAQUE - overlay.alpha());
			left.canvas().redraw();
			display.timerExec(FLICKER_MS, flicker);
		}
	}

	@Override
	public Control getControl() {
		return control;
	}

	@Override
	public Object getInput() {
		return input;
	}

	@Override
	public ISelection getSelection() {
		return StructuredSelection.EMPTY;
	}

	@Override
	public void setSelection(ISelection selection, boolean reveal) {
		// There is nothing to select.
	}

	@Override
	public void refresh() {
		setInput(input);
	}

	@Override
	public void setInput(Object next) {
		cancel();
		Object before = input;
		input = next;
		compared = null;
		overlay.dispose();
		if (next instanceof ICompareInput compare && compare.getLeft() != null && compare.getRight() != null) {
			leftLabel.setText(text(configuration.getLeftLabel(next), compare.getLeft().getName()));
			rightLabel.setText(text(configuration.getRightLabel(next), compare.getRight().getName()));
			statistics.setText(Messages.PixelViewer_loading);
			load(compare);
		} else {
			statistics.setText(Messages.PixelViewer_noImages);
		}
		inputChanged(next, before);
	}

	private static String text(String label, String name) {
		return (label == null || label.isEmpty() ? name : label).replace("&", "&&"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void load(ICompareInput compare) {
		DicomReaders readers = PlatformUI.getWorkbench().getService(DicomReaders.class);
		SeriesModel model = PlatformUI.getWorkbench().getService(SeriesModel.class);
		loading = new LoadJob(compare, readers, model);
		loading.setSystem(true);
		loading.schedule();
	}

	/** Reads what has the images. */
	private final class LoadJob extends Job {

		private final ICompareInput compare;
		private final DicomReaders readers;
		private final SeriesModel model;

		LoadJob(ICompareInput compare, DicomReaders readers, SeriesModel model) {
			super(Messages.OverlayPictures_name);
			this.compare = compare;
			this.readers = readers;
			this.model = model;
		}

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			try {
				Series one = Sides.series(compare.getLeft(), readers, model);
				Series other = Sides.series(compare.getRight(), readers, model);
				inUi(() -> present(this, one, other));
			} catch (IOException e) {
				String problem = NLS.bind(Messages.PixelViewer_failed, Texts.words(Problem.of(e)));
				inUi(() -> statistics.setText(loading == this ? problem : statistics.getText()));
			}
			return Status.OK_STATUS;
		}

		@Override
		public boolean belongsTo(Object family) {
			return family == JOB_FAMILY;
		}
	}

	private void present(Job of, Series one, Series other) {
		if (loading == of) {
			loading = null;
			statistics.setText(one.imageCount() == 0 || other.imageCount() == 0 ? Messages.PixelViewer_noImages : ""); //$NON-NLS-1$
			show(left, ((ICompareInput) input).getLeft(), one);
			show(right, ((ICompareInput) input).getRight(), other);
		}
	}

	private static void show(Viewport viewport, ITypedElement element, Series series) {
		if (element instanceof DicomElement ours && ours.stack() != null) {
			viewport.show(ours.stack());
		} else {
			viewport.show(series);
		}
	}

	private void cancel() {
		if (loading != null) {
			loading.cancel();
			loading = null;
		}
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!control.isDisposed()) {
					update.run();
				}
			});
		}
	}

	private void compare() {
		Optional<RenderedSlice> rendered = left.model().rendered().filter(each -> !each.coarse() && each.frame().isPresent());
		Optional<Slice> other = right.model().slice();
		if (rendered.isPresent() && other.isPresent()) {
			pictures.request(new OverlayPictures.Request(rendered.get(), other.get(), mode));
		}
	}

	private void present(OverlayPictures.Result result) {
		if (result.request().mode() == mode && right.model().slice().filter(result.request().right()::equals).isPresent()) {
			compared = result;
			overlay.show(result);
			left.canvas().redraw();
			statistics.setText(result.difference().map(difference -> words(difference, result.unit()))
					.orElse(Messages.PixelViewer_incomparable));
			control.layout(new Control[] { statistics });
		}
	}

	private static String words(FrameDifference difference, String unit) {
		String pixels = Long.toString(difference.pixels());
		return difference.differing() == 0 ? NLS.bind(Messages.PixelViewer_same, pixels)
				: NLS.bind(Messages.PixelViewer_statistics, new Object[] { Long.toString(difference.differing()), pixels,
						number(difference.maximum(), unit), number(difference.mean(), unit) });
	}

	private static String number(double value, String unit) {
		String digits = String.format("%.4g", value); //$NON-NLS-1$
		return unit.isEmpty() ? digits : digits + ' ' + unit;
	}

	/** Tells the tree of attributes which instances are on show. */
	private void publish() {
		if (!control.isDisposed()) {
			Optional<Slice> one = left.model().slice();
			Optional<Slice> other = right.model().slice();
			if (one.isPresent() && other.isPresent()) {
				configuration.setProperty(Pair.PROPERTY,
						new Pair(one.get().instance().location(), other.get().instance().location()));
			}
		}
	}

	/** {@return the left viewport; for tests} */
	Viewport left() {
		return left;
	}

	/** {@return the right viewport; for tests} */
	Viewport right() {
		return right;
	}

	/** {@return what was said last of the frames; for tests} */
	Optional<OverlayPictures.Result> compared() {
		return Optional.ofNullable(compared);
	}

	/** {@return what is said of the images; for tests} */
	String statistics() {
		return statistics.getText();
	}

	/** Compares what comes to the screen. */
	private final class Follower implements ViewportListener {

		@Override
		public void stateChanged(ViewportState before, ViewportState now) {
			if (!before.slice().equals(now.slice())) {
				compare();
				display.timerExec(REST_MS, publish);
			}
		}

		@Override
		public void renderedChanged(Optional<RenderedSlice> now) {
			compare();
		}
	}
}
