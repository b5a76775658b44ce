package org.dicompreview.codec.internal.uncompressed;

import static org.dicompreview.codec.TestFrames.frame;
import static org.dicompreview.codec.TestFrames.grey;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.TestFrames;
import org.junit.jupiter.api.Test;

class DeflatedFrameDecoderTest {

	private static final String UID = "1.2.840.10008.1.2.8.1";

	private final DeflatedFrameDecoder decoder = new DeflatedFrameDecoder();

	private static byte[] deflate(byte[] data) {
		Deflater deflater = new Deflater(9, true);
		deflater.setInput(data);
		deflater.finish();
		byte[] result = new byte[data.length + 100];
		return Arrays.copyOf(result, deflater.deflate(result));
	}

	private static byte[] noise(int length) {
		byte[] data = new byte[length];
		new Random(7).nextBytes(data);
		return data;
	}

	@Test
	void inflates() throws DecodeException {
		byte[] data = noise(400 * 300 * 2);
		Frame frame = decoder.decode(frame(UID, grey(400, 300, 16, 16), deflate(data)), DecodeOptions.DEFAULT);
		assertArrayEquals(data, TestFrames.raw(frame.samples()));
		assertTrue(frame.problem().isEmpty());
	}

	@Test
	void oneBit() throws DecodeException {
		Frame frame = decoder.decode(frame(UID, grey(10, 1, 1, 1), deflate(new byte[] { 0x0F, 0x02 })),
				DecodeOptions.DEFAULT);
		assertArrayEquals(new byte[] { 1, 1, 1, 1, 0, 0, 0, 0, 0, 1 }, TestFrames.raw(frame.samples()));
	}

	@Test
	void truncatedStreamGivesItsBeginning() throws DecodeException {
		byte[] data = noise(64 * 64);
		byte[] deflated = deflate(data);
		Frame frame = decoder.decode(frame(UID, grey(64, 64, 8, 8), Arrays.copyOf(deflated, deflated.length / 2)),
				DecodeOptions.DEFAULT);
		byte[] values = TestFrames.raw(frame.samples());
		assertArrayEquals(Arrays.copyOf(data, 1000), Arrays.copyOf(values, 1000));
		assertTrue(frame.problem().get().toString().contains("end too early"), frame.problem().get().toString());
	}

	@Test
	void corruptStreamIsAnError() {
		assertThrows(DecodeException.class,
				() -> decoder.decode(frame(UID, grey(64, 64, 8, 8), noise(100)), DecodeOptions.DEFAULT));
	}

	@Test
	void bombEndsAtTheStatedSize() throws DecodeException {
		byte[] bomb = deflate(new byte[64 << 20]);
		Frame frame = decoder.decode(frame(UID, grey(8, 8, 8, 8), bomb), new DecodeOptions(0, 1, 64));
		assertEquals(64, frame.samples().length());
	}
}
