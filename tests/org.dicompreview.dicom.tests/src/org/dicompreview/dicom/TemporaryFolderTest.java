package org.dicompreview.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary files, and what is left of them. */
class TemporaryFolderTest {

	@TempDir
	private Path parent;
	private TemporaryFolder folder;

	private TemporaryFolder folder() {
		folder = new TemporaryFolder(parent);
		return folder;
	}

	@AfterEach
	void close() {
		folder.close();
	}

	private List<Path> children() throws IOException {
		try (Stream<Path> all = Files.list(parent)) {
			return all.toList();
		}
	}

	@Test
	void filesKeepTheirNamesAndGoWithTheFolder() throws IOException {
		Path one = folder().create("Schädel 1.dcm");
		Path two = folder.create("Schädel 1.dcm");
		assertEquals("Schädel 1.dcm", one.getFileName().toString());
		assertNotEquals(one, two);
		Files.writeString(two, "something");
		assertEquals("a_b", folder.create("a/b").getFileName().toString());
		assertEquals("file", folder.create("..").getFileName().toString());
		assertEquals("x".repeat(96) + ".dcm", folder.create("y".repeat(300) + "x".repeat(96) + ".dcm").getFileName().toString());
		folder.delete(one);
		assertFalse(Files.exists(one.getParent()));
		assertEquals(1, children().size());
		folder.close();
		assertEquals(List.of(), children());
		assertThrows(IOException.class, () -> folder.create("late"));
	}

	@Test
	void nobodyElseReadsThem() throws IOException {
		Path file = folder().create("a");
		Path whole = file.getParent().getParent();
		if (Files.getFileStore(whole).supportsFileAttributeView("posix")) {
			assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(whole));
		}
	}

	@Test
	void whatACrashLeftIsSweptAndNothingElse() throws IOException {
		Path left = Files.createDirectories(parent.resolve("dicompreview-123/7"));
		Files.writeString(left.resolve("archive"), "Jane Doe");
		Files.createFile(parent.resolve("dicompreview-123/in-use"));
		Path outside = Files.writeString(parent.resolve("outside"), "keep this");
		Files.createSymbolicLink(left.resolve("link"), outside);
		Files.createSymbolicLink(parent.resolve("dicompreview-456"), Files.createDirectory(parent.resolve("elsewhere")));
		Files.createFile(parent.resolve("elsewhere/in-use"));
		Path unlocked = Files.createDirectories(parent.resolve("dicompreview-789"));
		TemporaryFolder living = new TemporaryFolder(parent);
		Path used = living.create("a");
		folder().sweep();
		assertFalse(Files.exists(left.getParent()));
		assertTrue(Files.exists(outside));
		assertTrue(Files.exists(parent.resolve("elsewhere/in-use")));
		assertTrue(Files.exists(unlocked), "that may be of a process that has just begun");
		assertTrue(Files.exists(used), "that is in use");
		living.close();
		assertFalse(Files.exists(used));
	}

	@Test
	void whatWasSweptAwayIsMadeAnew() throws IOException {
		Path file = folder().create("a");
		Files.delete(file);
		Files.delete(file.getParent());
		Files.delete(file.getParent().getParent().resolve("in-use"));
		Files.delete(file.getParent().getParent());
		assertTrue(Files.exists(folder.create("b")));
	}

	@Test
	void theRoomIsBounded() throws IOException {
		long room = folder().room();
		assertTrue(room > 0 && room <= 1L << 35, () -> Long.toString(room));
		Path file = folder.create("a");
		Files.write(file, new byte[1 << 20]);
		assertTrue(folder.room() <= (1L << 35) - (1 << 20));
	}
}
