package org.dicompreview.viewer.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Plane;
import org.dicompreview.series.Vector3;
import org.dicompreview.viewer.LocatedPoint;
import org.junit.jupiter.api.Test;

class PatientTextsTest {

	private static LocatedPoint point(double x, double y, double z, boolean inPatient) {
		Plane plane = new Plane(new Vector3(0, 0, 0), new Vector3(1, 0, 0), new Vector3(0, 1, 0), inPatient);
		return new LocatedPoint(new ImagePlane(plane, 1, 1, 10, 10, "1.2"), new Vector3(x, y, z)); //$NON-NLS-1$
	}

	@Test
	void aPlaceIsToldByTheDirectionsOfThePatient() {
		assertEquals("3D cursor: 3 mm left, 20 mm posterior, 7 mm superior", PatientTexts.located(point(3, 20, 7, true))); //$NON-NLS-1$
		String other = PatientTexts.located(point(-3.04, -20.26, -0.5, true));
		assertTrue(other.matches("3D cursor: 3 mm right, 20[.,]3 mm anterior, 0[.,]5 mm inferior"), other); //$NON-NLS-1$
	}

	@Test
	void aVolumeOfItsOwnHasAxesOnly() {
		String text = PatientTexts.located(point(1.5, -2, 3, false));
		assertTrue(text.matches("3D cursor: x 1[.,]5, y -2, z 3 mm"), text); //$NON-NLS-1$
	}
}
