package org.dicompreview.viewer;

import org.dicompreview.series.Slice;
import org.eclipse.swt.graphics.GC;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that is painted over the picture of every viewport: texts, lines, marks. An OSGi service, or added to a
 * {@link LayerRegistry}; may be implemented by clients. One object paints for all viewports, so it keeps nothing of one of
 * them but by asking its model. Called on the UI thread.
 *
 * @since 0.1
 */
@ConsumerType
public interface Layer {

	/** Order of what belongs to the image: overlays, texts of a presentation state. */
	int IMAGE = 100;
	/** Order of lines and marks. */
	int MARKS = 200;
	/** Order of texts around the picture. */
	int TEXTS = 300;
	/** Order of warnings, which nothing covers. */
	int WARNINGS = 400;

	/** Id of the layer with the texts in the corners. */
	String CORNER_TEXTS = "org.dicompreview.viewer.corners"; //$NON-NLS-1$
	/** Id of the layer with the directions of the patient at the edges. */
	String DIRECTIONS = "org.dicompreview.viewer.edges"; //$NON-NLS-1$
	/** Id of the layer with the scale bar. */
	String SCALE_BAR = "org.dicompreview.viewer.scaleBar"; //$NON-NLS-1$
	/** Id of the layer with the colour bar. */
	String COLOR_BAR = "org.dicompreview.viewer.colorBar"; //$NON-NLS-1$

	/** Id of the layer whose place is the slider: a picture of the series along it. @since 0.1.0 */
	String SERIES_STRIP = "org.dicompreview.viewer.strip"; //$NON-NLS-1$

	/** {@return a name that is stable, for preferences, unlike that of any other layer} */
	String id();

	/** {@return the name for people} */
	String label();

	/** {@return where it lies: layers with a higher number are painted later; those with the same number by their ids} */
	default int order() {
		return MARKS;
	}

	/**
	 * Paints over a picture that is on the canvas now. Called for each paint event, so it must not take long; what is slow is
	 * worked out elsewhere and then painted anew, see {@link #attach(Runnable)}.
	 *
	 * @param gc      of the canvas, in points: with its font, light on black, a solid line of one point, no clipping; what the
	 *                layer changes is undone by the caller, what it makes it disposes itself
	 * @param context what is on the canvas, and where
	 */
	void paint(GC gc, LayerContext context);

	/** {@return what the layer says of a picture, for people who cannot see it; empty text for nothing} */
	default String description(LayerContext context) {
		return ""; //$NON-NLS-1$
	}

	/**
	 * {@return what the layer has on a slice, for a mark on the track above the slider; empty text for nothing. Called for all
	 * slices of a stack on the UI thread, so it must be quick}
	 *
	 * @param slice any slice of the stack on show
	 * @since 0.1.0
	 */
	default String mark(Slice slice) {
		return ""; //$NON-NLS-1$
	}

	/**
	 * Hears that a registry has the layer now.
	 *
	 * @param repaint paints the layer anew wherever the registry shows it; may be called on any thread
	 */
	default void attach(Runnable repaint) {
		// It changes only with the picture.
	}

	/** Hears that a registry has the layer no longer. @param repaint that of {@link #attach} */
	default void detach(Runnable repaint) {
		// Nothing was kept.
	}
}
