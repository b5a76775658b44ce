package org.dicompreview.codec.internal;

import java.util.Optional;

/** Why a frame is not whole: keeps the first reason and counts the others. For several threads. */
public final class Damage {

	private String first;
	private int more;

	/**
	 * Notes damage.
	 *
	 * @param reason what is wrong, a sentence without full stop, with the byte offset in the frame where it is known
	 */
	public synchronized void report(String reason) {
		if (first == null) {
			first = reason;
		} else {
			more++;
		}
	}

	/** {@return whether nothing was reported} */
	public synchronized boolean isEmpty() {
		return first == null;
	}

	/** {@return the text for {@link org.dicompreview.codec.Frame#problem()}} */
	public synchronized Optional<String> text() {
		if (first == null || more == 0) {
			return Optional.ofNullable(first);
		}
		return Optional.of(first + " (and " + more + " more)");
	}
}
