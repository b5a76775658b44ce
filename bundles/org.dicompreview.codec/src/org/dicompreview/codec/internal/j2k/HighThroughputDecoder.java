package org.dicompreview.codec.internal.j2k;

import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.osgi.service.component.annotations.Component;

/** High-Throughput JPEG 2000 (ISO/IEC 15444-15). */
@Component(service = FrameDecoder.class)
public final class HighThroughputDecoder implements FrameDecoder {

	private static final Set<String> SYNTAXES = Set.of("1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202",
			"1.2.840.10008.1.2.4.203");

	private final Jpeg2000Frames frames = new Jpeg2000Frames();

	@Override
	public String name() {
		return "High-Throughput JPEG 2000";
	}

	@Override
	public Set<String> transferSyntaxes() {
		return SYNTAXES;
	}

	@Override
	public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		return frames.decode(frame, options);
	}
}
