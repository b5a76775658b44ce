package org.dicompreview.dicomweb.internal.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.InstanceSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DICOM JSON as servers write it, and what a reader makes of it. */
final class DicomJsonTest {

	private static List<DicomJson.Placed> read(String json) throws DicomException {
		return new DicomJson(ReadLimits.DEFAULT).read(json.getBytes(StandardCharsets.UTF_8));
	}

	private static JsonObject object(String json) throws DicomException {
		return read(json).get(0).object();
	}

	/** {@return what a reader makes of an object} */
	private static InstanceHeader header(String json, TransferSyntax syntax) throws Exception {
		byte[] bytes = Part10.write(object(json), syntax, null);
		InstanceSource source = new InstanceSource() {
			@Override
			public String id() {
				return "test:";
			}

			@Override
			public InstanceBytes open(InstanceLocation location) {
				return InstanceBytes.of(bytes);
			}
		};
		DicomReaders readers = DicomReaders.standalone();
		return readers.readHeader(InstanceLocation.of(source, "object", bytes.length, ""), readers.limits());
	}

	@Test
	void hasValuesOfAllKinds() throws Exception {
		InstanceHeader header = header("""
				[{"00080005":{"vr":"CS","Value":["ISO_IR 100"]},"00080018":{"vr":"UI","Value":["1.2.3"]},
				"00080008":{"vr":"CS","Value":["ORIGINAL",null,"AXIAL"]},
				"00100010":{"vr":"PN","Value":[{"Alphabetic":"Müller^Jörg","Ideographic":"山田^太郎"}]},
				"00200032":{"vr":"DS","Value":[-1.5,"2.25",3e2]},"00280010":{"vr":"US","Value":["512"]},
				"00280106":{"vr":"SS","Value":[-7]},"00189087":{"vr":"FD","Value":["1000.5"]},
				"00209165":{"vr":"AT","Value":["00200032"]},
				"52009229":{"vr":"SQ","Value":[{"00289110":{"vr":"SQ","Value":[{"00180050":{"vr":"DS","Value":[2.5]}}]}}]},
				"00281201":{"vr":"OW","InlineBinary":"AQIDBA=="}}]""", TransferSyntax.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
		assertEquals("1.2.3", header.sopInstanceUid());
		assertEquals(List.of("ORIGINAL", "", "AXIAL"), header.strings(Tag.IMAGE_TYPE));
		assertEquals("Müller^Jörg=山田^太郎", header.string(Tag.PATIENT_NAME).orElseThrow());
		assertArrayEquals(new double[] { -1.5, 2.25, 300 }, header.numbers(Tag.IMAGE_POSITION_PATIENT));
		assertEquals(512, header.integer(Tag.ROWS).getAsInt());
		assertEquals(1000.5, header.number(Tag.DIFFUSION_B_VALUE).getAsDouble());
		assertEquals(2.5, header.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).get(0).items(Tag.PIXEL_MEASURES_SEQUENCE).get(0)
				.number(Tag.SLICE_THICKNESS).getAsDouble());
		assertTrue(header.contains(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA));
	}

	@Test
	void isReadWithTheHabitsOfServers() throws DicomException {
		JsonObject object = object("""
				{"0020000d":{"value":["1.2"]},"PatientID":{"vr":"LO","Value":"7"},"00080020":{"vr":"da","Value":[]},
				"nonsense":{"vr":"LO"},"00081190":"http://x","00080060":{"Value":["CT"]}}""");
		assertEquals("1.2", object.text(Tag.STUDY_INSTANCE_UID));
		assertEquals(VR.UI, object.elements().get(Tag.STUDY_INSTANCE_UID).vr());
		assertEquals("7", object.text(Tag.PATIENT_ID));
		assertEquals("", object.text(Tag.STUDY_DATE));
		assertEquals("CT", object.text(Tag.MODALITY));
	}

	@Test
	void saysWhereEachObjectStands() throws DicomException {
		String json = " [ {\"00100020\":{\"vr\":\"LO\",\"Value\":[\"ü\"]}} ,{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"2\"]}}]";
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		List<DicomJson.Placed> all = read(json);
		assertEquals(2, all.size());
		DicomJson.Placed second = all.get(1);
		assertEquals("2", new DicomJson(ReadLimits.DEFAULT).read(bytes, second.from(), second.to() - second.from()).get(0).object()
				.text(Tag.PATIENT_ID));
	}

	@Test
	void ofNothingIsNothing() throws DicomException {
		assertEquals(List.of(), read(""));
		assertEquals(List.of(), read(" [ ] "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{", "[{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"1", "[{\"00100020\":{\"Value\":[{\"0", "<html>", "[1]",
			"\"x\"",
			"[{\"00281201\":{\"vr\":\"OW\",\"InlineBinary\":\"A\"}}]" })
	void isDamaged(String json) {
		assertThrows(DicomException.class, () -> read(json));
	}

	@Test
	void isNotReadBeyondTheBounds() {
		String deep = IntStream.range(0, 2000).mapToObj(i -> "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[").collect(Collectors.joining());
		assertThrows(DicomException.class, () -> read('[' + deep));
		ReadLimits few = new ReadLimits(64, 10, 1 << 20, 1 << 20, 1 << 20);
		String many = "[{\"00081140\":{\"vr\":\"LO\",\"Value\":[" + "\"x\",".repeat(20) + "\"x\"]}}]";
		assertThrows(DicomException.class, () -> new DicomJson(few).read(many.getBytes(StandardCharsets.UTF_8)));
		String longText = "[{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"" + "x".repeat(3 << 20) + "\"]}}]";
		assertThrows(DicomException.class, () -> new DicomJson(few).read(longText.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void damageDoesNotQuoteThePatient() {
		DicomException said = assertThrows(DicomException.class,
				() -> read("[{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Doe^Jane\" oops"));
		assertTrue(!said.getMessage().contains("Doe"), said.getMessage());
	}

	@Test
	void seriesTakeWhatTheirStudySays() throws DicomException {
		JsonObject study = object("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"7\"]},\"00080060\":{\"vr\":\"CS\",\"Value\":[\"MR\"]}}");
		JsonObject series = object("{\"00100020\":{\"vr\":\"LO\"},\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}}");
		assertEquals("7", series.over(study).text(Tag.PATIENT_ID));
		assertEquals("CT", series.over(study).text(Tag.MODALITY));
	}
}
