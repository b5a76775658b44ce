package org.dicompreview.rendering.internal.frame;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.WindowPreset;

/** Reads what a data set says about showing the grey values of one frame. */
final class GreyFactsReader {

	/** X-ray angiography and radiofluoroscopy: single and two planes, enhanced. */
	private static final Set<String> FLUOROSCOPY = Set.of("1.2.840.10008.5.1.4.1.1.12.1",
			"1.2.840.10008.5.1.4.1.1.12.1.1", "1.2.840.10008.5.1.4.1.1.12.2", "1.2.840.10008.5.1.4.1.1.12.2.1",
			"1.2.840.10008.5.1.4.1.1.12.3");

	private final InstanceTables tables;
	private final Attributes attributes;
	private final Frame frame;
	private final int index;

	/**
	 * @param tables     of the instance
	 * @param attributes of the frame
	 * @param frame      the frame
	 * @param index      of the frame, from 0
	 */
	GreyFactsReader(InstanceTables tables, Attributes attributes, Frame frame, int index) {
		this.tables = tables;
		this.attributes = attributes;
		this.frame = frame;
		this.index = index;
	}

	GreyFacts read() {
		Modality modality = modalityLutIsForAnalysis() ? rescale(attributes)
				: modality(tables, attributes, frame.signed());
		List<VoiLut> voiLuts = tables.voiLuts(attributes, index, hasNegative(modality, frame));
		LookupTable presentation = tables.lut(Tag.PRESENTATION_LUT_SEQUENCE, false).orElse(null);
		String unit = unit();
		return new GreyFacts(modality, unit, padding(), voiLuts, presentation,
				presentation == null && isInverse(), fileWindows(), Windows.ofModality(attributes, unit), whole());
	}

	/** PS3.3 C.8.20.2.3: parts of a segment count up to Maximum Fractional Value, others are 0 or 1. */
	private int whole() {
		StoredRange range = StoredRange.of(frame.bitsStored(), frame.signed(), 2);
		int stated = switch (attributes.string(Tag.SEGMENTATION_TYPE).orElse("")) {
			case "FRACTIONAL" -> attributes.integer(Tag.MAXIMUM_FRACTIONAL_VALUE).orElse(0);
			case "BINARY" -> 1;
			default -> 0;
		};
		return stated > 0 && stated <= range.high() ? stated : 0;
	}

	/** The shape says what the VOI stage gives (PS3.3 C.11.6.1); most images have none. */
	private boolean isInverse() {
		return switch (attributes.string(Tag.PRESENTATION_LUT_SHAPE).orElse("").toUpperCase(Locale.ROOT)) {
			case "INVERSE" -> true;
			case "IDENTITY" -> false;
			default -> frame.photometric() == Photometric.MONOCHROME1;
		};
	}

	private List<WindowPreset> fileWindows() {
		List<WindowPreset> windows = Windows.ofFile(attributes);
		return !windows.isEmpty() ? windows
				: EnhancedPalettes.assignment(attributes).map(Windows::ofFile).orElse(windows);
	}

	/** {@return the modality stage} @param signed whether stored values can be negative */
	static Modality modality(InstanceTables tables, Attributes attributes, boolean signed) {
		Optional<LookupTable> table = tables.lut(Tag.MODALITY_LUT_SEQUENCE, signed);
		return table.isPresent() ? new Modality.Table(table.get()) : rescale(attributes);
	}

	private static Modality rescale(Attributes attributes) {
		double dose = attributes.number(Tag.DOSE_GRID_SCALING).orElse(1);
		double slope = attributes.number(Tag.RESCALE_SLOPE).orElse(1);
		double intercept = attributes.number(Tag.RESCALE_INTERCEPT).orElse(0);
		if (slope == 1 && intercept == 0) {
			slope = dose;
		}
		return slope == 0 ? Modality.Rescale.IDENTITY : new Modality.Rescale(slope, intercept);
	}

	/**
	 * PS3.3 C.8.7.1.1.2: in X-ray angiography and fluoroscopy the table leads back to linear intensity, whatever the
	 * stored values are said to be, and is not for display.
	 */
	private boolean modalityLutIsForAnalysis() {
		String modality = attributes.string(Tag.MODALITY).orElse("");
		return "XA".equals(modality) || "RF".equals(modality)
				|| attributes.string(Tag.SOP_CLASS_UID).filter(FLUOROSCOPY::contains).isPresent();
	}

	/** {@return whether modality values can be negative} */
	static boolean hasNegative(Modality modality, Frame frame) {
		if (modality instanceof Modality.Rescale rescale) {
			StoredRange range = StoredRange.of(frame.bitsStored(), frame.signed(), 2);
			return Math.min(rescale.apply(range.low()), rescale.apply(range.high())) < 0;
		}
		return false;
	}

	private String unit() {
		String type = attributes.string(Tag.RESCALE_TYPE).orElse("").strip();
		if (!type.isEmpty()) {
			return "US".equals(type.toUpperCase(Locale.ROOT)) ? "" : type;
		}
		Optional<String> ofTable = InstanceTables.lutText(attributes, Tag.MODALITY_LUT_SEQUENCE, Tag.MODALITY_LUT_TYPE);
		if (ofTable.isPresent() && !modalityLutIsForAnalysis()) {
			return "US".equals(ofTable.get()) ? "" : ofTable.get();
		}
		return switch (attributes.string(Tag.MODALITY).orElse("")) {
			case "CT" -> "HU";
			case "PT" -> petUnit(attributes.string(Tag.UNITS).orElse(""));
			case "RTDOSE" -> "GY".equals(attributes.string(Tag.DOSE_UNITS).orElse("")) ? "Gy" : "";
			default -> "";
		};
	}

	private static String petUnit(String units) {
		return switch (units) {
			case "BQML" -> "Bq/ml";
			case "GML" -> "g/ml";
			case "CNTS" -> "counts";
			case "CPS" -> "counts/s";
			case "NONE" -> "";
			default -> units;
		};
	}

	private Padding padding() {
		int value;
		int limit;
		if (frame.samples() instanceof Samples.Floats) {
			value = Tag.FLOAT_PIXEL_PADDING_VALUE;
			limit = Tag.FLOAT_PIXEL_PADDING_RANGE_LIMIT;
		} else if (frame.samples() instanceof Samples.Doubles) {
			value = Tag.DOUBLE_FLOAT_PIXEL_PADDING_VALUE;
			limit = Tag.DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT;
		} else {
			value = Tag.PIXEL_PADDING_VALUE;
			limit = Tag.PIXEL_PADDING_RANGE_LIMIT;
		}
		if (attributes.number(value).isEmpty()) {
			return Padding.NONE;
		}
		double one = stored(attributes.number(value).getAsDouble());
		double other = attributes.number(limit).isEmpty() ? one : stored(attributes.number(limit).getAsDouble());
		return new Padding(Math.min(one, other), Math.max(one, other));
	}

	/** Some writers give padding with the wrong sign: 63536 for -2000 in signed 16-bit values. */
	private double stored(double stated) {
		int bytes = frame.samples().bytesPerValue();
		if (bytes > 2) {
			return stated;
		}
		StoredRange range = StoredRange.of(8 * bytes, frame.signed(), bytes);
		double size = range.high() - range.low() + 1.0;
		if (stated > range.high() && stated - size >= range.low()) {
			return stated - size;
		}
		return stated < range.low() && stated + size <= range.high() ? stated + size : stated;
	}
}
