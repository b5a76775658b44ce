package org.dicompreview.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances in files, in archives, and in sources of others. */
class InstanceLocationTest {

	private static final byte[] IMAGE = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE)
			.toBytes(Phantoms.ct(Study.of("Doe^Jane", "1", 1), 1, 1, 1, 16).get(0)); //$NON-NLS-1$ //$NON-NLS-2$

	@TempDir
	private Path folder;

	/** A source of somebody else, in memory; some of its bytes come as a stream. */
	private static final class Memory implements InstanceSource {

		private final Map<String, byte[]> objects = new HashMap<>();

		InstanceLocation put(String key, byte[] bytes) {
			objects.put(key, bytes);
			return InstanceLocation.of(this, key, bytes.length, "etag-" + Arrays.hashCode(bytes)); //$NON-NLS-1$
		}

		@Override
		public String id() {
			return "memory:"; //$NON-NLS-1$
		}

		@Override
		public InstanceBytes open(InstanceLocation location) {
			byte[] bytes = objects.get(location.key());
			return location.name().startsWith("stream") //$NON-NLS-1$
					? InstanceBytes.ofStream(() -> new ByteArrayInputStream(bytes), bytes.length, Long.MAX_VALUE)
					: InstanceBytes.of(bytes);
		}
	}

	@Test
	void whatTellsLocationsApartIsSourceAndKey() {
		Memory memory = new Memory();
		InstanceLocation one = memory.put("a/b", new byte[1]); //$NON-NLS-1$
		InstanceLocation later = memory.put("a/b", new byte[2]); //$NON-NLS-1$
		assertEquals(one, later);
		assertEquals(one.hashCode(), later.hashCode());
		assertFalse(one.isSameVersion(later));
		assertNotEquals(one, memory.put("a/c", new byte[1])); //$NON-NLS-1$
		assertNotEquals(one, new Memory().put("a/b", new byte[1])); //$NON-NLS-1$
		assertEquals("b", one.name()); //$NON-NLS-1$
		assertEquals("a", one.folder()); //$NON-NLS-1$
		assertEquals("memory:/a/b", one.toString()); //$NON-NLS-1$
		assertEquals(Optional.empty(), one.file());
	}

	@Test
	void filesAreKnownByTheirPath() throws IOException {
		Path file = Files.write(folder.resolve("x"), new byte[3]); //$NON-NLS-1$
		FileLocation location = FileLocation.of(file);
		assertEquals(FileLocation.unseen(file), location);
		assertEquals(FileLocation.folder(folder).locate("x", 3, location.lastModified()), location); //$NON-NLS-1$
		assertTrue(FileLocation.folder(folder).locate("x", 3, location.lastModified()).isSameVersion(location)); //$NON-NLS-1$
		assertFalse(FileLocation.unseen(file).isSameVersion(location));
		assertNotEquals(FileLocation.unseen(folder.resolve("y")), location); //$NON-NLS-1$
		assertEquals(Optional.of(file), location.file());
		assertEquals(file.toString(), location.toString());
		assertEquals("x", location.name()); //$NON-NLS-1$
		assertEquals(folder.toString(), location.folder());
		assertEquals("single", FileLocation.unseen(Path.of("single")).toString()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void entriesOfAnArchiveNameItsFile() throws IOException {
		Path archive = folder.resolve("study.zip"); //$NON-NLS-1$
		try (FileSystem files = FileSystems.newFileSystem(archive, Map.of("create", "true"))) { //$NON-NLS-1$ //$NON-NLS-2$
			Path entry = Files.write(files.getPath("/i1"), "text".getBytes(StandardCharsets.US_ASCII)); //$NON-NLS-1$ //$NON-NLS-2$
			FileLocation location = FileLocation.of(entry);
			assertTrue(location.isInArchive());
			assertEquals(Optional.of(archive), location.file());
			assertNotEquals(FileLocation.unseen(Path.of("/i1")), location); //$NON-NLS-1$
		}
	}

	@Test
	void anInstanceOfAnySourceIsReadAsAFileIs() throws IOException {
		Path file = Files.write(folder.resolve("i"), IMAGE); //$NON-NLS-1$
		DicomReaders readers = DicomReaders.standalone();
		InstanceHeader expected = readers.readHeader(file, ReadLimits.DEFAULT);
		Memory memory = new Memory();
		for (String key : new String[] { "random", "stream" }) { //$NON-NLS-1$ //$NON-NLS-2$
			InstanceLocation location = memory.put(key, IMAGE);
			InstanceHeader header = readers.readHeader(location, ReadLimits.DEFAULT);
			assertEquals(location, header.location());
			assertEquals(expected.sopInstanceUid(), header.sopInstanceUid());
			assertEquals(Optional.of("Doe^Jane"), //$NON-NLS-1$
					readers.readDataSet(location, ReadLimits.DEFAULT).string(Tag.PATIENT_NAME));
			try (PixelSource one = readers.openPixels(expected, ReadLimits.DEFAULT);
					PixelSource other = readers.openPixels(header, ReadLimits.DEFAULT)) {
				EncodedFrame wanted = one.frame(0);
				EncodedFrame frame = other.frame(0);
				assertArrayEquals(Arrays.copyOfRange(wanted.bytes(), wanted.offset(), wanted.offset() + wanted.length()),
						Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length()));
			}
		}
	}
}
