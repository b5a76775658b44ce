package org.dicompreview.viewer.corners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CornerTextsTest {

	@Test
	void aLineHasKeywordsAndTagsAfterALabel() {
		assertEquals(new CornerLine("", List.of(Tag.PATIENT_NAME)), CornerLine.parse(" PatientName ")); //$NON-NLS-1$ //$NON-NLS-2$
		CornerLine line = CornerLine.parse("Tube kV: KVP (0018,1151) (0019,1001)"); //$NON-NLS-1$
		assertEquals(new CornerLine("Tube kV", List.of(Tag.KVP, Tag.X_RAY_TUBE_CURRENT, 0x00191001)), line); //$NON-NLS-1$
		assertEquals("Tube kV: KVP XRayTubeCurrent (0019,1001)", line.format()); //$NON-NLS-1$
		assertEquals(line, CornerLine.parse(line.format()));
	}

	@ParameterizedTest
	@CsvSource({ "PatientNam, keyword", "patientname, keyword", "'(10,10)', hexadecimal", "'(0010,00G0)', hexadecimal", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			"'(0010,9999)', knows no attribute", "PixelData, has no text", "ReferencedImageSequence, has no text", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"kV:, at least one attribute" }) //$NON-NLS-1$
	void aWrongLineIsRefusedInWords(String text, String words) {
		String message = assertThrows(IllegalArgumentException.class, () -> CornerLine.parse(text)).getMessage();
		assertTrue(message.contains(words), message);
	}

	@Test
	void aModalityWithoutLinesHasThoseOfAllOthers() {
		CornerLine line = CornerLine.parse("PatientID"); //$NON-NLS-1$
		CornerTexts texts = new CornerTexts(Map.of(CornerTexts.OTHERS, Map.of(Corner.TOP_LEFT, List.of(line)))).with("CT", Map.of()); //$NON-NLS-1$
		assertEquals(List.of(line), texts.lines("MR", Corner.TOP_LEFT)); //$NON-NLS-1$
		assertEquals(List.of(), texts.lines("MR", Corner.TOP_RIGHT)); //$NON-NLS-1$
		assertEquals(List.of(), texts.lines("CT", Corner.TOP_LEFT)); //$NON-NLS-1$
		assertEquals(List.of("CT"), texts.modalities()); //$NON-NLS-1$
		assertEquals(List.of(line), texts.without("CT").lines("CT", Corner.TOP_LEFT)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void preferencesKeepThem() {
		CornerTexts texts = CornerTexts.DEFAULT.with("CT", //$NON-NLS-1$
				Map.of(Corner.TOP_LEFT, List.of(CornerLine.parse("[x]: PatientID")), Corner.BOTTOM_RIGHT, List.of())); //$NON-NLS-1$
		assertEquals(texts, CornerTexts.parse(texts.format()));
		String foreign = texts.format() + "\n\tNoSuchKeyword\n[[NO_CORNER]]\n\tPatientID"; //$NON-NLS-1$
		assertEquals(texts, CornerTexts.parse(foreign));
		assertEquals(new CornerTexts(Map.of()), CornerTexts.parse("")); //$NON-NLS-1$
	}

	@Test
	void theDefaultSaysWhoAndWhat() {
		assertEquals(List.of("PatientName", "PatientID", "PatientBirthDate PatientSex"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				CornerTexts.DEFAULT.lines("XX", Corner.TOP_LEFT).stream().map(CornerLine::format).toList()); //$NON-NLS-1$
		assertEquals("kV: KVP", CornerTexts.DEFAULT.lines("CT", Corner.BOTTOM_LEFT).get(0).format()); //$NON-NLS-1$ //$NON-NLS-2$
		CornerTexts.DEFAULT.modalities()
				.forEach(each -> assertFalse(CornerTexts.DEFAULT.lines(each, Corner.TOP_LEFT).isEmpty(), each));
	}
}
