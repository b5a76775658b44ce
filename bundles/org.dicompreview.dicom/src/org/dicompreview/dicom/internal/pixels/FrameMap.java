package org.dicompreview.dicom.internal.pixels;

import java.util.Arrays;

/**
 * Which fragments belong to which frame, where no table says so (PS3.5 A.4): one each if there are as many as frames;
 * else a frame begins with each fragment that begins a compressed image; else they are shared out evenly.
 */
final class FrameMap {

	private FrameMap() {
	}

	/**
	 * {@return index of the first fragment of each frame, and the number of fragments as a last entry}
	 *
	 * @param fragments the fragments, at least one
	 * @param stated    Number of Frames, at least 1
	 * @param whole     whether all fragments are one stream
	 */
	static int[] of(Fragments fragments, int stated, boolean whole) {
		int count = fragments.count();
		if (whole || stated == 1 && !fragments.isStart(0)) {
			return new int[] { 0, count };
		}
		if (count == stated) {
			return evenly(count, count);
		}
		int[] byStart = byStart(fragments);
		if (byStart.length > 1 && byStart[0] == 0
				&& (byStart.length - 1 == stated || count % stated != 0 || stated == 1)) {
			return byStart;
		}
		return evenly(count, Math.min(stated, count));
	}

	private static int[] byStart(Fragments fragments) {
		int[] first = new int[fragments.count() + 1];
		int frames = 0;
		for (int i = 0; i < fragments.count(); i++) {
			if (fragments.isStart(i)) {
				first[frames++] = i;
			}
		}
		first[frames] = fragments.count();
		return Arrays.copyOf(first, frames + 1);
	}

	private static int[] evenly(int fragments, int frames) {
		int each = fragments / frames;
		int[] first = new int[frames + 1];
		for (int i = 0; i < frames; i++) {
			first[i] = i * each;
		}
		first[frames] = fragments;
		return first;
	}
}
