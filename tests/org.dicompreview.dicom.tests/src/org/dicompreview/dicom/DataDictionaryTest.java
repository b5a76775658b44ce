package org.dicompreview.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.dicom.DataDictionary.Entry;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {

	@Test
	void elements() {
		Entry name = DataDictionary.find(Tag.PATIENT_NAME).orElseThrow();
		assertEquals(new Entry(Tag.PATIENT_NAME, "PatientName", "Patient's Name", List.of(VR.PN), "1", false), name); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Entry padding = DataDictionary.find(Tag.PIXEL_PADDING_VALUE).orElseThrow();
		assertEquals(List.of(VR.US, VR.SS), padding.vrs());
		assertEquals(List.of(VR.OB, VR.OW), DataDictionary.find(Tag.PIXEL_DATA).orElseThrow().vrs());
		assertEquals("1-n", DataDictionary.find(Tag.WINDOW_CENTER).orElseThrow().vm()); //$NON-NLS-1$
		assertTrue(DataDictionary.find(0x00080001).orElseThrow().retired());
		assertEquals(List.of(), DataDictionary.find(Tag.ITEM).orElseThrow().vrs());
		assertEquals(Optional.empty(), DataDictionary.find(0x00080006 + 0x1234));
	}

	@Test
	void repeatingGroups() {
		assertEquals("OverlayData", DataDictionary.find(0x60003000).orElseThrow().keyword()); //$NON-NLS-1$
		assertEquals("OverlayData", DataDictionary.find(0x601E3000).orElseThrow().keyword()); //$NON-NLS-1$
		assertEquals(Optional.empty(), DataDictionary.find(0x60013000));
		assertEquals("SourceImageIDs", DataDictionary.find(0x00203142).orElseThrow().keyword()); //$NON-NLS-1$
	}

	@Test
	void groupLengthsAndPrivateElements() {
		assertEquals(List.of(VR.UL), DataDictionary.find(0x00080000).orElseThrow().vrs());
		assertEquals("Private Creator", DataDictionary.find(0x00290010).orElseThrow().name()); //$NON-NLS-1$
		assertEquals(Optional.empty(), DataDictionary.find(0x00291010));
		assertEquals("B_value", DataDictionary.find(0x0019100C, "SIEMENS MR HEADER").orElseThrow().name() //$NON-NLS-1$ //$NON-NLS-2$
				.replace(' ', '_'));
		assertEquals(List.of(VR.IS), DataDictionary.find(0x0019FF0C, "SIEMENS MR HEADER").orElseThrow().vrs()); //$NON-NLS-1$
		assertEquals(Optional.empty(), DataDictionary.find(0x0019100C, "SOMEBODY")); //$NON-NLS-1$
		assertEquals("PatientName", DataDictionary.find(Tag.PATIENT_NAME, "").orElseThrow().keyword()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void keywords() {
		assertEquals(OptionalInt.of(Tag.SOP_INSTANCE_UID), DataDictionary.tag("SOPInstanceUID")); //$NON-NLS-1$
		assertEquals(OptionalInt.empty(), DataDictionary.tag("NoSuchThing")); //$NON-NLS-1$
	}

	@Test
	void identifiers() {
		assertEquals(Optional.of("CT Image Storage"), DataDictionary.uidName("1.2.840.10008.5.1.4.1.1.2")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(Optional.of("JPEG XL"), DataDictionary.uidName("1.2.840.10008.1.2.4.112")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(Optional.empty(), DataDictionary.uidName("1.2.3")); //$NON-NLS-1$
	}

	@Test
	void constantsAreCalledAsTheirKeywords() throws IllegalAccessException {
		for (Field field : Tag.class.getFields()) {
			Entry entry = DataDictionary.find(field.getInt(null)).orElseThrow();
			assertEquals(field.getName().replace("_", ""), entry.keyword().toUpperCase(Locale.ROOT)); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	@Test
	void transferSyntaxes() {
		TransferSyntax implicit = TransferSyntax.of("1.2.840.10008.1.2"); //$NON-NLS-1$
		assertFalse(implicit.explicitVR() || implicit.encapsulated() || implicit.bigEndian() || implicit.deflated());
		assertTrue(TransferSyntax.of("1.2.840.10008.1.2.2").bigEndian()); //$NON-NLS-1$
		TransferSyntax deflated = TransferSyntax.of("1.2.840.10008.1.2.1.99"); //$NON-NLS-1$
		assertTrue(deflated.deflated() && deflated.explicitVR() && !deflated.encapsulated());
		for (String uid : List.of("1.98", "4.50", "4.70", "4.80", "4.90", "4.100.1", "4.108", "4.110", "4.201", "5", "8.1")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$
			TransferSyntax syntax = TransferSyntax.of("1.2.840.10008.1.2." + uid); //$NON-NLS-1$
			assertTrue(syntax.encapsulated() && syntax.known() && !syntax.deflated(), uid);
			assertFalse(syntax.name().startsWith("1."), uid); //$NON-NLS-1$
		}
		assertTrue(TransferSyntax.of("1.2.840.113619.5.2").known()); //$NON-NLS-1$
		assertFalse(TransferSyntax.of("1.2.840.10008.1.2.4.94").encapsulated()); //$NON-NLS-1$
		TransferSyntax unknown = TransferSyntax.of("1.2.3"); //$NON-NLS-1$
		assertEquals(new TransferSyntax("1.2.3", "1.2.3", true, false, false, true, false), unknown); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
