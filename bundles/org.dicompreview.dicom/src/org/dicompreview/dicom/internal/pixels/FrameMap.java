package org.dicompreview.dicom.internal.pixels;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which fragments belong to which frame, where no table says so (PS3.5 A.4): one each if there are as many as frames, the
 * empty ones left out or else counted; else a frame begins with each fragment that begins a compressed image; else they are
 * shared out evenly. A frame of nothing but empty fragments is there without a codestream.
 */
final class FrameMap {

	private final Fragments fragments;
	private final int stated;
	/** The fragments that hold something. */
	private final int[] full;
	/** Those of them that begin a compressed image. */
	private final int[] starts;

	private FrameMap(Fragments fragments, int stated) {
		this.fragments = fragments;
		this.stated = stated;
		full = all(fragments, i -> fragments.length(i) > 0);
		starts = all(fragments, fragments::isStart);
	}

	/**
	 * {@return index of the first fragment of each frame, and the number of fragments as a last entry}
	 *
	 * @param fragments the fragments, at least one of them not empty
	 * @param stated    Number of Frames, at least 1
	 * @param whole     whether all fragments are one stream
	 */
	static int[] of(Fragments fragments, int stated, boolean whole) {
		return new FrameMap(fragments, stated).frames(whole);
	}

	private int[] frames(boolean whole) {
		boolean begins = starts.length > 0 && starts[0] == full[0];
		if (whole || stated == 1 && !begins) {
			return firsts(new int[] { 0 });
		}
		boolean emptyFrames = fragments.empty() > 0 && begins && starts.length + fragments.empty() == stated;
		if (full.length == stated && !emptyFrames) {
			return firsts(full);
		}
		if (fragments.count() == stated) {
			return firsts(all(fragments, i -> true));
		}
		if (emptyFrames) {
			return firsts(all(fragments, i -> fragments.isStart(i) || fragments.length(i) == 0));
		}
		if (begins && (starts.length == stated || full.length % stated != 0 || stated == 1)) {
			return firsts(starts);
		}
		return firsts(evenly(Math.min(stated, full.length)));
	}

	private static int[] all(Fragments fragments, IntPredicate condition) {
		return IntStream.range(0, fragments.count()).filter(condition).toArray();
	}

	private int[] firsts(int[] frames) {
		int[] firsts = Arrays.copyOf(frames, frames.length + 1);
		firsts[frames.length] = fragments.count();
		return firsts;
	}

	private int[] evenly(int frames) {
		int each = full.length / frames;
		return IntStream.range(0, frames).map(i -> full[i * each]).toArray();
	}
}
