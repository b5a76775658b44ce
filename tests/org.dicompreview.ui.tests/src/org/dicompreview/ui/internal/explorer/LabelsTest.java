package org.dicompreview.ui.internal.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.FolderState.Phase;
import org.dicompreview.ui.internal.folders.MadeHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabelsTest {

	private static final Path ROOT = Path.of("root").toAbsolutePath(); //$NON-NLS-1$
	private static final MadeHeader IMAGE = MadeHeader.image(ROOT.resolve("a"), "Doe^Jane", "Brain", "T2"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

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
		assertEquals(Label.of("Doe, Jane", "ID of Doe^Jane", "Jan 31, 1970"), Labels.patient(patient(IMAGE))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Test
	void anIdStandsInForANameAndIsNotSaidTwice() {
		assertEquals("42", Labels.patient(patient(IMAGE.with(Tag.PATIENT_NAME, "").with(Tag.PATIENT_ID, "42"))).text()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Label same = Labels.patient(patient(IMAGE.with(Tag.PATIENT_NAME, "42").with(Tag.PATIENT_ID, "42"))); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(Label.of("42", "Jan 31, 1970"), same); //$NON-NLS-1$ //$NON-NLS-2$
		Label nobody = Labels.patient(patient(IMAGE.with(Tag.PATIENT_NAME, "").with(Tag.PATIENT_ID, ""))); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("Unknown patient", nobody.text()); //$NON-NLS-1$
	}

	@Test
	void aStudyHasDescriptionDateAndModalities() {
		MadeHeader ct = MadeHeader.image(ROOT.resolve("b"), "Doe^Jane", "Brain", "Bone").with(Tag.MODALITY, "CT"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		Label label = Labels.study(patient(IMAGE, ct).studies().get(0));
		assertEquals("Brain", label.text()); //$NON-NLS-1$
		assertTrue(label.details().startsWith("Feb 29, 2024 \u00b7 ")); //$NON-NLS-1$
		assertTrue(label.details().contains("CT") && label.details().contains("MR")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("Feb 29, 2024", Labels.study(patient(IMAGE.with(Tag.STUDY_DESCRIPTION, "")).studies().get(0)).text()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void aSeriesCountsItsImages() {
		MadeHeader second = new MadeHeader(ROOT.resolve("b"), 1, 1, true, IMAGE.values()); //$NON-NLS-1$
		assertEquals(Label.of("T2", "MR", "1 image"), Labels.series(series(IMAGE))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(Label.of("T2", "MR", "2 images"), Labels.series(series(IMAGE, second))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Test
	void aSeriesOfDocumentsIsCalledWhatItIs() {
		MadeHeader report = IMAGE.with(Tag.SERIES_DESCRIPTION, "").with(Tag.MODALITY, "SR") //$NON-NLS-1$ //$NON-NLS-2$
				.document("1.2.840.10008.5.1.4.1.1.88.11"); //$NON-NLS-1$
		assertEquals(Label.of("Basic Text SR", "SR"), Labels.series(series(report))); //$NON-NLS-1$ //$NON-NLS-2$
		MadeHeader other = report.at(ROOT.resolve("b")); //$NON-NLS-1$
		assertEquals(Label.of("Basic Text SR", "SR", "2 documents"), Labels.series(series(report, other))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		MadeHeader named = report.with(Tag.SERIES_DESCRIPTION, "Findings"); //$NON-NLS-1$
		assertEquals(Label.of("Findings", "SR", "Basic Text SR"), Labels.series(series(named))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Test
	void whatCannotBeADateIsShownAsItIs() {
		assertEquals("", DicomDates.date("")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("1970", DicomDates.date("1970")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("20231399", DicomDates.date("20231399")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("Feb 29, 2024", DicomDates.dateTime("20240229")); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(DicomDates.dateTime("20240229101530").matches("Feb 29, 2024 10:15\\hAM")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("Feb 29, 2024", DicomDates.dateTime("20240229996100")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void aRootSaysOnlyWhatNeedsSaying() {
		assertEquals("", Labels.folder(state(Phase.DONE, 5, 0, 0))); //$NON-NLS-1$
		assertEquals("", Labels.folder(state(Phase.SCANNING, 0, 0, 0))); //$NON-NLS-1$
		assertEquals("1 unreadable file \u00b7 2,000 other files", Labels.folder(state(Phase.DONE, 5, 1, 2000))); //$NON-NLS-1$
		assertEquals("No DICOM files \u00b7 3 other files", Labels.folder(state(Phase.DONE, 0, 0, 3))); //$NON-NLS-1$
		assertEquals("Missing", Labels.folder(state(Phase.MISSING, 0, 0, 0))); //$NON-NLS-1$
		assertEquals("Cannot be read", Labels.folder(state(Phase.FAILED, 0, 0, 0))); //$NON-NLS-1$
		assertEquals("Scan stopped after 7 files \u00b7 1 unreadable file", Labels.folder(state(Phase.CANCELLED, 5, 1, 0))); //$NON-NLS-1$
	}

	@Test
	void whatIsMissingIsNotUnreadable() {
		FolderState missing = new FolderState(ROOT, Phase.DONE, 7, 7, 5, 0, 3, 0, ""); //$NON-NLS-1$
		assertEquals("3 missing files", Labels.folder(missing)); //$NON-NLS-1$
		FolderState both = new FolderState(ROOT, Phase.DONE, 7, 7, 5, 1, 1, 2, ""); //$NON-NLS-1$
		assertEquals("1 unreadable file \u00b7 1 missing file \u00b7 2 other files", Labels.folder(both)); //$NON-NLS-1$
	}

	private static FolderState state(Phase phase, int instances, int broken, int foreign) {
		return new FolderState(ROOT, phase, 7, 9, instances, broken, 0, foreign, ""); //$NON-NLS-1$
	}

	private static Series series(InstanceHeader... headers) {
		return patient(headers).studies().get(0).series().get(0);
	}

	private static Patient patient(InstanceHeader... headers) {
		Catalog catalog = SeriesModel.standalone(DicomReaders.standalone()).newCatalog();
		catalog.add(ROOT, List.of(headers));
		return catalog.patients().get(0);
	}
}
