package org.dicompreview.testsupport;

import org.dicompreview.dicom.Tag;

/**
 * What the instances of a study have in common, and identifiers for its series and instances. The same names give the
 * same identifiers.
 *
 * @param patient name of the patient
 * @param id      Patient ID
 * @param date    date of the study, YYYYMMDD
 * @param root    prefix of all UIDs
 */
public record Study(String patient, String id, String date, String root) {

	/** CT Image Storage. */
	public static final String CT = "1.2.840.10008.5.1.4.1.1.2"; //$NON-NLS-1$
	/** MR Image Storage. */
	public static final String MR = "1.2.840.10008.5.1.4.1.1.4"; //$NON-NLS-1$
	/** Enhanced MR Image Storage. */
	public static final String ENHANCED_MR = "1.2.840.10008.5.1.4.1.1.4.1"; //$NON-NLS-1$
	/** Ultrasound Multi-frame Image Storage. */
	public static final String US_MULTI_FRAME = "1.2.840.10008.5.1.4.1.1.3.1"; //$NON-NLS-1$
	/** Secondary Capture Image Storage. */
	public static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"; //$NON-NLS-1$
	/** Segmentation Storage. */
	public static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4"; //$NON-NLS-1$

	private static final String ROOT = "2.25.158043312870915206124370512"; //$NON-NLS-1$

	/** {@return a study of a patient that never was} */
	public static Study of(String patient, String id, int number) {
		return new Study(patient, id, "20240229", ROOT + number); //$NON-NLS-1$
	}

	/** {@return its Study Instance UID} */
	public String uid() {
		return root + ".1"; //$NON-NLS-1$
	}

	/** {@return the UID of a series} */
	public String seriesUid(int series) {
		return root + ".2." + series; //$NON-NLS-1$
	}

	/**
	 * {@return an instance with the attributes of patient, study and series}
	 *
	 * @param sopClass    its class
	 * @param modality    Modality
	 * @param series      number of the series
	 * @param description Series Description
	 * @param number      Instance Number
	 */
	public DicomObject instance(String sopClass, String modality, int series, String description, int number) {
		return new DicomObject().set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192").set(Tag.SOP_CLASS_UID, sopClass) //$NON-NLS-1$
				.set(Tag.SOP_INSTANCE_UID, root + ".3." + series + '.' + number).set(Tag.STUDY_DATE, date) //$NON-NLS-1$
				.set(Tag.STUDY_TIME, "081500").set(Tag.ACCESSION_NUMBER, id).set(Tag.MODALITY, modality) //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.MANUFACTURER, "Series Preview").set(Tag.MANUFACTURER_MODEL_NAME, "Phantom") //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.STUDY_DESCRIPTION, "Head of a phantom").set(Tag.SERIES_DESCRIPTION, description) //$NON-NLS-1$
				.set(Tag.PATIENT_NAME, patient).set(Tag.PATIENT_ID, id).set(Tag.PATIENT_BIRTH_DATE, "19700101") //$NON-NLS-1$
				.set(Tag.PATIENT_SEX, "O").set(Tag.STUDY_INSTANCE_UID, uid()) //$NON-NLS-1$
				.set(Tag.SERIES_INSTANCE_UID, seriesUid(series)).set(Tag.STUDY_ID, id).set(Tag.SERIES_NUMBER, series)
				.set(Tag.INSTANCE_NUMBER, number);
	}
}
