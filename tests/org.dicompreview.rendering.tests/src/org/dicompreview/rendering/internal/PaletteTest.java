package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.internal.frame.FrameFactory;
import org.junit.jupiter.api.Test;

class PaletteTest {

	private static final int PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE = 0x00480120;

	private static MadeAttributes palette(double count, double first, double bits, double[] red, double[] green,
			double[] blue) {
		return descriptors(count, first, bits).with(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, red)
				.with(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, green)
				.with(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, blue);
	}

	private static MadeAttributes descriptors(double count, double first, double bits) {
		return new MadeAttributes().with(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, count, first, bits)
				.with(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, count, first, bits)
				.with(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, count, first, bits);
	}

	private static Frame indices(int... values) {
		return Made.bytes(values.length, Photometric.PALETTE_COLOR, values);
	}

	private static int[] shown(Frame frame, MadeAttributes attributes) {
		return Made.stored(Made.display(frame, attributes), DisplaySettings.DEFAULT);
	}

	private static double[] words(double... words) {
		return words;
	}

	@Test
	void sixteenBitEntries() {
		MadeAttributes attributes = palette(3, 1, 16, words(0, 0x8080, 0xFFFF), words(0x0101, 0xFF00, 0),
				words(0x7FFF, 0, 0x4040));
		assertArrayEquals(new int[] { 0, 1, 127, 0, 1, 127, 128, 254, 0, 255, 0, 64, 255, 0, 64 },
				shown(indices(0, 1, 2, 3, 200), attributes), "indices outside take the colours at the ends");
	}

	@Test
	void entriesOfTwelveBitsInWords() {
		MadeAttributes attributes = palette(3, 0, 16, words(0, 0x800, 0xFFF), words(0xFFF, 0, 0), words(0, 0x555, 0xAAA));
		assertArrayEquals(new int[] { 0, 255, 0, 128, 0, 85, 255, 0, 170 }, shown(indices(0, 1, 2), attributes));
		MadeAttributes dark = palette(2, 0, 16, words(0, 0x1010), words(0, 0x1000), words(0, 0));
		assertArrayEquals(new int[] { 0, 0, 0, 16, 16, 0 }, shown(indices(0, 1), dark), "a dark palette stays dark");
	}

	@Test
	void eightBitEntriesInBytesAndInWords() {
		MadeAttributes packed = palette(4, 0, 8, words(0x2010, 0x4030), words(0, 0), words(0x00FF, 0xFF00));
		int[] expected = { 0x10, 0, 255, 0x20, 0, 0, 0x30, 0, 0, 0x40, 0, 255 };
		assertArrayEquals(expected, shown(indices(0, 1, 2, 3), packed));
		MadeAttributes loose = palette(4, 0, 8, words(0x10, 0x20, 0x30, 0x40), words(0, 0, 0, 0),
				words(255, 0, 0, 255));
		assertArrayEquals(expected, shown(indices(0, 1, 2, 3), loose));
	}

	private static MadeAttributes path(String id, double red) {
		MadeAttributes palette = palette(2, 0, 8, words((int) red << 8), words(0), words(0));
		return new MadeAttributes().with(Tag.OPTICAL_PATH_IDENTIFIER, id).with(PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE, palette);
	}

	/** PS3.3 C.8.12.5: the palette of the path that a frame names, of the only path, or of the place among all frames. */
	@Test
	void opticalPathsHaveTheirPalettes() {
		Frame frame = Made.bytes(2, Photometric.MONOCHROME2, 0, 1);
		MadeAttributes one = new MadeAttributes().with(Tag.OPTICAL_PATH_SEQUENCE, path("1", 200));
		assertArrayEquals(new int[] { 0, 0, 0, 200, 0, 0 }, shown(frame, one));
		MadeAttributes named = new MadeAttributes().with(Tag.OPTICAL_PATH_SEQUENCE, path("A", 50), path("B", 100))
				.with(Tag.OPTICAL_PATH_IDENTIFICATION_SEQUENCE,
						new MadeAttributes().with(Tag.OPTICAL_PATH_IDENTIFIER, "B"));
		assertArrayEquals(new int[] { 0, 0, 0, 100, 0, 0 }, shown(frame, named));
		MadeAttributes full = new MadeAttributes().with(Tag.OPTICAL_PATH_SEQUENCE, path("A", 50), path("B", 100))
				.with(Tag.DIMENSION_ORGANIZATION_TYPE, "TILED_FULL");
		assertArrayEquals(new int[] { 0, 0, 0, 100, 0, 0 },
				Made.stored(Made.display(frame, full, 1, 8, new byte[0]), DisplaySettings.DEFAULT));
		MadeAttributes plain = new MadeAttributes().with(Tag.OPTICAL_PATH_SEQUENCE,
				new MadeAttributes().with(Tag.OPTICAL_PATH_IDENTIFIER, "1"));
		assertArrayEquals(new int[] { 0, 1 }, shown(frame, plain), "a path without palette is grey");
		MadeAttributes direct = new MadeAttributes().with(Tag.OPTICAL_PATH_SEQUENCE,
				palette(2, 0, 8, words(0), words(0x0700), words(0)).with(Tag.OPTICAL_PATH_IDENTIFIER, "1"));
		assertArrayEquals(new int[] { 0, 0, 0, 0, 7, 0 }, shown(frame, direct));
	}

	@Test
	void signedIndices() {
		MadeAttributes attributes = palette(3, 65535, 16, words(0, 0x8080, 0xFFFF), words(0, 0, 0), words(0, 0, 0));
		Frame frame = Made.frame(3, 1, 16, true, Photometric.PALETTE_COLOR,
				new Samples.Shorts(new short[] { -1, 0, 1 }));
		assertArrayEquals(new int[] { 0, 0, 0, 128, 0, 0, 255, 0, 0 }, shown(frame, attributes));
	}

	@Test
	void wideIndices() {
		MadeAttributes attributes = palette(0, 0, 16, new double[65536], new double[65536], new double[65536]);
		double[] red = new double[65536];
		red[65535] = 0xFFFF;
		attributes.with(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, red);
		Frame frame = Made.frame(2, 1, 16, false, Photometric.PALETTE_COLOR, new Samples.Shorts(new short[] { -1, 1 }));
		assertArrayEquals(new int[] { 255, 0, 0, 0, 0, 0 }, shown(frame, attributes), "0 entries stand for 65536");
	}

	/** PS3.3 C.7.9.2: discrete, linear and indirect segments; the last one repeats from byte 0 on. */
	@Test
	void segmentedTables() {
		double[] red = words(0, 2, 0, 0x1010, 1, 4, 0x5050, 2, 2, 0, 0);
		double[] same = words(0, 1, 0x2020, 1, 11, 0x2020);
		MadeAttributes attributes = descriptors(12, 0, 16)
				.with(Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, red)
				.with(Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, same)
				.with(Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, same);
		int[] shown = shown(indices(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), attributes);
		int[] reds = { 0, 0x10, 0x20, 0x30, 0x40, 0x50, 0, 0x10, 0x20, 0x30, 0x40, 0x50 };
		for (int i = 0; i < 12; i++) {
			assertEquals(reds[i], shown[3 * i], "red of " + i);
			assertEquals(0x20, shown[3 * i + 1]);
		}
	}

	@Test
	void damagedSegmentsEndTheTable() {
		double[][] damaged = { words(1, 4, 9), words(2, 9, 0, 0), words(9, 9, 9), words(0, 60000, 1), words(0) };
		for (double[] segments : damaged) {
			MadeAttributes attributes = descriptors(12, 0, 16)
					.with(Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, segments)
					.with(Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, segments)
					.with(Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, segments);
			assertArrayEquals(new int[] { 4, 9 }, shown(indices(4, 9), attributes), "shown as grey");
		}
	}

	@Test
	void indirectSegmentsCannotNest() {
		double[] nested = words(0, 1, 0x1111, 2, 2, 6, 0, 0, 1, 0x2222);
		MadeAttributes attributes = descriptors(9, 0, 16)
				.with(Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, nested)
				.with(Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, nested)
				.with(Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, nested);
		assertArrayEquals(new int[] { 17, 17, 17, 17, 17, 17 }, shown(indices(0, 5), attributes));
	}

	@Test
	void missingPaletteIsSaidAndShownAsGrey() {
		Frame frame = indices(3, 4);
		DisplayFrame display = Made.display(frame, new MadeAttributes());
		assertTrue(display.windowable());
		FrameFactory factory = new FrameFactory(new MadeHeader(Path.of("made"), 1, new MadeAttributes()),
				Made.data(new MadeAttributes()));
		assertTrue(factory.shortcoming(frame, 0).orElseThrow().toString().contains("palette"));
		assertTrue(factory.shortcoming(Made.bytes(1, Photometric.MONOCHROME2, 1), 0).isEmpty());
	}

	/** PS3.3 C.7.9.2: tables of 8 bits have segments of bytes, offsets of four; some writers use words all the same. */
	@Test
	void segmentedTablesOfBytes() {
		double[] bytes = words(0x0300, 0x2010, 0x0130, 0x3C03, 0x0102, 0x0000, 0x0000);
		double[] loose = words(0, 3, 0x10, 0x20, 0x30, 1, 3, 0x3C, 2, 1, 0, 0);
		int[] values = { 0x10, 0x20, 0x30, 0x34, 0x38, 0x3C, 0x10, 0x20, 0x30 };
		for (double[] segments : new double[][] { bytes, loose }) {
			MadeAttributes attributes = descriptors(9, 0, 8)
					.with(Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, segments)
					.with(Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, segments)
					.with(Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, segments);
			int[] shown = shown(indices(0, 1, 2, 3, 4, 5, 6, 7, 8), attributes);
			for (int i = 0; i < shown.length; i++) {
				assertEquals(values[i / 3], shown[i], "index " + i / 3);
			}
		}
	}

	private static MadeAttributes assigned(String path, String transfer) {
		return palette(2, 0, 16, words(0, 0xFFFF), words(0, 0), words(0, 0)).with(Tag.DATA_PATH_ID, "SECONDARY")
				.with(Tag.RGB_LUT_TRANSFER_FUNCTION, transfer).with(Tag.DATA_PATH_ASSIGNMENT, path);
	}

	private static MadeAttributes enhanced(String path, String transfer) {
		return new MadeAttributes().with(Tag.DATA_FRAME_ASSIGNMENT_SEQUENCE, assigned(path, transfer)
				.with(Tag.WINDOW_CENTER, 1).with(Tag.WINDOW_WIDTH, 2))
				.with(Tag.ENHANCED_PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE, assigned(path, transfer));
	}

	@Test
	void enhancedPalettesByDataPath() {
		Frame frame = Made.bytes(2, Photometric.MONOCHROME2, 0, 1);
		assertArrayEquals(new int[] { 0, 0, 0, 255, 0, 0 }, shown(frame, enhanced("SECONDARY_SINGLE", "TABLE")));
		assertArrayEquals(new int[] { 0, 255 }, shown(frame, enhanced("SECONDARY_SINGLE", "EQUAL_RGB")), "as grey");
		assertArrayEquals(new int[] { 0, 255 }, shown(frame, enhanced("PRIMARY_SINGLE", "TABLE")), "no such palette");
		assertArrayEquals(new int[] { 0, 255 }, shown(frame, enhanced("PRIMARY_PVALUES", "TABLE")), "its own window");
		assertArrayEquals(new int[] { 0, 255 }, shown(frame, enhanced("SECONDARY_LOW", "TABLE")));
		assertTrue(shortcoming(frame, enhanced("SECONDARY_LOW", "TABLE")).contains("half"));
		assertEquals("", shortcoming(frame, enhanced("SECONDARY_SINGLE", "TABLE")));
	}

	private static String shortcoming(Frame frame, MadeAttributes attributes) {
		return new FrameFactory(new MadeHeader(Path.of("made"), 1, attributes), Made.data(attributes))
				.shortcoming(frame, 0).map(Problem::toString).orElse("");
	}

	@Test
	void supplementalPaletteColorsTheUpperValuesOnly() {
		MadeAttributes attributes = palette(2, 1000, 16, words(0xFFFF, 0), words(0, 0xFFFF), words(0, 0))
				.with(Tag.PIXEL_PRESENTATION, "MIXED").with(Tag.WINDOW_CENTER, 128).with(Tag.WINDOW_WIDTH, 256);
		DisplayFrame frame = Made.display(Made.shorts(5, 16, false, 0, 100, 1000, 1001, 1002), attributes);
		assertTrue(frame.windowable());
		assertArrayEquals(new int[] { 0, 0, 0, 100, 100, 100, 255, 0, 0, 0, 255, 0, 255, 255, 255 },
				Made.stored(frame, DisplaySettings.DEFAULT));
	}

	@Test
	void probeNamesColorAndIndex() {
		MadeAttributes attributes = palette(2, 0, 16, words(0, 0xFFFF), words(0, 0), words(0, 0));
		assertEquals("#FF0000 (stored 1)", Probed.text(Made.display(indices(1), attributes), 0, 0).orElseThrow());
	}
}
