package org.dicompreview.viewer;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Names one thing on show. Another thing gets another identity, also when it takes the place of a message or gives way to one;
 * the slices of one series share theirs. What is under way for an identity that is no longer on show is dropped.
 *
 * @param number unique in this process
 * @since 0.1
 */
public record Identity(long number) {

	private static final AtomicLong NUMBERS = new AtomicLong();

	/** {@return an identity that nothing has had before} */
	public static Identity next() {
		return new Identity(NUMBERS.incrementAndGet());
	}
}
