package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColorTest {

	private static final int PIXELS = 1000;

	private static byte[] random(int length) {
		byte[] values = new byte[length];
		new Random(7).nextBytes(values);
		return values;
	}

	private static int[] shown(Photometric photometric, int channels, byte... values) {
		Frame frame = Made.frame(values.length / channels, channels, 8, false, photometric, new Samples.Bytes(values));
		return Made.stored(Made.display(frame, new MadeAttributes()), DisplaySettings.DEFAULT);
	}

	private static void assertNear(double exact, int shown) {
		assertEquals(Math.max(0, Math.min(255, exact)), shown, 0.505);
	}

	@ParameterizedTest
	@EnumSource(value = Photometric.class, names = { "YBR_FULL", "YBR_FULL_422", "YBR_ICT" })
	void fullRangeLuminanceAndChrominance(Photometric photometric) {
		byte[] values = random(3 * PIXELS);
		int[] shown = shown(photometric, 3, values);
		for (int i = 0; i < values.length; i += 3) {
			double y = values[i] & 0xFF;
			double cb = (values[i + 1] & 0xFF) - 128;
			double cr = (values[i + 2] & 0xFF) - 128;
			assertNear(y + 1.402 * cr, shown[i]);
			assertNear(y - 0.114 * 1.772 / 0.587 * cb - 0.299 * 1.402 / 0.587 * cr, shown[i + 1]);
			assertNear(y + 1.772 * cb, shown[i + 2]);
		}
	}

	@ParameterizedTest
	@EnumSource(value = Photometric.class, names = { "YBR_PARTIAL_422", "YBR_PARTIAL_420" })
	void studioRangeLuminanceAndChrominance(Photometric photometric) {
		byte[] values = random(3 * PIXELS);
		int[] shown = shown(photometric, 3, values);
		for (int i = 0; i < values.length; i += 3) {
			double y = 255.0 / 219 * ((values[i] & 0xFF) - 16);
			double cb = 255.0 / 224 * ((values[i + 1] & 0xFF) - 128);
			double cr = 255.0 / 224 * ((values[i + 2] & 0xFF) - 128);
			assertNear(y + 1.402 * cr, shown[i]);
			assertNear(y - 0.114 * 1.772 / 0.587 * cb - 0.299 * 1.402 / 0.587 * cr, shown[i + 1]);
			assertNear(y + 1.772 * cb, shown[i + 2]);
		}
	}

	/** ITU-R BT.709: red 0.2126, blue 0.0722 of luminance. */
	@ParameterizedTest
	@EnumSource(value = Photometric.class, names = { "YBR_FULL_709", "YBR_PARTIAL_709" })
	void luminanceAndChrominanceOfHd(Photometric photometric) {
		byte[] values = random(3 * PIXELS);
		int[] shown = shown(photometric, 3, values);
		boolean full = photometric == Photometric.YBR_FULL_709;
		for (int i = 0; i < values.length; i += 3) {
			double y = full ? values[i] & 0xFF : 255.0 / 219 * ((values[i] & 0xFF) - 16);
			double cb = (full ? 1 : 255.0 / 224) * ((values[i + 1] & 0xFF) - 128);
			double cr = (full ? 1 : 255.0 / 224) * ((values[i + 2] & 0xFF) - 128);
			assertNear(y + 2 * (1 - 0.2126) * cr, shown[i]);
			assertNear(y - 0.0722 * 2 * (1 - 0.0722) / 0.7152 * cb - 0.2126 * 2 * (1 - 0.2126) / 0.7152 * cr, shown[i + 1]);
			assertNear(y + 2 * (1 - 0.0722) * cb, shown[i + 2]);
		}
	}

	@Test
	void reversibleTransformIsReversed() {
		byte[] rgb = random(3 * PIXELS);
		byte[] ybr = new byte[rgb.length];
		for (int i = 0; i < rgb.length; i += 3) {
			int r = (rgb[i] & 0x7F) + 64;
			int g = (rgb[i + 1] & 0x7F) + 64;
			int b = (rgb[i + 2] & 0x7F) + 64;
			ybr[i] = (byte) (r + 2 * g + b >> 2);
			ybr[i + 1] = (byte) (b - g + 128);
			ybr[i + 2] = (byte) (r - g + 128);
			rgb[i] = (byte) r;
			rgb[i + 1] = (byte) g;
			rgb[i + 2] = (byte) b;
		}
		assertArrayEquals(shown(Photometric.RGB, 3, rgb), shown(Photometric.YBR_RCT, 3, ybr));
	}

	@Test
	void retiredSpaces() {
		assertArrayEquals(new int[] { 255, 0, 0, 0, 255, 0, 200, 200, 200 },
				Arrays.copyOf(shown(Photometric.HSV, 3, new byte[] { 0, -1, -1, 85, -1, -1, 9, 0, (byte) 200 }), 9));
		assertArrayEquals(new int[] { 10, 20, 30, 5, 10, 15 },
				shown(Photometric.ARGB, 4, new byte[] { -1, 10, 20, 30, (byte) 128, 10, 20, 30 }));
		assertArrayEquals(new int[] { 255, 155, 0, 0, 0, 0 },
				shown(Photometric.CMYK, 4, new byte[] { 0, 100, -1, 0, 7, 8, 9, -1 }));
		assertArrayEquals(new int[] { 1, 2, 3 }, shown(Photometric.RGB, 4, new byte[] { 1, 2, 3, 4 }));
	}

	@Test
	void deepColorsAreScaledByTheirBits() {
		Frame twelve = Made.frame(1, 3, 12, false, Photometric.RGB, new Samples.Shorts(new short[] { 0, 2048, 4095 }));
		assertArrayEquals(new int[] { 0, 128, 255 },
				Made.stored(Made.display(twelve, new MadeAttributes()), DisplaySettings.DEFAULT));
		Frame wide = Made.frame(1, 3, 32, false, Photometric.RGB, new Samples.Ints(new int[] { 0, 1 << 31, -1 }));
		assertArrayEquals(new int[] { 0, 128, 255 },
				Made.stored(Made.display(wide, new MadeAttributes()), DisplaySettings.DEFAULT));
		Frame few = Made.frame(1, 3, 5, false, Photometric.RGB, new Samples.Bytes(new byte[] { 0, 16, 31 }));
		assertArrayEquals(new int[] { 0, 132, 255 },
				Made.stored(Made.display(few, new MadeAttributes()), DisplaySettings.DEFAULT));
	}

	@Test
	void colorsTakeNoWindowAndNoColorMap() {
		Frame frame = Made.frame(1, 3, 8, false, Photometric.RGB, new Samples.Bytes(new byte[] { 1, 2, 3 }));
		DisplayFrame display = Made.display(frame, new MadeAttributes());
		assertFalse(display.windowable());
		assertArrayEquals(new int[] { 1, 2, 3 }, Made.stored(display, Made.window(5, 1).withColorMap("pet")));
		assertEquals("#010203", Probed.text(display, 0, 0).orElseThrow());
		assertEquals(List.of(1.0, 2.0, 3.0), display.value(0, 0).orElseThrow().stored());
		assertTrue(display.value(1, 0).isEmpty());
	}

	private static double[] linearLight() {
		byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
		double[] words = new double[linear.length / 2];
		for (int i = 0; i < words.length; i++) {
			words[i] = linear[2 * i] & 0xFF | (linear[2 * i + 1] & 0xFF) << 8;
		}
		return words;
	}

	@Test
	void profilesOfImagesAndOfOpticalPathsAreApplied() {
		byte[] stored = random(3 * PIXELS);
		Frame frame = Made.frame(PIXELS, 3, 8, false, Photometric.RGB, new Samples.Bytes(stored));
		int[] shown = Made.stored(Made.display(frame, new MadeAttributes().with(Tag.ICC_PROFILE, linearLight())),
				DisplaySettings.DEFAULT);
		for (int i = 0; i < stored.length; i++) {
			double v = (stored[i] & 0xFF) / 255.0;
			double expected = 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055);
			assertEquals(expected, shown[i], 1.5, "value " + (stored[i] & 0xFF));
		}
		MadeAttributes slide = new MadeAttributes().with(Tag.OPTICAL_PATH_SEQUENCE,
				new MadeAttributes().with(Tag.ICC_PROFILE, linearLight()));
		assertArrayEquals(shown, Made.stored(Made.display(frame, slide), DisplaySettings.DEFAULT));
	}

	@Test
	void damagedProfilesAreIgnored() {
		double[] words = new double[200];
		Arrays.fill(words, 0x4141);
		Frame frame = Made.frame(1, 3, 8, false, Photometric.RGB, new Samples.Bytes(new byte[] { 1, 2, 3 }));
		assertArrayEquals(new int[] { 1, 2, 3 }, Made.stored(
				Made.display(frame, new MadeAttributes().with(Tag.ICC_PROFILE, words)), DisplaySettings.DEFAULT));
	}
}
