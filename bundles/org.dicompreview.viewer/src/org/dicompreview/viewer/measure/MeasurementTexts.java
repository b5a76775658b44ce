package org.dicompreview.viewer.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.RegionStatistics;
import org.dicompreview.series.PixelSpacing.Rule;
import org.dicompreview.viewer.Numbers;
import org.dicompreview.viewer.measure.MeasurementValues.Size;
import org.dicompreview.viewer.measure.MeasurementValues.SizeKind;
import org.eclipse.osgi.util.NLS;

/**
 * What a {@link Measurement} comes to, in words. Plain functions without widgets.
 *
 * @since 0.1
 */
public final class MeasurementTexts {

	private MeasurementTexts() {
	}

	/** {@return the values, each line a thought: sizes, what they were taken from if that is not the patient, statistics} */
	public static List<String> lines(MeasurementValues values) {
		List<String> lines = new ArrayList<>();
		boolean region = values.size(SizeKind.WIDTH).isPresent();
		values.size(SizeKind.AREA).map(MeasurementTexts::of).ifPresent(lines::add);
		Optional<Size> across = values.size(SizeKind.ACROSS).or(() -> values.size(SizeKind.WIDTH));
		Optional<Size> down = values.size(SizeKind.DOWN).or(() -> values.size(SizeKind.HEIGHT));
		if (across.isPresent() && down.isPresent()) {
			lines.add(NLS.bind(region ? Messages.MeasurementTexts_sides : Messages.MeasurementTexts_differences,
					of(across.get()), of(down.get())));
		}
		values.size(SizeKind.LENGTH).map(MeasurementTexts::of).ifPresent(lines::add);
		values.size(SizeKind.ANGLE).map(MeasurementTexts::of).ifPresent(lines::add);
		if (values.size(SizeKind.ANGLE).isEmpty()) {
			caution(values.spacing().rule()).ifPresent(lines::add);
		}
		values.statistics().forEach(statistics -> lines.addAll(of(statistics)));
		return lines;
	}

	/** {@return the values in one line} */
	public static String summary(MeasurementValues values) {
		return String.join(Messages.MeasurementTexts_separator, lines(values));
	}

	private static String of(Size size) {
		String number = number(size.value());
		return size.kind() == SizeKind.ANGLE ? NLS.bind(Messages.MeasurementTexts_angle, number)
				: NLS.bind(Messages.MeasurementTexts_quantity, number, size.unit());
	}

	private static List<String> of(RegionStatistics statistics) {
		String name = switch (statistics.kind()) {
			case MODALITY -> ""; //$NON-NLS-1$
			case SUV_BODY_WEIGHT -> Messages.MeasurementTexts_suvBodyWeight;
			case SUV_LEAN_BODY_MASS -> Messages.MeasurementTexts_suvLeanBodyMass;
			case SUV_BODY_SURFACE_AREA -> Messages.MeasurementTexts_suvBodySurfaceArea;
			case REAL_WORLD -> statistics.label();
		};
		String mean = number(statistics.mean());
		String spread = NLS.bind(Messages.MeasurementTexts_mean,
				statistics.unit().isEmpty() ? mean : NLS.bind(Messages.MeasurementTexts_quantity, mean, statistics.unit()),
				number(statistics.standardDeviation()));
		String range = NLS.bind(Messages.MeasurementTexts_range, number(statistics.minimum()), number(statistics.maximum()));
		return List.of(name.isEmpty() ? spread : NLS.bind(Messages.MeasurementTexts_named, name, spread), range);
	}

	/** {@return what is to be known of lengths that are not those in the patient} @param rule what gave the spacing */
	public static Optional<String> caution(Rule rule) {
		return switch (rule) {
			case IMAGER_PIXEL_SPACING -> Optional.of(Messages.MeasurementTexts_onDetector);
			case NOMINAL_SCANNED_PIXEL_SPACING -> Optional.of(Messages.MeasurementTexts_onFilm);
			case IMAGE_PLANE_PIXEL_SPACING -> Optional.of(Messages.MeasurementTexts_inImagePlane);
			case UNCERTAIN -> Optional.of(Messages.MeasurementTexts_uncertain);
			case MAGNIFICATION_FACTOR -> Optional.of(Messages.MeasurementTexts_estimated);
			case PIXEL_SPACING, GEOMETRY, FIDUCIAL, CENTER_OF_BEAM, ULTRASOUND_REGION, NONE -> Optional.empty();
		};
	}

	private static String number(double value) {
		return Numbers.format(value, Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 1 ? 1 : 3);
	}
}
