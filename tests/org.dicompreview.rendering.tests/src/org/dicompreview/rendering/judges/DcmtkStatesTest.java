package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets DCMTK make presentation states of images of the corpus and compares what both show with them, at most one level
 * apart. Left out: what DCMTK cannot show, fractional rescale slopes (it rounds modality values, PS3.3 C.11.1 does not),
 * images with padding, which we keep black (C.7.5.1.1.2), and overlays, which dcmp2pgm does not draw.
 */
class DcmtkStatesTest {

	private static final int ENOUGH = 20;

	@TempDir
	private Path folder;

	@Test
	void atMostOneLevelApart() throws Exception {
		assumeTrue(Tools.run("dcmpsmk", "--version"), "dcmpsmk is not installed");
		List<Executable> checks = new ArrayList<>();
		try (Judged judged = new Judged()) {
			for (Corpus.Entry entry : Corpus.images()) {
				Judged.Shown image = "exact".equals(entry.compare()) ? judged.show(entry).orElse(null) : null;
				Path state = folder.resolve("state.dcm");
				Path picture = folder.resolve("picture.pgm");
				if (image != null && image.plain() && !image.marked()
						&& Tools.run("dcmpsmk", entry.file().toString(), state.toString())
						&& Tools.run("dcmp2pgm", "-p", state.toString(), entry.file().toString(), picture.toString())) {
					int[] other = Tools.pnm(picture);
					Judged.Shown shown = judged.show(image, state);
					checks.add(() -> DcmtkPicturesTest.compare(entry.name(), shown, other));
				}
			}
		}
		assertTrue(checks.size() > ENOUGH, () -> "only " + checks.size() + " files could be compared");
		assertAll(checks);
	}
}
