package org.dicompreview.ui.internal.explorer;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. Those with counts are patterns of {@link java.text.MessageFormat}. */
final class Messages extends NLS {

	public static String EmptyPage_hint;
	public static String EmptyPage_open;
	public static String EmptyPage_title;
	public static String ExplorerPane_noSeries;
	public static String ExplorerPane_nothingFound;
	public static String FacetPane_any;
	public static String FacetPane_bodyPart;
	public static String FacetPane_count;
	public static String FacetPane_date;
	public static String FacetPane_from;
	public static String FacetPane_fromName;
	public static String FacetPane_images;
	public static String FacetPane_least;
	public static String FacetPane_leastName;
	public static String FacetPane_modality;
	public static String FacetPane_most;
	public static String FacetPane_mostName;
	public static String FacetPane_problems;
	public static String FacetPane_to;
	public static String FacetPane_toName;
	public static String Labels_broken;
	public static String Labels_cancelled;
	public static String Labels_document;
	public static String Labels_documents;
	public static String Labels_failed;
	public static String Labels_foreign;
	public static String Labels_images;
	public static String Labels_missing;
	public static String Labels_missingFiles;
	public static String Labels_more;
	public static String Labels_noDicom;
	public static String Labels_noDate;
	public static String Labels_notDicom;
	public static String Labels_studies;
	public static String Labels_series;
	public static String Labels_seriesNumber;
	public static String Labels_stack;
	public static String Labels_study;
	public static String Labels_unknownPatient;
	public static String NodeTooltip_place;
	public static String ScanLine_counting;
	public static String ScanLine_scanning;
	public static String ScanLine_stop;
	public static String SeriesExplorerView_filter;
	public static String SeriesThumbnails_job;
	public static String SeriesRows_note;
	public static String SeriesExplorerView_filterName;
	public static String SeriesExplorerView_treeName;
	public static String ShowInFileManagerHandler_failed;
	public static String ShowInFileManagerHandler_title;
	public static String SnapshotJob_name;
	public static String StructureLoader_name;
	public static String Tooltips_accession;
	public static String Tooltips_axis;
	public static String Tooltips_born;
	public static String Tooltips_color;
	public static String Tooltips_date;
	public static String Tooltips_direction;
	public static String Tooltips_folder;
	public static String Tooltips_id;
	public static String Tooltips_modality;
	public static String Tooltips_order;
	public static String Tooltips_sex;
	public static String Tooltips_uid;
	public static String OptionHandler_unknown;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.explorer.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
