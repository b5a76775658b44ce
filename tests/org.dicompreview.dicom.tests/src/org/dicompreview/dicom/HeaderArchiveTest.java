package org.dicompreview.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.dicompreview.dicom.internal.BuiltInReader;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderArchiveTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;
	private static final Study STUDY = Study.of("Doe^Jane", "4711", 9); //$NON-NLS-1$ //$NON-NLS-2$

	@TempDir
	Path folder;

	private final DicomReader reader = new BuiltInReader();
	private final List<InstanceHeader> headers = new ArrayList<>();

	@BeforeEach
	void readHeaders() throws IOException {
		List<Path> files = new ArrayList<>(SampleStudy.write(folder.resolve("ct"), Phantoms.ct(STUDY, 1, 6, 2, 8))); //$NON-NLS-1$
		Path enhanced = Files.createDirectories(folder.resolve("deep/er")).resolve("enhanced"); //$NON-NLS-1$ //$NON-NLS-2$
		DicomWriter.of(DicomWriter.EXPLICIT_BIG).write(enhanced, Phantoms.enhanced(STUDY, 2, 5, 3, 8));
		files.add(enhanced);
		byte[] whole = Files.readAllBytes(files.get(0));
		files.add(Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 20))); //$NON-NLS-1$
		for (Path file : files) {
			headers.add(reader.readHeader(file, LIMITS));
			assertTrue(HeaderArchive.accepts(headers.get(headers.size() - 1), folder));
		}
	}

	private byte[] write() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		HeaderArchive.write(headers, folder, new DataOutputStream(bytes));
		return bytes.toByteArray();
	}

	private static List<InstanceHeader> read(Path root, byte[] bytes) throws IOException {
		return HeaderArchive.read(root, new DataInputStream(new ByteArrayInputStream(bytes)));
	}

	@Test
	void comeBackAsTheyWere() throws IOException {
		List<InstanceHeader> back = read(folder, write());
		assertEquals(headers.size(), back.size());
		for (int i = 0; i < back.size(); i++) {
			InstanceHeader was = headers.get(i);
			InstanceHeader is = back.get(i);
			assertEquals(was.path(), is.path());
			assertEquals(was.size(), is.size());
			assertEquals(was.lastModified(), is.lastModified());
			assertEquals(was.transferSyntax(), is.transferSyntax());
			assertEquals(was.sopInstanceUid(), is.sopInstanceUid());
			assertEquals(was.frameCount(), is.frameCount());
			assertEquals(was.problem().map(Exception::getMessage), is.problem().map(Exception::getMessage));
			for (int frame = 0; frame < is.frameCount(); frame++) {
				for (int tag : new int[] { Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT,
						Tag.DIMENSION_INDEX_VALUES,
						Tag.INSTANCE_NUMBER, Tag.WINDOW_CENTER, Tag.ROWS }) {
					assertArrayEquals(was.frame(frame).numbers(tag), is.frame(frame).numbers(tag));
				}
			}
			try (PixelSource before = reader.openPixels(was, LIMITS); PixelSource after = reader.openPixels(is,
					LIMITS)) {
				int last = before.frameCount() - 1;
				assertArrayEquals(before.frame(last).bytes(), after.frame(last).bytes());
			}
		}
		assertTrue(back.get(back.size() - 1).problem().isPresent());
	}

	@Test
	void aFolderThatMoved() throws IOException {
		Path elsewhere = folder.resolveSibling("elsewhere"); //$NON-NLS-1$
		assertEquals(elsewhere.resolve("deep/er/enhanced"), read(elsewhere, write()).get(6).path()); //$NON-NLS-1$
	}

	@Test
	void damageIsRefused() throws IOException {
		byte[] whole = write();
		for (int length = 0; length < whole.length; length += 7) {
			byte[] cut = Arrays.copyOf(whole, length);
			assertThrows(IOException.class, () -> read(folder, cut));
		}
		Random random = new Random(3);
		int refusals = 0;
		for (int i = 0; i < 500; i++) {
			byte[] changed = whole.clone();
			changed[random.nextInt(changed.length)] = (byte) random.nextInt();
			boolean refused = false;
			try {
				for (InstanceHeader header : read(folder, changed)) {
					header.numbers(Tag.IMAGE_POSITION_PATIENT);
					header.strings(Tag.PATIENT_NAME);
					header.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
				}
			} catch (IOException e) {
				refused = true;
			}
			refusals += refused ? 1 : 0;
		}
		assertTrue(refusals > 0, "nothing but IOException comes of damage, and some is found"); //$NON-NLS-1$
	}
}
