package org.dicompreview.ui.internal.explorer;

import org.eclipse.jface.window.DefaultToolTip;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TreeItem;

/** Shows all that there is to say about the row under the mouse. UI thread. */
final class NodeTooltip extends DefaultToolTip {

	private final NodeTree rows;

	NodeTooltip(NodeTree rows) {
		super(rows.tree(), NO_RECREATE, false);
		this.rows = rows;
	}

	@Override
	protected Object getToolTipArea(Event event) {
		return item(event);
	}

	@Override
	protected boolean shouldCreateToolTip(Event event) {
		return item(event) != null && super.shouldCreateToolTip(event);
	}

	@Override
	protected String getText(Event event) {
		TreeItem item = item(event);
		return item == null ? null : Tooltips.of(rows.node(item));
	}

	private TreeItem item(Event event) {
		return rows.tree().getItem(new Point(event.x, event.y));
	}
}
