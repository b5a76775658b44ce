package org.dicompreview.ui.internal.links;

import java.util.Optional;

import org.dicompreview.series.Series;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.Previews;
import org.dicompreview.ui.internal.CommandErrors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows a series of the open folders in the current Preview, and opens one if there is none. */
public final class ShowSeriesHandler extends AbstractHandler {

	/** Parameter of the command: Series Instance UID. */
	private static final String UID = "org.dicompreview.ui.showSeries.uid"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		CommandErrors.run(event, ShowSeriesHandler::show);
		return null;
	}

	private static void show(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		String uid = event.getParameter(UID);
		Optional<Series> series = uid == null ? Optional.empty() : window.getService(OpenFolders.class).catalog().series(uid);
		if (series.isEmpty()) {
			throw CommandErrors.error(Messages.ShowSeriesHandler_unknown, uid);
		}
		try {
			window.getService(Previews.class).open(window.getActivePage()).active().show(series.get());
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
	}
}
