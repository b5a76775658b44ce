package org.dicompreview.ui.internal.attributes;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String AttributesView_failed;
	public static String AttributesView_many;
	public static String AttributesView_nothing;
	public static String AttributesView_nothingFound;
	public static String AttributesView_search;
	public static String AttributesView_searchName;
	public static String AttributesView_treeName;
	public static String AttributesView_titleFrame;
	public static String Column_keyword;
	public static String Column_length;
	public static String Column_name;
	public static String Column_tag;
	public static String Column_value;
	public static String Column_vr;
	public static String ContentJob_failed;
	public static String ContentJob_name;
	public static String CopyHandler_job;
	public static String ElementRow_creator;
	public static String ElementRow_encoding;
	public static String ElementRow_item;
	public static String ElementRow_items;
	public static String ElementRow_multiplicity;
	public static String ElementRow_multiplicityRetired;
	public static String ElementRow_undefined;
	public static String ElementRow_unknown;
	public static String FrameRow_frame;
	public static String FrameRow_name;
	public static String ItemRow_elements;
	public static String ItemRow_item;
	public static String RangeRow_items;
	public static String SeriesAttributesView_absent;
	public static String SeriesAttributesView_constant;
	public static String SeriesAttributesView_failed;
	public static String SeriesAttributesView_missing;
	public static String SeriesAttributesView_nothing;
	public static String SeriesAttributesView_number;
	public static String SeriesAttributesView_over;
	public static String SeriesAttributesView_place;
	public static String SeriesAttributesView_position;
	public static String SeriesAttributesView_reading;
	public static String SeriesAttributesView_search;
	public static String SeriesAttributesView_slice;
	public static String SeriesAttributesView_tableName;
	public static String SeriesAttributesView_time;
	public static String SeriesAttributesView_varying;
	public static String SeriesValuesJob_name;
	public static String Variations_constant;
	public static String Variations_missing;
	public static String Variations_varying;
	public static String ValuePlot_name;
	public static String ValuePlot_noNumbers;
	public static String ValuePlot_title;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.attributes.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
