package org.dicompreview.ui.internal.thumbnails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.internal.folders.MadeHeader;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailIndexTest {

	private static final int SIDE = 40;

	@TempDir
	Path folder;
	private List<Slice> slices;

	@BeforeEach
	void fill() {
		Catalog catalog = PlatformUI.getWorkbench().getService(SeriesModel.class).newCatalog();
		Path root = folder.resolve("images"); //$NON-NLS-1$
		catalog.add(root, Stream.of("a", "b", "c", "d").<InstanceHeader>map(name -> MadeHeader.image(root.resolve(name), "P", "St", "Se")) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
				.toList());
		slices = catalog.series().get(0).stacks().stream().flatMap(stack -> stack.slices().stream()).toList();
		assertEquals(4, slices.size());
	}

	private ThumbnailIndex index(long limit) {
		return new ThumbnailIndex(() -> folder.resolve("kept"), limit); //$NON-NLS-1$
	}

	/** Noise, so that it takes its room. */
	private static ImageData picture(int seed) {
		ImageData data = new ImageData(SIDE, SIDE, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		int value = seed;
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				value = value * 1103515245 + 12345;
				data.setPixel(x, y, value >>> 8);
			}
		}
		return data;
	}

	private static void assertPicture(ImageData expected, ImageData found) {
		int[] one = new int[SIDE * SIDE];
		int[] other = new int[SIDE * SIDE];
		expected.getPixels(0, 0, one.length, one, 0);
		found.getPixels(0, 0, other.length, other, 0);
		assertEquals(Arrays.toString(one), Arrays.toString(other));
	}

	@Test
	void whatIsRememberedIsThereAtTheNextStart() {
		index(1 << 20).remember(slices.get(0), SIDE, picture(1));
		ThumbnailIndex next = index(1 << 20);
		assertPicture(picture(1), next.recall(slices.get(0), SIDE).orElseThrow());
		assertTrue(next.recall(slices.get(1), SIDE).isEmpty(), "another slice"); //$NON-NLS-1$
		assertTrue(next.recall(slices.get(0), SIDE + 1).isEmpty(), "another size"); //$NON-NLS-1$
		assertTrue(next.size() > SIDE * SIDE, "room on disk"); //$NON-NLS-1$
		next.clear();
		assertEquals(0, next.size());
		assertTrue(next.recall(slices.get(0), SIDE).isEmpty());
	}

	@Test
	void theRoomIsBounded() throws IOException {
		long limit = 3 * 3 * SIDE * SIDE;
		ThumbnailIndex index = index(limit);
		for (int i = 0; i < slices.size(); i++) {
			index.remember(slices.get(i), SIDE, picture(i));
		}
		long left;
		try (Stream<Path> files = Files.list(folder.resolve("kept"))) { //$NON-NLS-1$
			left = files.map(Path::toFile).mapToLong(java.io.File::length).sum();
		}
		assertTrue(left <= limit && left > 0, () -> "bytes: " + left); //$NON-NLS-1$
		assertEquals(left, index.size());
		assertTrue(slices.stream().filter(slice -> index.recall(slice, SIDE).isPresent()).count() < slices.size());
	}

	@Test
	void whatIsDamagedIsNotKept() throws IOException {
		index(1 << 20).remember(slices.get(0), SIDE, picture(1));
		try (Stream<Path> files = Files.list(folder.resolve("kept"))) { //$NON-NLS-1$
			for (Path file : files.toList()) {
				Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
			}
		}
		assertTrue(index(1 << 20).recall(slices.get(0), SIDE).isEmpty());
	}

	@Test
	void withoutAPlaceNothingIsKept() {
		ThumbnailIndex index = new ThumbnailIndex(() -> {
			throw new IOException("no place"); //$NON-NLS-1$
		}, 1 << 20);
		index.remember(slices.get(0), SIDE, picture(1));
		assertTrue(index.recall(slices.get(0), SIDE).isEmpty());
		assertEquals(0, index.size());
	}
}
