package org.dicompreview.rendering.internal.frame;

import java.util.Locale;
import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.internal.color.ColorRows;

/** Brings decoded frames together with what their instance says about showing them. Immutable, for any thread. */
public final class FrameFactory {

	private final InstanceHeader header;
	private final FullData data;

	/**
	 * @param header of the instance
	 * @param data   the same data set with its long values
	 */
	public FrameFactory(InstanceHeader header, FullData data) {
		this.header = header;
		this.data = data;
	}

	/** {@return why frames of this kind cannot be shown; absent if they can} */
	public static Optional<String> obstacle(Frame frame) {
		if (frame.columns() < 1 || frame.rows() < 1) {
			return Optional.of("The image has no pixels");
		}
		boolean colors = frame.channels() > 1;
		if (colors && (frame.channels() == 2 || !isInteger(frame))) {
			return Optional.of("Images with " + frame.channels() + " samples a pixel of this kind cannot be shown");
		}
		return Optional.empty();
	}

	/** {@return the frame with all that is known about showing it} @param index of the frame, from 0 */
	public PreparedFrame prepare(Frame frame, int index) {
		Attributes attributes = header.frame(index);
		FrameFacts facts = new FrameFacts(Geometry.aspect(attributes), Geometry.edges(attributes));
		Optional<ColorRows> colors = colors(frame);
		return colors.isPresent() ? new ColorFrame(frame, facts, colors.get())
				: new GreyFrame(frame, facts, grey(frame, attributes));
	}

	private Optional<ColorRows> colors(Frame frame) {
		if (frame.channels() == 1 && frame.photometric() == Photometric.PALETTE_COLOR && isInteger(frame)) {
			return Palettes.read(data, frame.signed()).map(palette -> palette.rows(frame));
		}
		return ColorRows.of(frame);
	}

	private static boolean isInteger(Frame frame) {
		return !(frame.samples() instanceof Samples.Floats || frame.samples() instanceof Samples.Doubles);
	}

	private GreyFacts grey(Frame frame, Attributes attributes) {
		Modality modality = modality(frame, attributes);
		String unit = unit(attributes);
		return new GreyFacts(modality, unit, padding(frame, attributes), Optional.empty(), "VOI LUT", null,
				frame.photometric() == Photometric.MONOCHROME1, Windows.ofFile(attributes),
				Windows.ofModality(attributes, unit));
	}

	private Modality modality(Frame frame, Attributes attributes) {
		double slope = attributes.number(Tag.RESCALE_SLOPE).orElse(1);
		double intercept = attributes.number(Tag.RESCALE_INTERCEPT).orElse(0);
		return slope == 0 ? Modality.Rescale.IDENTITY : new Modality.Rescale(slope, intercept);
	}

	private static String unit(Attributes attributes) {
		String type = attributes.string(Tag.RESCALE_TYPE).orElse("").strip();
		if (type.isEmpty() && attributes.string(Tag.MODALITY).filter("CT"::equals).isPresent()) {
			return "HU";
		}
		return "US".equals(type.toUpperCase(Locale.ROOT)) ? "" : type;
	}

	private static Padding padding(Frame frame, Attributes attributes) {
		return Padding.NONE;
	}

}
