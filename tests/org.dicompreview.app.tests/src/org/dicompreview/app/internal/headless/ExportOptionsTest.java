package org.dicompreview.app.internal.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.VoiWindow;
import org.junit.jupiter.api.Test;

class ExportOptionsTest {

	@Test
	void everythingHasADefault() throws UsageException {
		ExportOptions options = parse("in --to out");
		assertEquals(List.of("in"), options.folders());
		assertEquals(Path.of("out"), options.to());
		assertEquals(Optional.empty(), options.series());
		assertEquals(0, options.stack());
		assertTrue(options.slices().contains(1) && options.slices().contains(1_000_000));
		assertFalse(options.raw());
		assertTrue(options.overlays());
		assertEquals(0, options.width());
	}

	@Test
	void everyOptionIsTaken() throws UsageException {
		ExportOptions options = parse("--series 1.2.3 --stack 2 --slices 1-3,7 --format raw --window -600/1500 "
				+ "--overlays off --size 320x200 --to out in");
		assertEquals(Optional.of("1.2.3"), options.series());
		assertEquals(2, options.stack());
		assertTrue(options.slices().contains(3) && options.slices().contains(7));
		assertFalse(options.slices().contains(4));
		assertTrue(options.raw());
		assertEquals(Optional.of(VoiWindow.linear(-600, 1500)), options.window());
		assertFalse(options.overlays());
		assertEquals(320, options.width());
		assertEquals(200, options.height());
		assertEquals(Optional.of("lung"), parse("in --to out --preset lung").preset());
	}

	@Test
	void whatIsWrongIsRefused() {
		for (String wrong : List.of("", "in", "--to out", "in --to", "in --to out --nonsense", "in --to out --stack 0",
				"in --to out --stack two", "in --to out --slices 0", "in --to out --slices 3-1", "in --to out --slices 1,",
				"in --to out --slices 99999999999", "in --to out --format gif", "in --to out --window 40",
				"in --to out --window 40/0", "in --to out --window a/b", "in --to out --window 1/2 --preset lung",
				"in --to out --overlays maybe", "in --to out --size 100", "in --to out --size 0x10",
				"in --to out --size 99999x99999")) {
			UsageException refused = assertThrows(UsageException.class, () -> parse(wrong), wrong);
			assertFalse(refused.getMessage().isBlank());
		}
	}

	private static ExportOptions parse(String line) throws UsageException {
		return ExportOptions.parse(line.isEmpty() ? new String[0] : line.split(" "));
	}
}
