package org.dicompreview.dicom.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.compare.AttributeDifference.OfElement;
import org.dicompreview.dicom.compare.AttributeDifference.OfItem;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributeComparisonTest {

	private static final int CREATOR = 0x00290010;
	private static final int OTHER_BLOCK = 0x00290011;
	private static final Predicate<Element> NOTHING = element -> false;

	@TempDir
	private Path folder;

	private static DicomObject object() {
		return new DicomObject().set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7").set(Tag.SOP_INSTANCE_UID, "1.2.3")
				.set(Tag.PATIENT_NAME, "Doe^Jane").set(Tag.STUDY_DATE, "20240101").set(Tag.MODALITY, "OT")
				.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY");
	}

	private static DicomObject item(String uid) {
		return new DicomObject().set(Tag.REFERENCED_SOP_INSTANCE_UID, uid).set(Tag.CODE_VALUE, "c" + uid);
	}

	/** {@return the differences as text: + right only, - left only, ~ order, * changed} */
	private String compare(DicomObject left, DicomObject right, Predicate<Element> ignored) throws IOException {
		DicomReaders readers = DicomReaders.standalone();
		FileLocation one = FileLocation.unseen(folder.resolve("left"));
		FileLocation other = FileLocation.unseen(folder.resolve("right"));
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(one.path(), left);
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(other.path(), right);
		DataSet ofLeft = readers.readDataSet(one.path(), readers.limits());
		DataSet ofRight = readers.readDataSet(other.path(), readers.limits());
		return text(AttributeComparison.of(ofLeft, ofRight, ignored, AttributeComparison.reading(readers, one, other)));
	}

	private String compare(DicomObject left, DicomObject right) throws IOException {
		return compare(left, right, NOTHING);
	}

	private static String text(List<AttributeDifference> differences) {
		List<String> texts = new ArrayList<>();
		for (AttributeDifference each : differences) {
			String sign = switch (each.kind()) {
				case CHANGED -> "*";
				case ORDER -> "~";
				case LEFT_ONLY -> "-";
				case RIGHT_ONLY -> "+";
			};
			String what = each instanceof OfElement element ? Tag.format(element.either().tag())
					: ((OfItem) each).left() + ">" + ((OfItem) each).right();
			texts.add(sign + what + (each.children().isEmpty() ? "" : "[" + text(each.children()) + "]"));
		}
		return String.join(" ", texts);
	}

	@Test
	void whatIsTheSameHasNoDifference() throws IOException {
		assertEquals("", compare(object(), object()));
	}

	@Test
	void whatDiffersAndWhatIsMissingIsToldInOrder() throws IOException {
		assertEquals("-(0008,0060) *(0010,0010) +(0010,0020)",
				compare(object(), object().remove(Tag.MODALITY).set(Tag.PATIENT_NAME, "Doe^John").set(Tag.PATIENT_ID, "1")));
	}

	@Test
	void anEmptyValueIsNotAMissingAttribute() throws IOException {
		assertEquals("*(0008,0060)", compare(object(), object().set(Tag.MODALITY)));
		assertEquals("+(0010,0020)", compare(object(), object().set(Tag.PATIENT_ID)));
	}

	@Test
	void valuesInAnotherOrderAreThat() throws IOException {
		assertEquals("~(0008,0008)", compare(object(), object().set(Tag.IMAGE_TYPE, "PRIMARY", "ORIGINAL")));
		assertEquals("*(0008,0008)", compare(object(), object().set(Tag.IMAGE_TYPE, "PRIMARY", "PRIMARY")));
	}

	@Test
	void uidsAndDatesCanBeLeftOut() throws IOException {
		DicomObject other = object().set(Tag.SOP_INSTANCE_UID, "1.2.4").set(Tag.STUDY_DATE, "20240102")
				.set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
		assertEquals("*(0002,0002) *(0002,0003) *(0008,0016) *(0008,0018) *(0008,0020)", compare(object(), other));
		assertEquals("*(0002,0002) *(0008,0016) *(0008,0020)", compare(object(), other, Ignored.UIDS));
		assertEquals("*(0002,0002) *(0008,0016)", compare(object(), other, Ignored.UIDS.or(Ignored.DATES)));
	}

	@Test
	void itemsThatAreTheSameBelongTogether() throws IOException {
		DicomObject left = object().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item("1"), item("2"), item("3"));
		assertEquals("~(0008,1140)[~0>1 ~1>0]",
				compare(left, object().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item("2"), item("1"), item("3"))));
		assertEquals("*(0008,1140)[-0>-1]", compare(left, object().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item("2"), item("3"))));
		assertEquals("*(0008,1140)[+-1>1]",
				compare(left, object().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item("1"), item("4"), item("2"), item("3"))));
		assertEquals("*(0008,1140)[*1>1[*(0008,1155)]]", compare(left,
				object().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item("1"), item("2").set(Tag.REFERENCED_SOP_INSTANCE_UID, "5"),
						item("3"))));
	}

	@Test
	void identifiersThatAreLeftOutDoNotTellItemsApart() throws IOException {
		DicomObject left = object().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, item("1"));
		DicomObject right = object().sequence(Tag.REFERENCED_IMAGE_SEQUENCE,
				item("1").set(Tag.REFERENCED_SOP_INSTANCE_UID, "9"));
		assertEquals("", compare(left, right, Ignored.UIDS));
	}

	@Test
	void privateElementsBelongToTheirCreatorWhateverItsBlock() throws IOException {
		DicomObject left = object().set(CREATOR, VR.LO, "MAKER").set(0x00291001, VR.LO, "a").set(0x00291002, VR.LO, "b");
		DicomObject right = object().set(CREATOR, VR.LO, "OTHER").set(OTHER_BLOCK, VR.LO, "MAKER")
				.set(0x00291101, VR.LO, "a").set(0x00291102, VR.LO, "c").set(0x00291001, VR.LO, "a");
		assertEquals("+(0029,0010) +(0029,1001) *(0029,1002)", compare(left, right));
	}

	@Test
	void longValuesAreComparedToTheirEnd() throws IOException {
		byte[] one = new byte[5000];
		byte[] other = one.clone();
		assertEquals("", compare(object().bytes(Tag.ICC_PROFILE, VR.OB, one), object().bytes(Tag.ICC_PROFILE, VR.OB, other)));
		other[4999] = 1;
		assertEquals("*(0028,2000)",
				compare(object().bytes(Tag.ICC_PROFILE, VR.OB, one), object().bytes(Tag.ICC_PROFILE, VR.OB, other)));
	}

	@Test
	void pixelsAreComparedElsewhere() throws IOException {
		assertEquals("", compare(object().bytes(Tag.PIXEL_DATA, VR.OB, new byte[16]),
				object().bytes(Tag.PIXEL_DATA, VR.OB, new byte[] { 1, 2 })));
	}
}
