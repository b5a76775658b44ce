package org.dicompreview.dicom;

/** Tags that this project asks for, named by their keywords in PS3.6; group in the upper 16 bits, element in the lower. */
public final class Tag {

	public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
	public static final int IMAGE_TYPE = 0x00080008;
	public static final int SOP_CLASS_UID = 0x00080016;
	public static final int SOP_INSTANCE_UID = 0x00080018;
	public static final int PIXEL_DATA = 0x7FE00010;

	private Tag() {
	}

	/** {@return the tag as people write it, {@code (0028,0010)}} */
	public static String format(int tag) {
		return String.format("(%04X,%04X)", tag >>> 16, tag & 0xFFFF); //$NON-NLS-1$
	}
}
