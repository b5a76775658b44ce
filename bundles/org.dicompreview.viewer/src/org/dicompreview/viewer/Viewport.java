package org.dicompreview.viewer;

import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One place where slices are shown: the picture with its sliders and its status line. Shows one series at a time; reading,
 * ordering, decoding and rendering happen elsewhere, and the newest request wins. UI thread only. Made by {@link Viewports},
 * not implemented by clients.
 *
 * @since 0.1
 */
@ProviderType
public interface Viewport {

	/** The family of the jobs of all viewports ({@code Job#belongsTo}). */
	Object JOB_FAMILY = Viewport.class;

	/**
	 * Key of {@code Control#getData} for controls in a viewport in which keys mean what they mean in lists and texts: whoever
	 * binds keys to commands leaves them alone while such a control has the focus. The value is {@link Boolean#TRUE}.
	 *
	 * @since 0.1.0
	 */
	String OWN_KEYS = "org.dicompreview.viewer.ownKeys"; //$NON-NLS-1$

	/** {@return what is shown and how; changes of it are seen at once} */
	ViewportModel model();

	/** {@return what it does together with those beside it; links of its own if it is in no grid} */
	ViewportLinks links();

	/**
	 * {@return what is laid over its images}
	 *
	 * @since 0.1.0
	 */
	ViewportOverlays overlays();

	/** {@return the control; whoever disposes it closes the viewport} */
	Composite control();

	/** {@return the part of the control on which the picture is painted; for menus and drop targets} */
	Canvas canvas();

	/** {@return where the image lies on the canvas; absent without a picture} */
	Optional<ImageTransform> transform();

	/** Shows a series where the person left it, else at its start; nothing happens if it is on show as it is now. */
	void show(Series series);

	/** Shows a place of a series, or its start if it has no such place. */
	void show(Series series, SlicePlace place);

	/** Shows a series as it was remembered, whatever the memory says of it by now. */
	void show(Series series, ViewportMemory.Entry entry);

	/** Shows a stack: where it stands if it is on show, else at its start. */
	void show(SliceStack stack);

	/**
	 * Shows a slice, with the stack and the series that it is of.
	 *
	 * @since 0.1.0
	 */
	default void show(Slice slice) {
		show(slice.stack().series(), SlicePlace.of(slice.stack().series(), slice));
	}

	/** Shows the images of an instance, or says what it is if there are none. */
	void show(Series series, InstanceHeader instance);

	/** Says what something is that has no images. */
	void show(Subject subject);

	/**
	 * Does something once what was asked for last is on show, though perhaps not its picture yet; at once if nothing is
	 * awaited, never if something else is asked for before.
	 *
	 * @param then for example changes the window of what is shown
	 * @since 0.1.0
	 */
	void whenShown(Runnable then);

	/**
	 * Says something below the picture, until there is something else to say there.
	 *
	 * @since 0.1.0
	 */
	void say(String text);

	/** Gives up what was to be shown next. */
	void cancel();

	/** {@return whether something else is about to be shown} */
	boolean isBusy();

	/** Takes up what a scan has found since; what is about to be shown is looked at when it is there. */
	void refresh();

	/** Moves by a number of places, as far as there are any: the slider that has the focus, else the one over the slices. */
	void step(int delta);

	/** {@return whether the canvas shows the current slice in full, as appearance and size are now} */
	boolean isSettled();

	/** {@return what stands on the canvas in place of a picture; empty text where there is one} */
	String message();

	/** {@return what is written on the canvas, for people who cannot see it} */
	String description();

	/** Paints the picture alone, as it is on the canvas: without the texts around it, black where there is none. */
	void paintPicture(GC gc);

	/** Paints what is on the canvas: the picture with the layers over it, or the message in its place. */
	void paint(GC gc);

	/**
	 * Paints the layers over a picture of another size than that on the canvas.
	 *
	 * @param gc   of the picture, in points
	 * @param of   the slice, with the picture and the size that it was made for
	 * @param area of the picture in points
	 */
	void paintLayers(GC gc, RenderedSlice of, Rectangle area);

	/** {@return pictures a second as painted while it plays; 0 before that is known} */
	double paintedRate();

	/** {@return pictures that were due since playing began, but could not be shown in time} */
	long droppedPictures();

	/** Gives the focus to the slider over the slices if it can be moved, else to the canvas. */
	boolean setFocus();
}
