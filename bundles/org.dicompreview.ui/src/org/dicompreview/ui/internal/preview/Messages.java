package org.dicompreview.ui.internal.preview;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String AxisBar_scale;
	public static String AxisBar_value;
	public static String ChangedFiles_name;
	public static String CinePlayer_dropped;
	public static String CinePlayer_rate;
	public static String CinePlayer_speed;
	public static String CinePlayer_starting;
	public static String ColorMenu_grey;
	public static String FileFollower_name;
	public static String FittingStates_name;
	public static String FittingStates_notRead;
	public static String FrameCanvas_name;
	public static String InterpolationMenu_bicubic;
	public static String InterpolationMenu_bilinear;
	public static String InterpolationMenu_nearest;
	public static String PictureTexts_position;
	public static String PictureTexts_replaced;
	public static String PictureTexts_preset;
	public static String PictureTexts_size;
	public static String PictureTexts_window;
	public static String PictureTexts_zoom;
	public static String PreviewMemory_notSaved;
	public static String PreviewPane_empty;
	public static String PreviewPane_gap;
	public static String PreviewPane_loading;
	public static String PreviewPane_noFrame;
	public static String PreviewPane_noImages;
	public static String PreviewPane_noImagesUnnamed;
	public static String PreviewPane_rule;
	public static String PreviewPane_ruleReversed;
	public static String PreviewPane_ruleText;
	public static String PreviewPane_stacks;
	public static String RenderJob_name;
	public static String SliceBar_left;
	public static String SliceBar_millimetres;
	public static String SliceBar_number;
	public static String SliceBar_place;
	public static String SliceBar_placeAt;
	public static String SliceBar_right;
	public static String SliceBar_scale;
	public static String SliceBar_total;
	public static String StacksJob_name;
	public static String StateChoice_unnamed;
	public static String StateMenu_none;
	public static String Subject_broken;
	public static String Subject_document;
	public static String Subject_missing;
	public static String Subject_nothingIn;
	public static String Subject_notDicom;
	public static String Subject_unknownKind;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.preview.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
