package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Texts;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.DicomWriter.Layout;
import org.dicompreview.testsupport.Images;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged, lie, or are no DICOM files at all. */
class BadInputTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;
	private static final DicomWriter EXPLICIT = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE);

	@TempDir
	Path folder;

	private final DicomReader reader = new BuiltInReader();

	private static DicomObject image() {
		DicomObject object = Study.of("Doe^Jane", "4711", 3).instance(Study.MR, "MR", 2, "Bad input", 5) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				.sequence(Tag.ANATOMIC_REGION_SEQUENCE, new DicomObject().set(Tag.CODE_VALUE, "T-A0100")); //$NON-NLS-1$
		return Images.grey16(object, 32, 16, 12, false, new short[512]);
	}

	private Path file(byte[] bytes) throws IOException {
		return Files.write(folder.resolve("file"), bytes); //$NON-NLS-1$
	}

	private void readAll(Path file) throws IOException {
		InstanceHeader header;
		try {
			header = reader.readHeader(file, LIMITS);
			header.problem().ifPresent(problem -> assertEquals(file, Locations.path(problem.location())));
			reader.readDataSet(file, LIMITS);
		} catch (DicomException e) {
			assertEquals(file, Locations.path(e.problem().location()));
			return;
		}
		if (header.hasPixels()) {
			try (PixelSource pixels = reader.openPixels(header, LIMITS)) {
				for (int i = 0; i < pixels.frameCount(); i++) {
					assertTrue(pixels.frame(i).length() > 0);
				}
			} catch (DicomException e) {
				assertEquals(file, Locations.path(e.problem().location()));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG,
			DicomWriter.DEFLATED })
	void truncatedAnywhere(String syntax) throws IOException {
		byte[] whole = DicomWriter.of(syntax).toBytes(image());
		for (int length = 0; length < whole.length; length += length < 1200 ? 1 : 100) {
			Path file = file(Arrays.copyOf(whole, length));
			readAll(file);
			if (length < 128) {
				assertThrows(NotDicomException.class, () -> reader.readHeader(file, LIMITS));
			}
		}
	}

	@Test
	void whatStandsBeforeTheCutIsThere() throws IOException {
		byte[] whole = EXPLICIT.toBytes(image());
		Path file = file(Arrays.copyOf(whole, whole.length - 1000));
		InstanceHeader header = reader.readHeader(file, LIMITS);
		assertEquals(Optional.of("Doe^Jane"), header.string(Tag.PATIENT_NAME)); //$NON-NLS-1$
		assertEquals(1, header.frameCount());
		Problem problem = header.problem().orElseThrow();
		assertEquals(Tag.PIXEL_DATA, problem.tag());
		assertEquals(whole.length - 1024 - 12, problem.offset());
		assertTrue(Texts.words(problem).contains("(7FE0,0010)"), problem::toString); //$NON-NLS-1$
		assertEquals(file + ": " + Texts.words(problem), Texts.withLocation(problem)); //$NON-NLS-1$
		try (PixelSource pixels = reader.openPixels(header, LIMITS)) {
			assertEquals(24, pixels.frame(0).length());
		}
	}

	@Test
	void changedBytesDoNoHarm() throws IOException {
		Random random = new Random(5);
		for (String syntax : new String[] { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG }) {
			byte[] whole = DicomWriter.of(syntax).toBytes(image());
			for (int i = 0; i < 400; i++) {
				byte[] changed = whole.clone();
				for (int n = random.nextInt(8); n >= 0; n--) {
					changed[random.nextInt(1400)] = (byte) random.nextInt();
				}
				readAll(file(changed));
			}
		}
	}

	@Test
	void foreignFilesAreToldApart() throws IOException {
		Random random = new Random(7);
		byte[] noise = new byte[100_000];
		random.nextBytes(noise);
		assertForeign(noise);
		assertForeign(new byte[0]);
		assertForeign(new byte[1]);
		assertForeign(new byte[5000]);
		assertForeign("just some text that goes on for a while, with words\n".repeat(100) //$NON-NLS-1$
				.getBytes(StandardCharsets.UTF_8));
		assertForeign(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0,
				0, 2,
				0, 0, 0, 2, 0, 8, 2, 0, 0, 0 });
		assertForeign(new byte[] { 'P', 'K', 3, 4, 20, 0, 8, 0, 8, 0, 0, 0, 33, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
				12 });
		try (var own = BadInputTest.class.getResourceAsStream("BadInputTest.class")) { //$NON-NLS-1$
			assertForeign(own.readAllBytes());
		}
		// begins as a data set would, with a tag and numbers that could be lengths
		assertForeign(new byte[] { 8, 0, 5, 0, 4, 0, 0, 0, 8, 0, 6, 0, 4, 0, 0, 0, 8, 0, 7, 0, 4, 0, 0, 0, 1, 2, 3, 4,
				5, 6, 7, 8 });
	}

	private void assertForeign(byte[] bytes) throws IOException {
		Path file = file(bytes);
		assertThrows(NotDicomException.class, () -> reader.readHeader(file, LIMITS));
		assertThrows(NotDicomException.class, () -> reader.readDataSet(file, LIMITS));
	}

	@Test
	void aFileThatIsNotThere() {
		assertThrows(NoSuchFileException.class, () -> reader.readHeader(folder.resolve("gone"), LIMITS)); //$NON-NLS-1$
		assertThrows(IOException.class, () -> reader.readHeader(folder, LIMITS));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0xFFFFFFF0, 0x7FFFFFFF, 0x40000000, 100_000 })
	void lengthsBeyondTheFile(int length) throws IOException {
		DicomObject object = image();
		byte[] bytes = EXPLICIT.toBytes(object.set(0x00091010, VR.UN, 1, 2, 3, 4));
		int at = indexOf(bytes, new byte[] { 9, 0, 16, 16, 'U', 'N' });
		for (int i = 0; i < 4; i++) {
			bytes[at + 8 + i] = (byte) (length >>> 8 * i);
		}
		Path file = file(bytes);
		InstanceHeader header = reader.readHeader(file, LIMITS);
		assertEquals(0x00091010, header.problem().orElseThrow().tag());
		assertEquals(at, header.problem().orElseThrow().offset());
		assertEquals(Optional.of("Bad input"), header.string(Tag.SERIES_DESCRIPTION)); //$NON-NLS-1$
		assertEquals(0x00091010, reader.readDataSet(file, LIMITS).problem().orElseThrow().tag());
	}

	private static int indexOf(byte[] bytes, byte[] wanted) {
		for (int i = 0; i + wanted.length <= bytes.length; i++) {
			if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
				return i;
			}
		}
		throw new AssertionError("not found"); //$NON-NLS-1$
	}

	@Test
	void nestingIsBounded() throws IOException {
		byte[] whole = EXPLICIT.toBytes(image());
		byte[] open = { 8, 0, 0x18, 0x22, 'S', 'Q', 0, 0, -1, -1, -1, -1, -2, -1, 0, -32, -1, -1, -1, -1 };
		byte[] close = { -2, -1, 13, -32, 0, 0, 0, 0, -2, -1, -35, -32, 0, 0, 0, 0 };
		int at = indexOf(whole, new byte[] { 8, 0, 0x18, 0x22, 'S', 'Q' });
		byte[] nested = join(Arrays.copyOf(whole, at), repeat(open, 3000), repeat(close, 3000),
				Arrays.copyOfRange(whole, at, whole.length));
		Path file = file(nested);
		assertNotEquals(Optional.empty(), reader.readDataSet(file, LIMITS).problem());
		InstanceHeader header = reader.readHeader(file, LIMITS);
		assertTrue(header.problem().orElseThrow().toString().contains("64"), header.problem()::toString); //$NON-NLS-1$

		// a sequence that nobody wants is passed over at any depth
		nested[at + 2] = 0x11;
		nested[at + 3] = 0x11;
		Path unwanted = file(nested);
		assertEquals(Optional.empty(), reader.readHeader(unwanted, LIMITS).problem());
		assertTrue(reader.readHeader(unwanted, LIMITS).hasPixels());
	}

	private static byte[] repeat(byte[] bytes, int times) {
		byte[][] parts = new byte[times][];
		Arrays.fill(parts, bytes);
		return join(parts);
	}

	@Test
	void elementsAreBounded() throws IOException {
		DicomObject[] items = new DicomObject[3000];
		Arrays.setAll(items, i -> new DicomObject().set(Tag.CODE_VALUE, i));
		Path file = file(EXPLICIT.toBytes(image().sequence(Tag.ANATOMIC_REGION_SEQUENCE, items)));
		ReadLimits few = new ReadLimits(64, 2000, 1 << 20, 1 << 20, 1 << 20);
		DataSet dataSet = reader.readDataSet(file, few);
		assertTrue(dataSet.problem().orElseThrow().toString().contains("2000"), dataSet.problem()::toString); //$NON-NLS-1$
		assertTrue(dataSet.items(Tag.ANATOMIC_REGION_SEQUENCE).size() > 600);
	}

	@Test
	void aDeflatedBombIsBounded() throws IOException {
		DicomObject object = image().bytes(0x00091010, VR.OB, new byte[50_000_000]);
		Path file = file(DicomWriter.of(DicomWriter.DEFLATED).toBytes(object));
		assertTrue(Files.size(file) < 1_000_000);
		ReadLimits small = new ReadLimits(64, 2000, 1 << 20, 1 << 20, 1 << 20);
		InstanceHeader header = reader.readHeader(file, small);
		assertTrue(header.problem().orElseThrow().toString().contains("1048576"), header.problem()::toString); //$NON-NLS-1$
		assertEquals(Optional.of("Bad input"), header.string(Tag.SERIES_DESCRIPTION)); //$NON-NLS-1$
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG,
			DicomWriter.RLE })
	void pixelDataInFrontOfRows(String syntax) throws IOException {
		DicomObject image = image();
		if (syntax.equals(DicomWriter.RLE)) {
			image.set(Tag.NUMBER_OF_FRAMES, 2).frames(List.of(new byte[70], new byte[80]));
		}
		byte[] whole = DicomWriter.of(syntax).toBytes(image);
		boolean big = syntax.equals(DicomWriter.EXPLICIT_BIG);
		byte[] samples = big ? new byte[] { 0, 0x28, 0, 2 } : new byte[] { 0x28, 0, 2, 0 };
		byte[] pixels = big ? new byte[] { 0x7F, -32, 0, 0x10 } : new byte[] { -32, 0x7F, 0x10, 0 };
		int description = indexOf(whole, samples);
		int data = indexOf(whole, pixels);
		byte[] moved = join(Arrays.copyOf(whole, description), Arrays.copyOfRange(whole, data, whole.length),
				Arrays.copyOfRange(whole, description, data));
		Path file = file(moved);
		InstanceHeader header = reader.readHeader(file, LIMITS);
		assertEquals(Optional.empty(), header.problem());
		assertEquals(16, header.integer(Tag.ROWS).orElseThrow());
		assertEquals(Optional.of("Bad input"), header.string(Tag.SERIES_DESCRIPTION)); //$NON-NLS-1$
		try (PixelSource source = reader.openPixels(header, LIMITS)) {
			assertEquals(header.frameCount(), source.frameCount());
			assertEquals(syntax.equals(DicomWriter.RLE) ? 80 : 1024, source.frame(source.frameCount() - 1).length());
		}
		assertEquals(16, reader.readDataSet(file, LIMITS).integer(Tag.ROWS).orElseThrow());
		assertEquals(header.integer(Tag.ROWS),
				reader.unpack(FileLocation.folder(folder), reader.pack(List.of(header))).get(0).integer(Tag.ROWS));
	}

	@Test
	void aDeflatedBombWithinASequence() throws IOException {
		DicomObject inner = new DicomObject().set(Tag.CODE_VALUE, "before").bytes(0x00420011, VR.OB, new byte[50_000_000]); //$NON-NLS-1$
		DicomObject object = image().sequence(Tag.ANATOMIC_REGION_SEQUENCE, inner).set(Tag.SERIES_NUMBER, 7);
		ReadLimits small = new ReadLimits(64, 2000, 1 << 20, 1 << 20, 1 << 20);
		for (DicomWriter writer : List.of(DicomWriter.of(DicomWriter.DEFLATED),
				DicomWriter.of(DicomWriter.DEFLATED).withDefinedLengths())) {
			Path file = file(writer.toBytes(object));
			DataSet whole = reader.readDataSet(file, small);
			assertTrue(whole.problem().orElseThrow().toString().contains("1048576"), whole.problem()::toString); //$NON-NLS-1$
			assertEquals(Optional.of("before"), whole.items(Tag.ANATOMIC_REGION_SEQUENCE).get(0).string(Tag.CODE_VALUE)); //$NON-NLS-1$
			assertEquals(1, whole.elements().stream().filter(each -> each.tag() == Tag.ANATOMIC_REGION_SEQUENCE).count());
			assertEquals(Optional.of("Bad input"), reader.readHeader(file, small).string(Tag.SERIES_DESCRIPTION)); //$NON-NLS-1$
		}
	}

	@Test
	void missingMetaInformation() throws IOException {
		byte[] bytes = DicomWriter.of(DicomWriter.IMPLICIT_LITTLE).with(Layout.BARE).toBytes(image());
		InstanceHeader header = reader.readHeader(file(bytes), LIMITS);
		assertEquals(DicomWriter.IMPLICIT_LITTLE, header.transferSyntax().uid());
		assertEquals(Study.MR, header.sopClassUid());
	}

	@Test
	void metaInformationOfUndefinedLength() throws IOException {
		byte[] bytes = EXPLICIT.toBytes(image());
		int at = indexOf(bytes, new byte[] { 2, 0, 1, 0, 'O', 'B' });
		Arrays.fill(bytes, at + 8, at + 12, (byte) 0xFF);
		Problem refusal = assertThrows(DicomException.class, () -> reader.readHeader(file(bytes), LIMITS)).problem();
		assertEquals(0x00020001, refusal.tag());
		assertEquals(at, refusal.offset());
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG,
			DicomWriter.DEFLATED })
	void wrongTransferSyntax(String stated) throws IOException {
		for (String real : new String[] { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG }) {
			byte[] labelled = DicomWriter.of(stated).toBytes(new DicomObject().set(Tag.SOP_CLASS_UID, Study.MR));
			int meta = indexOf(labelled, "2.25.3017".getBytes(StandardCharsets.US_ASCII)) + 38; //$NON-NLS-1$
			byte[] data = DicomWriter.of(real).with(Layout.BARE).toBytes(image());
			byte[] both = Arrays.copyOf(labelled, meta + data.length);
			System.arraycopy(data, 0, both, meta, data.length);
			InstanceHeader header = reader.readHeader(file(both), LIMITS);
			assertEquals(real, header.transferSyntax().uid());
			assertEquals(!real.equals(stated), header.problem().isPresent());
			assertEquals(16, header.integer(Tag.ROWS).orElseThrow());
			try (PixelSource pixels = reader.openPixels(header, LIMITS)) {
				assertEquals(1024, pixels.frame(0).length());
			}
		}
	}

	@Test
	void explicitAndImplicitElementsMixed() throws IOException {
		byte[] explicit = EXPLICIT.with(Layout.BARE).toBytes(new DicomObject().set(Tag.SOP_CLASS_UID, Study.MR)
				.set(Tag.STUDY_DATE, "20240101").set(Tag.MODALITY, "MR").set(Tag.MANUFACTURER, "Somebody")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		byte[] implicit = DicomWriter.of(DicomWriter.IMPLICIT_LITTLE).with(Layout.BARE)
				.toBytes(new DicomObject().set(Tag.PATIENT_NAME, "Mixed").set(Tag.PATIENT_ID, "12")); //$NON-NLS-1$ //$NON-NLS-2$
		byte[] end = EXPLICIT.with(Layout.BARE).toBytes(new DicomObject().set(Tag.SERIES_NUMBER, 7));
		InstanceHeader header = reader.readHeader(file(join(explicit, implicit, end)), LIMITS);
		assertEquals(Optional.of("Mixed"), header.string(Tag.PATIENT_NAME)); //$NON-NLS-1$
		assertEquals(7, header.integer(Tag.SERIES_NUMBER).orElseThrow());

		byte[] start = DicomWriter.of(DicomWriter.IMPLICIT_LITTLE).with(Layout.BARE).toBytes(new DicomObject()
				.set(Tag.SOP_CLASS_UID, Study.MR).set(Tag.STUDY_DATE, "20240101").set(Tag.MODALITY, "MR") //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.MANUFACTURER, "x")); //$NON-NLS-1$
		byte[] middle = EXPLICIT.with(Layout.BARE)
				.toBytes(new DicomObject().set(Tag.PATIENT_NAME, "Mixed").set(Tag.PATIENT_ID, "12")); //$NON-NLS-1$ //$NON-NLS-2$
		byte[] rest = DicomWriter.of(DicomWriter.IMPLICIT_LITTLE).with(Layout.BARE)
				.toBytes(new DicomObject().set(Tag.SERIES_NUMBER, 8));
		InstanceHeader other = reader.readHeader(file(join(start, middle, rest)), LIMITS);
		assertEquals(Optional.of("Mixed"), other.string(Tag.PATIENT_NAME)); //$NON-NLS-1$
		assertEquals(8, other.integer(Tag.SERIES_NUMBER).orElseThrow());
	}

	private static byte[] join(byte[]... parts) {
		int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
		byte[] joined = new byte[length];
		int at = 0;
		for (byte[] part : parts) {
			System.arraycopy(part, 0, joined, at, part.length);
			at += part.length;
		}
		return joined;
	}

	@Test
	void unknownHoldsASequence() throws IOException {
		// CP-246: VR UN with undefined length holds items in implicit little endian, also in big-endian data sets
		byte[] inner = DicomWriter.of(DicomWriter.IMPLICIT_LITTLE).with(Layout.BARE)
				.toBytes(new DicomObject().set(Tag.CODE_VALUE, "inside")); //$NON-NLS-1$
		byte[] head = { 8, 0, 0x18, 0x22, 'U', 'N', 0, 0, -1, -1, -1, -1, -2, -1, 0, -32, (byte) inner.length, 0, 0,
				0 };
		byte[] tail = { -2, -1, -35, -32, 0, 0, 0, 0 };
		byte[] before = EXPLICIT.toBytes(new DicomObject().set(Tag.SOP_CLASS_UID, Study.MR));
		byte[] after = EXPLICIT.with(Layout.BARE).toBytes(new DicomObject().set(Tag.SERIES_NUMBER, 7));
		InstanceHeader header = reader.readHeader(file(join(before, head, inner, tail, after)), LIMITS);
		assertEquals(Optional.empty(), header.problem());
		assertEquals(Optional.of("inside"), header.items(Tag.ANATOMIC_REGION_SEQUENCE).get(0).string(Tag.CODE_VALUE)); //$NON-NLS-1$
		assertEquals(7, header.integer(Tag.SERIES_NUMBER).orElseThrow());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0x00102201, 0x00091010 })
	void unknownHoldsExplicitItems(int first) throws IOException {
		unknownHoldsExplicitItems(Tag.ANATOMIC_REGION_SEQUENCE, first);
		unknownHoldsExplicitItems(0x00100222, first);
		unknownHoldsExplicitItems(0x00091020, first);
	}

	private void unknownHoldsExplicitItems(int sequence, int first) throws IOException {
		// the tags do not ascend, as where the writer does not know them, and an item before them is empty
		byte[] inner = join(EXPLICIT.with(Layout.BARE).toBytes(new DicomObject().set(first, VR.LO, "Canis")), //$NON-NLS-1$
				EXPLICIT.with(Layout.BARE).toBytes(new DicomObject().set(Tag.CODE_VALUE, "inside"))); //$NON-NLS-1$
		byte[] head = { 8, 0, 0x18, 0x22, 'U', 'N', 0, 0, -1, -1, -1, -1, -2, -1, 0, -32, 0, 0, 0, 0, -2, -1, 0, -32, -1, -1,
				-1, -1 };
		for (int i = 0; i < 4; i++) {
			head[i] = (byte) (Integer.rotateLeft(sequence, 16) >>> 8 * i);
		}
		byte[] tail = { -2, -1, 13, -32, 0, 0, 0, 0, -2, -1, -35, -32, 0, 0, 0, 0 };
		byte[] before = EXPLICIT.toBytes(new DicomObject().set(Tag.SOP_CLASS_UID, Study.MR));
		byte[] after = EXPLICIT.with(Layout.BARE).toBytes(new DicomObject().set(Tag.SERIES_NUMBER, 7)
				.bytes(0x00430010, VR.OB, new byte[1_000_000])); // as an implicit length, letters could be meant
		Path file = file(join(before, head, inner, tail, after));
		InstanceHeader header = reader.readHeader(file, LIMITS);
		assertEquals(Optional.empty(), header.problem());
		assertEquals(7, header.integer(Tag.SERIES_NUMBER).orElseThrow());
		DataSet whole = reader.readDataSet(file, LIMITS);
		assertEquals(Optional.empty(), whole.problem());
		assertEquals(Optional.of("inside"), whole.items(sequence).get(1).string(Tag.CODE_VALUE)); //$NON-NLS-1$
		assertEquals(7, whole.integer(Tag.SERIES_NUMBER).orElseThrow());
	}

	/** Lengths that are too short by so much, of a sequence that headers keep and of one that they do not. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 8, 10, 20 })
	void anItemThatIsLongerThanItsSequence(int lost) throws IOException {
		for (int sequence : new int[] { Tag.ANATOMIC_REGION_SEQUENCE, 0x00081111 }) {
			DicomObject inner = new DicomObject().set(Tag.CODE_VALUE, "T-A0100").set(Tag.CODE_MEANING, "Brain"); //$NON-NLS-1$ //$NON-NLS-2$
			byte[] bytes = EXPLICIT.withDefinedLengths().toBytes(image().sequence(sequence, inner, inner));
			assertShortened(bytes, sequence, 8, lost, inner);
			byte[] implicit = DicomWriter.of(DicomWriter.IMPLICIT_LITTLE).withDefinedLengths()
					.toBytes(image().sequence(sequence, inner, inner));
			assertShortened(implicit, sequence, 4, lost, inner);
		}
	}

	private void assertShortened(byte[] bytes, int sequence, int lengthAt, int lost, DicomObject inner) throws IOException {
		int at = indexOf(bytes, new byte[] { 8, 0, (byte) sequence, (byte) (sequence >> 8) });
		bytes[at + lengthAt] -= (byte) lost;
		Path file = file(bytes);
		InstanceHeader header = reader.readHeader(file, LIMITS);
		assertTrue(header.problem().isPresent());
		assertEquals(Optional.of("Bad input"), header.string(Tag.SERIES_DESCRIPTION)); //$NON-NLS-1$
		assertTrue(header.hasPixels());
		DataSet whole = reader.readDataSet(file, LIMITS);
		assertEquals(2, whole.items(sequence).size());
		assertEquals(Optional.of("Brain"), whole.items(sequence).get(1).string(Tag.CODE_MEANING)); //$NON-NLS-1$
		assertEquals(16, whole.integer(Tag.ROWS).orElseThrow());
		try (PixelSource pixels = reader.openPixels(header, LIMITS)) {
			assertEquals(1024, pixels.frame(0).length());
		}
	}

	@Test
	void aSequenceThatIsLongerThanItsItem() throws IOException {
		DicomObject code = new DicomObject().set(Tag.CODE_VALUE, "T-A0100").set(Tag.CODE_MEANING, "Brain"); //$NON-NLS-1$ //$NON-NLS-2$
		DicomObject item = new DicomObject().sequence(0x00082220, code, code);
		byte[] bytes = EXPLICIT.withDefinedLengths().toBytes(image().sequence(Tag.ANATOMIC_REGION_SEQUENCE, item));
		int at = indexOf(bytes, new byte[] { 8, 0, 0x18, 0x22 });
		bytes[at + 8] -= 12;
		bytes[at + 12 + 4] -= 12;
		DataSet whole = reader.readDataSet(file(bytes), LIMITS);
		assertEquals(2, whole.items(Tag.ANATOMIC_REGION_SEQUENCE).get(0).items(0x00082220).size());
		assertEquals(16, whole.integer(Tag.ROWS).orElseThrow());
	}

	@Test
	void trailingPaddingAndOddLengths() throws IOException {
		DicomObject object = image().bytes(0xFFFCFFFC, VR.OB, new byte[300]);
		assertEquals(Optional.empty(), reader.readDataSet(file(EXPLICIT.toBytes(object)), LIMITS).problem());

		byte[] zeros = Arrays.copyOf(EXPLICIT.toBytes(image()), 10_000);
		DataSet padded = reader.readDataSet(file(zeros), LIMITS);
		assertEquals(Optional.empty(), padded.problem());
		assertEquals(Tag.PIXEL_DATA, padded.elements().get(padded.elements().size() - 1).tag());

		byte[] odd = { 8, 0, 0x70, 0, 'L', 'O', 3, 0, 'o', 'd', 'd' };
		byte[] before = EXPLICIT.toBytes(new DicomObject().set(Tag.SOP_CLASS_UID, Study.MR));
		byte[] after = EXPLICIT.with(Layout.BARE).toBytes(new DicomObject().set(Tag.SERIES_NUMBER, 7));
		InstanceHeader header = reader.readHeader(file(join(before, odd, after)), LIMITS);
		assertEquals(Optional.of("odd"), header.string(Tag.MANUFACTURER)); //$NON-NLS-1$
		assertEquals(7, header.integer(Tag.SERIES_NUMBER).orElseThrow());
	}

	@Test
	void numberOfFramesIsBelievedOnlyAsFarAsTheFileReaches() throws IOException {
		for (Object stated : new Object[] { 2_000_000_000, 999, "4294967296", -3, 0, "many" }) { //$NON-NLS-1$ //$NON-NLS-2$
			DicomObject object = image().set(Tag.NUMBER_OF_FRAMES, stated);
			InstanceHeader header = reader.readHeader(file(EXPLICIT.toBytes(object)), LIMITS);
			assertEquals(1, header.frameCount(), stated.toString());
			try (PixelSource pixels = reader.openPixels(header, LIMITS)) {
				assertEquals(1, pixels.frameCount(), stated.toString());
			}
		}
	}

	@Test
	void sizesThatOverflow() throws IOException {
		DicomObject object = image().set(Tag.ROWS, 65535).set(Tag.COLUMNS, 65535).set(Tag.SAMPLES_PER_PIXEL, 4)
				.set(Tag.BITS_ALLOCATED, 64).set(Tag.NUMBER_OF_FRAMES, Integer.MAX_VALUE);
		InstanceHeader header = reader.readHeader(file(EXPLICIT.toBytes(object)), LIMITS);
		assertEquals(1, header.frameCount());
		assertTimeout(Duration.ofSeconds(20),
				() -> assertThrows(DicomException.class, () -> reader.openPixels(header, LIMITS)));
	}
}
