package org.dicompreview.viewer;

/**
 * How a stack is being played. Immutable.
 *
 * @param playing      whether it plays now
 * @param speed        how much faster than its own pace, above 0
 * @param backAndForth whether it runs back from its end instead of starting over; as far as that is known before it plays
 * @since 0.1
 */
public record PlaybackState(boolean playing, double speed, boolean backAndForth) {

	/** Nothing plays. */
	public static final PlaybackState STOPPED = new PlaybackState(false, 1, false);

	/** Checks the speed. */
	public PlaybackState {
		if (!(speed > 0)) {
			throw new IllegalArgumentException("speed " + speed); //$NON-NLS-1$
		}
	}
}
