package org.dicompreview.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderSeriesTest {

	private static final Study STUDY = Study.of("Doe^Jane", "1", 1);
	private static final int SLICES = 5;
	private static final int SIZE = 48;
	/** The most that a file may have so that somebody reads it. */
	private static final int LINES = 30;

	@Test
	void eachImageOfTheSeriesBecomesAFile(@TempDir Path folder) throws IOException {
		Path source = Files.createDirectory(folder.resolve("source"));
		write(source, "wanted", Phantoms.ct(STUDY, 1, SLICES, 5, SIZE));
		write(source, "other", Phantoms.ct(STUDY, 2, 2, 5, SIZE));
		Path target = folder.resolve("pictures");
		RenderSeries.main(new String[] { source.toString(), STUDY.seriesUid(1), target.toString() });
		List<Path> pictures = files(target);
		assertEquals(SLICES, pictures.size());
		for (Path picture : pictures) {
			assertTrue(picture.toString().endsWith(".1.png"), picture::toString);
			BufferedImage image = ImageIO.read(picture.toFile());
			assertEquals(List.of(SIZE, SIZE), List.of(image.getWidth(), image.getHeight()));
			assertTrue(IntStream.range(0, SIZE * SIZE).map(i -> image.getRaster().getSample(i % SIZE, i / SIZE, 0)).distinct()
					.count() > 2, "it is not empty");
		}
		assertThrows(NoSuchElementException.class,
				() -> RenderSeries.main(new String[] { source.toString(), "1.2.3", target.toString() }));
	}

	private static void write(Path folder, String name, List<DicomObject> images) throws IOException {
		for (int i = 0; i < images.size(); i++) {
			DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(folder.resolve(name + i), images.get(i));
		}
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	@Test
	void theProgramIsShortAndNamesExportedPackagesOnly() throws IOException {
		List<String> lines = Files.readAllLines(Path.of("src/main/java/org/dicompreview/examples/RenderSeries.java"));
		assertTrue(lines.size() <= LINES, () -> lines.size() + " lines");
		assertTrue(lines.stream().noneMatch(line -> line.contains(".internal") || line.contains("osgi")));
	}
}
