package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.ColorScale;
import org.dicompreview.rendering.CutPicture;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.Slab;
import org.dicompreview.rendering.Slab.Anatomy;
import org.dicompreview.rendering.Slab.Direction;
import org.dicompreview.rendering.Slab.Projection;
import org.dicompreview.series.Slice;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;

/** Cuts through volumes that are made, against what sorting and looping over their voxels gives. */
class CutTest {

	private static final int SLICES = 7;
	private static final int ROWS = 9;
	private static final int COLUMNS = 12;
	private static final double SLOPE = 2.5;
	private static final double INTERCEPT = -1000;
	private static final int PADDING = -2000;
	/** One display level of 256 over {@link #GREY}. */
	private static final int LEVEL = 1;
	private static final ColorScale GREY = new ColorScale(-3000, 2000, "",
			IntStream.range(0, 256).map(v -> v * 0x010101).toArray());

	/** Stored values {@code [slice][row][column]}, some of them padding. */
	private static int[][][] volume() {
		Random random = new Random(16);
		int[][][] volume = new int[SLICES][ROWS][COLUMNS];
		for (int[][] slice : volume) {
			for (int[] row : slice) {
				Arrays.setAll(row, column -> random.nextInt(10) == 0 ? PADDING : random.nextInt(2000) - 1000);
			}
		}
		return volume;
	}

	private static DisplayFrame frame(int[][] slice) {
		MadeAttributes attributes = new MadeAttributes().with(Tag.RESCALE_SLOPE, SLOPE).with(Tag.RESCALE_INTERCEPT, INTERCEPT)
				.with(Tag.PIXEL_PADDING_VALUE, PADDING);
		return Made.display(Made.shorts(COLUMNS, 16, true, Arrays.stream(slice).flatMapToInt(Arrays::stream).toArray()),
				attributes);
	}

	private static double[] sorted(int[] stored) {
		return Arrays.stream(stored).filter(value -> value != PADDING).mapToDouble(value -> value * SLOPE + INTERCEPT).sorted()
				.toArray();
	}

	private static float reduced(int[] stored, Projection projection) {
		double[] sorted = sorted(stored);
		if (sorted.length == 0) {
			return Float.NaN;
		}
		return (float) switch (projection) {
			case AVERAGE -> Arrays.stream(sorted).average().orElseThrow();
			case MAXIMUM -> sorted[sorted.length - 1];
			case MINIMUM -> sorted[0];
		};
	}

	/** Rows or columns 3 to 5 of a slice. */
	private static float[] expected(int[][] slice, Direction kept, Projection projection) {
		float[] line = new float[kept == Direction.COLUMNS ? COLUMNS : ROWS];
		for (int i = 0; i < line.length; i++) {
			int place = i;
			line[i] = reduced(IntStream.range(3, 6)
					.map(at -> kept == Direction.COLUMNS ? slice[at][place] : slice[place][at]).toArray(), projection);
		}
		return line;
	}

	private static Slab slab(Direction kept, Projection projection) {
		double count = kept == Direction.COLUMNS ? ROWS : COLUMNS;
		return new Slab(kept, 3 / count, 6 / count, projection);
	}

	@Test
	void aLineHoldsTheMeanOrTheExtremeOfTheSlab() {
		for (Direction kept : Direction.values()) {
			for (Projection projection : Projection.values()) {
				for (int[][] slice : volume()) {
					assertArrayEquals(expected(slice, kept, projection),
							frame(slice).line(slab(kept, projection)).orElseThrow(), 0.01f, kept + " " + projection);
				}
			}
		}
	}

	@Test
	void whereAllIsPaddingThereIsNoValue() {
		int[][] slice = volume()[0];
		for (int[] row : slice) {
			row[4] = PADDING;
		}
		for (Projection projection : Projection.values()) {
			float[] line = frame(slice).line(new Slab(Direction.COLUMNS, 0, 1, projection)).orElseThrow();
			assertTrue(Float.isNaN(line[4]));
			assertEquals(1, IntStream.range(0, COLUMNS).filter(i -> Float.isNaN(line[i])).count());
		}
	}

	@Test
	void coloursHaveNoLine() {
		DisplayFrame colors = Made.display(Made.frame(1, 3, 8, false, Photometric.RGB, new Samples.Bytes(new byte[3])),
				new MadeAttributes());
		assertEquals(Optional.empty(), colors.line(new Slab(Direction.ROWS, 0, 1, Projection.AVERAGE)));
	}

	@Test
	void thePictureShowsEachLineInTheWindow() {
		int[][][] volume = volume();
		float[][] lines = Arrays.stream(volume).map(slice -> expected(slice, Direction.COLUMNS, Projection.MAXIMUM))
				.toArray(float[][]::new);
		ImageData picture = CutPicture.paint(lines, GREY, 3 * SLICES, 2 * COLUMNS);
		for (int x = 0; x < picture.width; x++) {
			for (int y = 0; y < picture.height; y++) {
				double part = (lines[x / 3][y / 2] + 3000) / 5000;
				int wanted = (int) Math.round(255 * Math.max(0, Math.min(1, part)));
				assertEquals(wanted, picture.getPixel(x, y) & 0xFF, LEVEL, x + ", " + y);
			}
		}
	}

	@Test
	void aSmallerPictureAverages() {
		float[][] lines = { { 0, 100, 200, 300 }, { 100, 200, 300, 400 }, { 10, 10, 30, 30 }, { 30, 30, 10, Float.NaN } };
		ImageData picture = CutPicture.paint(lines, new ColorScale(0, 255, "", GREY.colors()), 2, 2);
		assertEquals(100, picture.getPixel(0, 0) & 0xFF, "of 0, 100, 100, 200");
		assertEquals(255, picture.getPixel(0, 1) & 0xFF);
		assertEquals(20, picture.getPixel(1, 0) & 0xFF);
		assertEquals(20, picture.getPixel(1, 1) & 0xFF, "what is no number does not count");
	}

	@Test
	void whatIsNotKnownYetLooksAsItsNeighbour() {
		ColorScale scale = new ColorScale(0, 255, "", GREY.colors());
		ImageData none = CutPicture.paint(new float[5][], scale, 5, 1);
		assertEquals(0, none.getPixel(2, 0));
		float[][] lines = { null, { 50 }, null, null, null, { 200 }, { Float.NaN } };
		ImageData picture = CutPicture.paint(lines, scale, 7, 1);
		int[] row = IntStream.range(0, 7).map(x -> picture.getPixel(x, 0) & 0xFF).toArray();
		assertArrayEquals(new int[] { 50, 50, 50, 50, 200, 200, 0 }, row);
	}

	@Test
	void aLineIsResampledByTheAreaOfItsValues() {
		assertArrayEquals(new float[] { 1, 3 }, CutPicture.resampled(new float[] { 1, 1, 3, 3 }, 2));
		assertArrayEquals(new float[] { 4f / 3, 8f / 3 }, CutPicture.resampled(new float[] { 1, 2, 3 }, 2), 1e-6f);
		assertArrayEquals(new float[] { 1, 1, 2, 2 }, CutPicture.resampled(new float[] { 1, 2 }, 4));
	}

	@Test
	void theCutKeepsHeadAndFeetAndElseRightAndLeft() {
		assertSlab(Direction.COLUMNS, Anatomy.CORONAL, 1, 0, 0, 0, 1, 0);
		assertSlab(Direction.ROWS, Anatomy.CORONAL, 0, 1, 0, 0, 0, -1);
		assertSlab(Direction.ROWS, Anatomy.SAGITTAL, 1, 0, 0, 0, 0, -1);
		assertSlab(Direction.COLUMNS, Anatomy.SAGITTAL, 0, 0, -1, 1, 0, 0);
		assertSlab(Direction.ROWS, Anatomy.CORONAL, 0, 1, 0, 1, 0, 0);
		Slab other = Slab.of(slice("CT", 1, 0, 0, 0, 1, 0), Optional.of(Direction.ROWS), Optional.empty()).orElseThrow();
		assertEquals(Anatomy.SAGITTAL, other.anatomy(slice("CT", 1, 0, 0, 0, 1, 0).imagePlane().orElseThrow()));
	}

	private static void assertSlab(Direction kept, Anatomy anatomy, double... orientation) {
		Slice slice = slice("CT", orientation);
		Slab slab = Slab.of(slice, Optional.empty(), Optional.empty()).orElseThrow();
		assertEquals(kept, slab.kept());
		assertEquals(anatomy, slab.anatomy(slice.imagePlane().orElseThrow()));
	}

	/** 100 columns of 2 mm, 80 rows of 3 mm. */
	private static Slice slice(String modality, double... orientation) {
		return new MadeSlice(new MadeHeader(Path.of("s"), 1, new MadeAttributes().with(Tag.MODALITY, modality)
				.with(Tag.COLUMNS, 100).with(Tag.ROWS, 80).with(Tag.PIXEL_SPACING, 3, 2)
				.with(Tag.IMAGE_POSITION_PATIENT, 0, 0, 0).with(Tag.IMAGE_ORIENTATION_PATIENT, orientation)), 0);
	}

	@Test
	void theModalityDecidesWhatBecomesOfTheSlab() {
		List<Projection> found = new ArrayList<>();
		for (String modality : List.of("CT", "MR", "PT", "NM")) {
			found.add(Slab.of(slice(modality, 1, 0, 0, 0, 1, 0), Optional.empty(), Optional.empty()).orElseThrow().projection());
		}
		assertEquals(List.of(Projection.AVERAGE, Projection.AVERAGE, Projection.MAXIMUM, Projection.MAXIMUM), found);
		Slab average = Slab.of(slice("CT", 1, 0, 0, 0, 1, 0), Optional.empty(), Optional.empty()).orElseThrow();
		assertEquals(10.0 / 240, average.to() - average.from(), 1e-9, "10 mm");
		assertEquals(0.5, (average.to() + average.from()) / 2, 1e-9);
		Slab all = Slab.of(slice("CT", 1, 0, 0, 0, 1, 0), Optional.empty(), Optional.of(Projection.MAXIMUM)).orElseThrow();
		assertEquals(List.of(0.0, 1.0), List.of(all.from(), all.to()));
		assertEquals(Optional.empty(), Slab.of(slice("CT"), Optional.empty(), Optional.empty()), "no geometry");
	}

	@Test
	void aSlabHasAtLeastOneRow() {
		Slab thin = new Slab(Direction.ROWS, 0.5, 0.5001, Projection.AVERAGE);
		assertEquals(List.of(2, 3), List.of(thin.first(4), thin.end(4)));
		assertEquals(List.of(0, 1), List.of(thin.first(1), thin.end(1)));
		assertThrows(IllegalArgumentException.class, () -> new Slab(Direction.ROWS, 0.5, 0.5, Projection.AVERAGE));
		assertThrows(IllegalArgumentException.class, () -> new Slab(Direction.ROWS, 0, 1.1, Projection.AVERAGE));
	}
}
