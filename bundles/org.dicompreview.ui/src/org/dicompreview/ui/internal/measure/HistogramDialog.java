package org.dicompreview.ui.internal.measure;

import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.Histogram;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.viewer.Numbers;
import org.dicompreview.viewer.measure.Measurement;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Shows how often the values in a rectangle or an ellipse occur. UI thread only. */
final class HistogramDialog extends Dialog {

	private static final int BINS = 128;
	private static final int WIDTH = 420;
	private static final int HEIGHT = 220;

	private final Measurement region;
	private final Optional<Slice> slice;
	private final FrameLoader loader;
	private Optional<Histogram> histogram = Optional.empty();
	private Canvas canvas;
	private Label summary;

	/** @param region whose values @param slice that it is on; absent if that is not there */
	HistogramDialog(Shell parent, Measurement region, Optional<Slice> slice, FrameLoader loader) {
		super(parent);
		setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS | SWT.BORDER);
		setBlockOnOpen(false);
		this.region = region;
		this.slice = slice;
		this.loader = loader;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(NLS.bind(Messages.HistogramDialog_title, region.name()));
		HelpContexts.set(shell, Context.HISTOGRAM);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		canvas = new Canvas(area, SWT.DOUBLE_BUFFERED);
		canvas.addListener(SWT.Paint, e -> histogram.ifPresent(found -> paint(e.gc, canvas.getClientArea(), found)));
		canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = summary.getText();
			}
		});
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(canvas);
		summary = new Label(area, SWT.NONE);
		summary.setText(Messages.HistogramDialog_loading);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
		load(parent.getDisplay());
		return area;
	}

	private void load(Display display) {
		ICoreRunnable work = monitor -> {
			Optional<Histogram> found = slice.flatMap(each -> loader.load(each).frame())
					.flatMap(frame -> region.region().flatMap(shape -> frame.histogram(shape, BINS)));
			if (!display.isDisposed()) {
				display.asyncExec(() -> show(found));
			}
		};
		Job.create(Messages.HistogramDialog_job, work).schedule();
	}

	private void show(Optional<Histogram> found) {
		if (!canvas.isDisposed()) {
			histogram = found;
			summary.setText(found.map(HistogramDialog::summary).orElse(Messages.HistogramDialog_nothing));
			canvas.redraw();
		}
	}

	private static String summary(Histogram histogram) {
		return NLS.bind(Messages.HistogramDialog_summary, new Object[] { Numbers.format(histogram.begin(0)),
				Numbers.format(histogram.begin(histogram.size())), histogram.unit(),
				Integer.toString(IntStream.of(histogram.counts()).sum()) });
	}

	/** Bars from the lower edge; the highest one is as high as the area. */
	private void paint(GC gc, Rectangle area, Histogram shown) {
		int highest = IntStream.of(shown.counts()).max().orElse(1);
		gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
		for (int i = 0; i < shown.size(); i++) {
			int from = area.width * i / shown.size();
			int to = area.width * (i + 1) / shown.size();
			int height = (int) Math.ceil(shown.count(i) * (double) area.height / Math.max(1, highest));
			gc.fillRectangle(from, area.height - height, Math.max(1, to - from), height);
		}
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
	}

	@Override
	protected void buttonPressed(int button) {
		close();
	}

	@Override
	protected boolean isResizable() {
		return true;
	}
}
