package org.dicompreview.app.internal.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.junit.jupiter.api.Test;

class RawValuesTest {

	@Test
	void valuesAreLittleEndianInTheirOwnWidth() {
		assertArrayEquals(new byte[] { 1, (byte) 0xFF }, bytes(new Samples.Bytes(new byte[] { 1, -1 })));
		assertArrayEquals(new byte[] { 2, 1, (byte) 0xFE, (byte) 0xFF },
				bytes(new Samples.Shorts(new short[] { 0x0102, -2 })));
		assertArrayEquals(new byte[] { 4, 3, 2, 1, 0, 0, 0, (byte) 0x80 },
				bytes(new Samples.Ints(new int[] { 0x01020304, Integer.MIN_VALUE })));
		assertArrayEquals(new byte[] { 0, 0, (byte) 0x80, 0x3F, 0, 0, 0, (byte) 0xC0 },
				bytes(new Samples.Floats(new float[] { 1, -2 })));
		assertArrayEquals(new byte[] { 0, 0, 0, 0, 0, 0, (byte) 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0 },
				bytes(new Samples.Doubles(new double[] { 1, 0 })));
	}

	private static byte[] bytes(Samples samples) {
		return RawValues.bytes(new Frame(2, 1, 1, 8, false, Photometric.MONOCHROME2, Photometric.MONOCHROME2, samples,
				Optional.empty()));
	}
}
