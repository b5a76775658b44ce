package org.dicompreview.codec.internal;

import java.util.Optional;

import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.TextKey;

/** Why a frame is not whole: keeps the first reason and counts the others. For several threads. */
public final class Damage {

	private Problem first;
	private int more;

	/**
	 * Notes damage.
	 *
	 * @param key       what is wrong
	 * @param arguments what stands in its places, with the byte offset in the frame where it is known
	 */
	public void report(TextKey key, Object... arguments) {
		report(Problem.of(key, arguments));
	}

	/** Notes damage. @param problem what is wrong */
	public synchronized void report(Problem problem) {
		if (first == null) {
			first = problem;
		} else {
			more++;
		}
	}

	/** {@return whether nothing was reported} */
	public synchronized boolean isEmpty() {
		return first == null;
	}

	/** {@return what is said in {@link org.dicompreview.codec.Frame#problem()}} */
	public synchronized Optional<Problem> problem() {
		return first == null || more == 0 ? Optional.ofNullable(first)
				: Optional.of(Problem.of(DecodeText.AND_MORE, first, more));
	}
}
