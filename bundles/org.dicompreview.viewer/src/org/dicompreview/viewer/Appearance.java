package org.dicompreview.viewer;

import java.util.Optional;
import java.util.function.UnaryOperator;

import org.dicompreview.rendering.DisplaySettings;

/**
 * How a person wants to see a series. Immutable.
 *
 * @param settings what they have changed
 * @param state    the presentation state that is applied below it
 * @param placed   whether they have turned, zoomed or moved the picture since the state was applied: until then it says how
 *                 the picture lies
 * @since 0.1
 */
public record Appearance(DisplaySettings settings, Optional<PresentationStateChoice> state, boolean placed) {

	/** As the file says. */
	public static final Appearance DEFAULT = new Appearance(DisplaySettings.DEFAULT, Optional.empty(), false);

	/** {@return this appearance with other settings} @param shown the settings as they are on screen now */
	public Appearance edited(UnaryOperator<DisplaySettings> edit, DisplaySettings shown) {
		DisplaySettings before = isPlacedByState() ? settings.with(shown.orientation()).with(shown.placement()) : settings;
		DisplaySettings after = edit.apply(before);
		return new Appearance(after, state, placed || !samePlace(before, after));
	}

	/** {@return the appearance that another presentation state begins with} @param other absent for none */
	public Appearance withState(Optional<PresentationStateChoice> other) {
		return new Appearance(DisplaySettings.DEFAULT.withInterpolation(settings.style().interpolation()), other, false);
	}

	/** {@return whether the presentation state says how the picture lies} */
	public boolean isPlacedByState() {
		return state.isPresent() && !placed;
	}

	private static boolean samePlace(DisplaySettings a, DisplaySettings b) {
		return a.orientation().equals(b.orientation()) && a.placement().equals(b.placement());
	}
}
