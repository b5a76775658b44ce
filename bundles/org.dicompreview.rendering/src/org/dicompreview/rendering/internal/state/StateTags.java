package org.dicompreview.rendering.internal.state;

/** Tags of presentation states (PS3.3 C.10), which no scan keeps. */
final class StateTags {

	static final int GRAPHIC_ANNOTATION_SEQUENCE = 0x00700001;
	static final int GRAPHIC_LAYER = 0x00700002;
	static final int BOUNDING_BOX_ANNOTATION_UNITS = 0x00700003;
	static final int ANCHOR_POINT_ANNOTATION_UNITS = 0x00700004;
	static final int GRAPHIC_ANNOTATION_UNITS = 0x00700005;
	static final int UNFORMATTED_TEXT_VALUE = 0x00700006;
	static final int TEXT_OBJECT_SEQUENCE = 0x00700008;
	static final int GRAPHIC_OBJECT_SEQUENCE = 0x00700009;
	static final int BOUNDING_BOX_TOP_LEFT_HAND_CORNER = 0x00700010;
	static final int BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER = 0x00700011;
	static final int ANCHOR_POINT = 0x00700014;
	static final int ANCHOR_POINT_VISIBILITY = 0x00700015;
	static final int GRAPHIC_DATA = 0x00700022;
	static final int GRAPHIC_TYPE = 0x00700023;
	static final int GRAPHIC_FILLED = 0x00700024;
	static final int IMAGE_HORIZONTAL_FLIP = 0x00700041;
	static final int IMAGE_ROTATION = 0x00700042;
	static final int DISPLAYED_AREA_TOP_LEFT_HAND_CORNER = 0x00700052;
	static final int DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER = 0x00700053;
	static final int DISPLAYED_AREA_SELECTION_SEQUENCE = 0x0070005A;
	static final int GRAPHIC_LAYER_SEQUENCE = 0x00700060;
	static final int GRAPHIC_LAYER_ORDER = 0x00700062;
	static final int GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE = 0x00700066;
	static final int PRESENTATION_SIZE_MODE = 0x00700100;
	static final int PRESENTATION_PIXEL_SPACING = 0x00700101;
	static final int PRESENTATION_PIXEL_ASPECT_RATIO = 0x00700102;
	static final int PRESENTATION_PIXEL_MAGNIFICATION_RATIO = 0x00700103;

	private StateTags() {
	}
}
