package org.dicompreview.dicomweb.internal.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was fetched is kept within bounds. */
final class DiskCacheTest {

	@TempDir
	Path folder;

	private DiskCache cache(long budget) {
		return new DiskCache(folder.resolve("cache"), budget, false);
	}

	private long files() throws IOException {
		try (Stream<Path> list = Files.list(folder.resolve("cache"))) {
			return list.count();
		}
	}

	@Test
	void keepsBytesOverRestarts() throws IOException {
		try (DiskCache cache = cache(1000)) {
			cache.put("a", new byte[] { 1, 2 });
			assertArrayEquals(new byte[] { 1, 2 }, cache.get("a").orElseThrow());
			assertEquals(Optional.empty(), cache.get("b"));
		}
		try (DiskCache cache = cache(1000)) {
			assertArrayEquals(new byte[] { 1, 2 }, cache.get("a").orElseThrow());
			assertEquals(2, cache.size());
		}
	}

	@Test
	void letsGoOfWhatWasUsedLongestAgo() throws IOException {
		try (DiskCache cache = cache(250)) {
			cache.put("a", new byte[100]);
			cache.put("b", new byte[100]);
			cache.get("a");
			cache.put("c", new byte[100]);
			assertTrue(cache.get("a").isPresent());
			assertFalse(cache.get("b").isPresent());
			assertTrue(cache.get("c").isPresent());
			assertEquals(2, files());
			assertEquals(200, cache.size());
			cache.put("a", new byte[50]);
			assertEquals(150, cache.size());
		}
	}

	@Test
	void sweepsWhatWasNotFinished() throws IOException {
		try (DiskCache cache = cache(1000)) {
			Files.write(cache.begin(), new byte[10]);
			assertEquals(1, files());
		}
		try (DiskCache cache = cache(1000)) {
			assertFalse(cache.get("a").isPresent());
			assertEquals(0, files());
		}
	}

	@Test
	void knowsWhenSomebodyHasDeletedIt() throws IOException {
		try (DiskCache cache = cache(1000)) {
			cache.put("a", new byte[10]);
			Files.delete(cache.file("a").orElseThrow());
			assertFalse(cache.get("a").isPresent());
			assertEquals(0, cache.size());
		}
	}

	@Test
	void goesWithItsFolderIfItIsTemporary() throws IOException {
		DiskCache cache = new DiskCache(folder.resolve("cache"), 1000, true);
		cache.put("a", new byte[10]);
		cache.close();
		assertFalse(Files.exists(folder.resolve("cache")));
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void isForItsOwnerOnly() throws IOException {
		try (DiskCache cache = cache(1000)) {
			cache.put("a", new byte[10]);
			assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cache"))));
		}
	}
}
