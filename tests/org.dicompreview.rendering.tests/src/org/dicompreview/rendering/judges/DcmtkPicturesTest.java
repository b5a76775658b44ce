package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.VoiWindow.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares pictures of the corpus with those of DCMTK, at most one level apart. Left out, beside files that DCMTK cannot
 * show: lossy ones, whose decoders differ; those whose modality values are no whole numbers, which DCMTK rounds before
 * the window (the standard does not: PS3.3 C.11.1); windows narrower than 1 under LINEAR (C.11.2.1.2.1 forbids them);
 * functional groups and supplemental palettes (C.7.6.16, C.7.6.19), which it does not read; uncompressed YBR_FULL, where
 * its tables are two levels off the formula of C.7.6.3.1.2; and one image whose rescale attributes have VR UN, which it
 * does not read either.
 */
class DcmtkPicturesTest {

	private static final List<String> TOOLS = List.of("dcm2pnm", "dcmj2pnm", "dcml2pnm");
	private static final int ENOUGH = 100;

	@TempDir
	private Path folder;

	@Test
	void atMostOneLevelApart() throws Exception {
		assumeTrue(Tools.run("dcm2pnm", "--version"), "dcm2pnm is not installed");
		List<Executable> checks = new ArrayList<>();
		try (Judged judged = new Judged()) {
			for (Corpus.Entry entry : Corpus.images()) {
				if (!"exact".equals(entry.compare()) || entry.name().contains("CTImage.dcm_JPEG")
						|| entry.name().contains("ybr_full_uncompressed")) {
					continue;
				}
				Optional<Judged.Shown> shown = judged.show(entry).filter(DcmtkPicturesTest::comparable);
				if (shown.isPresent()) {
					Optional<int[]> other = dcmtk(entry.file(), shown.get());
					other.ifPresent(pixels -> checks.add(() -> compare(entry.name(), shown.get(), pixels)));
				}
			}
		}
		assertTrue(checks.size() > ENOUGH, () -> "only " + checks.size() + " files could be compared");
		assertAll(checks);
	}

	private static boolean comparable(Judged.Shown shown) {
		VoiWindow window = shown.window().window();
		boolean usable = window == null || window.function() != Function.LINEAR_EXACT && window.width() >= 1;
		return usable && !shown.grouped() && !shown.supplemented();
	}

	private Optional<int[]> dcmtk(Path file, Judged.Shown shown) throws IOException, InterruptedException {
		Path picture = folder.resolve("picture.pnm");
		for (String tool : TOOLS) {
			List<String> command = new ArrayList<>(List.of(tool, "-q", "+F", "1", "-S"));
			if (shown.frame().windowable() && shown.window().window() == null) {
				command.addAll(List.of("+Wl", "1"));
			} else if (shown.frame().windowable()) {
				VoiWindow window = shown.window().window();
				command.addAll(List.of("+Ww", Double.toString(window.center()), Double.toString(window.width()),
						window.function() == Function.SIGMOID ? "+Wfs" : "+Wfl"));
			}
			command.addAll(List.of(file.toString(), picture.toString()));
			if (Tools.run(command.toArray(String[]::new))) {
				return Optional.of(Tools.pnm(picture));
			}
		}
		return Optional.empty();
	}

	static void compare(String name, Judged.Shown shown, int[] other) {
		int repeat = other.length / shown.pixels().length;
		assertTrue(repeat > 0 && other.length == repeat * shown.pixels().length, () -> name + " has another size");
		int worst = 0;
		for (int i = 0; i < other.length; i++) {
			worst = Math.max(worst, Math.abs(other[i] - shown.pixels()[i / repeat]));
		}
		int apart = worst;
		assertTrue(apart <= 1, () -> name + " is " + apart + " levels apart with " + shown.window());
	}
}
