package org.dicompreview.viewer.internal.overlay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.overlay.ImageOverlay;
import org.dicompreview.rendering.overlay.OverlayLine;
import org.dicompreview.rendering.overlay.OverlayPicture;
import org.dicompreview.rendering.overlay.OverlayRaster;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.OverlayChoice;
import org.dicompreview.viewer.TextPainter;
import org.dicompreview.viewer.ViewportOverlays;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Transform;
import org.osgi.service.component.annotations.Component;

/** Masks, contours and doses over the images that they belong to. */
@Component(service = Layer.class)
public final class OverlayLayer implements Layer {

	private static final int OPAQUE = 255;
	private static final int LINE_WIDTH = 2;
	private static final float MARK = 4;

	@Override
	public String id() {
		return "org.dicompreview.viewer.overlays"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.OverlayLayer_label;
	}

	@Override
	public int order() {
		return IMAGE;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		ViewportOverlays overlays = context.viewport().overlays();
		Slice slice = context.rendered().slice();
		OverlayImages images = OverlayImages.of(context.viewport().canvas());
		int top = context.area().y + context.area().height / 3;
		for (OverlayChoice choice : overlays.choices()) {
			Optional<OverlayPicture> picture = choice.shown() ? overlays.picture(slice, choice) : Optional.empty();
			if (picture.isPresent()) {
				gc.setAlpha((int) Math.round(OPAQUE * choice.opacity()));
				picture.get().raster().ifPresent(raster -> raster(gc, context.transform(), raster, choice, images));
				picture.get().lines().forEach(line -> line(gc, context.transform(), line, choice));
				gc.setAlpha(OPAQUE);
				top = picture.get().isEmpty() ? top : levels(gc, context, choice.overlay().levels(), top);
			}
		}
	}

	private static void raster(GC gc, ImageTransform transform, OverlayRaster raster, OverlayChoice choice, OverlayImages images) {
		double[] t = raster.toImage();
		DisplayPoint origin = transform.toDisplay(new ImagePoint(t[0], t[3]));
		DisplayPoint right = transform.toDisplay(new ImagePoint(t[0] + t[1], t[3] + t[4]));
		DisplayPoint down = transform.toDisplay(new ImagePoint(t[0] + t[2], t[3] + t[5]));
		Transform matrix = new Transform(gc.getDevice(), (float) (right.x() - origin.x()), (float) (right.y() - origin.y()),
				(float) (down.x() - origin.x()), (float) (down.y() - origin.y()), (float) origin.x(), (float) origin.y());
		try {
			gc.setInterpolation(SWT.NONE);
			gc.setTransform(matrix);
			gc.drawImage(images.get(raster, choice.color()), 0, 0);
		} finally {
			gc.setTransform(null);
			gc.setInterpolation(SWT.DEFAULT);
			matrix.dispose();
		}
	}

	private static void line(GC gc, ImageTransform transform, OverlayLine line, OverlayChoice choice) {
		Path path = new Path(gc.getDevice());
		try {
			double[] points = line.points();
			for (int i = 0; i + 1 < points.length; i += 2) {
				DisplayPoint point = transform.toDisplay(new ImagePoint(points[i], points[i + 1]));
				float x = (float) point.x();
				float y = (float) point.y();
				boolean begins = i == 0 || line.shape() == OverlayLine.Shape.SEGMENTS && i % 4 == 0;
				if (line.shape() == OverlayLine.Shape.POINTS) {
					path.moveTo(x - MARK, y);
					path.lineTo(x + MARK, y);
					path.moveTo(x, y - MARK);
					path.lineTo(x, y + MARK);
				} else if (begins) {
					path.moveTo(x, y);
				} else {
					path.lineTo(x, y);
				}
			}
			if (line.shape() == OverlayLine.Shape.CLOSED) {
				path.close();
			}
			gc.setAntialias(SWT.ON);
			gc.setLineWidth(LINE_WIDTH);
			gc.setForeground(color(line.color().orElse(choice.color())));
			gc.drawPath(path);
		} finally {
			path.dispose();
		}
	}

	/** Writes levels in their colours at the left. {@return where the next ones stand} */
	private static int levels(GC gc, LayerContext context, List<ImageOverlay.Level> levels, int top) {
		TextPainter painter = new TextPainter(gc, context.area());
		int y = top;
		for (ImageOverlay.Level level : levels) {
			painter.text(Texts.words(level.label()), context.area().x + TextPainter.MARGIN, y, color(level.color()));
			y += painter.lineHeight();
		}
		return y;
	}

	private static Color color(int rgb) {
		return new Color(rgb >> 16 & OPAQUE, rgb >> 8 & OPAQUE, rgb & OPAQUE);
	}

	@Override
	public String description(LayerContext context) {
		ViewportOverlays overlays = context.viewport().overlays();
		Slice slice = context.rendered().slice();
		String names = overlays.choices().stream().filter(OverlayChoice::shown)
				.filter(choice -> overlays.picture(slice, choice).filter(picture -> !picture.isEmpty()).isPresent())
				.map(choice -> Texts.words(choice.overlay().label())).collect(Collectors.joining(", ")); //$NON-NLS-1$
		return names.isEmpty() ? names : NLS.bind(Messages.OverlayLayer_description, names);
	}
}
