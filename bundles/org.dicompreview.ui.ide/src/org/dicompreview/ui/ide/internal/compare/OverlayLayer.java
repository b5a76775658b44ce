package org.dicompreview.ui.ide.internal.compare;

import java.util.Optional;

import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.Viewport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Rectangle;

/** Paints a picture over that of one viewport: the other image, or the difference. UI thread only; {@link #dispose()} ends it. */
final class OverlayLayer implements Layer {

	private Viewport viewport;
	private Runnable repaint = () -> {};
	private Optional<OverlayPictures.Request> request = Optional.empty();
	private Image image;
	private int alpha = 255;

	/** Sets the viewport whose picture is painted over. */
	void over(Viewport left) {
		viewport = left;
	}

	/** Paints another picture. */
	void show(OverlayPictures.Result result) {
		dispose();
		request = Optional.of(result.request());
		int made = result.request().left().target().zoom();
		result.picture().ifPresent(data -> image = new Image(viewport.control().getDisplay(), provider(data, made)));
		repaint.run();
	}

	private static ImageDataProvider provider(ImageData data, int made) {
		return zoom -> zoom == made ? data
				: data.scaledTo(Math.max(1, data.width * zoom / made), Math.max(1, data.height * zoom / made));
	}

	/** Sets how much of the picture below is covered. @param next 0 for nothing, 255 for all */
	void setAlpha(int next) {
		if (alpha != next) {
			alpha = next;
			repaint.run();
		}
	}

	/** {@return how much of the picture below is covered} */
	int alpha() {
		return alpha;
	}

	/** Paints nothing any more. */
	void dispose() {
		request = Optional.empty();
		if (image != null) {
			image.dispose();
			image = null;
		}
	}

	@Override
	public String id() {
		return "org.dicompreview.ui.ide.overlay"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.OverlayLayer_label;
	}

	@Override
	public int order() {
		return IMAGE - 1; // below all that is written on the picture
	}

	@Override
	public void attach(Runnable next) {
		repaint = next;
	}

	/** {@return whether there is something to paint over a picture} */
	boolean isOver(LayerContext context) {
		return image != null && context.viewport() == viewport && request.filter(of -> of.fits(context.rendered())).isPresent();
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		if (isOver(context) && alpha > 0) {
			Rectangle bounds = image.getBounds();
			gc.setInterpolation(SWT.NONE);
			gc.setAlpha(alpha);
			gc.drawImage(image, bounds.x, bounds.y);
		}
	}
}
