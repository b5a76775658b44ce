package org.dicompreview.example.plugin;

import java.util.function.Function;
import org.dicompreview.series.Series;
import org.dicompreview.viewer.Viewport;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** A dialog that shows a series. */
final class SeriesDialog extends Dialog {
	private final Function<Composite, Viewport> viewports;
	private final Series series;

	SeriesDialog(Shell parent, Function<Composite, Viewport> viewports, Series series) {
		super(parent);
		this.viewports = viewports;
		this.series = series;
	}

	@Override
	protected Composite createDialogArea(Composite parent) {
		Viewport viewport = viewports.apply(parent);
		viewport.control().setLayoutData(new GridData(600, 400));
		viewport.show(series);
		return viewport.control();
	}
}
