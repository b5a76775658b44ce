package org.dicompreview.viewer;

import java.util.Optional;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.Picture;
import org.dicompreview.series.Calibration;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Vector3;

/**
 * Leads from the canvas of a viewport to the image that is painted on it, on to the patient, and back, with parts of pixels.
 * Immutable, without widgets.
 *
 * @since 0.1
 */
public final class ImageTransform {

	/** From points of the canvas to the image: column = t[0] x + t[1] y + t[2], row = t[3] x + t[4] y + t[5]. */
	private final double[] toImage;
	private final Slice slice;
	private Optional<ImagePlane> plane;
	private Calibration calibration;

	private ImageTransform(double[] toImage, Slice slice) {
		this.toImage = toImage;
		this.slice = slice;
	}

	/** {@return the way from the canvas to a picture; absent where there is none} */
	public static Optional<ImageTransform> of(RenderedSlice rendered) {
		return rendered.picture().map(picture -> new ImageTransform(
				fromPoints(picture, rendered.target().zoom(), wholeSize(rendered)), rendered.slice()));
	}

	/** {@return columns and rows of the image for one of the frame: 1, but of a coarse frame more} */
	private static double[] wholeSize(RenderedSlice rendered) {
		Optional<DisplayFrame> frame = rendered.frame().filter(each -> rendered.coarse());
		if (frame.isEmpty()) {
			return new double[] { 1, 1 };
		}
		int columns = frame.get().frame().columns();
		int rows = frame.get().frame().rows();
		return new double[] { rendered.slice().instance().integer(Tag.COLUMNS).orElse(columns) / (double) columns,
				rendered.slice().instance().integer(Tag.ROWS).orElse(rows) / (double) rows };
	}

	/** The transform of a picture begins at the centre of its first pixel, this one at the corner of the canvas. */
	private static double[] fromPoints(Picture picture, int zoom, double[] size) {
		double[] t = picture.transform();
		double pixels = zoom / 100.0;
		return new double[] { size[0] * t[0] * pixels, size[0] * t[1] * pixels, size[0] * (t[2] - (t[0] + t[1]) / 2),
				size[1] * t[3] * pixels, size[1] * t[4] * pixels, size[1] * (t[5] - (t[3] + t[4]) / 2) };
	}

	/** {@return the place of the image that is seen at a place of the canvas; may lie beside the image} */
	public ImagePoint toImage(DisplayPoint point) {
		double[] t = toImage;
		return new ImagePoint(t[0] * point.x() + t[1] * point.y() + t[2], t[3] * point.x() + t[4] * point.y() + t[5]);
	}

	/** {@return where a place of the image is seen; may lie beside the canvas} */
	public DisplayPoint toDisplay(ImagePoint point) {
		double[] t = toImage;
		double column = point.column() - t[2];
		double row = point.row() - t[5];
		double size = t[0] * t[4] - t[1] * t[3];
		return new DisplayPoint((t[4] * column - t[1] * row) / size, (t[0] * row - t[3] * column) / size);
	}

	/** {@return where the pixels of the slice lie; absent without geometry} */
	public Optional<ImagePlane> plane() {
		if (plane == null) {
			plane = slice.imagePlane();
		}
		return plane;
	}

	/** {@return what lengths in the image mean} */
	public Calibration calibration() {
		if (calibration == null) {
			calibration = slice.calibration();
		}
		return calibration;
	}

	/** {@return the place in the patient, in mm, of a place of the canvas; absent without geometry} */
	public Optional<Vector3> toPatient(DisplayPoint point) {
		ImagePoint image = toImage(point);
		return plane().map(found -> found.point(image.column(), image.row()));
	}

	/** {@return where a place in the patient is seen, along the normal of the slice; absent without geometry} */
	public Optional<DisplayPoint> toDisplay(Vector3 place) {
		return plane().map(found -> found.place(place)).map(foot -> toDisplay(new ImagePoint(foot.column(), foot.row())));
	}

	/** {@return points of the canvas from one column of the image to the next} */
	public double pointsPerColumn() {
		return lengthOf(1, 0);
	}

	/** {@return points of the canvas from one row of the image to the next} */
	public double pointsPerRow() {
		return lengthOf(0, 1);
	}

	private double lengthOf(double columns, double rows) {
		return toDisplay(new ImagePoint(0, 0)).distance(toDisplay(new ImagePoint(columns, rows)));
	}
}
