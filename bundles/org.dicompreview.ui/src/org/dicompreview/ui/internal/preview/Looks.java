package org.dicompreview.ui.internal.preview;

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
 */
record Looks(DisplaySettings settings, Optional<StateChoice> state, boolean placed) {

	static final Looks DEFAULT = new Looks(DisplaySettings.DEFAULT, Optional.empty(), false);

	/** {@return these looks with other settings} @param shown the settings as they are on screen now */
	Looks edited(UnaryOperator<DisplaySettings> edit, DisplaySettings shown) {
		DisplaySettings before = isPlacedByState()
				? settings.withOrientation(shown.quarterTurns(), shown.flip()).withView(shown.zoom(), shown.panX(), shown.panY())
				: settings;
		DisplaySettings after = edit.apply(before);
		return new Looks(after, state, placed || !samePlace(before, after));
	}

	/** {@return the looks that another presentation state begins with} @param other absent for none */
	Looks withState(Optional<StateChoice> other) {
		return new Looks(DisplaySettings.DEFAULT.withInterpolation(settings.interpolation()), other, false);
	}

	/** {@return whether the presentation state says how the picture lies} */
	boolean isPlacedByState() {
		return state.isPresent() && !placed;
	}

	private static boolean samePlace(DisplaySettings a, DisplaySettings b) {
		return a.withOrientation(b.quarterTurns(), b.flip()).withView(b.zoom(), b.panX(), b.panY()).equals(a);
	}
}
