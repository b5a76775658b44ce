package org.dicompreview.codec.internal.jpegls;

import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.FrameBuilder;
import org.dicompreview.codec.internal.Photometrics;
import org.dicompreview.codec.internal.StreamImage;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.osgi.service.component.annotations.Component;

/** JPEG-LS, lossless and near-lossless (ITU-T T.87, PS3.5 8.2.3). */
@Component
public final class JpegLsDecoder implements FrameDecoder {

	private static final Set<String> SYNTAXES = Set.of("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81");

	@Override
	public String name() {
		return "JPEG-LS";
	}

	@Override
	public Set<String> transferSyntaxes() {
		return SYNTAXES;
	}

	@Override
	public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		Damage damage = new Damage();
		LsStream stream = LsStreamReader.read(frame, damage);
		int channels = stream.header().components().size();
		int precision = stream.header().precision();
		FrameBuilder builder = FrameBuilder.of(frame, options,
				new StreamImage(stream.columns(), stream.rows(), channels, precision, false));
		LineSink sink = new LineSink(builder.samples(), stream.columns(), channels);
		new LsImageDecoder(stream, frame, sink, options.threads()).decode(damage);
		boolean transformed = stream.transform() != 0 && channels == 3;
		if (transformed) {
			new ColourTransform(stream.transform(), precision).undo(sink, stream.rows());
		}
		boolean lossy = stream.scans().stream().anyMatch(scan -> scan.parameters().near() > 0);
		return builder.build(transformed ? Photometric.RGB : photometric(frame, stream), damage, lossy);
	}

	private static Photometric photometric(EncodedFrame frame, LsStream stream) {
		Photometric stated = Photometrics.plausible(frame.format().photometric(), stream.header().components().size());
		return stream.colour().orElse(stated == Photometric.YBR_FULL_422 ? Photometric.YBR_FULL : stated);
	}
}
