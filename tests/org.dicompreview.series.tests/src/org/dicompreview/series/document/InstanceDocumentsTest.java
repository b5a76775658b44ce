package org.dicompreview.series.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.DeflaterOutputStream;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of objects without pictures. */
class InstanceDocumentsTest {

	private static final String REPORT = "1.2.840.10008.5.1.4.1.1.88.33"; //$NON-NLS-1$
	private static final String ECG = "1.2.840.10008.5.1.4.1.1.9.1.1"; //$NON-NLS-1$
	private static final String RAW = "1.2.840.10008.5.1.4.1.1.66"; //$NON-NLS-1$
	private static final String STRUCTURES = "1.2.840.10008.5.1.4.1.1.481.3"; //$NON-NLS-1$
	private static final String REGISTRATION = "1.2.840.10008.5.1.4.1.1.66.1"; //$NON-NLS-1$
	private static final String ENCAPSULATED = "1.2.840.10008.5.1.4.1.1.104.1"; //$NON-NLS-1$

	@TempDir
	private Path folder;
	private final DicomReaders readers = DicomReaders.standalone();
	private final InstanceDocuments documents = InstanceDocuments.standalone(readers);
	private final Study study = Study.of("Document^Test", "D-1", 71); //$NON-NLS-1$ //$NON-NLS-2$

	private InstanceHeader header(DicomObject object, String syntax) throws IOException {
		Path file = folder.resolve("document.dcm"); //$NON-NLS-1$
		DicomWriter.of(syntax).write(file, object);
		return readers.readHeader(file, ReadLimits.DEFAULT);
	}

	private InstanceDocument read(DicomObject object) throws IOException {
		return documents.read(header(object, DicomWriter.EXPLICIT_LITTLE));
	}

	private DicomObject instance(String sopClass, String modality) {
		return study.instance(sopClass, modality, 1, "Made", 1); //$NON-NLS-1$
	}

	private static DicomObject code(String value, String scheme, String meaning) {
		return new DicomObject().set(Tag.CODE_VALUE, value).set(0x00080102, scheme).set(Tag.CODE_MEANING, meaning);
	}

	private static DicomObject item(String type, String name) {
		return new DicomObject().set(0x0040A010, "CONTAINS").set(Tag.VALUE_TYPE, type) //$NON-NLS-1$
				.sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE, code("1", "99T", name)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static DicomObject reference(String sopClass, String uid, Object... frames) {
		DicomObject reference = new DicomObject().set(Tag.REFERENCED_SOP_CLASS_UID, sopClass)
				.set(Tag.REFERENCED_SOP_INSTANCE_UID, uid);
		return frames.length == 0 ? reference : reference.set(Tag.REFERENCED_FRAME_NUMBER, frames);
	}

	/** {@return the lines of an outline as text, those below others behind dots} */
	private static List<String> lines(List<OutlineEntry> entries) {
		List<String> lines = new ArrayList<>();
		add(entries, "", lines); //$NON-NLS-1$
		return lines;
	}

	private static void add(List<OutlineEntry> entries, String dots, List<String> lines) {
		for (OutlineEntry entry : entries) {
			lines.add(dots + entry.name() + '=' + entry.value());
			add(entry.entries(), dots + '.', lines);
		}
	}

	private static Optional<OutlineEntry> find(List<OutlineEntry> entries, String name) {
		for (OutlineEntry entry : entries) {
			Optional<OutlineEntry> found = name.equals(entry.name().toString()) ? Optional.of(entry)
					: find(entry.entries(), name);
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	@Test
	void aReportIsAnOutlineOfNamesValuesUnitsAndReferences() throws IOException {
		DicomObject diameter = item("NUM", "Diameter").sequence(0x0040A300, new DicomObject().set(0x0040A30A, "12.5") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.sequence(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, code("mm", "UCUM", "millimeter"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		DicomObject image = item("IMAGE", "Source").sequence(0x00081199, reference(Study.CT, "1.2.3", 4, 5)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		DicomObject lesion = item("CONTAINER", "Lesion").sequence(Tag.CONTENT_SEQUENCE, //$NON-NLS-1$ //$NON-NLS-2$
				item("CODE", "Site").sequence(0x0040A168, code("2", "99T", "Liver")), diameter, image, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
				item("DATE", "Seen").set(0x0040A121, "20240229"), item("PNAME", "By").set(0x0040A123, "Doe^Jo")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
		DicomObject back = new DicomObject().set(0x0040A010, "INFERRED FROM").set(0x0040DB73, 1, 1); //$NON-NLS-1$
		DicomObject report = instance(REPORT, "SR").set(Tag.VALUE_TYPE, "CONTAINER") //$NON-NLS-1$ //$NON-NLS-2$
				.sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE, code("3", "99T", "Report")) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.sequence(Tag.CONTENT_SEQUENCE, lesion, item("TEXT", "Remark").set(Tag.TEXT_VALUE, "Two lines\nof text") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
						.sequence(Tag.CONTENT_SEQUENCE, back));
		InstanceDocument document = read(report);
		List<String> lines = lines(document.outline());
		int root = lines.indexOf("Report="); //$NON-NLS-1$
		assertEquals(List.of("Report=", ".Lesion=", "..Site=Liver", "..Diameter=12.5 mm", "..Source=CT Image #4, 5", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
				"..Seen=2024-02-29", "..By=Doe Jo", ".Remark=Two lines\nof text", "..INFERRED FROM=see Lesion"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				lines.subList(root, lines.size()));
		assertEquals(new InstanceReference(Study.CT, "1.2.3", List.of(4, 5)), //$NON-NLS-1$
				find(document.outline(), "Source").orElseThrow().reference().orElseThrow()); //$NON-NLS-1$
		assertEquals(List.of(), document.problems());
	}

	@Test
	void aReportOfMoreLinesThanAreAllowedIsCutAndSaysSo() throws IOException {
		DicomObject one = item("TEXT", "Line").set(Tag.TEXT_VALUE, "words"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		DicomObject report = instance(REPORT, "SR").set(Tag.VALUE_TYPE, "CONTAINER") //$NON-NLS-1$ //$NON-NLS-2$
				.sequence(Tag.CONTENT_SEQUENCE, Collections.nCopies(InstanceDocuments.ENTRIES + 5, one));
		InstanceDocument document = read(report);
		assertTrue(lines(document.outline()).size() <= InstanceDocuments.ENTRIES);
		assertEquals(DocumentText.LINES_NOT_SHOWN, document.problems().get(0).what().key());
	}

	@Test
	void aReportThatIsNestedDeeplyDoesNoHarm() throws IOException {
		DicomObject innermost = item("CONTAINER", "Level"); //$NON-NLS-1$ //$NON-NLS-2$
		for (int i = 0; i < 200; i++) {
			innermost = item("CONTAINER", "Level").sequence(Tag.CONTENT_SEQUENCE, innermost); //$NON-NLS-1$ //$NON-NLS-2$
		}
		InstanceDocument document = read(instance(REPORT, "SR").sequence(Tag.CONTENT_SEQUENCE, innermost)); //$NON-NLS-1$
		int size = lines(document.outline()).size();
		assertTrue(size > 20 && size < 100, () -> size + " lines"); //$NON-NLS-1$
		assertFalse(document.problems().isEmpty(), "the reader says that it went no deeper"); //$NON-NLS-1$
	}

	private DicomObject ecg(int stated, short... samples) {
		byte[] bytes = new byte[samples.length * 2];
		for (int i = 0; i < samples.length; i++) {
			bytes[2 * i] = (byte) samples[i];
			bytes[2 * i + 1] = (byte) (samples[i] >> 8);
		}
		DicomObject one = new DicomObject().sequence(0x003A0208, code("5.6.3-9-1", "SCPECG", "Lead I")) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.set(0x003A0210, "2.5").set(0x003A0212, "2").set(0x003A0213, "10") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.sequence(0x003A0211, code("uV", "UCUM", "microvolt")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		DicomObject two = new DicomObject().set(0x003A0203, "Second"); //$NON-NLS-1$
		DicomObject group = new DicomObject().set(0x003A0005, 2).set(0x003A0010, stated).set(0x003A001A, "500") //$NON-NLS-1$
				.set(0x003A0020, "RHYTHM").sequence(0x003A0200, one, two).set(0x54001004, 16).set(0x54001006, "SS") //$NON-NLS-1$ //$NON-NLS-2$
				.set(0x5400100A, VR.OW, -32768).bytes(0x54001010, VR.OW, bytes);
		return instance(ECG, "ECG").sequence(Tag.WAVEFORM_SEQUENCE, group); //$NON-NLS-1$
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG,
			DicomWriter.DEFLATED })
	void aWaveformIsInTheUnitsOfItsChannels(String syntax) throws IOException {
		InstanceDocument document = documents.read(header(ecg(3, (short) 4, (short) -7, (short) -2, (short) 9,
				(short) -32768, (short) 300), syntax));
		Waveform waveform = document.waveforms().get(0);
		assertEquals("RHYTHM", waveform.label()); //$NON-NLS-1$
		assertEquals(0.006, waveform.seconds(), 1e-9);
		Waveform.Channel first = waveform.channels().get(0);
		assertEquals("Lead I uV", first.label() + ' ' + first.unit()); //$NON-NLS-1$
		assertArrayEquals(new float[] { 30, 0, Float.NaN }, first.values());
		assertEquals("Second", waveform.channels().get(1).label()); //$NON-NLS-1$
		assertArrayEquals(new float[] { -7, 9, 300 }, waveform.channels().get(1).values());
		assertEquals("0 to 30 uV", find(document.outline(), "Lead I").orElseThrow().value().toString()); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(List.of(), document.problems());
	}

	@Test
	void aWaveformThatEndsEarlySaysWhere() throws IOException {
		InstanceDocument document = read(ecg(1_000_000_000, (short) 1, (short) 2, (short) 3, (short) 4));
		assertEquals(2, document.waveforms().get(0).samples());
		Problem problem = document.problems().get(0);
		assertEquals(DocumentText.WAVEFORM_TRUNCATED, problem.what().key());
		assertEquals(0x54001010, problem.tag());
		assertTrue(problem.offset() > 0);
	}

	@Test
	void aWaveformWithoutChannelsIsAProblem() throws IOException {
		DicomObject group = new DicomObject().set(0x003A0005, 0).set(0x003A0010, 5);
		InstanceDocument document = read(instance(ECG, "ECG").sequence(Tag.WAVEFORM_SEQUENCE, group)); //$NON-NLS-1$
		assertEquals(List.of(), document.waveforms());
		assertEquals(DocumentText.WAVEFORM_INVALID, document.problems().get(0).what().key());
	}

	private InstanceDocument encapsulated(String type, byte[] bytes) throws IOException {
		return read(instance(ENCAPSULATED, "DOC").set(Tag.DOCUMENT_TITLE, "Letter") //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, type).set(0x00420015, bytes.length)
				.bytes(Tag.ENCAPSULATED_DOCUMENT, VR.OB, bytes));
	}

	@Test
	void thePagesOfAPdfAreCountedAlsoInCompressedObjects() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
			deflater.write("3 0 4 40 << /Type /Page /Parent 1 0 R >> << /Type/Page >> << /Type /Pages >>" //$NON-NLS-1$
					.getBytes(StandardCharsets.US_ASCII));
		}
		ByteArrayOutputStream pdf = new ByteArrayOutputStream();
		pdf.write("%PDF-1.5\n1 0 obj << /Type /Pages /Count 3 >> endobj\n2 0 obj << /Type /Page >> endobj\n" //$NON-NLS-1$
				.getBytes(StandardCharsets.US_ASCII));
		pdf.write("9 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n".getBytes(StandardCharsets.US_ASCII)); //$NON-NLS-1$
		pdf.write(packed.toByteArray());
		pdf.write("\nendstream endobj %%EOF".getBytes(StandardCharsets.US_ASCII)); //$NON-NLS-1$
		byte[] bytes = pdf.size() % 2 == 0 ? append(pdf.toByteArray()) : pdf.toByteArray();
		InstanceDocument document = encapsulated("application/pdf", bytes); //$NON-NLS-1$
		Attachment attachment = document.attachment().orElseThrow();
		assertEquals(OptionalInt.of(3), attachment.pages());
		assertEquals(".pdf", attachment.suffix()); //$NON-NLS-1$
		assertEquals("3", find(document.outline(), "Pages").orElseThrow().value().toString()); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("Letter", find(document.outline(), "Document Title").orElseThrow().value().toString()); //$NON-NLS-1$ //$NON-NLS-2$
		assertArrayEquals(bytes, documents.readAttachment(document.header()), "odd, without padding"); //$NON-NLS-1$
	}

	private static byte[] append(byte[] bytes) {
		byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
		longer[bytes.length] = ' ';
		return longer;
	}

	@Test
	void theSectionsOfACdaAreItsOutlineAndEntitiesLeadNowhere() throws IOException {
		Path secret = Files.writeString(folder.resolve("secret.txt"), "secret words"); //$NON-NLS-1$ //$NON-NLS-2$
		String xml = "<?xml version='1.0'?><ClinicalDocument xmlns='urn:hl7-org:v3'><title>Discharge</title>" //$NON-NLS-1$
				+ "<component><section><title>History</title><text>Much <b>pain</b></text>" //$NON-NLS-1$
				+ "<section><title>Inner</title></section></section></component></ClinicalDocument>"; //$NON-NLS-1$
		assertEquals(List.of("Sections=Discharge", ".History=Much pain", "..Inner="), tail(encapsulated("text/xml", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				xml.getBytes(StandardCharsets.UTF_8)), 3));
		String evil = "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY e SYSTEM '" + secret.toUri() //$NON-NLS-1$
				+ "'>]><d><title>&e;</title></d>"; //$NON-NLS-1$
		InstanceDocument document = encapsulated("text/xml", evil.getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
		assertFalse(lines(document.outline()).toString().contains("secret")); //$NON-NLS-1$
		InstanceDocument broken = encapsulated("text/xml", "<a><b></a>".getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(DocumentText.NOT_WELL_FORMED, broken.problems().get(0).what().key());
	}

	private static List<String> tail(InstanceDocument document, int count) {
		List<String> lines = lines(document.outline());
		return lines.subList(lines.size() - count, lines.size());
	}

	@Test
	void aCarrierWithoutDocumentIsAProblem() throws IOException {
		InstanceDocument document = encapsulated("application/pdf", new byte[0]); //$NON-NLS-1$
		assertEquals(DocumentText.NO_DOCUMENT, document.problems().get(0).what().key());
		assertThrows(DicomException.class, () -> documents.readAttachment(document.header()));
	}

	@Test
	void structuresAreListedWithTheirKindAndContours() throws IOException {
		DicomObject contour = new DicomObject().set(0x30060042, "CLOSED_PLANAR"); //$NON-NLS-1$
		DicomObject point = new DicomObject().set(0x30060042, "POINT"); //$NON-NLS-1$
		InstanceDocument document = read(instance(STRUCTURES, "RTSTRUCT") //$NON-NLS-1$
				.sequence(Tag.STRUCTURE_SET_ROI_SEQUENCE, new DicomObject().set(Tag.ROI_NUMBER, 7).set(Tag.ROI_NAME, "Heart"), //$NON-NLS-1$
						new DicomObject().set(Tag.ROI_NUMBER, 8).set(Tag.ROI_NAME, "Nothing")) //$NON-NLS-1$
				.sequence(0x30060039, new DicomObject().set(0x30060084, 7).sequence(0x30060040, contour, contour, point))
				.sequence(0x30060080, new DicomObject().set(0x30060084, 7).set(0x300600A4, "ORGAN"))); //$NON-NLS-1$
		assertEquals(List.of("Structures=2", ".Heart=ORGAN, contours: 3", "..CLOSED_PLANAR=contours: 2", "..POINT=contours: 1", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				".Nothing=contours: 0"), tail(document, 5)); //$NON-NLS-1$
	}

	@Test
	void aRegistrationSaysWhatItMapsToWhat() throws IOException {
		DicomObject matrix = new DicomObject().set(0x300600C6, "1", "0", "0", "5", "0", "1", "0", "0", "0", "0", "1", "0", "0", "0", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$ //$NON-NLS-12$ //$NON-NLS-13$ //$NON-NLS-14$
				"0", "1").set(0x0070030C, "RIGID"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		InstanceDocument document = read(instance(REGISTRATION, "REG").set(Tag.FRAME_OF_REFERENCE_UID, "1.2.1") //$NON-NLS-1$ //$NON-NLS-2$
				.sequence(0x00700308, new DicomObject().set(Tag.FRAME_OF_REFERENCE_UID, "1.2.2") //$NON-NLS-1$
						.sequence(Tag.REFERENCED_IMAGE_SEQUENCE, reference(Study.CT, "1.2.9")) //$NON-NLS-1$
						.sequence(0x00700309, new DicomObject().sequence(0x0070030A, matrix))));
		List<String> lines = lines(document.outline());
		assertTrue(lines.contains("Registration Sequence=maps 1.2.2 to 1.2.1"), lines::toString); //$NON-NLS-1$
		assertTrue(lines.contains("..1=1.00000   0.00000   0.00000   5.00000"), lines::toString); //$NON-NLS-1$
		assertEquals("1.2.9", find(document.outline(), "Referenced Image Sequence").orElseThrow().reference().orElseThrow() //$NON-NLS-1$ //$NON-NLS-2$
				.sopInstanceUid());
	}

	@Test
	void anythingElseIsLabelledFacts() throws IOException {
		InstanceDocument document = read(instance(RAW, "MR").set(Tag.PROTOCOL_NAME, "Fast").set(Tag.CONTENT_LABEL, "RAW") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.set(0x00290010, VR.LO, "MAKER").bytes(0x00291001, VR.OB, new byte[600]) //$NON-NLS-1$
				.sequence(0x300A00B0, new DicomObject().set(0x300A00C2, "Beam A"), new DicomObject().set(0x300A00C2, "Beam B"))); //$NON-NLS-1$ //$NON-NLS-2$
		List<String> lines = lines(document.outline());
		assertTrue(lines.contains("Kind=Raw Data Storage"), lines::toString); //$NON-NLS-1$
		assertTrue(lines.contains("Protocol Name=Fast"), lines::toString); //$NON-NLS-1$
		assertTrue(lines.contains("(0029,1001)=600 bytes"), lines::toString); //$NON-NLS-1$
		assertTrue(lines.contains(".Item 2=Beam B"), lines::toString); //$NON-NLS-1$
		assertFalse(lines.toString().contains("Document^Test"), "what all instances of the patient share"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
