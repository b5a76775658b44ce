package org.dicompreview.ui.internal.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.ui.internal.folders.FolderState;
import org.dicompreview.ui.internal.folders.FolderState.Phase;
import org.dicompreview.ui.internal.folders.MadeHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabelsTest {

	private static final Path ROOT = Path.of("root").toAbsolutePath();
	private static final MadeHeader IMAGE = MadeHeader.image(ROOT.resolve("a"), "Doe^Jane", "Brain", "T2");

	private final Locale before = Locale.getDefault();

	@BeforeEach
	void speakAmericanEnglish() {
		Locale.setDefault(Locale.US);
	}

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(before);
	}

	@Test
	void aPatientHasNameIdAndBirthDate() {
		assertEquals(Label.of("Doe, Jane", "ID of Doe^Jane", "Jan 31, 1970"), Labels.patient(patient(IMAGE)));
	}

	@Test
	void anIdStandsInForANameAndIsNotSaidTwice() {
		assertEquals("42", Labels.patient(patient(IMAGE.with(Tag.PATIENT_NAME, "").with(Tag.PATIENT_ID, "42"))).text());
		Label same = Labels.patient(patient(IMAGE.with(Tag.PATIENT_NAME, "42").with(Tag.PATIENT_ID, "42")));
		assertEquals(Label.of("42", "Jan 31, 1970"), same);
		Label nobody = Labels.patient(patient(IMAGE.with(Tag.PATIENT_NAME, "").with(Tag.PATIENT_ID, "")));
		assertEquals("Unknown patient", nobody.text());
	}

	@Test
	void aStudyHasDescriptionDateAndModalities() {
		MadeHeader ct = MadeHeader.image(ROOT.resolve("b"), "Doe^Jane", "Brain", "Bone").with(Tag.MODALITY, "CT");
		Label label = Labels.study(patient(IMAGE, ct).studies().get(0));
		assertEquals("Brain", label.text());
		assertTrue(label.details().startsWith("Feb 29, 2024 \u00b7 "));
		assertTrue(label.details().contains("CT") && label.details().contains("MR"));
		assertEquals("Feb 29, 2024", Labels.study(patient(IMAGE.with(Tag.STUDY_DESCRIPTION, "")).studies().get(0)).text());
	}

	@Test
	void aSeriesCountsItsImages() {
		MadeHeader second = new MadeHeader(ROOT.resolve("b"), 1, 1, true, IMAGE.values());
		assertEquals(Label.of("T2", "MR", "1 image"), Labels.series(series(IMAGE)));
		assertEquals(Label.of("T2", "MR", "2 images"), Labels.series(series(IMAGE, second)));
	}

	@Test
	void aSeriesOfDocumentsIsCalledWhatItIs() {
		MadeHeader report = IMAGE.with(Tag.SERIES_DESCRIPTION, "").with(Tag.MODALITY, "SR")
				.document("1.2.840.10008.5.1.4.1.1.88.11");
		assertEquals(Label.of("Basic Text SR", "SR", "1 document"), Labels.series(series(report)));
	}

	@Test
	void whatCannotBeADateIsShownAsItIs() {
		assertEquals("", DicomDates.date(""));
		assertEquals("1970", DicomDates.date("1970"));
		assertEquals("20231399", DicomDates.date("20231399"));
		assertEquals("Feb 29, 2024", DicomDates.dateTime("20240229"));
		assertTrue(DicomDates.dateTime("20240229101530").matches("Feb 29, 2024 10:15\\hAM"));
		assertEquals("Feb 29, 2024", DicomDates.dateTime("20240229996100"));
	}

	@Test
	void aRootSaysOnlyWhatNeedsSaying() {
		assertEquals("", Labels.folder(state(Phase.DONE, 5, 0, 0)));
		assertEquals("", Labels.folder(state(Phase.SCANNING, 0, 0, 0)));
		assertEquals("1 unreadable file \u00b7 2,000 other files", Labels.folder(state(Phase.DONE, 5, 1, 2000)));
		assertEquals("No DICOM files \u00b7 3 other files", Labels.folder(state(Phase.DONE, 0, 0, 3)));
		assertEquals("Missing", Labels.folder(state(Phase.MISSING, 0, 0, 0)));
		assertEquals("Cannot be read", Labels.folder(state(Phase.FAILED, 0, 0, 0)));
		assertEquals("Scan stopped after 7 files \u00b7 1 unreadable file", Labels.folder(state(Phase.CANCELLED, 5, 1, 0)));
	}

	private static FolderState state(Phase phase, int instances, int broken, int foreign) {
		return new FolderState(ROOT, phase, 7, 9, instances, broken, foreign, "");
	}

	private static Series series(InstanceHeader... headers) {
		return patient(headers).studies().get(0).series().get(0);
	}

	private static Patient patient(InstanceHeader... headers) {
		Catalog catalog = SeriesModel.create(List.of()).newCatalog();
		catalog.add(ROOT, List.of(headers));
		return catalog.patients().get(0);
	}
}
