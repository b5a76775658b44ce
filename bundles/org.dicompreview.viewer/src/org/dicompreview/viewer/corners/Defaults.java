package org.dicompreview.viewer.corners;

import java.util.List;

/** The corner texts before anybody chooses: of attributes that a scan has read already. */
final class Defaults {

	private static final String PATIENT = corner(Corner.TOP_LEFT, "PatientName", "PatientID", "PatientBirthDate PatientSex") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			+ corner(Corner.TOP_RIGHT, "InstitutionName", "StudyDescription", "StudyDate StudyTime", "SeriesDescription"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	static final String TEXT = String.join("", List.of( //$NON-NLS-1$
			modality("", "BodyPartExamined"), //$NON-NLS-1$ //$NON-NLS-2$
			modality("CR", "BodyPartExamined ViewPosition", "kV: KVP"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			modality("CT", "kV: KVP", "mA: XRayTubeCurrent", "ConvolutionKernel"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			modality("DX", "BodyPartExamined ViewPosition", "kV: KVP"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			modality("MG", "ImageLaterality ViewPosition", "kV: KVP"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			modality("MR", "ProtocolName", "TR: RepetitionTime", "TE: EchoTime", "FA: FlipAngle"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			modality("PT", "Units", "DecayCorrection"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			modality("US", "ManufacturerModelName", "HR: HeartRate"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			modality("XA", "Angles: PositionerPrimaryAngle PositionerSecondaryAngle", "kV: KVP"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private Defaults() {
	}

	private static String modality(String modality, String... bottomLeft) {
		return '[' + modality + "]\n" + PATIENT + corner(Corner.BOTTOM_LEFT, bottomLeft); //$NON-NLS-1$
	}

	private static String corner(Corner corner, String... lines) {
		return "[[" + corner + "]]\n\t" + String.join("\n\t", lines) + '\n'; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
