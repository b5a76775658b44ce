package org.dicompreview.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real series against the order that was computed for them independently. */
class CorpusOrderTest {

	private static final double TIE = 0.001;

	private record Expected(int rank, double offset) {
	}

	@TestFactory
	Stream<DynamicTest> seriesRunInTheExpectedOrder() throws IOException {
		Path corpus = Corpus.folder();
		return Corpus.table(corpus.resolve("series.tsv")).stream()
				.map(row -> DynamicTest.dynamicTest(row.get("folder"), () -> check(corpus, row)));
	}

	private static void check(Path corpus, Map<String, String> row) throws IOException {
		Map<String, Expected> expected = new HashMap<>();
		for (Map<String, String> image : Corpus.table(corpus.resolve(row.get("order_file")))) {
			expected.put(image.get("file") + '#' + image.get("frame"), new Expected(Integer.parseInt(image.get("rank")),
					Double.parseDouble(image.get("offset_mm"))));
		}
		Collected found = Collected.scan(SeriesModel.standalone(DicomReaders.standalone()), corpus.resolve(row.get("folder")));
		Series series = found.catalog().series(row.get("series_uid")).orElseThrow();
		Set<String> seen = new HashSet<>();
		for (SliceStack stack : series.stacks()) {
			double offset = Double.NEGATIVE_INFINITY;
			int rank = -1;
			for (Slice slice : stack.slices()) {
				String image = Locations.path(slice.instance()).getFileName() + "#" + (slice.frame() + 1);
				assertTrue(seen.add(image), image);
				Expected place = expected.get(image);
				assertEquals(place.offset(), slice.offset().orElseThrow(), TIE, image);
				assertTrue(slice.offset().getAsDouble() > offset - TIE, image);
				if (slice.offset().getAsDouble() < offset + TIE) {
					assertTrue(place.rank() > rank, () -> image + " is out of order among those at its position");
				}
				offset = slice.offset().getAsDouble();
				rank = place.rank();
			}
		}
		assertEquals(expected.keySet(), seen);
	}
}
