package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each thing that rendering must do, on an image that the test makes, from the file to the picture, against what the
 * formulas of the standard say. Needs neither corpus nor other programs.
 */
class FixturesTest {

	@TempDir
	private Path folder;

	static List<Fixture> fixtures() {
		return Fixtures.all();
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void isShownAsTheStandardSays(Fixture fixture) throws Exception {
		try (Judged judged = new Judged()) {
			Judged.Shown shown = judged.show(fixture, folder);
			assertEquals(Optional.empty(), shown.reason());
			assertEquals(fixture.expected().length, shown.pixels().length, "number of values");
			for (int i = 0; i < shown.pixels().length; i++) {
				int index = i;
				assertEquals(fixture.expected()[i], shown.pixels()[i], 1, () -> "value " + index);
			}
		}
	}
}
