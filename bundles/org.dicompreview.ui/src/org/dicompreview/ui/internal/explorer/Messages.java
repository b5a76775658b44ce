package org.dicompreview.ui.internal.explorer;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. Those with counts are patterns of {@link java.text.MessageFormat}. */
final class Messages extends NLS {

	static String EmptyPage_hint;
	static String EmptyPage_open;
	static String EmptyPage_title;
	static String Labels_broken;
	static String Labels_cancelled;
	static String Labels_documents;
	static String Labels_failed;
	static String Labels_foreign;
	static String Labels_images;
	static String Labels_missing;
	static String Labels_more;
	static String Labels_noDicom;
	static String Labels_notDicom;
	static String Labels_series;
	static String Labels_seriesNumber;
	static String Labels_stack;
	static String Labels_study;
	static String Labels_unknownPatient;
	static String ScanLine_scanning;
	static String ScanLine_stop;
	static String SeriesExplorerView_filter;
	static String ShowInFileManagerHandler_failed;
	static String ShowInFileManagerHandler_title;
	static String SnapshotJob_name;
	static String StackLoader_name;
	static String Tooltips_accession;
	static String Tooltips_axis;
	static String Tooltips_born;
	static String Tooltips_date;
	static String Tooltips_direction;
	static String Tooltips_folder;
	static String Tooltips_id;
	static String Tooltips_modality;
	static String Tooltips_order;
	static String Tooltips_sex;
	static String Tooltips_uid;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.explorer.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
