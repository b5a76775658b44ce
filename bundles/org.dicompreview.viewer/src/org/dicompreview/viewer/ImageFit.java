package org.dicompreview.viewer;

import java.util.Optional;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.PixelSpacing;
import org.dicompreview.series.Slice;

/**
 * How an image lies on its canvas, apart from magnification and shift: what a {@link Placement} means in millimetres. Plain
 * data without widgets. Lengths on the canvas are in points; offsets in the image count from its middle, in widths of a pixel.
 *
 * @param slice       the slice
 * @param columns     of the frame, which may be coarse
 * @param rows        of the frame
 * @param aspect      height of a pixel divided by its width
 * @param orientation how the frame is turned
 * @param width       of the canvas
 * @param height      of the canvas
 */
record ImageFit(Slice slice, int columns, int rows, double aspect, Orientation orientation, double width, double height) {

	private static final double LEAST_ZOOM = 1 / 64.0;
	private static final double MOST_ZOOM = 256;

	/** {@return how the picture of a viewport lies; absent where there is none} */
	static Optional<ImageFit> of(ViewportModel model) {
		return model.rendered().filter(rendered -> !rendered.coarse()).flatMap(rendered -> of(model, rendered));
	}

	private static Optional<ImageFit> of(ViewportModel model, RenderedSlice rendered) {
		Optional<DisplayFrame> frame = rendered.frame();
		RenderTarget target = rendered.target();
		double points = 100.0 / target.zoom();
		return frame.map(each -> new ImageFit(rendered.slice(), each.frame().columns(), each.frame().rows(), each.pixelAspect(),
				model.settings().orientation(), target.width() * points, target.height() * points));
	}

	/** {@return the placement with which a viewport shows what another one shows, as large as that; absent where one is empty} */
	static Optional<Placement> linked(ViewportModel from, ViewportModel to) {
		Placement lead = from.settings().placement();
		return of(from).flatMap(here -> of(to).map(there -> there.like(here, lead)))
				.filter(placement -> !placement.equals(to.settings().placement()));
	}

	private Placement like(ImageFit other, Placement lead) {
		double mine = millimetres();
		double others = other.millimetres();
		if (!(mine > 0) || !(others > 0)) {
			return lead;
		}
		double zoom = Math.max(LEAST_ZOOM,
				Math.min(MOST_ZOOM, lead.zoom() * (other.fit() / others) / (fit() / mine)));
		Optional<ImagePlane> there = other.slice.imagePlane();
		Optional<ImagePlane> here = slice.imagePlane();
		boolean samePlace = here.isPresent() && there.isPresent() && here.get().sharesFrameOfReference(there.get())
				&& Counterpart.isParallel(here.get(), there.get());
		if (!samePlace) {
			return new Placement(zoom, lead.panX() * other.width / width, lead.panY() * other.height / height);
		}
		ImagePoint middle = other.middle(lead);
		ImagePlane.Place place = here.get().place(there.get().point(middle.column(), middle.row()));
		return centered(place.column(), place.row(), zoom);
	}

	/** {@return millimetres from one column to the next, 0 where that is not known} */
	private double millimetres() {
		PixelSpacing spacing = slice.calibration().at(columns / 2.0, rows / 2.0);
		return spacing.isLength() ? spacing.column() : 0;
	}

	/** {@return points for one column at magnification 1} */
	private double fit() {
		double high = rows * aspect;
		boolean swap = orientation.swapsAxes();
		return Math.min(width / (swap ? high : columns), height / (swap ? columns : high));
	}

	/** {@return the place of the image in the middle of the canvas} */
	private ImagePoint middle(Placement placement) {
		double scale = placement.zoom() * fit();
		double[] offset = turned(-placement.panX() * width / scale, -placement.panY() * height / scale,
				-orientation.quarterTurns() & 3);
		double across = orientation.flip() ? -offset[0] : offset[0];
		return new ImagePoint(columns / 2.0 + across, rows / 2.0 + offset[1] / aspect);
	}

	/** {@return the placement with a place of the image in the middle of the canvas} */
	private Placement centered(double column, double row, double zoom) {
		double across = column - columns / 2.0;
		double[] offset = turned(orientation.flip() ? -across : across, (row - rows / 2.0) * aspect,
				orientation.quarterTurns());
		double scale = zoom * fit();
		return new Placement(zoom, -offset[0] * scale / width, -offset[1] * scale / height);
	}

	private static double[] turned(double x, double y, int clockwise) {
		return switch (clockwise) {
			case 1 -> new double[] { -y, x };
			case 2 -> new double[] { -x, -y };
			case 3 -> new double[] { y, -x };
			default -> new double[] { x, y };
		};
	}
}
