package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.VoiWindow.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares pictures of the whole corpus and of our own images with those of DCMTK: at most one level apart. Where we
 * differ on purpose {@link #difference} and the images name the section of the standard.
 */
class DcmtkPicturesTest {

	private static final int ENOUGH = 650;

	@TempDir
	private Path folder;

	@BeforeEach
	void needsDcmtk() throws InterruptedException {
		assumeTrue(Tools.run("dcm2pnm", "--version"), "no judge: dcm2pnm of DCMTK is not installed");
	}

	static List<Fixture> fixtures() {
		return Fixtures.all();
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void ownImages(Fixture fixture) throws Exception {
		try (Judged judged = new Judged()) {
			Judged.Shown shown = judged.show(fixture, folder);
			double apart = dcmtk(shown).map(other -> Comparison.apart(shown, other)).orElse(Double.NaN);
			if (fixture.dcmtk().isEmpty()) {
				assertEquals(0, apart, 1);
			} else {
				assertTrue(!(apart <= 1), () -> "it agrees, so this is no reason: " + fixture.dcmtk());
			}
		}
	}

	@Test
	void corpus(TestReporter reporter) throws Exception {
		Comparison comparison = new Comparison();
		try (Judged judged = new Judged()) {
			for (Corpus.Entry entry : Corpus.images()) {
				Optional<Judged.Shown> shown = judged.show(entry.file());
				String difference = shown.map(each -> difference(entry.name(), each)).orElse("we cannot show it");
				Optional<int[]> other = difference.isEmpty() ? dcmtk(shown.get()) : Optional.empty();
				if (other.isPresent()) {
					compare(entry, shown.get(), other.get(), comparison);
				} else {
					comparison.leaveOut(entry.name(), difference.isEmpty() ? "DCMTK cannot show it" : difference);
				}
			}
		}
		comparison.verify(ENOUGH, reporter);
	}

	private static void compare(Corpus.Entry entry, Judged.Shown shown, int[] other, Comparison comparison) {
		if (entry.lossy() && !shown.frame().windowable()) {
			comparison.add(entry.name(), Comparison.meansApart(shown, other), 0.5);
		} else {
			comparison.add(entry.name(), shown, other, entry.lossy() ? Tools.lossy(shown) : 1);
		}
	}

	/** {@return why DCMTK shows something else, empty text if it does not} */
	private static String difference(String name, Judged.Shown shown) {
		if (name.endsWith("palette-lut-short.dcm")) {
			return "PS3.3 C.7.6.3.1.6: the palette ends early; its last colour stands for what is missing";
		}
		if (name.contains("CTImage.dcm_JPEGLSLossy")) {
			return "PS3.5 6.2.2: the rescale attributes have VR UN, which it does not read";
		}
		VoiWindow window = shown.window().window();
		double slope = shown.header().number(Tag.RESCALE_SLOPE).orElse(1);
		if (window != null && slope != Math.rint(slope) && window.width() < 255) {
			return "PS3.3 C.11.1: modality values with fractions, which it rounds before the window";
		}
		if (shown.header().contains(Tag.DOSE_GRID_SCALING)) {
			return "PS3.3 C.8.8.3: it does not scale dose";
		}
		if (window != null && window.width() < 1) {
			return "PS3.3 C.11.2.1.2.1: a width below 1 is not allowed";
		}
		if (shown.grouped()) {
			return "PS3.3 C.7.6.16: it does not read functional groups";
		}
		if (shown.supplemented()) {
			return "PS3.3 C.7.6.19: it does not read supplemental palettes";
		}
		boolean raw = !shown.header().transferSyntax().encapsulated();
		if (raw && shown.frame().frame().photometric() == Photometric.YBR_FULL) {
			return "PS3.3 C.7.6.3.1.2: its tables for YBR_FULL are two levels off the formula";
		}
		return shown.header().contains(Tag.ICC_PROFILE) ? "PS3.3 C.11.15: it does not apply ICC profiles" : "";
	}

	private Optional<int[]> dcmtk(Judged.Shown shown) throws IOException, InterruptedException {
		Path picture = folder.resolve("picture.pnm");
		String syntax = shown.header().transferSyntax().uid();
		String tool = syntax.startsWith("1.2.840.10008.1.2.4.8") ? "dcml2pnm"
				: syntax.startsWith("1.2.840.10008.1.2.4") ? "dcmj2pnm" : "dcm2pnm";
		List<String> command = new ArrayList<>(
				List.of(tool, "-q", "+F", Integer.toString(shown.index() + 1), "-S", "-a"));
		VoiWindow window = shown.window().window();
		if (shown.frame().windowable() && window == null) {
			command.addAll(List.of("+Wl", "1"));
		} else if (shown.frame().windowable()) {
			double wider = window.function() == Function.LINEAR_EXACT ? 1 : 0; // as C.11.2.1.3.2 says of LINEAR
			command.addAll(List.of("+Ww", Double.toString(window.center() + wider / 2),
					Double.toString(window.width() + wider), window.function() == Function.SIGMOID ? "+Wfs" : "+Wfl"));
		}
		command.addAll(List.of(shown.file().toString(), picture.toString()));
		return Tools.run(command.toArray(String[]::new)) ? Optional.of(Tools.pnm(picture)) : Optional.empty();
	}
}
