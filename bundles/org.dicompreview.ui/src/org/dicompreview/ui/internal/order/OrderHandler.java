package org.dicompreview.ui.internal.order;

import org.dicompreview.series.Series;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks by which rule the series of the active part is ordered: the one that a Preview shows, or that is selected. */
public final class OrderHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		Series series = series(HandlerUtil.getActivePart(event), HandlerUtil.getCurrentStructuredSelection(event));
		if (series != null) {
			new OrderDialog(HandlerUtil.getActiveShell(event), series).open();
		}
		return null;
	}

	private static Series series(IWorkbenchPart part, IStructuredSelection selection) {
		Series shown = part == null ? null : Adapters.adapt(part, Series.class);
		return shown != null || selection.size() != 1 ? shown : Adapters.adapt(selection.getFirstElement(), Series.class);
	}
}
