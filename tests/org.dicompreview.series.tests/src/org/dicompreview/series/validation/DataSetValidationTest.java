package org.dicompreview.series.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetValidationTest {

	private static final DicomReaders READERS = DicomReaders.standalone();
	private static final int ROI_SEQUENCE = 0x30060020;
	private static final int ROI_NUMBER = 0x30060022;

	@TempDir
	private Path folder;

	private List<Fault> faults(DicomObject object) throws IOException {
		Path file = folder.resolve("made");
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, object);
		return DataSetValidation.of(READERS.readDataSet(file, READERS.limits()));
	}

	private String words(DicomObject object) throws IOException {
		return String.join("; ", faults(object).stream().map(fault -> fault.problem().what().toString()).toList());
	}

	private static DicomObject ct() {
		return Phantoms.ct(Study.of("Doe^Jane", "1", 1), 1, 1, 1, 8).get(0);
	}

	private static DicomObject plain() {
		return new DicomObject().set(Tag.PATIENT_NAME, "Doe^Jane");
	}

	@Test
	void aSoundImageHasNoFaults() throws IOException {
		assertEquals("", words(ct()));
	}

	@Test
	void requiredAttributesThatAreMissingOrEmptyAreTold() throws IOException {
		assertEquals("Rescale Slope has no value, though CT Image requires one; "
				+ "missing, though CT Image requires it: Frame of Reference UID, Pixel Spacing",
				words(ct().remove(Tag.PIXEL_SPACING).remove(Tag.FRAME_OF_REFERENCE_UID).set(Tag.RESCALE_SLOPE)));
	}

	@Test
	void requiredAttributesOfItemsAreToldOnceAtTheirSequence() throws IOException {
		DicomObject set = new DicomObject().set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.3").sequence(ROI_SEQUENCE,
				new DicomObject().set(ROI_NUMBER, 1), new DicomObject().set(ROI_NUMBER, 2));
		List<Fault> faults = faults(set);
		Fault fault = faults.stream().filter(each -> each.problem().tag() == 0x30060024).findFirst().orElseThrow();
		assertEquals(
				"Referenced Frame of Reference UID (2 times) is missing in Structure Set ROI Sequence, though RT Structure Set requires it",
				fault.problem().what().toString());
		assertTrue(fault.problem().offset() > 0);
		assertTrue(faults.stream().noneMatch(each -> each.problem().tag() == ROI_NUMBER), faults::toString);
	}

	@Test
	void aFaultHasTagAndOffsetOfTheValue() throws IOException {
		DicomObject object = plain().set(Tag.PATIENT_BIRTH_DATE, "20230230");
		Fault fault = faults(object).get(0);
		byte[] bytes = Files.readAllBytes(folder.resolve("made"));
		assertEquals(Tag.PATIENT_BIRTH_DATE, fault.problem().tag());
		assertEquals("20230230", new String(bytes, (int) fault.problem().offset(), 8));
		assertEquals("VALUE_INVALID", fault.rule());
		assertEquals(Fault.Category.ENCODING, fault.category());
	}

	@Test
	void anotherRepresentationThanThatOfTheDictionaryIsTold() throws IOException {
		assertEquals("Modality has the VR LO, not CS", words(plain().set(Tag.MODALITY, VR.LO, "MR")));
		assertEquals("", words(plain().bytes(Tag.MODALITY, VR.UN, new byte[] { 'M', 'R' })));
	}

	@Test
	void lengthsThatDoNotFitTheRepresentationAreTold() throws IOException {
		assertEquals("the length of Simple Frame List is no multiple of 4 bytes",
				words(plain().bytes(0x00081161, VR.UL, new byte[6])));
	}

	@Test
	void theNumberOfValuesIsThatOfTheDictionary() throws IOException {
		assertEquals("Pixel Spacing has 3 values, not 2", words(plain().set(Tag.PIXEL_SPACING, 1, 1, 1)));
		assertEquals("", words(plain().set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M", "NONE")));
	}

	@Test
	void elementsOfMakersAreLeftAlone() throws IOException {
		assertEquals("", words(plain().set(0x00290010, VR.LO, "MAKER").set(0x00291001, VR.DA, "never")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "CS|ORIGINAL_1 A|mixed Case", "AS|031Y|31Y", "DS|-1.5e+3|1,5", "DS|.5|5f",
			"IS|-12|1.0", "IS|2147483647|2147483648", "DA|20240229|20230229", "DA|1999.01.31|1999-01-31",
			"TM|235959.123456|2460", "TM|23|2", "DT|20240101120000.5+0100|2024011", "UI|1.2.840.0.1|1.02.3",
			"PN|A^B=C=D|A=B=C=D" })
	void valuesHaveTheFormOfTheirRepresentation(VR vr, String valid, String invalid) {
		assertTrue(ValueRules.isValid(vr, valid), valid);
		assertEquals(false, ValueRules.isValid(vr, invalid), invalid);
	}

	@ParameterizedTest
	@CsvSource({ "1,1,true", "1,2,false", "1-n,7,true", "2-2n,4,true", "2-2n,3,false", "1-3,3,true", "1-3,4,false", "6-n,5,false" })
	void multiplicitiesAreThoseOfTheStandard(String multiplicity, int count, boolean allowed) {
		assertEquals(allowed, ValueRules.allows(multiplicity, count));
	}

	@Test
	void longValuesAreTold() throws IOException {
		assertEquals("a value of Station Name has 17 characters, VR SH allows 16", words(plain().set(Tag.STATION_NAME, "a".repeat(17))));
		assertEquals("", words(plain().set(Tag.PATIENT_NAME, "a".repeat(64) + "=" + "b".repeat(64))));
	}
}
