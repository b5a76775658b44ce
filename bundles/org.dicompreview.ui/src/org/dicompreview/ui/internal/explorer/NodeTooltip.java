package org.dicompreview.ui.internal.explorer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TreeItem;

/** Shows all that there is to say about the row under the mouse, with a picture of what it stands for. UI thread. */
final class NodeTooltip extends ToolTip {

	/** Side of a picture in points. */
	static final int SIDE = 160;
	private static final int MARGIN = 4;

	private final NodeTree rows;
	private final SeriesThumbnails thumbnails;

	/** @param thumbnails makes the pictures */
	NodeTooltip(NodeTree rows, SeriesThumbnails thumbnails) {
		super(rows.tree(), NO_RECREATE, false);
		this.rows = rows;
		this.thumbnails = thumbnails;
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
	protected Composite createToolTipContentArea(Event event, Composite parent) {
		return create(rows.node(item(event)), parent);
	}

	/** Not private: a test has no pointer that rests. */
	Composite create(Node node, Composite parent) {
		Display display = parent.getDisplay();
		Composite area = new Composite(parent, SWT.NONE);
		area.setBackground(display.getSystemColor(SWT.COLOR_INFO_BACKGROUND));
		area.setBackgroundMode(SWT.INHERIT_DEFAULT); // the colour may let some light through: once is enough
		GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(area);
		Label text = new Label(area, SWT.NONE);
		text.setForeground(display.getSystemColor(SWT.COLOR_INFO_FOREGROUND));
		text.setText(Tooltips.of(node).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		if (SeriesThumbnails.hasPicture(node)) {
			addPicture(node, area);
		}
		return area;
	}

	private void addPicture(Node node, Composite area) {
		Label picture = new Label(area, SWT.NONE);
		picture.setBackground(picture.getDisplay().getSystemColor(SWT.COLOR_BLACK));
		GridDataFactory.swtDefaults().hint(SIDE, SIDE).applyTo(picture);
		picture.addListener(SWT.Dispose, e -> thumbnails.cancel());
		thumbnails.request(node, data -> arrived(picture, data));
	}

	/** On any thread. */
	private void arrived(Label picture, ImageData data) {
		Display display = rows.tree().getDisplay();
		ImageDataProvider provider = zoom -> scaled(data, SIDE * zoom / 100);
		display.asyncExec(() -> {
			if (!picture.isDisposed()) {
				Image image = new Image(display, provider);
				picture.addListener(SWT.Dispose, e -> image.dispose());
				picture.setImage(image);
			}
		});
	}

	private static ImageData scaled(ImageData data, int side) {
		return data.width == side ? data : data.scaledTo(side, side);
	}

	private TreeItem item(Event event) {
		return rows.tree().getItem(new Point(event.x, event.y));
	}
}
