package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.DicomWriter.Layout;
import org.dicompreview.testsupport.Images;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written in any encoding is read back. */
class RoundTripTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;
	private static final int PRIVATE_BLOCK = 0x00290010;
	private static final int PRIVATE_NUMBER = 0x00291001;
	private static final int FLOATS = 0x00640009;

	@TempDir
	Path folder;

	private final DicomReader reader = new BuiltInReader();

	static Stream<DicomWriter> writers() {
		List<DicomWriter> writers = new ArrayList<>();
		for (String syntax : List.of(DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG,
				DicomWriter.DEFLATED)) {
			for (Layout layout : Layout.values()) {
				boolean recognisable = layout != Layout.BARE || !syntax.equals(DicomWriter.DEFLATED);
				if (recognisable) {
					writers.add(DicomWriter.of(syntax).with(layout));
					writers.add(DicomWriter.of(syntax).with(layout).withDefinedLengths());
				}
			}
		}
		return writers.stream();
	}

	private static DicomObject object() {
		DicomObject object = Study.of("Doe^Jane", "4711", 3).instance(Study.MR, "MR", 2, "Round trip", 5) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "", "M").set(Tag.PATIENT_AGE) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				.set(Tag.IMAGE_POSITION_PATIENT, -120.5, 3.25, 1e-3).set(Tag.SLICE_LOCATION, "-12.5e1") //$NON-NLS-1$
				.set(Tag.DIFFUSION_B_VALUE, 1000.5).set(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, 1, 40000, 65535)
				.set(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME, Tag.PIXEL_DATA).set(Tag.REGION_LOCATION_MIN_X0, -1)
				.set(Tag.SLICE_THICKNESS, 2).set(Tag.PIXEL_PADDING_VALUE, VR.SS, -2000)
				.bytes(PRIVATE_BLOCK, VR.LO, "PREVIEW TEST".getBytes()).set(PRIVATE_NUMBER, VR.UN, 1, 2, 3) //$NON-NLS-1$
				.set(0x00091010, VR.OB, 9).set(FLOATS, VR.OF, 1.5, -2.25f)
				.sequence(Tag.ANATOMIC_REGION_SEQUENCE, code("T-A0100", "Brain"), code("T-D1100", "Head")) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				.sequence(Tag.VOI_LUT_SEQUENCE, List.of()).sequence(Tag.REFERENCED_SERIES_SEQUENCE,
						new DicomObject().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, code("x", "deep"))); //$NON-NLS-1$ //$NON-NLS-2$
		short[] values = new short[12];
		for (int i = 0; i < values.length; i++) {
			values[i] = (short) (i * 300 - 1000);
		}
		return Images.grey16(object, 4, 3, 16, true, values);
	}

	private static DicomObject code(String value, String meaning) {
		return new DicomObject().set(Tag.CODE_VALUE, value).set(Tag.CODE_MEANING, meaning);
	}

	private Path write(DicomWriter writer) throws IOException {
		Path file = folder.resolve("file"); //$NON-NLS-1$
		writer.write(file, object());
		return file;
	}

	@ParameterizedTest
	@MethodSource("writers")
	void header(DicomWriter writer) throws IOException {
		Path file = write(writer);
		InstanceHeader header = reader.readHeader(file, LIMITS);
		assertEquals(Optional.empty(), header.problem());
		assertEquals(writer.syntax(), header.transferSyntax());
		assertEquals(file, Locations.path(header));
		assertEquals(Files.size(file), header.location().size());
		assertEquals(Files.getLastModifiedTime(file).toMillis(), header.location().lastModified());
		assertEquals(Study.MR, header.sopClassUid());
		assertEquals(Study.of("", "", 3).root() + ".3.2.5", header.sopInstanceUid()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertTrue(header.hasPixels());
		assertEquals(1, header.frameCount());
		checkValues(header);
		checkValues(header.frame(0));
	}

	@ParameterizedTest
	@MethodSource("writers")
	void dataSet(DicomWriter writer) throws IOException {
		DataSet dataSet = reader.readDataSet(write(writer), LIMITS);
		assertEquals(Optional.empty(), dataSet.problem());
		checkValues(dataSet);
		assertEquals(writer.layout() != Layout.BARE, dataSet.contains(Tag.TRANSFER_SYNTAX_UID));
		Element privateNumber = dataSet.element(PRIVATE_NUMBER).orElseThrow();
		assertEquals("PREVIEW TEST", privateNumber.creator()); //$NON-NLS-1$
		assertEquals(List.of("01", "02", "03", "00"), privateNumber.values()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		Element referenced = dataSet.element(Tag.REFERENCED_SERIES_SEQUENCE).orElseThrow();
		DataSet deep = referenced.items().get(0).element(Tag.REFERENCED_IMAGE_SEQUENCE).orElseThrow().items().get(0);
		assertEquals(Optional.of("deep"), deep.string(Tag.CODE_MEANING)); //$NON-NLS-1$
		assertEquals(VR.SQ, referenced.vr());
		assertEquals(writer.definedLengths(), referenced.length() >= 0);
		Element pixels = dataSet.element(Tag.PIXEL_DATA).orElseThrow();
		assertEquals(24, pixels.length());
		List<Element> elements = dataSet.elements();
		for (int i = 1; i < elements.size(); i++) {
			assertTrue(Integer.compareUnsigned(elements.get(i - 1).tag(), elements.get(i).tag()) < 0);
		}
	}

	private static void checkValues(Attributes attributes) {
		assertEquals(List.of("ORIGINAL", "PRIMARY", "", "M"), attributes.strings(Tag.IMAGE_TYPE)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(Optional.of("Doe^Jane"), attributes.string(Tag.PATIENT_NAME)); //$NON-NLS-1$
		assertTrue(attributes.contains(Tag.PATIENT_AGE));
		assertEquals(List.of(), attributes.strings(Tag.PATIENT_AGE));
		assertFalse(attributes.contains(Tag.PATIENT_WEIGHT));
		assertArrayEquals(new double[] { -120.5, 3.25, 1e-3 }, attributes.numbers(Tag.IMAGE_POSITION_PATIENT));
		assertArrayEquals(new double[] { -125 }, attributes.numbers(Tag.SLICE_LOCATION));
		assertArrayEquals(new double[] { 1000.5 }, attributes.numbers(Tag.DIFFUSION_B_VALUE));
		assertArrayEquals(new double[] { 1, 40000, 65535 }, attributes.numbers(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE));
		assertEquals(List.of("(0018,1063)", "(7FE0,0010)"), attributes.strings(Tag.FRAME_INCREMENT_POINTER)); //$NON-NLS-1$ //$NON-NLS-2$
		assertArrayEquals(new double[] { Tag.FRAME_TIME, Tag.PIXEL_DATA },
				attributes.numbers(Tag.FRAME_INCREMENT_POINTER));
		assertArrayEquals(new double[] { 4294967295.0 }, attributes.numbers(Tag.REGION_LOCATION_MIN_X0));
		assertEquals(-2000, attributes.integer(Tag.PIXEL_PADDING_VALUE).orElseThrow());
		List<Attributes> regions = attributes.items(Tag.ANATOMIC_REGION_SEQUENCE);
		assertEquals(2, regions.size());
		assertEquals(Optional.of("Head"), regions.get(1).string(Tag.CODE_MEANING)); //$NON-NLS-1$
		assertTrue(attributes.contains(Tag.VOI_LUT_SEQUENCE));
		assertEquals(List.of(), attributes.items(Tag.VOI_LUT_SEQUENCE));
		assertEquals(List.of(), attributes.items(Tag.PATIENT_NAME));
		assertEquals(3, attributes.integer(Tag.ROWS).orElseThrow());
	}

	@ParameterizedTest
	@MethodSource("writers")
	void pixels(DicomWriter writer) throws IOException {
		InstanceHeader header = reader.readHeader(write(writer), LIMITS);
		try (PixelSource source = reader.openPixels(header, LIMITS)) {
			assertEquals(1, source.frameCount());
			assertEquals(4, source.format().columns());
			assertTrue(source.format().signed());
			EncodedFrame frame = source.frame(0);
			assertEquals(24, frame.length());
			for (int i = 0; i < 12; i++) {
				int at = frame.offset() + 2 * i;
				assertEquals(i * 300 - 1000, (short) (frame.bytes()[at] & 0xFF | frame.bytes()[at + 1] << 8));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("writers")
	void longValuesAreFetchedLater(DicomWriter writer) throws IOException {
		Object[] table = new Object[40000];
		for (int i = 0; i < table.length; i++) {
			table[i] = i;
		}
		DicomObject lut = new DicomObject().set(Tag.LUT_DESCRIPTOR, VR.US, 40000, 0, 16)
				.set(Tag.LUT_DATA, VR.OW, table);
		Path file = folder.resolve("lut"); //$NON-NLS-1$
		writer.write(file, object().sequence(Tag.MODALITY_LUT_SEQUENCE, lut));

		Attributes kept = reader.readHeader(file, LIMITS).items(Tag.MODALITY_LUT_SEQUENCE).get(0);
		assertTrue(kept.contains(Tag.LUT_DATA));
		assertEquals(List.of(), kept.strings(Tag.LUT_DATA));

		DataSet item = reader.readDataSet(file, LIMITS).element(Tag.MODALITY_LUT_SEQUENCE).orElseThrow().items().get(0);
		Element data = item.element(Tag.LUT_DATA).orElseThrow();
		assertTrue(data.shortened());
		assertEquals(80000, data.length());
		byte[] bytes = reader.readValue(file, data, LIMITS);
		assertEquals(80000, bytes.length);
		for (int i = 0; i < table.length; i++) {
			assertEquals(i, bytes[2 * i] & 0xFF | (bytes[2 * i + 1] & 0xFF) << 8);
		}
		assertEquals(0, item.numbers(Tag.LUT_DATA).length);
	}
}
