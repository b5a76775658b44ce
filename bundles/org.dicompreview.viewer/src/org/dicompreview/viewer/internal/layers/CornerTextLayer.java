package org.dicompreview.viewer.internal.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.TextPainter;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.corners.Corner;
import org.dicompreview.viewer.corners.CornerTextStore;
import org.dicompreview.viewer.internal.corners.CornerValues;
import org.dicompreview.viewer.internal.text.PictureTexts;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Attributes of the image, presentation state, pace, window and place in the corners of the canvas. */
@Component(service = Layer.class)
public final class CornerTextLayer implements Layer {

	private static final String ELLIPSIS = "\u2026"; //$NON-NLS-1$
	/** Between the texts of two corners beside each other. */
	private static final int GAP = 12;

	private final CornerTextStore store;
	private final Runnable repaint = this::repaint;
	private final CornerValues values;
	private final List<Runnable> repaints = new CopyOnWriteArrayList<>();

	/** @param store says which attributes stand where @param readers read them */
	@Activate
	public CornerTextLayer(@Reference CornerTextStore store, @Reference DicomReaders readers) {
		this.store = store;
		values = new CornerValues(store, readers, repaint);
		store.addListener(repaint);
	}

	/** Called by {@link java.util.ServiceLoader}. */
	public CornerTextLayer() {
		this(new CornerTextStore(), DicomReaders.standalone());
	}

	@Deactivate
	void deactivate() {
		store.removeListener(repaint);
		values.close();
	}

	private void repaint() {
		repaints.forEach(Runnable::run);
	}

	@Override
	public String id() {
		return CORNER_TEXTS;
	}

	@Override
	public String label() {
		return Messages.CornerTextLayer_label;
	}

	@Override
	public int order() {
		return TEXTS;
	}

	@Override
	public void attach(Runnable newRepaint) {
		repaints.add(newRepaint);
	}

	@Override
	public void detach(Runnable oldRepaint) {
		repaints.remove(oldRepaint);
	}

	/** Attributes are left out where there is no room for all of them. */
	@Override
	public void paint(GC gc, LayerContext context) {
		TextPainter painter = new TextPainter(gc, context.area());
		List<List<String>> corners = corners(context);
		boolean fits = fits(corners, painter, context.area());
		int width = context.area().width - 2 * TextPainter.MARGIN;
		for (Corner corner : Corner.values()) {
			List<String> lines = fits ? corners.get(corner.ordinal()) : shown(corner, context);
			paint(lines, corner, fits ? (width - GAP) / 2 : width, painter, context.area());
		}
	}

	/** A line that was just measured is painted in no time, so each is measured and painted before the next. */
	private static void paint(List<String> lines, Corner corner, int most, TextPainter painter, Rectangle area) {
		boolean right = corner == Corner.TOP_RIGHT || corner == Corner.BOTTOM_RIGHT;
		boolean bottom = corner == Corner.BOTTOM_LEFT || corner == Corner.BOTTOM_RIGHT;
		int y = bottom ? area.y + area.height - TextPainter.MARGIN - lines.size() * painter.lineHeight()
				: area.y + TextPainter.MARGIN;
		for (String line : lines) {
			String text = shortened(line, most, painter);
			int x = right ? area.x + area.width - TextPainter.MARGIN - painter.width(text) : area.x + TextPainter.MARGIN;
			painter.text(text, x, y);
			y += painter.lineHeight();
		}
	}

	/** {@return whether upper and lower corners leave a line between them} */
	private static boolean fits(List<List<String>> corners, TextPainter painter, Rectangle area) {
		int left = corners.get(0).size() + corners.get(2).size();
		int right = corners.get(1).size() + corners.get(3).size();
		return (Math.max(left, right) + 1) * painter.lineHeight() + 2 * TextPainter.MARGIN <= area.height;
	}

	private static String shortened(String line, int most, TextPainter painter) {
		if (painter.width(line) <= most) {
			return line;
		}
		int length = line.length();
		while (length > 0 && painter.width(line.substring(0, length) + ELLIPSIS) > most) {
			length--;
		}
		return line.substring(0, length).stripTrailing() + ELLIPSIS;
	}

	@Override
	public String description(LayerContext context) {
		return corners(context).stream().flatMap(List::stream).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	/** {@return the lines of each corner: attributes, then how the picture is shown} */
	private List<List<String>> corners(LayerContext context) {
		return Stream.of(Corner.values()).map(corner -> {
			List<String> lines = new ArrayList<>(values.lines(context.rendered().slice(), corner));
			lines.addAll(shown(corner, context));
			return lines;
		}).map(List::copyOf).toList();
	}

	/** {@return how the picture is shown, in lines} */
	private static List<String> shown(Corner corner, LayerContext context) {
		RenderedSlice rendered = context.rendered();
		Viewport viewport = context.viewport();
		String text = switch (corner) {
			case TOP_LEFT -> PictureTexts.presentationState(rendered);
			case TOP_RIGHT -> PictureTexts.playback(viewport.model().playback(), viewport.paintedRate(), viewport.droppedPictures());
			case BOTTOM_LEFT -> PictureTexts.window(rendered);
			case BOTTOM_RIGHT -> PictureTexts.place(rendered, viewport.model().navigator().stack());
		};
		return text.lines().toList();
	}
}
