package org.dicompreview.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.PixelSpacing.Rule;
import org.dicompreview.series.PixelSpacing.Unit;

/** Finds the spacing of an image. Values that make no sense count as none. */
final class CalibrationReader {

	/** A metre from pixel to pixel is a mistake. */
	private static final double LARGEST = 1000;
	/** Files round, some to four digits. */
	private static final double SAME = 1e-3;
	/** Shapes of a pixel beyond this are taken for mistakes. */
	private static final double EXTREME = 50;
	private static final double MILLIMETRES_PER_CENTIMETRE = 10;
	private static final int CENTIMETRES = 3;
	private static final Set<String> PROJECTIONS = Set.of("CR", "DX", "IO", "MG", "PX", "RF", "RG", "XA", "RTIMAGE"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$
	/** By Physical Units X and Y Direction, from 0; centimetres become millimetres. */
	private static final Unit[] UNITS = { null, Unit.PERCENT, Unit.DECIBEL, Unit.MILLIMETRE, Unit.SECOND, Unit.HERTZ,
			Unit.DECIBEL_PER_SECOND, Unit.CENTIMETRE_PER_SECOND, Unit.SQUARE_CENTIMETRE,
			Unit.SQUARE_CENTIMETRE_PER_SECOND, Unit.CUBIC_CENTIMETRE, Unit.CUBIC_CENTIMETRE_PER_SECOND, Unit.DEGREE };

	/** Two sides of a pixel in mm. */
	private record Sides(double row, double column) {

		boolean isSame(Sides other) {
			return Math.abs(row - other.row) <= SAME * row && Math.abs(column - other.column) <= SAME * column;
		}

		PixelSpacing by(Rule rule) {
			return PixelSpacing.millimetres(row, column, rule);
		}
	}

	private final Attributes attributes;

	CalibrationReader(Attributes attributes) {
		this.attributes = attributes;
	}

	Calibration read() {
		return new Calibration(image(), regions());
	}

	/** PS3.3 10.7.1.1, C.8.19.6.9, C.8.7.9 and C.8.8.2 for those that only projections have. */
	private PixelSpacing image() {
		Optional<Sides> pixel = sides(Tag.PIXEL_SPACING);
		Optional<Sides> imager = sides(Tag.IMAGER_PIXEL_SPACING);
		Optional<Sides> scanned = sides(Tag.NOMINAL_SCANNED_PIXEL_SPACING);
		if (pixel.isPresent()) {
			Optional<Rule> calibrated = calibrated();
			boolean ofImager = imager.filter(pixel.get()::isSame).isPresent();
			boolean ofScan = scanned.filter(pixel.get()::isSame).isPresent();
			if (calibrated.isPresent()) {
				return pixel.get().by(calibrated.get());
			}
			if (!ofImager && !ofScan) {
				boolean corrected = imager.isPresent() || scanned.isPresent();
				return pixel.get().by(corrected || !isProjection() ? Rule.PIXEL_SPACING : Rule.UNCERTAIN);
			}
		}
		return sides(Tag.OBJECT_PIXEL_SPACING_IN_CENTER_OF_BEAM).map(sides -> sides.by(Rule.CENTER_OF_BEAM))
				.or(() -> imager.map(this::imager))
				.or(() -> scanned.map(sides -> sides.by(Rule.NOMINAL_SCANNED_PIXEL_SPACING)))
				.or(() -> sides(Tag.IMAGE_PLANE_PIXEL_SPACING).map(sides -> sides.by(Rule.IMAGE_PLANE_PIXEL_SPACING)))
				.orElseGet(() -> PixelSpacing.ofRatio(ratio()));
	}

	private Optional<Rule> calibrated() {
		return switch (attributes.string(Tag.PIXEL_SPACING_CALIBRATION_TYPE).orElse("")) { //$NON-NLS-1$
			case "GEOMETRY" -> Optional.of(Rule.GEOMETRY); //$NON-NLS-1$
			case "FIDUCIAL" -> Optional.of(Rule.FIDUCIAL); //$NON-NLS-1$
			default -> Optional.empty();
		};
	}

	private boolean isProjection() {
		return PROJECTIONS.contains(attributes.string(Tag.MODALITY).orElse("")) //$NON-NLS-1$
				&& attributes.numbers(Tag.IMAGE_ORIENTATION_PATIENT).length != 6;
	}

	private PixelSpacing imager(Sides sides) {
		double factor = attributes.number(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR).orElse(0);
		return factor >= 1 ? new PixelSpacing(sides.row() / factor, sides.column() / factor, Unit.MILLIMETRE,
				Unit.MILLIMETRE, Rule.MAGNIFICATION_FACTOR, OptionalDouble.of(factor))
				: sides.by(Rule.IMAGER_PIXEL_SPACING);
	}

	private Optional<Sides> sides(int tag) {
		double[] sides = attributes.numbers(tag);
		return sides.length == 2 && isLength(sides[0]) && isLength(sides[1])
				? Optional.of(new Sides(sides[0], sides[1])) : Optional.empty();
	}

	private static boolean isLength(double side) {
		return side > 0 && side < LARGEST;
	}

	private double ratio() {
		double[] sides = attributes.numbers(Tag.PIXEL_ASPECT_RATIO);
		double ratio = sides.length == 2 && sides[0] > 0 && sides[1] > 0 ? sides[0] / sides[1] : 1;
		return ratio <= EXTREME && ratio >= 1 / EXTREME ? ratio : 1;
	}

	private List<UltrasoundRegion> regions() {
		List<UltrasoundRegion> regions = new ArrayList<>();
		for (Attributes item : attributes.items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS)) {
			OptionalInt left = item.integer(Tag.REGION_LOCATION_MIN_X0);
			OptionalInt top = item.integer(Tag.REGION_LOCATION_MIN_Y0);
			OptionalInt right = item.integer(Tag.REGION_LOCATION_MAX_X1);
			OptionalInt bottom = item.integer(Tag.REGION_LOCATION_MAX_Y1);
			if (left.isPresent() && top.isPresent() && right.orElse(-1) >= left.getAsInt()
					&& bottom.orElse(-1) >= top.getAsInt()) {
				regions.add(new UltrasoundRegion(left.getAsInt(), top.getAsInt(), right.getAsInt(), bottom.getAsInt(),
						UltrasoundRegion.Format.of(item.integer(Tag.REGION_SPATIAL_FORMAT).orElse(0)),
						(item.integer(Tag.REGION_FLAGS).orElse(0) & 1) != 0, spacing(item)));
			}
		}
		return regions;
	}

	/** Deltas may be negative: they then count against the pixels, and are as far apart. */
	private static PixelSpacing spacing(Attributes region) {
		int across = region.integer(Tag.PHYSICAL_UNITS_X_DIRECTION).orElse(0);
		int down = region.integer(Tag.PHYSICAL_UNITS_Y_DIRECTION).orElse(0);
		double column = Math.abs(region.number(Tag.PHYSICAL_DELTA_X).orElse(0)) * scale(across);
		double row = Math.abs(region.number(Tag.PHYSICAL_DELTA_Y).orElse(0)) * scale(down);
		return column > 0 && row > 0 && unit(across) != null && unit(down) != null
				? new PixelSpacing(row, column, unit(down), unit(across), Rule.ULTRASOUND_REGION, OptionalDouble.empty())
				: PixelSpacing.NONE;
	}

	private static double scale(int unit) {
		return unit == CENTIMETRES ? MILLIMETRES_PER_CENTIMETRE : 1;
	}

	private static Unit unit(int code) {
		return code > 0 && code < UNITS.length ? UNITS[code] : null;
	}
}
