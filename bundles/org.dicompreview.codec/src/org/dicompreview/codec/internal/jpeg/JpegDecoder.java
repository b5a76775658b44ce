package org.dicompreview.codec.internal.jpeg;

import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.FrameBuilder;
import org.dicompreview.codec.internal.StreamImage;
import org.dicompreview.codec.internal.stream.FrameHeader;
import org.dicompreview.codec.internal.stream.Marker;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.osgi.service.component.annotations.Component;

/**
 * JPEG with Huffman coding (PS3.5 8.2.1, A.4.1): baseline, extended, progressive and lossless. The codestream decides
 * which of them it is. The transfer syntaxes of the retired processes are listed too, as files are labelled with them
 * whose codestream can be decoded; else the reason is told.
 */
@Component(service = FrameDecoder.class)
public final class JpegDecoder implements FrameDecoder {

	private static final int MAX_REDUCTION = 3;
	private static final int MAX_DCT_PRECISION = 12;
	private static final Set<String> SYNTAXES = Set.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
			"1.2.840.10008.1.2.4.52", "1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.54", "1.2.840.10008.1.2.4.55",
			"1.2.840.10008.1.2.4.56", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.58", "1.2.840.10008.1.2.4.59",
			"1.2.840.10008.1.2.4.60", "1.2.840.10008.1.2.4.61", "1.2.840.10008.1.2.4.62", "1.2.840.10008.1.2.4.63",
			"1.2.840.10008.1.2.4.64", "1.2.840.10008.1.2.4.65", "1.2.840.10008.1.2.4.66", "1.2.840.10008.1.2.4.70");

	private final HuffmanCache cache = new HuffmanCache();

	@Override
	public String name() {
		return "JPEG";
	}

	@Override
	public Set<String> transferSyntaxes() {
		return SYNTAXES;
	}

	@Override
	public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		Damage damage = new Damage();
		Codestream stream = Codestream.read(frame, cache, damage);
		FrameHeader header = stream.header();
		Photometric photometric = stream.signs().actual(header, frame.format().photometric());
		StreamImage image = new StreamImage(header.columns(), header.rows(), header.components().size(),
				header.precision(), false);
		if (header.marker() == Marker.SOF3) {
			FrameBuilder builder = FrameBuilder.of(frame, options, image);
			new LosslessProcess(stream, builder, damage).decode(options.threads());
			return builder.build(photometric, damage);
		}
		if (header.precision() > MAX_DCT_PRECISION) {
			throw new DecodeException(JpegText.DCT_BITS, header.precision());
		}
		int reduction = Math.min(options.reduction(), MAX_REDUCTION);
		FrameBuilder builder = FrameBuilder.of(frame, options, image, reduction);
		DctImage target = new DctImage(stream, builder, photometric, reduction);
		if (header.marker() == Marker.SOF2) {
			new ProgressiveProcess(target, damage).decode(options.threads());
		} else {
			new SequentialProcess(target, damage).decode(options.threads());
		}
		target.blankMissing(damage);
		return builder.build(photometric, damage, true);
	}
}
