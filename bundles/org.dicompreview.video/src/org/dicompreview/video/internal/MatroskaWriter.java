package org.dicompreview.video.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.dicompreview.video.internal.stream.Codec;

/**
 * Writes coded pictures as a Matroska stream (RFC 9559): the one container that carries single pictures with a number of
 * our own through a pipe. The time stamp of a picture is the number of its frame. Not for several threads.
 */
final class MatroskaWriter {

	private static final int EBML = 0x1A45DFA3;
	private static final int SEGMENT = 0x18538067;
	private static final int INFO = 0x1549A966;
	private static final int TRACKS = 0x1654AE6B;
	private static final int CLUSTER = 0x1F43B675;
	private static final int TIMESTAMP_SCALE = 0x2AD7B1;
	private static final int MILLISECOND = 1_000_000;
	private static final int KEYFRAME = 0x80;
	private static final int TRACK_ONE = 0x81;

	private final OutputStream out;

	/** @param out gets the stream; writes come in one piece for a picture */
	MatroskaWriter(OutputStream out) {
		this.out = out;
	}

	/** Writes what stands before the pictures. @param setup of the decoder; empty where the pictures carry it */
	void writeHead(Codec codec, int columns, int rows, byte[] setup) throws IOException {
		byte[] size = join(element(0xB0, number(columns)), element(0xBA, number(rows)));
		byte[] track = join(element(0xD7, number(1)), element(0x73C5, number(1)), element(0x83, number(1)), // number, UID, video
				element(0x86, id(codec).getBytes(StandardCharsets.US_ASCII)),
				setup.length == 0 ? new byte[0] : element(0x63A2, setup), element(0xE0, size));
		out.write(join(
				element(EBML, join(element(0x4282, "matroska".getBytes(StandardCharsets.US_ASCII)), //$NON-NLS-1$
						element(0x4287, number(4)), element(0x4285, number(2)))),
				id(SEGMENT), new byte[] { 1, -1, -1, -1, -1, -1, -1, -1 }, // of unknown length
				element(INFO, element(TIMESTAMP_SCALE, number(MILLISECOND))), element(TRACKS, element(0xAE, track))));
	}

	/** Writes a coded picture. @param frame the number of its frame @param parts its bytes in turn */
	void writePicture(long frame, boolean entry, byte[]... parts) throws IOException {
		byte[] block = join(new byte[] { (byte) TRACK_ONE, 0, 0, (byte) (entry ? KEYFRAME : 0) }, join(parts));
		out.write(element(CLUSTER, join(element(0xE7, number(frame)), element(0xA3, block))));
		out.flush();
	}

	private static String id(Codec codec) {
		return switch (codec) {
			case MPEG2 -> "V_MPEG2"; //$NON-NLS-1$
			case AVC -> "V_MPEG4/ISO/AVC"; //$NON-NLS-1$
			case HEVC -> "V_MPEGH/ISO/HEVC"; //$NON-NLS-1$
		};
	}

	private static byte[] element(int id, byte[] content) throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream(content.length + 12);
		DataOutputStream data = new DataOutputStream(all);
		data.write(id(id));
		data.writeLong(1L << 56 | content.length);
		data.write(content);
		return all.toByteArray();
	}

	private static byte[] id(int id) {
		int length = id >>> 24 != 0 ? 4 : id >>> 16 != 0 ? 3 : id >>> 8 != 0 ? 2 : 1;
		byte[] bytes = new byte[length];
		for (int i = 0; i < length; i++) {
			bytes[i] = (byte) (id >>> 8 * (length - 1 - i));
		}
		return bytes;
	}

	private static byte[] number(long value) {
		byte[] bytes = new byte[8];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) (value >>> 8 * (7 - i));
		}
		return bytes;
	}

	private static byte[] join(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}
}
