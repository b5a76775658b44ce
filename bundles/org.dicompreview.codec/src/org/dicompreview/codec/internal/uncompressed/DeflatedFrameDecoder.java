package org.dicompreview.codec.internal.uncompressed;

import java.util.Arrays;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Problem;
import org.osgi.service.component.annotations.Component;

/** Deflated Image Frame Compression (PS3.5 A.4.13): each frame a deflate stream (RFC 1951) of the native bytes. */
@Component
public final class DeflatedFrameDecoder implements FrameDecoder {

	private static final Set<String> SYNTAXES = Set.of("1.2.840.10008.1.2.8.1");

	@Override
	public String name() {
		return "Deflated Image Frame";
	}

	@Override
	public Set<String> transferSyntaxes() {
		return SYNTAXES;
	}

	@Override
	public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		NativeLayout layout = NativeLayout.of(frame.format(), options);
		Damage damage = new Damage();
		byte[] bytes = inflate(frame, layout.largestBytes(), damage);
		EncodedFrame inflated = new EncodedFrame(frame.transferSyntax(), frame.format(), bytes, 0, bytes.length, 0);
		return new NativeFrame(inflated, options, damage).decode();
	}

	private static byte[] inflate(EncodedFrame frame, int expected, Damage damage) throws DecodeException {
		Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(frame.bytes(), frame.offset(), frame.length());
			byte[] result = new byte[Math.min(expected, 1 << 16)];
			int filled = 0;
			while (filled < expected && !inflater.finished()) {
				if (filled == result.length) {
					result = Arrays.copyOf(result, (int) Math.min(expected, 2L * result.length));
				}
				int count = inflater.inflate(result, filled, result.length - filled);
				filled += count;
				if (count == 0 && !inflater.finished()) {
					damage.report(NativeText.DEFLATED_DATA_END_EARLY);
					break;
				}
			}
			return filled == result.length ? result : Arrays.copyOf(result, filled);
		} catch (DataFormatException e) {
			throw new DecodeException(Problem.of(NativeText.DEFLATED_DATA_CORRUPT, inflater.getBytesRead()), e);
		} finally {
			inflater.end();
		}
	}
}
