package org.dicompreview.rendering.internal.frame;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.PixelValue.Kind;

/**
 * Standardised uptake values of PET images: what activity concentration, counts of one vendor, or values that are uptake
 * values already, are multiplied with.
 *
 * @param bodyWeight  for SUVbw in g/ml; 0 if it is not known
 * @param leanMass    for SUVlbm in g/ml, after the formulas of James; 0 if the data are not there
 * @param bodySurface for SUVbsa in cm2/ml, after the formula of Du Bois; 0 if the data are not there
 */
record UptakeFactors(double bodyWeight, double leanMass, double bodySurface) {

	/** Where Philips says what counts are multiplied with. */
	private static final String PHILIPS = "Philips PET Private Group";
	private static final int PHILIPS_GROUP = 0x7053;
	private static final int SUV_OF_COUNTS = 0x00;
	private static final String GRAMS = "g/ml"; //$NON-NLS-1$
	private static final String SURFACE = "cm2/ml"; //$NON-NLS-1$

	/** {@return the factors; absent if the image is no PET in Bq/ml, counts or uptake values, or the data do not suffice} */
	static Optional<UptakeFactors> of(Attributes attributes) {
		if (!attributes.string(Tag.MODALITY).filter("PT"::equals).isPresent()) {
			return Optional.empty();
		}
		double weight = attributes.number(Tag.PATIENT_WEIGHT).orElse(0);
		return switch (attributes.string(Tag.UNITS).orElse("")) {
			case "BQML" -> ofBodyWeight(attributes, weight, 1000 * weight / dose(attributes));
			case "CNTS" -> ofBodyWeight(attributes, weight,
					attributes.privateTag(PHILIPS_GROUP, PHILIPS, SUV_OF_COUNTS).stream()
							.mapToDouble(tag -> attributes.number(tag).orElse(0)).findFirst().orElse(0));
			case "GML" -> ofUptake(attributes, weight);
			case "CM2ML" -> "BSA".equals(attributes.string(Tag.SUV_TYPE).orElse(""))
					? Optional.of(new UptakeFactors(0, 0, 1)) : Optional.empty();
			default -> Optional.empty();
		};
	}

	/** The values are uptake values already (PS3.3 C.8.9.1, SUV Type). */
	private static Optional<UptakeFactors> ofUptake(Attributes attributes, double weight) {
		return switch (attributes.string(Tag.SUV_TYPE).orElse("BW")) {
			case "BW" -> ofBodyWeight(attributes, weight, 1);
			case "LBM", "LBMJAMES128", "LBMJANMA" -> Optional.of(new UptakeFactors(0, 1, 0));
			default -> Optional.empty();
		};
	}

	private static Optional<UptakeFactors> ofBodyWeight(Attributes attributes, double weight, double bodyWeight) {
		if (!(bodyWeight > 0 && Double.isFinite(bodyWeight))) {
			return Optional.empty();
		}
		double height = 100 * attributes.number(Tag.PATIENT_SIZE).orElse(0);
		boolean known = weight > 0 && height > 0;
		return Optional.of(new UptakeFactors(bodyWeight,
				known ? bodyWeight * leanMass(attributes, weight, height) / weight : 0,
				known ? 10 * bodyWeight * surface(weight, height) / weight : 0));
	}

	private static double leanMass(Attributes attributes, double weight, double height) {
		double ratio = weight / height;
		return Math.max(0, switch (attributes.string(Tag.PATIENT_SEX).orElse("")) {
			case "M" -> 1.10 * weight - 128 * ratio * ratio;
			case "F" -> 1.07 * weight - 148 * ratio * ratio;
			default -> 0;
		});
	}

	private static double surface(double weight, double height) {
		return 0.007184 * Math.pow(weight, 0.425) * Math.pow(height, 0.725);
	}

	/** {@return the injected activity in Bq at the time to which the image is corrected (PS3.3 C.8.9.1.1.4), or 0} */
	private static double dose(Attributes attributes) {
		List<Attributes> drugs = attributes.items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
		if (drugs.isEmpty()) {
			return 0;
		}
		Attributes drug = drugs.get(0);
		double injected = drug.number(Tag.RADIONUCLIDE_TOTAL_DOSE).orElse(0);
		return switch (attributes.string(Tag.DECAY_CORRECTION).orElse("")) {
			case "ADMIN" -> injected;
			case "START" -> injected * remaining(attributes, drug);
			default -> 0;
		};
	}

	private static double remaining(Attributes attributes, Attributes drug) {
		double halfLife = drug.number(Tag.RADIONUCLIDE_HALF_LIFE).orElse(0);
		Optional<LocalDateTime> scan = scanStart(attributes);
		if (!(halfLife > 0) || scan.isEmpty()) {
			return 0;
		}
		Optional<LocalDateTime> injection = dateTime(drug.string(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME).orElse(""))
				.or(() -> time(drug.string(Tag.RADIOPHARMACEUTICAL_START_TIME).orElse(""))
						.map(time -> before(scan.get(), time)));
		return injection.map(start -> Math.pow(2, -Duration.between(start, scan.get()).toMillis() / 1000.0 / halfLife))
				.orElse(0.0);
	}

	private static LocalDateTime before(LocalDateTime scan, LocalTime time) {
		LocalDateTime sameDay = scan.toLocalDate().atTime(time);
		return sameDay.isAfter(scan) ? sameDay.minusDays(1) : sameDay;
	}

	/** Series time is when the scan began, unless it was changed later: then it lies after the acquisition. */
	private static Optional<LocalDateTime> scanStart(Attributes attributes) {
		Optional<LocalDateTime> series = dateTime(attributes.string(Tag.SERIES_DATE).orElse("")
				+ attributes.string(Tag.SERIES_TIME).orElse(""));
		Optional<LocalDateTime> acquisition = dateTime(attributes.string(Tag.ACQUISITION_DATE).orElse("")
				+ attributes.string(Tag.ACQUISITION_TIME).orElse(""));
		if (series.isPresent() && acquisition.isPresent() && series.get().isAfter(acquisition.get())) {
			return acquisition;
		}
		return series.isPresent() ? series : acquisition;
	}

	private static Optional<LocalDateTime> dateTime(String text) {
		if (text.length() < 12 || !text.substring(0, 8).chars().allMatch(Character::isDigit)) {
			return Optional.empty();
		}
		int month = Integer.parseInt(text.substring(4, 6));
		int day = Integer.parseInt(text.substring(6, 8));
		int year = Integer.parseInt(text.substring(0, 4));
		if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
			return Optional.empty();
		}
		return time(text.substring(8)).map(LocalDate.of(year, month, day)::atTime);
	}

	/** HHMM, HHMMSS or HHMMSS.FFFFFF, what follows is left out. */
	private static Optional<LocalTime> time(String text) {
		String digits = text.length() > 6 ? text.substring(0, 6) : text;
		if (digits.length() < 4 || !digits.chars().allMatch(Character::isDigit)) {
			return Optional.empty();
		}
		int hour = Integer.parseInt(digits.substring(0, 2));
		int minute = Integer.parseInt(digits.substring(2, 4));
		int second = digits.length() == 6 ? Integer.parseInt(digits.substring(4)) : 0;
		return hour > 23 || minute > 59 || second > 59 ? Optional.empty()
				: Optional.of(LocalTime.of(hour, minute, second));
	}

	/** {@return the uptake values as scales} @param modality of the frame */
	List<Scale> scales(Modality modality) {
		List<Scale> scales = new ArrayList<>();
		add(scales, Kind.SUV_BODY_WEIGHT, modality, bodyWeight, GRAMS);
		add(scales, Kind.SUV_LEAN_BODY_MASS, modality, leanMass, GRAMS);
		add(scales, Kind.SUV_BODY_SURFACE_AREA, modality, bodySurface, SURFACE);
		return scales;
	}

	private static void add(List<Scale> scales, Kind kind, Modality modality, double factor, String unit) {
		if (factor > 0) {
			scales.add(new Scale(kind, "", unit, stored -> factor * modality.apply(stored))); //$NON-NLS-1$
		}
	}
}
