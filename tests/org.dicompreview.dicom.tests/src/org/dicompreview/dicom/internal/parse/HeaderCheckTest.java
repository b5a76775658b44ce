package org.dicompreview.dicom.internal.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.BuiltInReader;
import org.dicompreview.dicom.spi.HeaderProblems;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What contradicts itself is told, with the tag and the byte at which the element stands. */
class HeaderCheckTest {

	private static final HeaderProblems PROBLEMS = HeaderProblems.standalone();

	private static final DicomWriter WRITER = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE);

	@TempDir
	Path folder;

	private static DicomObject image() {
		return Phantoms.ct(Study.of("Doe^Jane", "1", 5), 2, 1, 2, 16).get(0) //$NON-NLS-1$ //$NON-NLS-2$
				.sequence(Tag.ANATOMIC_REGION_SEQUENCE, new DicomObject().set(Tag.CODE_VALUE, "T-A0100")); //$NON-NLS-1$
	}

	private InstanceHeader read(byte[] bytes) throws IOException {
		Path file = Files.write(folder.resolve("file"), bytes); //$NON-NLS-1$
		return new BuiltInReader().readHeader(file, ReadLimits.DEFAULT);
	}

	private static Arguments change(int tag, String says, UnaryOperator<DicomObject> change) {
		return Arguments.of(tag, says, change);
	}

	static Stream<Arguments> changes() {
		return Stream.of(change(Tag.ROWS, "no size", o -> o.set(Tag.ROWS, 0)), //$NON-NLS-1$
				change(Tag.COLUMNS, "no size", o -> o.remove(Tag.COLUMNS)), //$NON-NLS-1$
				change(Tag.PIXEL_DATA, "have 512 bytes", o -> o.set(Tag.COLUMNS, 65535)), //$NON-NLS-1$
				change(Tag.NUMBER_OF_FRAMES, "hold 1", o -> o.set(Tag.NUMBER_OF_FRAMES, 2_000_000_000)), //$NON-NLS-1$
				change(Tag.NUMBER_OF_FRAMES, "not above zero", o -> o.set(Tag.NUMBER_OF_FRAMES, -3)), //$NON-NLS-1$
				change(Tag.BITS_ALLOCATED, "99 bits", o -> o.set(Tag.BITS_ALLOCATED, 99)), //$NON-NLS-1$
				change(Tag.BITS_STORED, "20 bits stored of 16", o -> o.set(Tag.BITS_STORED, 20)), //$NON-NLS-1$
				change(Tag.HIGH_BIT, "high bit", o -> o.set(Tag.HIGH_BIT, 3)), //$NON-NLS-1$
				change(Tag.PIXEL_REPRESENTATION, "missing", o -> o.remove(Tag.PIXEL_REPRESENTATION)), //$NON-NLS-1$
				change(Tag.PHOTOMETRIC_INTERPRETATION, "missing", o -> o.remove(Tag.PHOTOMETRIC_INTERPRETATION)), //$NON-NLS-1$
				change(Tag.PHOTOMETRIC_INTERPRETATION, "FANCY", o -> o.set(Tag.PHOTOMETRIC_INTERPRETATION, "FANCY")), //$NON-NLS-1$ //$NON-NLS-2$
				change(Tag.SAMPLES_PER_PIXEL, "3 samples", o -> o.set(Tag.SAMPLES_PER_PIXEL, 3)), //$NON-NLS-1$
				change(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, "missing", //$NON-NLS-1$
						o -> o.set(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR") //$NON-NLS-1$
								.bytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, new byte[512])),
				change(Tag.IMAGE_POSITION_PATIENT, "three numbers", //$NON-NLS-1$
						o -> o.set(Tag.IMAGE_POSITION_PATIENT, "nan", "0", "inf")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				change(Tag.IMAGE_ORIENTATION_PATIENT, "perpendicular", //$NON-NLS-1$
						o -> o.set(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 1, 0, 0)),
				change(Tag.IMAGE_ORIENTATION_PATIENT, "perpendicular", //$NON-NLS-1$
						o -> o.set(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1)),
				change(Tag.PIXEL_SPACING, "positive", o -> o.set(Tag.PIXEL_SPACING, "0,5", "0,5")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				change(Tag.PIXEL_SPACING, "positive", o -> o.set(Tag.PIXEL_SPACING, 0, 0)), //$NON-NLS-1$
				change(Tag.RESCALE_SLOPE, "zero", o -> o.set(Tag.RESCALE_SLOPE, 0)), //$NON-NLS-1$
				change(Tag.WINDOW_WIDTH, "not above zero", o -> o.set(Tag.WINDOW_WIDTH, 400, -1)), //$NON-NLS-1$
				change(Tag.SERIES_INSTANCE_UID, "missing", o -> o.remove(Tag.SERIES_INSTANCE_UID)), //$NON-NLS-1$
				change(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 999", //$NON-NLS-1$
						o -> o.set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 999")), //$NON-NLS-1$
				change(Tag.PIXEL_DATA, "no pixel data", o -> o.remove(Tag.PIXEL_DATA))); //$NON-NLS-1$
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("changes")
	void whatIsWrongIsToldWithItsPlace(int tag, String says, UnaryOperator<DicomObject> change) throws IOException {
		InstanceHeader sound = read(WRITER.toBytes(image()));
		assertEquals(Optional.empty(), sound.problem(), "as it was"); //$NON-NLS-1$
		assertEquals(Optional.empty(), PROBLEMS.of(sound));
		byte[] bytes = WRITER.toBytes(change.apply(image()));
		InstanceHeader header = read(bytes);
		Problem problem = header.problem().orElseThrow();
		assertEquals(tag, problem.tag());
		assertTrue(problem.what().toString().contains(says), problem::toString);
		Problem again = PROBLEMS.of(header).orElseThrow();
		assertEquals(problem.at(tag, -1), again, "whoever has read the header"); //$NON-NLS-1$
		int at = (int) problem.offset();
		int found = at + 4 > bytes.length ? -1 : u16(bytes, at) << 16 | u16(bytes, at + 2);
		boolean there = found == tag;
		boolean behind = found == -1 ? at == bytes.length : Integer.compareUnsigned(found, tag) > 0;
		assertTrue(there || behind, problem.toString());
		assertEquals(Optional.of("Doe^Jane"), header.string(Tag.PATIENT_NAME), "the rest is there all the same"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void whatDoesNotTouchThePictureIsANoteBehindAllDamage() throws IOException {
		Problem note = read(WRITER.toBytes(image().set(Tag.WINDOW_WIDTH, 0))).problem().orElseThrow();
		assertEquals(Tag.WINDOW_WIDTH, note.tag());
		assertTrue(note.isNote());
		assertTrue(PROBLEMS.of(read(WRITER.toBytes(image().set(Tag.WINDOW_WIDTH, 0)))).orElseThrow().isNote());
		Problem damage = read(WRITER.toBytes(image().set(Tag.WINDOW_WIDTH, 0).set(Tag.BITS_STORED, 20))).problem()
				.orElseThrow();
		assertEquals(Tag.BITS_STORED, damage.tag());
		assertFalse(damage.isNote());
	}

	private static int u16(byte[] bytes, int at) {
		return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
	}

	@Test
	void theEncodingIsToldToo() throws IOException {
		byte[] good = WRITER.toBytes(image());
		byte[] length = good.clone();
		length[140] ^= 1;
		Problem problem = read(length).problem().orElseThrow();
		assertEquals(Tag.FILE_META_INFORMATION_GROUP_LENGTH, problem.tag());
		assertEquals(132, problem.offset());

		byte[] vr = good.clone();
		int modality = indexOf(vr, new byte[] { 8, 0, 0x60, 0, 'C', 'S' });
		vr[modality + 4] = 1;
		problem = read(vr).problem().orElseThrow();
		assertEquals(Tag.MODALITY, problem.tag());
		assertEquals(modality, problem.offset());
		assertEquals(Optional.of("CT"), read(vr).string(Tag.MODALITY)); //$NON-NLS-1$

		byte[] syntax = good.clone();
		int uid = indexOf(syntax, DicomWriter.EXPLICIT_LITTLE.getBytes(StandardCharsets.US_ASCII));
		syntax[uid + DicomWriter.EXPLICIT_LITTLE.length() - 1] = '7';
		problem = read(syntax).problem().orElseThrow();
		assertEquals(Tag.TRANSFER_SYNTAX_UID, problem.tag());
		assertEquals(uid - 8, problem.offset());
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
	void documentsNeedNoImage() throws IOException {
		DicomObject report = new DicomObject().set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.88.11") //$NON-NLS-1$
				.set(Tag.SOP_INSTANCE_UID, "1.2.3").set(Tag.MODALITY, "SR"); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(Optional.empty(), read(WRITER.toBytes(report)).problem());
	}
}
