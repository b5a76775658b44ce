package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.dicompreview.codec.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Small files that were made after public bug reports of viewers, each with the picture that it has to show. They lie
 * beside the corpus: {@code trouble-cases/FOLDER/X.dcm} and {@code X.frameN.expected.png}.
 */
class TroubleCasesTest {

	private static final Pattern EXPECTED = Pattern.compile("(.+)\\.frame(\\d+)\\.expected\\.png");
	private static final Set<String> LOSSY_SYNTAXES = Set.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
			"1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.4.203");
	/** Levels that a picture may be off. */
	private static final int EXACT = 1;
	private static final int LOSSY = 3;
	/** Squared distance of two colours that can be told apart by eye. */
	private static final int APART = 48 * 48;
	/** No channel of a background is above this. */
	private static final int DARK = 48;

	private static Path folder;

	@BeforeAll
	static void cases() {
		String corpus = System.getProperty("dicompreview.corpus", "");
		folder = Path.of(corpus).resolveSibling("trouble-cases");
		assumeTrue(!corpus.isEmpty() && Files.isDirectory(folder),
				() -> "no trouble cases: there is no folder " + folder.toAbsolutePath());
	}

	private static List<Path> files(String suffix) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
		}
	}

	@Test
	void picturesAreTheExpectedOnes() throws IOException {
		List<Executable> checks = new ArrayList<>();
		try (Judged judged = new Judged()) {
			for (Path picture : files(".expected.png")) {
				checks.add(() -> compare(judged, picture));
			}
			assertTrue(!checks.isEmpty(), "no expected pictures in " + folder);
			assertAll(checks);
		}
	}

	private static void compare(Judged judged, Path picture) throws IOException {
		String name = folder.relativize(picture).toString();
		Matcher parts = EXPECTED.matcher(picture.getFileName().toString());
		assertTrue(parts.matches(), name);
		Optional<Judged.Shown> shown = judged.show(picture.resolveSibling(parts.group(1) + ".dcm"),
				Integer.parseInt(parts.group(2)) - 1);
		assertTrue(shown.isPresent(), () -> name + " cannot be shown");
		assertEquals(Optional.empty(), shown.get().reason(), name);
		BufferedImage expected = ImageIO.read(picture.toFile());
		int[] pixels = shown.get().pixels();
		int channels = pixels.length / (expected.getWidth() * expected.getHeight());
		int tolerance = LOSSY_SYNTAXES.contains(shown.get().header().transferSyntax().uid()) ? LOSSY : EXACT;
		for (int i = 0; i < pixels.length; i++) {
			int pixel = i / channels;
			int[] samples = expected.getRaster().getPixel(pixel % expected.getWidth(), pixel / expected.getWidth(),
					(int[]) null);
			int index = i;
			assertEquals(samples[samples.length < 3 ? 0 : i % channels], pixels[i], tolerance,
					() -> name + ", value " + index);
		}
	}

	/** PS3.3 C.8.20.2: whoever looks at a label map sees where each label is. */
	@Test
	void labelsCanBeToldApart() throws IOException {
		List<Path> maps = files("labelmap.dcm");
		assumeTrue(!maps.isEmpty(), "no label maps among the trouble cases");
		try (Judged judged = new Judged()) {
			for (Path file : maps) {
				Judged.Shown shown = judged.show(file, 0).orElseThrow();
				List<int[]> colors = new ArrayList<>();
				byte[] labels = ((Samples.Bytes) shown.frame().frame().samples()).values();
				assertEquals(3 * labels.length, shown.pixels().length, "colours");
				for (int i = 0; i < labels.length; i++) {
					int[] color = { shown.pixels()[3 * i], shown.pixels()[3 * i + 1], shown.pixels()[3 * i + 2] };
					while (colors.size() <= labels[i]) {
						colors.add(null);
					}
					colors.set(labels[i], color);
				}
				compare(colors.stream().filter(color -> color != null).toList());
				assertTrue(colors.get(0)[0] <= DARK && colors.get(0)[1] <= DARK && colors.get(0)[2] <= DARK);
			}
		}
	}

	private static void compare(List<int[]> colors) {
		for (int a = 0; a < colors.size(); a++) {
			for (int b = 0; b < a; b++) {
				int sum = 0;
				for (int c = 0; c < 3; c++) {
					int apart = colors.get(a)[c] - colors.get(b)[c];
					sum += apart * apart;
				}
				assertTrue(sum > APART, "labels " + a + " and " + b);
			}
		}
	}
}
