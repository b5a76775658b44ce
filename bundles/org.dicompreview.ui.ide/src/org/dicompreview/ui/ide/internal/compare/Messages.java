package org.dicompreview.ui.ide.internal.compare;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String AttributeJob_failed;
	public static String AttributeJob_name;
	public static String AttributeNode_item;
	public static String AttributeNode_itemMoved;
	public static String AttributeNode_items;
	public static String AttributeNode_order;
	public static String AttributeViewer_differences;
	public static String AttributeViewer_ignoreDates;
	public static String AttributeViewer_ignoreUids;
	public static String AttributeViewer_images;
	public static String AttributeViewer_same;
	public static String AttributeViewer_title;
	public static String CompareHandler_title;
	public static String IgnoredAttributes_notSaved;
	public static String OverlayPictures_name;
	public static String OverlayLayer_label;
	public static String PixelViewer_blend;
	public static String PixelViewer_difference;
	public static String PixelViewer_failed;
	public static String PixelViewer_flicker;
	public static String PixelViewer_incomparable;
	public static String PixelViewer_loading;
	public static String PixelViewer_noImages;
	public static String PixelViewer_same;
	public static String PixelViewer_sideBySide;
	public static String PixelViewer_statistics;
	public static String PixelViewer_title;
	public static String PixelViewer_weight;

	static {
		NLS.initializeMessages("org.dicompreview.ui.ide.internal.compare.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
