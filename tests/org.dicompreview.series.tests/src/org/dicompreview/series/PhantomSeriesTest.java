package org.dicompreview.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Tag;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to stacks: whole series that the test support makes, read by the built-in reader. */
class PhantomSeriesTest {

	private static final int SIZE = 16;

	@TempDir
	private Path folder;
	private final SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());
	private final Study study = Study.of("Phantom^Test", "T-1", 1);

	private void write(String name, List<DicomObject> images) throws IOException {
		Path below = Files.createDirectories(folder.resolve(name));
		List<Integer> numbers = new ArrayList<>();
		for (int i = 0; i < images.size(); i++) {
			numbers.add(i);
		}
		Collections.shuffle(numbers, new Random(3));
		for (int i = 0; i < images.size(); i++) {
			DicomWriter.of(i % 2 == 0 ? DicomWriter.EXPLICIT_LITTLE : DicomWriter.IMPLICIT_LITTLE)
					.write(below.resolve("f" + numbers.get(i)), images.get(i));
		}
	}

	@Test
	void aStudyOfManyKindsIsSortedOut() throws IOException {
		write("ct", Phantoms.ct(study, 1, 9, 3, SIZE));
		write("localizer", Phantoms.localizer(study, 2, SIZE));
		write("perfusion", Phantoms.perfusion(study, 3, 5, 4, SIZE));
		write("enhanced", List.of(Phantoms.enhanced(study, 4, 5, 3, SIZE)));
		write("cine", List.of(Phantoms.cine(study, 5)));
		write("palette", List.of(Phantoms.palette(study, 6, 1, SIZE), Phantoms.palette(study, 6, 2, SIZE)));
		write("segments", List.of(Phantoms.segmentation(study, 7, 3, SIZE)));
		Collected collected = Collected.scan(model, folder);
		assertTrue(collected.broken.isEmpty(), collected.broken::toString);
		Map<Integer, List<String>> stacks = new TreeMap<>();
		Map<Integer, List<String>> colors = new TreeMap<>();
		for (Series series : collected.catalog().patients().get(0).studies().get(0).series()) {
			stacks.put(series.number().getAsInt(), Stacks.describe(series.stacks()));
			colors.put(series.number().getAsInt(), Stacks.colors(series.stacks()));
			assertEquals(series.imageCount(), series.stacks().stream().mapToInt(stack -> stack.slices().size()).sum());
		}
		assertEquals(List.of("axial: position 9"), stacks.get(1));
		assertEquals(List.of("axial: position 1", "coronal: position 1", "sagittal: position 1"), stacks.get(2));
		assertEquals(List.of("axial: position 5 × time 4"), stacks.get(3));
		assertEquals(List.of("axial: position 5 × time 3"), stacks.get(4));
		assertEquals(1, stacks.get(5).size());
		assertTrue(stacks.get(5).get(0).contains(": time "), stacks.get(5)::toString);
		assertEquals(List.of("16×16: image 2"), stacks.get(6));
		assertEquals(List.of("segment BONE: position 3", "segment LESION: position 3"), stacks.get(7));
		assertEquals(List.of("#E6C878", "#FF0000"), colors.get(7));
		assertEquals(List.of(""), colors.get(1));
	}

	@Test
	void shuffledFramesOfAnEnhancedFileAreInOrder() throws IOException {
		write("enhanced", List.of(Phantoms.enhanced(study, 4, 4, 3, SIZE)));
		Series series = Collected.scan(model, folder).catalog().patients().get(0).studies().get(0).series().get(0);
		SliceStack stack = series.stacks().get(0);
		double[] expected = { -16, -16, -16, -8, -8, -8, 0, 0, 0, 8, 8, 8 };
		assertArrayEquals(expected, Stacks.offsets(stack), 1e-6);
		for (Slice slice : stack.slices()) {
			double[] indices = slice.instance().frame(slice.frame())
					.numbers(Tag.DIMENSION_INDEX_VALUES);
			assertEquals(indices[1], slice.position() + 1);
			assertEquals(indices[2], slice.coordinate(0) + 1);
		}
	}
}
