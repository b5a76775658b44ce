package org.dicompreview.dicom.internal.model;

import org.dicompreview.dicom.VR;

/** Sizes and byte order of binary values. */
public final class Bytes {

	private Bytes() {
	}

	/** {@return bytes of one value of this VR, as far as byte order is concerned; 1 for text} */
	public static int size(VR vr) {
		return switch (vr) {
			case US, SS, OW -> 2;
			case UL, SL, FL, OL, OF, AT -> 4;
			case FD, OD, OV, SV, UV -> 8;
			default -> 1;
		};
	}

	/** Brings values from big-endian to little-endian order, in place; tags are two numbers. */
	public static void swap(byte[] bytes, int start, int length, VR vr) {
		int size = vr == VR.AT ? 2 : size(vr);
		if (size > 1) {
			swap(bytes, start, length, size);
		}
	}

	/** Reverses each group of so many bytes, in place. */
	public static void swap(byte[] bytes, int start, int length, int size) {
		for (int at = start; at + size <= start + length; at += size) {
			for (int low = at, high = at + size - 1; low < high; low++, high--) {
				byte kept = bytes[low];
				bytes[low] = bytes[high];
				bytes[high] = kept;
			}
		}
	}
}
