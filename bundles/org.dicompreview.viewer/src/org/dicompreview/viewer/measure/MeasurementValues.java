package org.dicompreview.viewer.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.Region;
import org.dicompreview.rendering.RegionStatistics;
import org.dicompreview.series.Calibration;
import org.dicompreview.series.PixelSpacing;
import org.dicompreview.series.PixelSpacing.Unit;
import org.dicompreview.viewer.ImagePoint;

/**
 * What a {@link Measurement} comes to. Immutable.
 *
 * @param spacing    what lengths were taken from
 * @param sizes      lengths, angles and areas
 * @param statistics of the pixels of a region: modality values first; empty for lines, colours, and where none were asked for
 * @since 0.1
 */
public record MeasurementValues(PixelSpacing spacing, List<Size> sizes, List<RegionStatistics> statistics) {

	/** What a size is. */
	public enum SizeKind {
		/** Along a line. */
		LENGTH,
		/** Across the image, where the two directions have no common unit. */
		ACROSS,
		/** Down the image, where the two directions have no common unit. */
		DOWN,
		/** Of a rectangle or ellipse. */
		WIDTH,
		/** Of a rectangle or ellipse. */
		HEIGHT,
		/** Of a rectangle or ellipse. */
		AREA,
		/** In degrees: 0 to 180, and 0 to 90 between two lines, which have no direction. */
		ANGLE
	}

	/**
	 * A length, an angle or an area.
	 *
	 * @param kind  what it is
	 * @param value at least 0
	 * @param unit  symbol of its unit
	 */
	public record Size(SizeKind kind, double value, String unit) {
	}

	private static final String SQUARE = "\u00b2"; //$NON-NLS-1$

	/** Copies the lists. */
	public MeasurementValues {
		Objects.requireNonNull(spacing);
		sizes = List.copyOf(sizes);
		statistics = List.copyOf(statistics);
	}

	/** {@return the sizes of a measurement, without looking at pixels} @param calibration of its frame */
	public static MeasurementValues of(Measurement measurement, Calibration calibration) {
		double[] places = places(measurement);
		PixelSpacing spacing = calibration.common(places);
		List<Size> sizes = switch (measurement.kind()) {
			case LINE, POLYLINE -> lengths(places, spacing);
			case ANGLE -> angle(spacing.angle(places[0] - places[2], places[1] - places[3], places[4] - places[2],
					places[5] - places[3]));
			case COBB_ANGLE -> angle(acute(spacing.angle(places[2] - places[0], places[3] - places[1],
					places[6] - places[4], places[7] - places[5])));
			case RECTANGLE, ELLIPSE -> regionSizes(places, measurement.region().orElseThrow(), spacing);
		};
		return new MeasurementValues(spacing, sizes, List.of());
	}

	/**
	 * {@return all values of a measurement. Takes time for large regions: not for the UI thread}
	 *
	 * @param calibration of its frame
	 * @param frame       its frame, at full size
	 */
	public static MeasurementValues of(Measurement measurement, Calibration calibration, DisplayFrame frame) {
		MeasurementValues values = of(measurement, calibration);
		return new MeasurementValues(values.spacing, values.sizes,
				measurement.region().map(frame::statistics).orElse(List.of()));
	}

	private static double[] places(Measurement measurement) {
		List<ImagePoint> points = measurement.points();
		double[] places = new double[2 * points.size()];
		for (int i = 0; i < points.size(); i++) {
			places[2 * i] = points.get(i).column();
			places[2 * i + 1] = points.get(i).row();
		}
		return places;
	}

	private static List<Size> lengths(double[] places, PixelSpacing spacing) {
		OptionalDouble length = spacing.length(places);
		if (length.isPresent()) {
			return List.of(new Size(SizeKind.LENGTH, length.getAsDouble(), spacing.columnUnit().symbol()));
		}
		int last = places.length - 2;
		return sides(SizeKind.ACROSS, SizeKind.DOWN, places[last] - places[0], places[last + 1] - places[1], spacing);
	}

	private static List<Size> sides(SizeKind across, SizeKind down, double columns, double rows, PixelSpacing spacing) {
		return List.of(new Size(across, Math.abs(columns) * spacing.column(), spacing.columnUnit().symbol()),
				new Size(down, Math.abs(rows) * spacing.row(), spacing.rowUnit().symbol()));
	}

	private static List<Size> regionSizes(double[] places, Region region, PixelSpacing spacing) {
		List<Size> sizes = new ArrayList<>(
				sides(SizeKind.WIDTH, SizeKind.HEIGHT, places[2] - places[0], places[3] - places[1], spacing));
		Unit unit = spacing.columnUnit();
		if (unit == Unit.MILLIMETRE || unit == Unit.PIXEL) {
			spacing.area(region.area()).ifPresent(area -> sizes.add(new Size(SizeKind.AREA, area, unit.symbol() + SQUARE)));
		}
		return sizes;
	}

	private static List<Size> angle(OptionalDouble degrees) {
		return degrees.isEmpty() ? List.of() : List.of(new Size(SizeKind.ANGLE, degrees.getAsDouble(), Unit.DEGREE.symbol()));
	}

	private static OptionalDouble acute(OptionalDouble degrees) {
		return degrees.isEmpty() ? degrees : OptionalDouble.of(Math.min(degrees.getAsDouble(), 180 - degrees.getAsDouble()));
	}

	/** {@return a size} @param kind of the size */
	public Optional<Size> size(SizeKind kind) {
		return sizes.stream().filter(size -> size.kind() == kind).findFirst();
	}
}
