package org.dicompreview.codec.internal.jpeg;

import java.util.Optional;

import org.dicompreview.codec.Samples;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.FrameBuilder;
import org.dicompreview.codec.internal.stream.FrameHeader;
import org.dicompreview.dicom.Photometric;

/** The image that a DCT process decodes: its headers, and where the samples go. */
final class DctImage {

	private static final int BLOCK_SIZE = 8;

	private final Codestream stream;
	private final FrameHeader header;
	private final int reduction;
	private final Samples samples;
	private final BlockTarget[] targets;

	/**
	 * An image.
	 *
	 * @param stream      the codestream
	 * @param builder     has the array of samples
	 * @param photometric what the samples are
	 * @param reduction   how often the size is halved, 0-3
	 */
	DctImage(Codestream stream, FrameBuilder builder, Photometric photometric, int reduction) {
		this.stream = stream;
		this.reduction = reduction;
		samples = builder.samples();
		header = stream.header();
		targets = new BlockTarget[header.components().size()];
		for (int i = 0; i < targets.length; i++) {
			int blank = i > 0 && photometric == Photometric.YBR_FULL ? 1 << header.precision() - 1 : 0;
			targets[i] = BlockTarget.of(ComponentLayout.of(header, i, blank, builder.columns(), builder.rows(),
					BLOCK_SIZE >> reduction), samples);
		}
	}

	Codestream stream() {
		return stream;
	}

	FrameHeader header() {
		return header;
	}

	/** {@return where the blocks of a component go} */
	BlockTarget target(int component) {
		return targets[component];
	}

	/** {@return whether all samples of a block are equal} @param nonZero as for {@link BlockTarget#put} */
	static boolean isFlat(long nonZero) {
		return (nonZero & ~1L) == 0;
	}

	/** {@return the MCU that takes the blocks of a scan for one thread, if they can be taken together} */
	Optional<ColourMcu> colourMcu(Scan scan) {
		return reduction == 0 ? ColourMcu.of(header, scan, samples) : Optional.empty();
	}

	/** {@return a transform for one thread} */
	InverseDct newTransform() {
		return InverseDct.of(header.precision(), reduction);
	}

	/** {@return how the MCUs of a scan lie} */
	McuGrid grid(Scan scan) {
		return McuGrid.of(header, scan, BLOCK_SIZE);
	}

	/** Reports components that no scan has, and puts blanks for them. */
	void blankMissing(Damage damage) {
		for (int i = 0; i < targets.length; i++) {
			int component = i;
			if (stream.scans().stream().noneMatch(scan -> scan.indexOf(component) >= 0)) {
				damage.report(JpegText.NO_DATA_OF_COMPONENT, i + 1, targets.length);
				targets[i].blankAll();
			}
		}
	}
}
