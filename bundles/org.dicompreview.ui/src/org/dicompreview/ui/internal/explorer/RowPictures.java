package org.dicompreview.ui.internal.explorer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Tree;

/**
 * Draws the pictures in the rows of series and stacks. All rows of a tree have one height, so that of a patient grows too. UI
 * thread.
 */
final class RowPictures {

	/** Points between a picture and what is beside, above and below it. */
	private static final int MARGIN = 2;
	/** Images that are kept: more rows than fit on a screen. */
	private static final int MOST = 150;

	/** An image, or {@code null} where there is no picture, and of what it was made. */
	private record Drawn(Object version, Image image) {

		void dispose() {
			if (image != null) {
				image.dispose();
			}
		}
	}

	private final Tree tree;
	private final SeriesThumbnails thumbnails;
	private final int side;
	private final Map<Node, Drawn> images = new LinkedHashMap<>(16, 0.75f, true);
	private boolean redrawing;

	/** @param side of a picture in points */
	private RowPictures(Tree tree, SeriesThumbnails thumbnails, int side) {
		this.tree = tree;
		this.thumbnails = thumbnails;
		this.side = side;
	}

	/** Makes room for pictures in the rows of a tree. */
	static RowPictures install(Tree tree, SeriesThumbnails thumbnails, int side) {
		RowPictures pictures = new RowPictures(tree, thumbnails, side);
		tree.addListener(SWT.MeasureItem, event -> event.height = Math.max(event.height, side + 2 * MARGIN));
		tree.addListener(SWT.Dispose, event -> pictures.images.values().forEach(Drawn::dispose));
		thumbnails.onChanged(pictures::changed);
		return pictures;
	}

	/** Lets go of what is gone. */
	void forget(Predicate<Node> gone) {
		images.entrySet().removeIf(entry -> {
			boolean old = gone.test(entry.getKey());
			if (old) {
				entry.getValue().dispose();
			}
			return old;
		});
	}

	/** On any thread. */
	private void changed() {
		Display display = tree.isDisposed() ? null : tree.getDisplay();
		if (display != null && !display.isDisposed()) {
			display.asyncExec(() -> {
				if (!tree.isDisposed() && !redrawing) {
					redrawing = true;
					display.asyncExec(this::redraw);
				}
			});
		}
	}

	private void redraw() {
		redrawing = false;
		if (!tree.isDisposed()) {
			tree.redraw();
		}
	}

	/** Draws the picture of a row, if it is known, and asks for it if not. {@return the room that it takes; 0 if it has none} */
	int paint(GC gc, Node node, int x, Rectangle row) {
		if (!SeriesThumbnails.hasPicture(node)) {
			return 0;
		}
		Image image = image(node);
		if (image != null) {
			gc.drawImage(image, x, row.y + (row.height - side) / 2);
		}
		return side + 2 * MARGIN;
	}

	private Image image(Node node) {
		Drawn before = images.get(node);
		if (before != null && before.version().equals(thumbnails.version(node))) {
			return before.image();
		}
		Optional<SeriesThumbnails.Known> known = thumbnails.known(node);
		if (known.isEmpty()) {
			thumbnails.want(node);
			return before == null ? null : before.image();
		}
		Drawn now = new Drawn(known.get().version(), known.get().picture().map(this::scaled).orElse(null));
		Optional.ofNullable(images.put(node, now)).ifPresent(Drawn::dispose);
		if (images.size() > MOST) {
			images.remove(images.keySet().iterator().next()).dispose();
		}
		return now.image();
	}

	private Image scaled(ImageData data) {
		ImageDataProvider provider = zoom -> AreaAverage.square(data, side * zoom / 100);
		return new Image(tree.getDisplay(), provider);
	}
}
