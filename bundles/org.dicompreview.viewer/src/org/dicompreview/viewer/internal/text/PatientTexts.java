package org.dicompreview.viewer.internal.text;

import org.dicompreview.series.Vector3;
import org.dicompreview.viewer.LocatedPoint;
import org.dicompreview.viewer.Numbers;
import org.eclipse.osgi.util.NLS;

/** Places in the patient in words. Plain functions without widgets. */
public final class PatientTexts {

	private PatientTexts() {
	}

	/** {@return where the located point lies} */
	public static String located(LocatedPoint located) {
		return NLS.bind(Messages.PatientTexts_located,
				located.image().plane().inPatient() ? inPatient(located.point()) : inVolume(located.point()));
	}

	/** {@return how far a point lies from the origin of the frame of reference in each direction of the patient} */
	static String inPatient(Vector3 point) {
		return NLS.bind(Messages.PatientTexts_patient,
				new Object[] { side(point.x(), Messages.PatientTexts_left, Messages.PatientTexts_right),
						side(point.y(), Messages.PatientTexts_posterior, Messages.PatientTexts_anterior),
						side(point.z(), Messages.PatientTexts_superior, Messages.PatientTexts_inferior) });
	}

	private static String side(double value, String positive, String negative) {
		return NLS.bind(value < 0 ? negative : positive, Numbers.format(Math.abs(value), 1));
	}

	private static String inVolume(Vector3 point) {
		return NLS.bind(Messages.PatientTexts_volume, new Object[] { Numbers.format(point.x(), 1), Numbers.format(point.y(), 1),
				Numbers.format(point.z(), 1) });
	}
}
