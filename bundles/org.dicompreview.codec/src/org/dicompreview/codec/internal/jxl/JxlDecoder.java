package org.dicompreview.codec.internal.jxl;

import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.FrameBuilder;
import org.dicompreview.codec.internal.StreamImage;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Problem;
import org.osgi.service.component.annotations.Component;

/** JPEG XL (ISO/IEC 18181-1 and -2): lossless, lossy, and what was made of a JPEG file (PS3.5 A.4.12). */
@Component(service = FrameDecoder.class)
public final class JxlDecoder implements FrameDecoder {

	private static final Set<String> SYNTAXES = Set.of("1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.111",
			"1.2.840.10008.1.2.4.112");

	@Override
	public String name() {
		return "JPEG XL";
	}

	@Override
	public Set<String> transferSyntaxes() {
		return SYNTAXES;
	}

	@Override
	public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		Container stream = Container.find(frame.bytes(), frame.offset(), frame.length());
		Bits bits = new Bits(stream.bytes(), stream.start(), stream.end());
		ImageHeader header = ImageHeader.read(bits);
		boolean turned = header.orientation > 4;
		int colours = header.colourChannels();
		int channels = frame.format().samplesPerPixel();
		if (channels != colours + header.extra.length) {
			channels = colours;
		}
		int precision = header.depth.bits();
		for (int i = colours; i < channels; i++) {
			precision = Math.max(precision, header.extra[i - colours].depth().bits());
		}
		FrameBuilder builder = FrameBuilder.of(frame, options,
				new StreamImage(turned ? header.height : header.width, turned ? header.width : header.height, channels,
						precision, false));
		Damage damage = new Damage();
		ImageDecoding image = new ImageDecoding(header, stream, bits.position(), options.threads(), damage);
		try {
			new Output(builder, header, options.threads()).write(image.decode());
		} catch (OutOfMemoryError e) { // an array that was too large: nothing else of the JVM is harmed by it
			throw new DecodeException(Problem.of(JxlText.NOT_ENOUGH_MEMORY, header.width, header.height), e);
		}
		return builder.build(photometric(image, frame.format().photometric(), channels), damage);
	}

	/** What the samples are: what is transformed back gives red, green and blue. */
	private static Photometric photometric(ImageDecoding image, Photometric stated, int channels) {
		if (channels != 3) {
			return stated;
		}
		boolean kept = !image.isTransformed() && (stated == Photometric.YBR_FULL || stated == Photometric.HSV);
		return kept ? stated : Photometric.RGB;
	}
}
