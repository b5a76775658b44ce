package org.dicompreview.ui.internal.measure;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String HistogramDialog_job;
	public static String HistogramDialog_loading;
	public static String HistogramDialog_nothing;
	public static String HistogramDialog_summary;
	public static String HistogramDialog_title;
	public static String MeasurementFile_notSetAside;
	public static String MeasurementFile_unknown;
	public static String MeasurementRow_notOpen;
	public static String MeasurementRow_place;
	public static String MeasurementRowsJob_name;
	public static String MeasurementsView_kind;
	public static String MeasurementsView_name;
	public static String MeasurementsView_series;
	public static String MeasurementsView_slice;
	public static String MeasurementsView_value;
	public static String StoredMeasurements_notRead;
	public static String StoredMeasurements_notWritten;
	public static String StoredMeasurements_reading;
	public static String StoredMeasurements_writing;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.measure.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
