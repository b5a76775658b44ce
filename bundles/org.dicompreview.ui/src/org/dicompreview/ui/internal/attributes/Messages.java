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

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.attributes.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
