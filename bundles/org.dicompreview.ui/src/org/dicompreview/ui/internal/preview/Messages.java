package org.dicompreview.ui.internal.preview;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	static String AxisBar_scale;
	static String AxisBar_value;
	static String ColorMenu_grey;
	static String FileFollower_name;
	static String PictureTexts_preset;
	static String PictureTexts_size;
	static String PictureTexts_window;
	static String PictureTexts_zoom;
	static String PreviewMemory_notSaved;
	static String PreviewPane_empty;
	static String PreviewPane_gap;
	static String PreviewPane_loading;
	static String PreviewPane_noFrame;
	static String PreviewPane_noImages;
	static String PreviewPane_rule;
	static String PreviewPane_ruleReversed;
	static String PreviewPane_ruleText;
	static String PreviewPane_stacks;
	static String RenderJob_name;
	static String SliceBar_left;
	static String SliceBar_millimetres;
	static String SliceBar_number;
	static String SliceBar_place;
	static String SliceBar_right;
	static String SliceBar_scale;
	static String SliceBar_total;
	static String StacksJob_name;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.preview.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
