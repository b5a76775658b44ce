package org.dicompreview.viewer;

/**
 * How a person looked at a series, for the next time that it is shown. Immutable.
 *
 * @param appearance how its slices are displayed
 * @param reversed   whether the slider runs in descending order
 * @param speed      how much faster than its own pace it plays, above 0
 * @since 0.1
 */
public record ViewingSettings(Appearance appearance, boolean reversed, double speed) {

	/** Those of a series that nobody has looked at yet. */
	public static final ViewingSettings DEFAULT = new ViewingSettings(Appearance.DEFAULT, false, 1);
}
