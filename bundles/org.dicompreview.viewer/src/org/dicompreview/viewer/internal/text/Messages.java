package org.dicompreview.viewer.internal.text;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String PatientTexts_anterior;
	public static String PatientTexts_inferior;
	public static String PatientTexts_left;
	public static String PatientTexts_located;
	public static String PatientTexts_patient;
	public static String PatientTexts_posterior;
	public static String PatientTexts_right;
	public static String PatientTexts_superior;
	public static String PatientTexts_volume;
	public static String PictureTexts_dropped;
	public static String PictureTexts_position;
	public static String PictureTexts_rate;
	public static String PictureTexts_replaced;
	public static String PictureTexts_size;
	public static String PictureTexts_spacing;
	public static String PictureTexts_speed;
	public static String PictureTexts_starting;
	public static String PictureTexts_thickness;
	public static String PictureTexts_thicknessAndSpacing;
	public static String PictureTexts_unevenSpacing;
	public static String PictureTexts_window;
	public static String PictureTexts_zoom;
	public static String PixelTexts_color;
	public static String PixelTexts_named;
	public static String PixelTexts_padding;
	public static String PixelTexts_segment;
	public static String PixelTexts_separator;
	public static String PixelTexts_stored;
	public static String PixelTexts_suvBodySurfaceArea;
	public static String PixelTexts_suvBodyWeight;
	public static String PixelTexts_suvLeanBodyMass;
	public static String PixelTexts_unit;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.text.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
