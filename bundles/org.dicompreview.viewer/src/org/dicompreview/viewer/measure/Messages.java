package org.dicompreview.viewer.measure;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String MeasurementKind_angle;
	public static String MeasurementKind_cobbAngle;
	public static String MeasurementKind_ellipse;
	public static String MeasurementKind_line;
	public static String MeasurementKind_polyline;
	public static String MeasurementKind_rectangle;
	public static String MeasurementStore_name;
	public static String MeasurementTexts_angle;
	public static String MeasurementTexts_differences;
	public static String MeasurementTexts_estimated;
	public static String MeasurementTexts_inImagePlane;
	public static String MeasurementTexts_mean;
	public static String MeasurementTexts_named;
	public static String MeasurementTexts_onDetector;
	public static String MeasurementTexts_onFilm;
	public static String MeasurementTexts_quantity;
	public static String MeasurementTexts_range;
	public static String MeasurementTexts_separator;
	public static String MeasurementTexts_sides;
	public static String MeasurementTexts_suvBodySurfaceArea;
	public static String MeasurementTexts_suvBodyWeight;
	public static String MeasurementTexts_suvLeanBodyMass;
	public static String MeasurementTexts_uncertain;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.measure.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
