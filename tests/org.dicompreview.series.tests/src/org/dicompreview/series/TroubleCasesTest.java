package org.dicompreview.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.Test;

/** The cases beside the corpus that are about order and grouping; skipped where they are missing. */
class TroubleCasesTest {

	private static Catalog scan(String name) throws IOException {
		Path folder = Corpus.folder().resolveSibling("trouble-cases").resolve(name);
		assumeTrue(Files.isDirectory(folder), "no trouble cases beside the corpus");
		return Collected.scan(SeriesModel.standalone(DicomReaders.standalone()), folder).catalog();
	}

	private static List<Series> series(Catalog catalog) {
		return catalog.patients().stream().flatMap(patient -> patient.studies().stream())
				.flatMap(study -> study.series().stream()).toList();
	}

	@Test
	void placeBySliceLocationOnly() throws IOException {
		SliceStack stack = series(scan("place-by-slice-location-only")).get(0).stacks().get(0);
		String expected = Corpus.table(Corpus.folder().resolveSibling("trouble-cases/place-by-slice-location-only/order.tsv"))
				.stream().map(row -> row.get("file")).collect(Collectors.joining(" "));
		assertEquals(expected, Stacks.files(stack));
	}

	@Test
	void segmentsOfASlide() throws IOException {
		List<SliceStack> stacks = series(scan("segments-of-a-slide")).get(0).stacks();
		assertEquals(List.of("segment cells 1: tile 2", "segment cells 2: tile 2", "segment cells 3: tile 3"),
				Stacks.describe(stacks));
		assertEquals(List.of("[0, 5]", "[1, 3]", "[2, 4, 6]"), stacks.stream()
				.map(stack -> stack.slices().stream().map(Slice::frame).sorted().toList().toString()).toList());
	}

	@Test
	void twoPatientsWithTheSameUids() throws IOException {
		assertEquals(List.of("HUNT-A: A0.dcm A1.dcm", "HUNT-B: B0.dcm B1.dcm"),
				series(scan("two-patients-with-the-same-uids")).stream()
						.map(series -> series.study().patient().id() + ": " + Stacks.files(series.stacks().get(0))).toList());
	}

	@Test
	void diffusionDirectionsThatRoundToTheSame() throws IOException {
		List<SliceStack> stacks = series(scan("diffusion-directions-that-round-to-the-same")).get(0).stacks();
		assertEquals(List.of("axial: position 3 × diffusion 5"), Stacks.describe(stacks));
		for (Slice slice : stacks.get(0).slices()) {
			assertEquals("v" + slice.coordinate(0) + 'z' + slice.position() + ".dcm",
					Locations.path(slice.instance()).getFileName().toString());
		}
	}
}
