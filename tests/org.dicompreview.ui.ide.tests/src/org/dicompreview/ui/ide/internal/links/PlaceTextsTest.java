package org.dicompreview.ui.ide.internal.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What leads to DICOM files in lines of text. */
class PlaceTextsTest {

	private static List<String> places(String line) {
		return PlaceTexts.in(line).stream().map(place -> place.kind() + " " + place.text()).toList();
	}

	@Test
	void pathsStandAloneInQuotesAndInPunctuation() {
		assertEquals(List.of("PATH /data/ct/IM0001.dcm"), places("Reading /data/ct/IM0001.dcm (64 of 64)"));
		assertEquals(List.of("PATH C:\\data\\a.DCM", "PATH b/DICOMDIR"), places("C:\\data\\a.DCM, b/DICOMDIR: done"));
		assertEquals(List.of("PATH /my data/a b.ima"), places("cannot open '/my data/a b.ima': denied"));
		assertEquals(List.of("PATH slice.dicom"), places("file=slice.dicom;"));
		assertEquals(List.of(), places("a.dcmx, DICOMDIRS, xDICOMDIR2, .dc"));
	}

	@Test
	void uidsAreNotVersionsAndLinksAreWhole() {
		String uid = "1.2.840.113619.2.55.3";
		assertEquals(List.of("UID " + uid), places("series " + uid + "."));
		assertEquals(List.of(), places("version 1.2.3 of 10.1.2.3, 1.2.03.4.5.6"));
		assertEquals(List.of("LINK dicompreview:slice?series=1.2&path=%2Fa.dcm"),
				places("see <dicompreview:slice?series=1.2&path=%2Fa.dcm>."));
		assertEquals(9, PlaceTexts.in("x series " + uid).get(0).offset());
	}

	@Test
	void hostileLinesTakeNoTime() {
		for (String line : List.of("a".repeat(1_000_000), "/.dcm".repeat(100_000), "1.2.".repeat(100_000), "\"a".repeat(100_000),
				"dicompreview:".repeat(50_000), ".dc".repeat(100_000))) {
			assertTimeoutPreemptively(Duration.ofSeconds(10), () -> PlaceTexts.in(line));
		}
	}
}
