package org.dicompreview.series;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How far the centres of neighbouring pixels are apart, and which rule gave it (PS3.3 10.7.1). Places are in pixels of the
 * image, pixel n reaching from n to n + 1. Immutable.
 *
 * @param row           from one row to the next, above 0
 * @param column        from one column to the next, above 0
 * @param rowUnit       of {@code row}
 * @param columnUnit    of {@code column}
 * @param rule          what gave the values
 * @param magnification how many times larger the image on the detector is than what it shows, at least 1; the values are
 *                      divided by it already. Empty where it is not known or does not apply
 * @since 0.1
 */
public record PixelSpacing(double row, double column, Unit rowUnit, Unit columnUnit, Rule rule,
		OptionalDouble magnification) {

	/** Units of spacings (PS3.3 C.8.5.5.1.15). */
	public enum Unit {
		/** Widths of a pixel, where nothing is known. */
		PIXEL("px"), //$NON-NLS-1$
		/** Millimetres. */
		MILLIMETRE("mm"), //$NON-NLS-1$
		/** Percent. */
		PERCENT("%"), //$NON-NLS-1$
		/** Decibels. */
		DECIBEL("dB"), //$NON-NLS-1$
		/** Seconds. */
		SECOND("s"), //$NON-NLS-1$
		/** Hertz. */
		HERTZ("Hz"), //$NON-NLS-1$
		/** Decibels a second. */
		DECIBEL_PER_SECOND("dB/s"), //$NON-NLS-1$
		/** Centimetres a second. */
		CENTIMETRE_PER_SECOND("cm/s"), //$NON-NLS-1$
		/** Square centimetres. */
		SQUARE_CENTIMETRE("cm²"), //$NON-NLS-1$
		/** Square centimetres a second. */
		SQUARE_CENTIMETRE_PER_SECOND("cm²/s"), //$NON-NLS-1$
		/** Cubic centimetres. */
		CUBIC_CENTIMETRE("cm³"), //$NON-NLS-1$
		/** Cubic centimetres a second. */
		CUBIC_CENTIMETRE_PER_SECOND("cm³/s"), //$NON-NLS-1$
		/** Degrees. */
		DEGREE("°"); //$NON-NLS-1$

		private final String symbol;

		Unit(String symbol) {
			this.symbol = symbol;
		}

		/** {@return the symbol of the unit, the same in all languages} */
		public String symbol() {
			return symbol;
		}
	}

	/** What gives a spacing. */
	public enum Rule {
		/** Pixel Spacing (0028,0030): distances in the patient. */
		PIXEL_SPACING(true),
		/** Pixel Spacing, corrected for an assumed or known geometry (Pixel Spacing Calibration Type GEOMETRY). */
		GEOMETRY(true),
		/** Pixel Spacing, calibrated by an object of known size (Pixel Spacing Calibration Type FIDUCIAL). */
		FIDUCIAL(true),
		/** Object Pixel Spacing in Center of Beam (0018,9404). */
		CENTER_OF_BEAM(true),
		/** Imager Pixel Spacing divided by Estimated Radiographic Magnification Factor (0018,1114). */
		MAGNIFICATION_FACTOR(true),
		/** Physical Delta X and Y of an ultrasound region (PS3.3 C.8.5.5). */
		ULTRASOUND_REGION(true),
		/** Pixel Spacing of a projection that does not say whether it is that of the detector or corrected (10.7.1.1). */
		UNCERTAIN(false),
		/** Imager Pixel Spacing (0018,1164): distances on the detector, larger than in the patient. */
		IMAGER_PIXEL_SPACING(false),
		/** Nominal Scanned Pixel Spacing (0018,2010): distances on a film or a page. */
		NOMINAL_SCANNED_PIXEL_SPACING(false),
		/** Image Plane Pixel Spacing (3002,0011) of an RT Image: distances in the plane of the image. */
		IMAGE_PLANE_PIXEL_SPACING(false),
		/** None: rows and columns are counted, at most their ratio is known (Pixel Aspect Ratio). */
		NONE(false);

		private final boolean ofPatient;

		Rule(boolean ofPatient) {
			this.ofPatient = ofPatient;
		}

		/** {@return whether distances are those in the patient, as well as the file knows them} */
		public boolean isOfPatient() {
			return ofPatient;
		}
	}

	/** Square pixels of unknown size. */
	public static final PixelSpacing NONE = ofRatio(1);

	/** Checks ranges. */
	public PixelSpacing {
		Objects.requireNonNull(rowUnit);
		Objects.requireNonNull(columnUnit);
		Objects.requireNonNull(rule);
		Objects.requireNonNull(magnification);
		if (!(row > 0) || !(column > 0) || Double.isInfinite(row) || Double.isInfinite(column)) {
			throw new IllegalArgumentException("spacing " + row + ", " + column); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** {@return a spacing in mm} @param row from row to row @param column from column to column @param rule what gave it */
	public static PixelSpacing millimetres(double row, double column, Rule rule) {
		return new PixelSpacing(row, column, Unit.MILLIMETRE, Unit.MILLIMETRE, rule, OptionalDouble.empty());
	}

	/** {@return the spacing of pixels of unknown size} @param aspect height of a pixel divided by its width */
	public static PixelSpacing ofRatio(double aspect) {
		return new PixelSpacing(aspect, 1, Unit.PIXEL, Unit.PIXEL, Rule.NONE, OptionalDouble.empty());
	}

	/** {@return whether both directions have one unit, so that distances, angles and areas have a meaning} */
	public boolean isUniform() {
		return rowUnit == columnUnit;
	}

	/** {@return whether distances are in mm} */
	public boolean isLength() {
		return rowUnit == Unit.MILLIMETRE && columnUnit == Unit.MILLIMETRE;
	}

	/**
	 * {@return the distance of two places in the common unit; empty where there is none}
	 *
	 * @param column1 of the first place
	 * @param row1    of the first place
	 * @param column2 of the second one
	 * @param row2    of the second one
	 */
	public OptionalDouble distance(double column1, double row1, double column2, double row2) {
		return isUniform() ? OptionalDouble.of(Math.hypot((column2 - column1) * column, (row2 - row1) * row))
				: OptionalDouble.empty();
	}

	/**
	 * {@return the length of a line through places in the common unit; empty where there is none}
	 *
	 * @param places column and row of each in turn
	 */
	public OptionalDouble length(double... places) {
		double sum = 0;
		for (int i = 0; i + 3 < places.length; i += 2) {
			sum += Math.hypot((places[i + 2] - places[i]) * column, (places[i + 3] - places[i + 1]) * row);
		}
		return isUniform() ? OptionalDouble.of(sum) : OptionalDouble.empty();
	}

	/**
	 * {@return the area of so many pixels in the square of the common unit; empty where there is none}
	 *
	 * @param pixels how many pixels, also parts of them
	 */
	public OptionalDouble area(double pixels) {
		return isUniform() ? OptionalDouble.of(pixels * row * column) : OptionalDouble.empty();
	}

	/**
	 * {@return the angle between two directions in degrees, 0 to 180; empty where there is no common unit or a direction
	 * has no length}
	 *
	 * @param columns1 how far the first direction leads across, in pixels
	 * @param rows1    how far it leads down
	 * @param columns2 how far the second direction leads across
	 * @param rows2    how far it leads down
	 */
	public OptionalDouble angle(double columns1, double rows1, double columns2, double rows2) {
		double x1 = columns1 * column;
		double y1 = rows1 * row;
		double x2 = columns2 * column;
		double y2 = rows2 * row;
		if (!isUniform() || Math.hypot(x1, y1) == 0 || Math.hypot(x2, y2) == 0) {
			return OptionalDouble.empty();
		}
		return OptionalDouble.of(Math.toDegrees(Math.atan2(Math.abs(x1 * y2 - x2 * y1), x1 * x2 + y1 * y2)));
	}
}
