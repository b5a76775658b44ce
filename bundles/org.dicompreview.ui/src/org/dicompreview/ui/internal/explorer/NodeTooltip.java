package org.dicompreview.ui.internal.explorer;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/**
 * Shows all that there is to say about the row under the mouse, with a picture of what it stands for. It runs through its slices
 * while the pointer moves along the row or over the picture. UI thread.
 */
final class NodeTooltip extends ToolTip {

	/** Side of a picture in points. */
	static final int SIDE = 160;
	private static final int MARGIN = 4;
	/** Points from a row to what is said about it. */
	private static final int DISTANCE = 2;

	private final NodeTree rows;
	private final SeriesThumbnails thumbnails;
	private final SeriesPlayer player;
	/** What is shown; {@code null} for nothing with a picture. */
	private Node shown;
	private Label picture;
	private Label place;
	private Image image;

	/**
	 * @param thumbnails makes the first picture
	 * @param player     makes those of other slices
	 */
	NodeTooltip(NodeTree rows, SeriesThumbnails thumbnails, SeriesPlayer player) {
		super(rows.tree(), NO_RECREATE, false);
		this.rows = rows;
		this.thumbnails = thumbnails;
		this.player = player;
		Tree tree = rows.tree();
		tree.addListener(SWT.MouseMove, this::movedAlongRow);
		tree.addListener(SWT.KeyDown, event -> hide());
		tree.addListener(SWT.MouseWheel, event -> hide());
		tree.getVerticalBar().addListener(SWT.Selection, event -> hide()); // another row comes under the pointer
	}

	@Override
	protected Object getToolTipArea(Event event) {
		return item(event);
	}

	@Override
	protected boolean shouldCreateToolTip(Event event) {
		return item(event) != null && super.shouldCreateToolTip(event);
	}

	/** Below the row, so that the pointer can run along it; above it where there is no room. */
	@Override
	public Point getLocation(Point size, Event event) {
		TreeItem item = item(event);
		if (item == null) {
			return super.getLocation(size, event);
		}
		Rectangle row = item.getBounds();
		Rectangle screen = rows.tree().getMonitor().getClientArea();
		Point below = rows.tree().toDisplay(event.x, row.y + row.height + DISTANCE);
		int above = rows.tree().toDisplay(0, row.y - DISTANCE).y - size.y;
		boolean room = below.y + size.y <= screen.y + screen.height || above < screen.y;
		return new Point(Math.max(screen.x, Math.min(below.x, screen.x + screen.width - size.x)), room ? below.y : above);
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
		label(area).setText(Tooltips.of(node).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		if (SeriesThumbnails.hasPicture(node)) {
			addPicture(node, area);
		}
		return area;
	}

	private static Label label(Composite area) {
		Label label = new Label(area, SWT.NONE);
		label.setForeground(area.getDisplay().getSystemColor(SWT.COLOR_INFO_FOREGROUND));
		return label;
	}

	private void addPicture(Node node, Composite area) {
		Label made = new Label(area, SWT.NONE);
		made.setBackground(made.getDisplay().getSystemColor(SWT.COLOR_BLACK));
		GridDataFactory.swtDefaults().hint(SIDE, SIDE).applyTo(made);
		made.addListener(SWT.Dispose, event -> ended(made));
		made.addListener(SWT.MouseMove, event -> play((double) event.x / SIDE));
		shown = node;
		picture = made;
		place = label(area);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(place);
		thumbnails.request(node, data -> inUi(() -> show(made, data)));
	}

	private void ended(Label label) {
		if (picture == label) {
			shown = null;
			thumbnails.cancel();
			player.stop();
			if (image != null) {
				image.dispose();
				image = null;
			}
		}
	}

	private void movedAlongRow(Event event) {
		TreeItem item = shown == null ? null : item(event);
		if (item != null && rows.node(item).equals(shown)) {
			int left = item.getBounds().x;
			play((double) (event.x - left) / Math.max(1, rows.tree().getClientArea().width - left));
		}
	}

	/** Shows the slice at a part of the way through what is shown. */
	private void play(double part) {
		if (shown != null) {
			Label of = picture;
			player.play(shown, part, (data, at, count) -> inUi(() -> show(of, data, at, count)));
		}
	}

	private void show(Label of, Optional<ImageData> data, int at, int count) {
		if (of == picture && !of.isDisposed()) {
			place.setText(NLS.bind(Messages.NodeTooltip_place, at + 1, count));
			data.ifPresent(pixels -> show(of, pixels));
		}
	}

	private void show(Label of, ImageData data) {
		if (of == picture && !of.isDisposed()) {
			ImageDataProvider provider = zoom -> AreaAverage.square(data, SIDE * zoom / 100);
			Image before = image;
			image = new Image(of.getDisplay(), provider);
			of.setImage(image);
			if (before != null) {
				before.dispose();
			}
		}
	}

	private void inUi(Runnable update) {
		Tree tree = rows.tree();
		Display display = tree.isDisposed() ? null : tree.getDisplay();
		if (display != null && !display.isDisposed()) {
			display.asyncExec(update);
		}
	}

	private TreeItem item(Event event) {
		return rows.tree().getItem(new Point(event.x, event.y));
	}
}
