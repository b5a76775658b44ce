package org.dicompreview.ui.internal.attributes;

import java.util.List;
import java.util.Optional;

import org.dicompreview.series.Slice;
import org.dicompreview.ui.DicomPreview;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows elements over a series, and copies what they are; which, is said by the extension: {@code class:action}. */
public final class SeriesAttributesHandler extends AbstractHandler implements IExecutableExtension {

	private enum Action {
		SHOW, COPY, COPY_CSV
	}

	private Action action;

	@Override
	public void setInitializationData(IConfigurationElement config, String property, Object data) {
		action = Action.valueOf((String) data);
	}

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		if (action == Action.SHOW) {
			show(event);
		} else if (HandlerUtil.getActivePart(event) instanceof SeriesAttributesView view) {
			copy(view);
		}
		return null;
	}

	private static void show(ExecutionEvent event) throws ExecutionException {
		AttributesControl attributes = Adapters.adapt(HandlerUtil.getActivePart(event), AttributesControl.class);
		List<SeriesColumn> columns = attributes == null ? List.of()
				: attributes.pane().table().selected().stream().map(SeriesColumn::of).flatMap(Optional::stream).distinct().toList();
		if (columns.isEmpty()) {
			return;
		}
		Slice slice = attributes.shown().map(shown -> Adapters.adapt(shown, Slice.class)).orElse(null);
		try {
			SeriesAttributesView view = (SeriesAttributesView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
					.showView(DicomPreview.SERIES_ATTRIBUTES);
			view.show(columns, slice);
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
	}

	/** Thousands of rows take a moment, so their text is made off the UI thread. */
	private void copy(SeriesAttributesView view) {
		SeriesValues values = view.pane().values();
		int[] rows = view.pane().selected();
		Display display = view.pane().getDisplay();
		ICoreRunnable work = monitor -> {
			String text = action == Action.COPY ? ValueTexts.tabs(values, rows) : ValueTexts.csv(values, rows);
			if (!display.isDisposed()) {
				display.asyncExec(() -> CopyHandler.copy(display, text));
			}
		};
		Job.create(Messages.CopyHandler_job, work).schedule();
	}
}
