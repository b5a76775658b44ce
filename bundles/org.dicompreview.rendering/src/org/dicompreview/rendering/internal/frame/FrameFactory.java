package org.dicompreview.rendering.internal.frame;

import java.util.Optional;
import java.util.Set;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.internal.color.ColorRows;
import org.dicompreview.rendering.internal.color.Palette;
import org.dicompreview.rendering.internal.mark.Marks;

/** Brings decoded frames together with what their instance says about showing them. Immutable, for any thread. */
public final class FrameFactory {

	/** Values of Pixel Presentation that promise colours (PS3.3 C.8.16.2.1.1). */
	private static final Set<String> COLORED = Set.of("COLOR", "MIXED", "TRUE_COLOR");

	private final InstanceHeader header;
	private final InstanceTables tables;
	private final Overlays overlays;

	/**
	 * @param header of the instance
	 * @param data   the same data set with its long values
	 */
	public FrameFactory(InstanceHeader header, DataSetValues data) {
		this.header = header;
		tables = new InstanceTables(data);
		overlays = new Overlays(data);
	}

	/**
	 * {@return what is missing so that a frame cannot be shown as it is meant; absent if nothing}
	 *
	 * @param frame the frame
	 * @param index of the frame, from 0
	 */
	public Optional<Problem> shortcoming(Frame frame, int index) {
		if (frame.channels() == 1 && frame.photometric() == Photometric.PALETTE_COLOR && palette(frame).isEmpty()) {
			return Optional.of(Problem.of(RenderingText.PALETTE_MISSING));
		}
		return EnhancedPalettes.assignment(header.frame(index)).filter(EnhancedPalettes::isHalf)
				.map(half -> Problem.of(RenderingText.HALF_INDICES));
	}

	/** {@return why frames of this kind cannot be shown; absent if they can} */
	public static Optional<Problem> obstacle(Frame frame) {
		if (frame.columns() < 1 || frame.rows() < 1) {
			return Optional.of(Problem.of(RenderingText.NO_PIXELS));
		}
		boolean colors = frame.channels() > 1;
		if (colors && (frame.channels() == 2 || !isInteger(frame))) {
			return Optional.of(Problem.of(RenderingText.SAMPLES_UNSUPPORTED, frame.channels()));
		}
		return Optional.empty();
	}

	/** {@return whether the unused bits of a frame's pixels hold an overlay} @param index of the frame, from 0 */
	public boolean needsUnusedBits(int index) {
		return overlays.inPixelData(index);
	}

	/**
	 * {@return the frame with all that is known about showing it}
	 *
	 * @param frame   the frame
	 * @param encoded the same before decoding; uncompressed if {@link #needsUnusedBits}, or they are not looked at
	 * @param index   of the frame, from 0
	 */
	public PreparedFrame prepare(Frame frame, EncodedFrame encoded, int index) {
		Attributes attributes = header.frame(index);
		double aspect = Geometry.aspect(attributes);
		Marks marks = isCoarse(frame, encoded) ? Marks.NONE
				: Shutters.marks(attributes, aspect, overlays.of(frame, encoded, index), frame);
		FrameFacts facts = new FrameFacts(aspect * coarseAspect(frame, encoded), Geometry.edges(attributes), marks);
		Optional<ColorRows> colors = colors(frame.shown(), attributes, index);
		PixelFacts pixels = new PixelFacts(header, index);
		return colors.isPresent() ? new ColorFrame(frame, facts, colors.get(), pixels)
				: new GreyFrame(frame, facts, new GreyFactsReader(tables, attributes, frame.shown(), index).read(),
						supplement(frame, attributes).orElse(null), pixels);
	}

	/** {@return whether the frame was decoded at less than its size: places of the data set are none of it} */
	private static boolean isCoarse(Frame frame, EncodedFrame encoded) {
		return frame.columns() != encoded.format().columns() || frame.rows() != encoded.format().rows();
	}

	/** Halving rounds up, so that width and height may shrink by different factors. */
	private static double coarseAspect(Frame frame, EncodedFrame encoded) {
		return (double) encoded.format().rows() / frame.rows() * frame.columns() / encoded.format().columns();
	}

	private Optional<ColorRows> colors(Frame frame, Attributes attributes, int index) {
		if (frame.channels() == 1) {
			Optional<Palette> palette = frame.photometric() == Photometric.PALETTE_COLOR ? palette(frame)
					: enhanced(frame, attributes).or(() -> labels(frame)).or(() -> optical(frame, attributes, index));
			return palette.map(colors -> colors.rows(frame));
		}
		return ColorRows.of(frame).map(rows -> rows.through(tables.profile()));
	}

	private Optional<Palette> enhanced(Frame frame, Attributes attributes) {
		return isInteger(frame) ? EnhancedPalettes.assignment(attributes).flatMap(item -> EnhancedPalettes.palette(item)
				.flatMap(tables::palette).map(palette -> palette
						.withSpareBits(EnhancedPalettes.spareBits(item, frame.bitsStored()))))
				: Optional.empty();
	}

	private Optional<Palette> palette(Frame frame) {
		return isInteger(frame) ? tables.palette(frame.signed()).or(() -> labels(frame)) : Optional.empty();
	}

	private Optional<Palette> optical(Frame frame, Attributes attributes, int index) {
		return isInteger(frame) ? OpticalPaths.of(header, attributes, index, header.frameCount())
				.flatMap(path -> tables.palette(path, frame.signed())) : Optional.empty();
	}

	private Optional<Palette> labels(Frame frame) {
		return isInteger(frame) && LabelColors.apply(header) ? Optional.of(tables.labels(frame.bitsStored()))
				: Optional.empty();
	}

	/** PS3.3 C.7.6.19: a palette for some of the values of a grey image. */
	private Optional<Palette> supplement(Frame frame, Attributes attributes) {
		return attributes.string(Tag.PIXEL_PRESENTATION).filter(COLORED::contains).isPresent() ? palette(frame)
				: Optional.empty();
	}

	private static boolean isInteger(Frame frame) {
		return !(frame.samples() instanceof Samples.Floats || frame.samples() instanceof Samples.Doubles);
	}
}
