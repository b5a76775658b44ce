package org.dicompreview.viewer.internal.measure;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String AngleTool_label;
	public static String CobbAngleTool_label;
	public static String EllipseTool_label;
	public static String LineTool_label;
	public static String MeasurementLayer_description;
	public static String MeasurementLayer_label;
	public static String PendingValues_job;
	public static String PolylineTool_label;
	public static String RectangleTool_label;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.measure.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
