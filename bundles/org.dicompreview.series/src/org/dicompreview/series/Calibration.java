package org.dicompreview.series;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;

/**
 * What lengths in an image mean: one spacing for all of it, or one for each ultrasound region. Places are in pixels of the
 * image, pixel n reaching from n to n + 1. Immutable.
 *
 * @param image   spacing of the image as a whole; {@link PixelSpacing.Rule#NONE} where it states none
 * @param regions the ultrasound regions; empty for other images
 * @since 0.1
 */
public record Calibration(PixelSpacing image, List<UltrasoundRegion> regions) {

	/** Copies the list. */
	public Calibration {
		Objects.requireNonNull(image);
		regions = List.copyOf(regions);
	}

	/** {@return what a data set states} @param attributes of a frame, its functional groups before those of the instance */
	public static Calibration of(Attributes attributes) {
		return new CalibrationReader(attributes).read();
	}

	/** {@return the region that counts at a place} @param column of the place @param row of the place */
	public Optional<UltrasoundRegion> region(double column, double row) {
		UltrasoundRegion found = null;
		for (UltrasoundRegion region : regions) {
			if (region.contains(column, row) && (found == null || found.low() && !region.low())) {
				found = region;
			}
		}
		return Optional.ofNullable(found);
	}

	/**
	 * {@return the spacing at a place; {@link PixelSpacing.Rule#NONE} beside the regions of an image that has some}
	 *
	 * @param column of the place
	 * @param row    of the place
	 */
	public PixelSpacing at(double column, double row) {
		return regions.isEmpty() ? image : region(column, row).map(UltrasoundRegion::spacing).orElse(PixelSpacing.NONE);
	}

	/**
	 * {@return the spacing that holds for all of some places; {@link PixelSpacing.Rule#NONE} if they lie in different
	 * regions}
	 *
	 * @param places column and row of each in turn
	 */
	public PixelSpacing common(double... places) {
		if (regions.isEmpty() || places.length < 2) {
			return image;
		}
		Optional<UltrasoundRegion> first = region(places[0], places[1]);
		for (int i = 2; i + 1 < places.length; i += 2) {
			if (!region(places[i], places[i + 1]).equals(first)) {
				return PixelSpacing.NONE;
			}
		}
		return first.map(UltrasoundRegion::spacing).orElse(PixelSpacing.NONE);
	}
}
