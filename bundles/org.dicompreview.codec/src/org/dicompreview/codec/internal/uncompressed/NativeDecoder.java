package org.dicompreview.codec.internal.uncompressed;

import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.osgi.service.component.annotations.Component;

/**
 * Frames that are not compressed, in a native data set, a deflated one, or encapsulated (PS3.5 A.1-A.3, A.5, A.4.11).
 */
@Component
public final class NativeDecoder implements FrameDecoder {

	private static final Set<String> SYNTAXES = Set.of(
			"1.2.840.10008.1.2", // implicit VR little endian
			"1.2.840.10008.1.2.1",
			"1.2.840.10008.1.2.1.98", // encapsulated uncompressed
			"1.2.840.10008.1.2.1.99", // deflated
			"1.2.840.10008.1.2.2", // big endian
			"1.2.840.10008.1.20", // Papyrus 3
			"1.2.840.113619.5.2"); // GE: little endian data set, big-endian pixels

	@Override
	public String name() {
		return "Uncompressed";
	}

	@Override
	public Set<String> transferSyntaxes() {
		return SYNTAXES;
	}

	@Override
	public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		return new NativeFrame(frame, options).decode();
	}
}
