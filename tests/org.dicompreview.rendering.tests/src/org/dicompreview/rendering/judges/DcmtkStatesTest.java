package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Tag;
import org.dicompreview.testsupport.DicomWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lets DCMTK make presentation states of images of the corpus (two of each series), takes states that the tests make,
 * and compares what both show with them: at most one level apart. Padding does not count, which we keep black (PS3.3
 * C.7.5.1.1.2).
 */
class DcmtkStatesTest {

	private static final int ENOUGH = 90;

	@TempDir
	private Path folder;

	@BeforeEach
	void needsDcmtk() throws InterruptedException {
		assumeTrue(Tools.run("dcmpsmk", "--version") && Tools.run("dcmp2pgm", "--version"),
				"no judge: dcmpsmk and dcmp2pgm of DCMTK are not installed");
	}

	static List<StateFixtures.State> states() {
		return StateFixtures.all();
	}

	@ParameterizedTest
	@MethodSource("states")
	void ownStates(StateFixtures.State own) throws Exception {
		Path image = folder.resolve("image.dcm");
		Path state = folder.resolve("state.dcm");
		Path picture = folder.resolve("picture.pgm");
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(image, StateFixtures.image());
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(state, own.object());
		assertTrue(Tools.run("dcmp2pgm", "-p", state.toString(), image.toString(), picture.toString()));
		try (Judged judged = new Judged()) {
			Judged.Shown shown = judged.show(judged.show(image).orElseThrow(), state);
			assertEquals(0, Comparison.apart(shown, Tools.pnm(picture)), 1);
		}
	}

	@Test
	void corpus(TestReporter reporter) throws Exception {
		Comparison comparison = new Comparison();
		try (Judged judged = new Judged()) {
			for (Corpus.Entry entry : Corpus.fewOfEachSeries()) {
				Optional<Judged.Shown> image = judged.show(entry.file());
				String why = image.map(DcmtkStatesTest::difference).orElse("we cannot show it");
				if (why.isEmpty() && !entry.lossy()) {
					compare(entry, image.get(), judged, comparison);
				} else {
					comparison.leaveOut(entry.name(), why.isEmpty() ? "decoders may differ" : why);
				}
			}
		}
		comparison.verify(ENOUGH, reporter);
	}

	private void compare(Corpus.Entry entry, Judged.Shown image, Judged judged, Comparison comparison)
			throws Exception {
		Path state = folder.resolve("state.dcm");
		Path picture = folder.resolve("picture.pgm");
		if (Tools.run("dcmpsmk", entry.file().toString(), state.toString())
				&& Tools.run("dcmp2pgm", "-p", state.toString(), entry.file().toString(), picture.toString())) {
			comparison.add(entry.name(), judged.show(image, state), Tools.pnm(picture), 1);
		} else {
			comparison.leaveOut(entry.name(), "DCMTK cannot show it");
		}
	}

	/** {@return why DCMTK shows something else, empty text if it does not} */
	private static String difference(Judged.Shown image) {
		double slope = image.header().number(Tag.RESCALE_SLOPE).orElse(1);
		if (!image.frame().windowable() || image.supplemented()) {
			return "PS3.3 A.33.1: the state is for grey images";
		}
		if (image.grouped()) {
			return "PS3.3 C.7.6.16: it does not read functional groups";
		}
		if (slope != Math.rint(slope)) {
			return "PS3.3 C.11.1: modality values with fractions, which it rounds before the window";
		}
		return image.marked() ? "PS3.3 C.11.7: its command does not draw overlays" : "";
	}
}
