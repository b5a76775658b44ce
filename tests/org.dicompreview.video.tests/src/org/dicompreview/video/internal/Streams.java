package org.dicompreview.video.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.TransferSyntax;
import org.osgi.framework.FrameworkUtil;

/** The videos in {@code resources}, all of 64 x 48 pixels; {@code make-fixtures/make} makes them. */
final class Streams {

	static final int COLUMNS = 64;
	static final int ROWS = 48;

	static final List<String> NAMES = List.of("mpeg2-open-groups.m2v", "mpeg2-closed-groups.m2v", "mpeg2-interlaced.m2v",
			"mpeg2-422.m2v", "mpeg2.ts", "mpeg2.vob", "mpeg2.mpg", "h264-closed-groups.h264", "h264-open-groups.h264",
			"h264-one-group.h264", "h264-baseline.h264", "h264-interlaced.h264", "h264-full-range.h264", "h264-bt709.h264",
			"h264-10-bit.h264", "h264.mp4", "h264-index-first.mp4", "h264.ts", "h264.m2ts", "h265-open-groups.hevc",
			"h265-closed-groups.hevc", "h265-10-bit.hevc", "h265.mp4", "h265.ts");

	/** Made once: the program is unpacked when it is first used. */
	private static final class Installed {
		static final FfmpegVideoDecoder DECODER = new FfmpegVideoDecoder(
				FrameworkUtil.getBundle(FfmpegVideoDecoder.class).getBundleContext());
	}

	private Streams() {
	}

	/** {@return the decoder with the program of this installation} */
	static FfmpegVideoDecoder decoder() {
		return Installed.DECODER;
	}

	static byte[] bytes(String name) throws IOException {
		try (InputStream in = Streams.class.getResourceAsStream("/" + name)) {
			return in.readAllBytes();
		}
	}

	/** {@return the hash of each frame's luminance, in the order of showing} */
	static List<String> hashes(String name) throws IOException {
		return new String(bytes(name + ".sha256"), StandardCharsets.US_ASCII).lines().toList();
	}

	static TransferSyntax syntax(String name) {
		String tail = name.startsWith("mpeg2") ? "100" : name.startsWith("h264") ? "102" : name.contains("10-bit") ? "108" : "107";
		return TransferSyntax.of("1.2.840.10008.1.2.4." + tail);
	}

	static PixelStream stream(String name) throws IOException {
		return stream(syntax(name), bytes(name), COLUMNS, ROWS);
	}

	/** {@return bytes as the pixel data of an instance} */
	static PixelStream stream(TransferSyntax syntax, byte[] bytes, int columns, int rows) {
		return new PixelStream() {
			@Override
			public TransferSyntax transferSyntax() {
				return syntax;
			}

			@Override
			public PixelFormat format() {
				return new PixelFormat(rows, columns, 3, 8, 8, 7, false, 0, Photometric.YBR_PARTIAL_420,
						PixelFormat.SampleKind.INTEGER);
			}

			@Override
			public int statedFrames() {
				return 30;
			}

			@Override
			public long length() {
				return bytes.length;
			}

			@Override
			public int read(long position, byte[] target, int offset, int length) {
				int count = (int) Math.max(0, Math.min(length, bytes.length - position));
				if (count > 0) {
					System.arraycopy(bytes, (int) position, target, offset, count);
				}
				return count;
			}

			@Override
			public void close() {
				// an array
			}
		};
	}

	/** {@return the luminance of a frame as FFmpeg writes it} */
	static byte[] luminance(Frame frame) {
		int pixels = frame.columns() * frame.rows();
		if (frame.samples() instanceof Samples.Bytes bytes) {
			byte[] plane = new byte[pixels];
			for (int i = 0; i < pixels; i++) {
				plane[i] = bytes.values()[i * frame.channels()];
			}
			return plane;
		}
		short[] values = ((Samples.Shorts) frame.samples()).values();
		byte[] plane = new byte[2 * pixels];
		for (int i = 0; i < pixels; i++) {
			plane[2 * i] = (byte) values[i * frame.channels()];
			plane[2 * i + 1] = (byte) (values[i * frame.channels()] >> 8);
		}
		return plane;
	}
}
