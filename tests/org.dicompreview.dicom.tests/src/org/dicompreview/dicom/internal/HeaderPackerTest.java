package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderPackerTest {

	private static final int SIZE = 16;

	@TempDir
	private Path folder;
	private final DicomReader reader = new BuiltInReader();
	private final Study study = Study.of("Packed^Phantom", "P-1", 1);

	private List<InstanceHeader> write(List<DicomObject> objects) throws IOException {
		List<InstanceHeader> headers = new ArrayList<>();
		for (DicomObject object : objects) {
			Path file = folder.resolve("ä" + headers.size() + ".dcm");
			DicomWriter.of(headers.size() % 2 == 0 ? DicomWriter.EXPLICIT_LITTLE : DicomWriter.DEFLATED).write(file, object);
			headers.add(reader.readHeader(file, ReadLimits.DEFAULT));
		}
		return headers;
	}

	private static void assertSame(Attributes expected, Attributes actual) {
		for (Field field : Tag.class.getFields()) {
			int tag;
			try {
				tag = field.getInt(null);
			} catch (IllegalAccessException e) {
				throw new AssertionError(e);
			}
			assertEquals(expected.contains(tag), actual.contains(tag), field.getName());
			assertEquals(expected.strings(tag), actual.strings(tag), field.getName());
			assertArrayEquals(expected.numbers(tag), actual.numbers(tag), field.getName());
			assertEquals(expected.items(tag).size(), actual.items(tag).size(), field.getName());
		}
	}

	@Test
	void headersAreTheSameAfterwards() throws IOException {
		List<DicomObject> objects = new ArrayList<>(Phantoms.ct(study, 1, 4, 3, SIZE));
		objects.addAll(Phantoms.localizer(study, 2, SIZE));
		objects.add(Phantoms.enhanced(study, 3, 3, 2, SIZE));
		objects.add(Phantoms.segmentation(study, 4, 2, SIZE));
		objects.add(Phantoms.palette(study, 5, 1, SIZE));
		List<InstanceHeader> headers = write(objects);
		List<InstanceHeader> again = new BuiltInReader().unpack(FileLocation.folder(folder), reader.pack(headers));
		assertEquals(headers.size(), again.size());
		for (int i = 0; i < headers.size(); i++) {
			InstanceHeader expected = headers.get(i);
			InstanceHeader actual = again.get(i);
			assertEquals(Locations.path(expected), Locations.path(actual));
			assertEquals(expected.location().size(), actual.location().size());
			assertEquals(expected.location().lastModified(), actual.location().lastModified());
			assertEquals(expected.transferSyntax(), actual.transferSyntax());
			assertEquals(expected.sopInstanceUid(), actual.sopInstanceUid());
			assertEquals(expected.hasPixels(), actual.hasPixels());
			assertEquals(expected.frameCount(), actual.frameCount());
			assertEquals(Optional.empty(), actual.problem());
			assertSame(expected, actual);
			for (int frame = 0; frame < expected.frameCount(); frame++) {
				assertSame(expected.frame(frame), actual.frame(frame));
			}
			try (PixelSource one = reader.openPixels(expected, ReadLimits.DEFAULT);
					PixelSource two = reader.openPixels(actual, ReadLimits.DEFAULT)) {
				int last = one.frameCount() - 1;
				assertArrayEquals(one.frame(last).bytes(), two.frame(last).bytes());
			}
		}
	}

	@Test
	void problemsAreRemembered() throws IOException {
		List<InstanceHeader> whole = write(Phantoms.ct(study, 1, 1, 3, SIZE));
		Path file = Locations.path(whole.get(0));
		byte[] bytes = Files.readAllBytes(file);
		InstanceHeader cut = whole.get(0);
		for (int length = bytes.length - SIZE * SIZE * 2; cut.problem().isEmpty(); length--) {
			Files.write(file, Arrays.copyOf(bytes, length));
			cut = reader.readHeader(file, ReadLimits.DEFAULT);
		}
		InstanceHeader again = reader.unpack(FileLocation.folder(folder), reader.pack(List.of(cut))).get(0);
		Problem expected = cut.problem().orElseThrow();
		Problem actual = again.problem().orElseThrow();
		assertEquals(expected.toString(), actual.toString());
		assertEquals(expected.tag(), actual.tag());
		assertEquals(expected.offset(), actual.offset());
		assertEquals(expected.location(), actual.location());
	}

	@Test
	void damagedBytesAreRefused() throws IOException {
		byte[] packed = reader.pack(write(Phantoms.ct(study, 1, 2, 3, SIZE)));
		for (int i = 0; i < packed.length; i += 7) {
			byte[] damaged = packed.clone();
			damaged[i] ^= 1;
			assertThrows(DicomException.class, () -> reader.unpack(FileLocation.folder(folder), damaged));
		}
		for (int length = 0; length < packed.length; length += 13) {
			byte[] cut = Arrays.copyOf(packed, length);
			assertThrows(DicomException.class, () -> reader.unpack(FileLocation.folder(folder), cut));
		}
	}

	@Test
	void realHeadersAreTheSameAfterwards() throws IOException {
		for (Map<String, String> row : Corpus.manifest()) {
			Path file = Corpus.folder().resolve(row.get("path"));
			InstanceHeader header;
			try {
				header = reader.readHeader(file, ReadLimits.DEFAULT);
			} catch (DicomException e) {
				continue; // nothing to remember
			}
			InstanceHeader again = reader.unpack(FileLocation.folder(file.getParent()), reader.pack(List.of(header))).get(0);
			assertSame(header, again);
			assertEquals(Locations.path(header), Locations.path(again));
			assertEquals(header.problem().map(Problem::toString), again.problem().map(Problem::toString));
		}
	}
}
