package org.dicompreview.ui.internal.explorer;

import java.util.List;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TreeItem;

/** Draws icon and texts of a row; what surrounds the main text is dimmed. UI thread. */
final class NodePainter {

	private static final int MARGIN = 6;

	private final NodeTree rows;
	private final RowWidth width;
	private RowPictures pictures;

	private NodePainter(NodeTree rows) {
		this.rows = rows;
		width = new RowWidth(rows.tree());
	}

	static NodePainter install(NodeTree rows) {
		NodePainter painter = new NodePainter(rows);
		rows.tree().addListener(SWT.EraseItem, event -> event.detail &= ~SWT.FOREGROUND);
		rows.tree().addListener(SWT.PaintItem, painter::paint);
		return painter;
	}

	/** Shows pictures between the icons and the texts. */
	void showPictures(RowPictures shown) {
		pictures = shown;
	}

	private void paint(Event event) {
		TreeItem item = (TreeItem) event.item;
		Image image = item.getImage();
		if (image != null) {
			Rectangle room = item.getImageBounds(0);
			Rectangle size = image.getBounds();
			event.gc.drawImage(image, room.x + Math.max(0, (room.width - size.width) / 2),
					room.y + Math.max(0, (room.height - size.height) / 2));
		}
		Rectangle text = item.getTextBounds(0);
		int y = text.y + Math.max(0, (text.height - event.gc.getFontMetrics().getHeight()) / 2);
		Node node = rows.node(item);
		int room = pictures == null ? 0 : pictures.paint(event.gc, node, text.x, text);
		int right = paint(event.gc, node.label(), text.x + room, y, (event.detail & SWT.SELECTED) != 0);
		width.need(right + rows.tree().getHorizontalBar().getSelection() + MARGIN);
	}

	/** {@return where the text ends} */
	private static int paint(GC gc, Label label, int left, int y, boolean selected) {
		Color normal = gc.getForeground();
		Color dimmed = selected ? normal : JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
		int x = left;
		for (String part : List.of(label.prefix(), label.text(), label.details())) {
			if (!part.isEmpty()) {
				String words = x == left ? part : Label.GAP + part;
				gc.setForeground(part == label.text() ? normal : dimmed);
				gc.drawText(words, x, y, SWT.DRAW_TRANSPARENT);
				x += gc.textExtent(words).x;
			}
		}
		gc.setForeground(normal);
		return x;
	}
}
