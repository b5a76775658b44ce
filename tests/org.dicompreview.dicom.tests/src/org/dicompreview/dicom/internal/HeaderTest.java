package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What headers keep, of frames and of series-mates. */
class HeaderTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;
	private static final Study STUDY = Study.of("Doe^Jane", "4711", 9); //$NON-NLS-1$ //$NON-NLS-2$

	@TempDir
	Path folder;

	private final DicomReader reader = new BuiltInReader();

	private InstanceHeader write(DicomWriter writer, DicomObject object) throws IOException {
		Path file = folder.resolve("file.dcm"); //$NON-NLS-1$
		writer.write(file, object);
		return reader.readHeader(file, LIMITS);
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG,
			DicomWriter.DEFLATED })
	void functionalGroups(String syntax) throws IOException {
		InstanceHeader header = write(DicomWriter.of(syntax), Phantoms.enhanced(STUDY, 1, 5, 3, 16));
		assertEquals(15, header.frameCount());
		List<Double> seen = new ArrayList<>();
		for (int i = 0; i < 15; i++) {
			Attributes frame = header.frame(i);
			double[] index = frame.numbers(Tag.DIMENSION_INDEX_VALUES);
			assertEquals((index[1] - 3) * 8, frame.numbers(Tag.IMAGE_POSITION_PATIENT)[2]);
			assertEquals(index[2], frame.number(Tag.TEMPORAL_POSITION_INDEX).orElseThrow());
			assertArrayEquals(new double[] { 1, 0, 0, 0, 1, 0 }, frame.numbers(Tag.IMAGE_ORIENTATION_PATIENT));
			assertEquals(380, frame.integer(Tag.WINDOW_CENTER).orElseThrow());
			assertEquals(Optional.of("Enhanced"), frame.string(Tag.SERIES_DESCRIPTION)); //$NON-NLS-1$
			assertEquals(1, frame.items(Tag.PLANE_POSITION_SEQUENCE).size());
			assertEquals(1, frame.items(Tag.PLANE_ORIENTATION_SEQUENCE).size());
			assertEquals(Optional.of("1"), frame.items(Tag.FRAME_CONTENT_SEQUENCE).get(0).string(Tag.STACK_ID)); //$NON-NLS-1$
			seen.add(index[1] * 100 + index[2]);
		}
		assertEquals(15, seen.stream().distinct().count());
		assertFalse(header.contains(Tag.IMAGE_POSITION_PATIENT));
		assertEquals(15, header.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size());
		assertEquals(3, header.items(Tag.DIMENSION_INDEX_SEQUENCE).size());
		assertThrows(IndexOutOfBoundsException.class, () -> header.frame(15));
	}

	@Test
	void theFramesOwnComesBeforeTheSharedAndTheTopLevel() throws IOException {
		DicomObject own = new DicomObject()
				.sequence(Tag.FRAME_VOI_LUT_SEQUENCE, new DicomObject().set(Tag.WINDOW_CENTER, 1));
		DicomObject none = new DicomObject();
		DicomObject shared = new DicomObject().sequence(Tag.FRAME_VOI_LUT_SEQUENCE,
				new DicomObject().set(Tag.WINDOW_CENTER, 2).set(Tag.WINDOW_WIDTH, 20));
		DicomObject object = Phantoms.enhanced(STUDY, 1, 3, 1, 8).set(Tag.WINDOW_CENTER, 3).set(Tag.WINDOW_WIDTH, 30)
				.set(Tag.RESCALE_SLOPE, 4).sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
				.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, own, none);
		InstanceHeader header = write(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE), object);
		assertEquals(1, header.frame(0).integer(Tag.WINDOW_CENTER).orElseThrow());
		assertEquals(20, header.frame(0).integer(Tag.WINDOW_WIDTH).orElseThrow());
		assertEquals(4, header.frame(0).integer(Tag.RESCALE_SLOPE).orElseThrow());
		assertEquals(2, header.frame(1).integer(Tag.WINDOW_CENTER).orElseThrow());
		assertEquals(2, header.frame(2).integer(Tag.WINDOW_CENTER).orElseThrow(), "a frame without an item"); //$NON-NLS-1$
		assertEquals(3, header.integer(Tag.WINDOW_CENTER).orElseThrow());
	}

	@Test
	void diffusionStandsOneLevelDeeper() throws IOException {
		DicomObject groups = new DicomObject().sequence(Tag.MR_DIFFUSION_SEQUENCE,
				new DicomObject().set(Tag.DIFFUSION_B_VALUE, 800).sequence(Tag.DIFFUSION_GRADIENT_DIRECTION_SEQUENCE,
						new DicomObject().set(Tag.DIFFUSION_GRADIENT_ORIENTATION, 0, 0.6, 0.8)));
		InstanceHeader header = write(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE),
				Phantoms.enhanced(STUDY, 1, 2, 1, 8)
						.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups, groups));
		assertEquals(800, header.frame(1).number(Tag.DIFFUSION_B_VALUE).orElseThrow());
		assertArrayEquals(new double[] { 0, 0.6, 0.8 }, header.frame(1).numbers(Tag.DIFFUSION_GRADIENT_ORIENTATION));
	}

	@Test
	void manyFramesLargerThanTheWindow() throws IOException {
		InstanceHeader header = write(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE),
				Phantoms.enhanced(STUDY, 1, 40, 30, 4));
		assertEquals(1200, header.frameCount());
		assertEquals(Optional.empty(), header.problem());
		Attributes last = header.frame(1199);
		assertEquals((last.numbers(Tag.DIMENSION_INDEX_VALUES)[1] - 21) * 8,
				last.numbers(Tag.IMAGE_POSITION_PATIENT)[2]);
	}

	@Test
	void seriesMatesKeepWhatIsTheirs() throws IOException {
		List<DicomObject> images = Phantoms.ct(STUDY, 2, 30, 2.5, 8);
		images.get(7).remove(Tag.KVP).set(Tag.SERIES_DESCRIPTION, "another"); //$NON-NLS-1$
		images.get(9).set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100").bytes(Tag.PATIENT_NAME, VR.PN, //$NON-NLS-1$
				"J\u00F6rg".getBytes(StandardCharsets.ISO_8859_1)); //$NON-NLS-1$
		List<InstanceHeader> headers = new ArrayList<>();
		for (Path file : SampleStudy.write(folder, images)) {
			headers.add(reader.readHeader(file, LIMITS));
		}
		for (int i = 0; i < headers.size(); i++) {
			InstanceHeader header = headers.get(i);
			assertEquals(30 - i, header.integer(Tag.INSTANCE_NUMBER).orElseThrow());
			assertEquals((i - 15) * 2.5, header.numbers(Tag.IMAGE_POSITION_PATIENT)[2]);
			assertEquals(i != 7, header.contains(Tag.KVP));
			assertEquals(i == 7 ? "another" : "Head 2.5 mm", header.string(Tag.SERIES_DESCRIPTION).orElseThrow()); //$NON-NLS-1$ //$NON-NLS-2$
			assertEquals(i == 9 ? "J\u00F6rg" : "Doe^Jane", header.string(Tag.PATIENT_NAME).orElseThrow()); //$NON-NLS-1$ //$NON-NLS-2$
			assertEquals(STUDY.root() + ".3.2." + (30 - i), header.sopInstanceUid()); //$NON-NLS-1$
			assertEquals(String.format("IM%04d.dcm", i + 1), Locations.path(header).getFileName().toString()); //$NON-NLS-1$
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE })
	void privateElementsOfKnownMakers(String syntax) throws IOException {
		DicomObject object = Phantoms.ct(STUDY, 2, 1, 1, 8).get(0).set(0x00190010, VR.LO, "SOMEBODY ELSE") //$NON-NLS-1$
				.set(0x001900E5, VR.LO, "SIEMENS MR HEADER").set(0x0019E50C, VR.IS, 1000); //$NON-NLS-1$
		InstanceHeader header = write(DicomWriter.of(syntax), object);
		assertEquals(OptionalInt.of(0x0019E50C), header.privateTag(0x0019, "Siemens MR Header", 0x0C)); //$NON-NLS-1$
		assertEquals(1000, header.integer(0x0019E50C).orElseThrow());
		assertEquals(OptionalInt.empty(), header.privateTag(0x0019, "NOBODY", 0x0C)); //$NON-NLS-1$
		assertEquals(OptionalInt.empty(), header.privateTag(0x0051, "SIEMENS MR HEADER", 0x0C)); //$NON-NLS-1$
		DataSet dataSet = reader.readDataSet(Locations.path(header), LIMITS);
		assertEquals(OptionalInt.of(0x0019E50C), dataSet.privateTag(0x0019, "SIEMENS MR HEADER", 0x0C)); //$NON-NLS-1$
		assertEquals(VR.IS, dataSet.element(0x0019E50C).orElseThrow().vr());
	}

	@Test
	void elementsOutOfOrder() throws IOException {
		byte[] first = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE)
				.toBytes(new DicomObject().set(Tag.SOP_CLASS_UID, Study.CT)
						.set(Tag.SERIES_NUMBER, 5));
		byte[] second = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).with(DicomWriter.Layout.BARE)
				.toBytes(new DicomObject().set(Tag.MODALITY, "CT").set(Tag.SERIES_NUMBER, 6) //$NON-NLS-1$
						.set(Tag.INSTANCE_NUMBER, 7));
		byte[] both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		InstanceHeader header = reader.readHeader(Files.write(folder.resolve("x"), both), LIMITS); //$NON-NLS-1$
		assertEquals(5, header.integer(Tag.SERIES_NUMBER).orElseThrow(), "the first of two"); //$NON-NLS-1$
		assertEquals(Optional.of("CT"), header.string(Tag.MODALITY)); //$NON-NLS-1$
		assertEquals(7, header.integer(Tag.INSTANCE_NUMBER).orElseThrow());
	}

	@Test
	void identifiersOfTheMetaInformationStandIn() throws IOException {
		DicomObject object = new DicomObject().set(Tag.SOP_CLASS_UID, Study.CT).set(Tag.SOP_INSTANCE_UID, "1.2.3") //$NON-NLS-1$
				.set(Tag.MODALITY, "CT"); //$NON-NLS-1$
		byte[] meta = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(object);
		byte[] without = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).with(DicomWriter.Layout.BARE)
				.toBytes(new DicomObject().set(Tag.MODALITY, "CT").set(Tag.SERIES_NUMBER, 4)); //$NON-NLS-1$
		int length = meta.length - DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).with(DicomWriter.Layout.BARE)
				.toBytes(object).length;
		byte[] file = Arrays.copyOf(meta, length + without.length);
		System.arraycopy(without, 0, file, length, without.length);
		InstanceHeader header = reader.readHeader(Files.write(folder.resolve("x"), file), LIMITS); //$NON-NLS-1$
		assertEquals("1.2.3", header.sopInstanceUid()); //$NON-NLS-1$
		assertEquals(Study.CT, header.sopClassUid());
		assertFalse(header.contains(Tag.SOP_INSTANCE_UID));
	}

	@Test
	void malformedNumbersAreAbsent() throws IOException {
		InstanceHeader header = write(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE),
				new DicomObject().set(Tag.SOP_CLASS_UID, Study.CT).set(Tag.PIXEL_SPACING, "0,5", "0.5") //$NON-NLS-1$ //$NON-NLS-2$
						.set(Tag.IMAGE_POSITION_PATIENT, "nan", "0", "1").set(Tag.SLICE_THICKNESS, "0x1p3") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
						.set(Tag.ECHO_TIME, " +1.25E+01 ").set(Tag.SERIES_NUMBER, "12 ").set(Tag.FLIP_ANGLE, "1e400") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
						.set(Tag.REPETITION_TIME, "12345678901234567890").set(Tag.TRIGGER_TIME, "-.5") //$NON-NLS-1$ //$NON-NLS-2$
						.set(Tag.DIFFUSION_B_VALUE,
								Double.NaN));
		for (int tag : new int[] { Tag.PIXEL_SPACING, Tag.IMAGE_POSITION_PATIENT, Tag.SLICE_THICKNESS, Tag.FLIP_ANGLE,
				Tag.DIFFUSION_B_VALUE }) {
			assertEquals(0, header.numbers(tag).length, Tag.format(tag));
		}
		assertEquals(12.5, header.number(Tag.ECHO_TIME).orElseThrow());
		assertEquals(12, header.integer(Tag.SERIES_NUMBER).orElseThrow());
		assertEquals(12345678901234567890.0, header.number(Tag.REPETITION_TIME).orElseThrow());
		assertTrue(header.integer(Tag.REPETITION_TIME).isEmpty());
		assertEquals(-0.5, header.number(Tag.TRIGGER_TIME).orElseThrow());
		assertTrue(header.integer(Tag.TRIGGER_TIME).isEmpty());
	}

	@Test
	void everyDecimalIsRead() throws IOException {
		for (String text : new String[] { "0.1", "123.456", "-0.000123", "3.14159265358979", "9007199254740993", "1E-5", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
				"0.30000000000000", "179.99999999999", "5.", "00012.50" }) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			InstanceHeader header = write(DicomWriter.of(DicomWriter.IMPLICIT_LITTLE),
					new DicomObject().set(Tag.SOP_CLASS_UID, Study.CT).set(Tag.ECHO_TIME, text));
			assertEquals(Double.parseDouble(text), header.number(Tag.ECHO_TIME).orElseThrow(), text);
		}
	}

	@Test
	void signedValuesInImplicitFiles() throws IOException {
		DicomObject object = Phantoms.ct(STUDY, 2, 1, 1, 8).get(0).set(Tag.PIXEL_PADDING_VALUE, VR.SS, -2000);
		InstanceHeader unsigned = write(DicomWriter.of(DicomWriter.IMPLICIT_LITTLE), object);
		assertEquals(63536, unsigned.integer(Tag.PIXEL_PADDING_VALUE).orElseThrow());
		InstanceHeader signed = write(DicomWriter.of(DicomWriter.IMPLICIT_LITTLE),
				object.set(Tag.PIXEL_REPRESENTATION, 1));
		assertEquals(-2000, signed.integer(Tag.PIXEL_PADDING_VALUE).orElseThrow());
	}

	@Test
	void filesInAnArchive() throws IOException {
		Path zip = folder.resolve("archive.zip"); //$NON-NLS-1$
		DicomObject object = Phantoms.enhanced(STUDY, 1, 5, 3, 32);
		try (FileSystem archive = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), //$NON-NLS-1$
				Map.of("create", "true"))) { //$NON-NLS-1$ //$NON-NLS-2$
			DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(archive.getPath("/image.dcm"), object); //$NON-NLS-1$
		}
		InstanceHeader plain = write(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE), object);
		try (FileSystem archive = FileSystems.newFileSystem(zip)) {
			Path file = archive.getPath("/image.dcm"); //$NON-NLS-1$
			InstanceHeader header = reader.readHeader(file, LIMITS);
			assertEquals(file, Locations.path(header));
			assertEquals(15, header.frameCount());
			assertEquals(plain.sopInstanceUid(), header.sopInstanceUid());
			assertEquals(describe(reader.readDataSet(Locations.path(plain), LIMITS)),
					describe(reader.readDataSet(file, LIMITS)));
			try (PixelSource zipped = reader.openPixels(header, LIMITS);
					PixelSource other = reader.openPixels(plain,
							LIMITS)) {
				for (int i = 14; i >= 0; i--) {
					assertArrayEquals(other.frame(i).bytes(), zipped.frame(i).bytes());
				}
			}
		}
	}

	private static List<String> describe(DataSet dataSet) {
		List<String> lines = new ArrayList<>();
		for (Element element : dataSet.elements()) {
			lines.add(Tag.format(element.tag()) + element.vr() + element.values() + element.offset());
			element.items().forEach(item -> lines.addAll(describe(item)));
		}
		return lines;
	}

	@Test
	void attributesThatAreKnownAreNotAskedForAgain() throws IOException {
		Path file = SampleStudy.write(folder, Phantoms.ct(STUDY, 2, 1, 1, 8)).get(0);
		BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		InstanceHeader header = reader.readHeader(FileLocation.of(file, attributes), LIMITS);
		assertEquals(attributes.size(), header.location().size());
		assertEquals(attributes.lastModifiedTime().toMillis(), header.location().lastModified());
	}

	@Test
	void severalThreads() throws IOException, InterruptedException, ExecutionException {
		List<Path> files = SampleStudy.write(folder, Phantoms.ct(STUDY, 2, 60, 1, 8));
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Future<InstanceHeader>> read = new ArrayList<>();
			for (int round = 0; round < 20; round++) {
				for (Path file : files) {
					read.add(threads.submit(() -> reader.readHeader(file, LIMITS)));
				}
			}
			for (int i = 0; i < read.size(); i++) {
				assertEquals(60 - i % 60, read.get(i).get().integer(Tag.INSTANCE_NUMBER).orElseThrow());
			}
		} finally {
			threads.shutdownNow();
		}
	}
}
