package org.dicompreview.series.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.content.DicomContent;
import org.dicompreview.series.SeriesModel;
import org.junit.jupiter.api.Test;

/** Of sound files of many makers, only what was looked at and is against the standard: no rule may drown them in faults. */
class CorpusValidationTest {

	private static final Set<String> FOLDERS = Set.of("series", "modality", "multiframe", "photometric", "transfer-syntax",
			"charset", "non-image", "bits-and-luts");

	/** Rules, with the attributes that break them. */
	private static final List<String> LOOKED_AT = List.of(
			"DUPLICATE_INSTANCES (0000,0000)",
			"GRID_HAS_GAPS (0000,0000)",
			"LENGTH_ODD (7FE0,0010)",
			"MISSING_POSITIONS (0000,0000)",
			"MULTIPLICITY_INVALID (0008,0008) (0028,0030)",
			"NO_PIXEL_DATA (7FE0,0010)",
			"OTHER_ENCODING (0002,0010)",
			"PIXEL_SPACING_INVALID (0028,0030)",
			"REPEATED_POSITIONS (0000,0000)",
			"REQUIRED_EMPTY (0008,0008) (0008,0018) (0008,0064) (0018,1000) (0020,000D) (0020,000E)",
			"REQUIRED_MISSING (0008,0018) (0008,0021) (0008,0023) (0008,0033) (0008,0060) (0008,0064) (0008,0070) (0018,0020) (0020,0052)",
			"SHARED_STUDY (0000,0000)",
			"VALUE_INVALID (0008,0008) (0008,1155) (0010,1010) (0018,0020) (0020,000D) (0020,000E)",
			"VALUE_TOO_LONG (0002,0003) (0008,0018) (0018,0050) (0020,0013) (0020,0032) (0028,1053)",
			"VR_INVALID (0018,1200) (0028,0303) (0040,0253)",
			"WINDOW_WIDTH_NOT_POSITIVE (0028,1051)");

	@Test
	void soundFilesHaveNoOtherFaultsThanThoseLookedAt() throws IOException {
		String name = System.getProperty("dicompreview.corpus", "");
		assumeTrue(!name.isEmpty() && Files.isDirectory(Path.of(name)), "no corpus: set -Ddicompreview.corpus");
		DicomReaders readers = DicomReaders.standalone();
		FolderValidation validation = new FolderValidation(readers, SeriesModel.standalone(readers), syntax -> Optional.empty(),
				Path.of(name));
		Map<String, Set<String>> tags = new TreeMap<>();
		for (Path file : files(Path.of(name))) {
			validation.validate(FileLocation.of(file)).forEach(fault -> add(fault, tags));
		}
		validation.series().values().forEach(faults -> faults.forEach(fault -> add(fault, tags)));
		assertEquals(LOOKED_AT, tags.entrySet().stream().map(rule -> rule.getKey() + ' ' + String.join(" ", rule.getValue())).toList());
	}

	private static void add(Fault fault, Map<String, Set<String>> tags) {
		tags.computeIfAbsent(fault.rule(), rule -> new TreeSet<>()).add(Tag.format(fault.problem().tag()));
	}

	private static List<Path> files(Path corpus) throws IOException {
		try (Stream<Path> all = Files.walk(corpus)) {
			return all.filter(Files::isRegularFile)
					.filter(file -> FOLDERS.contains(corpus.relativize(file).getName(0).toString())).filter(file -> isDicom(file))
					.sorted().toList();
		}
	}

	private static boolean isDicom(Path file) {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 512)) {
			return DicomContent.isDicom(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
