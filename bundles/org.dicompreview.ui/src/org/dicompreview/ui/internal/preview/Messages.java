package org.dicompreview.ui.internal.preview;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String ChangedFiles_name;
	public static String ColorMenu_grey;
	public static String FileFollower_broken;
	public static String FileFollower_missing;
	public static String FileFollower_name;
	public static String FileFollower_notDicom;
	public static String FileFollower_notFetched;
	public static String FileFollower_nothingIn;
	public static String InterpolationMenu_bicubic;
	public static String InterpolationMenu_bilinear;
	public static String InterpolationMenu_nearest;
	public static String LayoutMenu_columns;
	public static String LayoutMenu_four;
	public static String LayoutMenu_oneAndTwo;
	public static String LayoutMenu_rows;
	public static String LayoutMenu_single;
	public static String PlaneCommands_images;
	public static String PlaneCommands_unknown;
	public static String PreviewCommands_noImage;
	public static String PreviewCommands_nothing;
	public static String PreviewCommands_unknown;
	public static String PreviewLayers_notSaved;
	public static String PreviewMemory_notRead;
	public static String PreviewMemory_notSaved;
	public static String PreviewValues_first;
	public static String PreviewValues_last;
	public static String PreviewValues_middle;
	public static String PreviewValues_number;
	public static String ProjectionMenu_average;
	public static String ProjectionMenu_maximum;
	public static String ProjectionMenu_minimum;
	public static String SlabMenu_all;
	public static String SlabMenu_onePlane;
	public static String SlabMenu_thickness;
	public static String SliceTexts_hint;
	public static String SliceTexts_hintWithPositions;
	public static String SliceTexts_noPositions;
	public static String SliceTexts_number;
	public static String SliceTexts_outside;
	public static String SliceTexts_position;
	public static String StateMenu_none;
	public static String TextCommands_both;
	public static String TextCommands_goTo;
	public static String TextCommands_window;
	public static String WindowMenu_preset;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.preview.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
