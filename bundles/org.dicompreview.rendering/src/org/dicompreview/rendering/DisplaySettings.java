package org.dicompreview.rendering;

import java.util.Optional;

/**
 * How a person wants to see frames. Immutable; rendering is a function of frame, settings and size.
 *
 * @param window        the window; absent for the frame's own (the file's first window or VOI LUT, else automatic)
 * @param voiLut        which of the frame's VOI LUTs is used where no window is chosen, from 1; 0, or more than there are,
 *                      for the frame's own choice
 * @param invert        whether dark and bright are swapped
 * @param colorMap      id of a pseudo-colour map for grey frames ({@link ColorMaps}), or empty text for grey
 * @param quarterTurns  clockwise rotation in steps of 90 degrees, 0-3, applied after flipping
 * @param flip          whether left and right are swapped before rotation
 * @param zoom          magnification relative to fitting the target; 1 fits
 * @param panX          shift to the right as a part of the target's width, 0 is centred
 * @param panY          shift down as a part of the target's height, 0 is centred
 * @param interpolation how pixels are made between samples
 * @param overlays      whether overlay planes (group 60xx) and shutters are shown
 */
public record DisplaySettings(Optional<VoiWindow> window, int voiLut, boolean invert, String colorMap,
		int quarterTurns, boolean flip, double zoom, double panX, double panY, Interpolation interpolation, boolean overlays) {

	/** Ways to interpolate when enlarging; shrinking always averages areas. */
	public enum Interpolation {
		NEAREST, BILINEAR, BICUBIC
	}

	/** As the file says, fitted, bilinear, with overlays. */
	public static final DisplaySettings DEFAULT = new DisplaySettings(Optional.empty(), 0, false, "", 0, false, 1, 0, 0, //$NON-NLS-1$
			Interpolation.BILINEAR, true);

	/** Checks ranges. */
	public DisplaySettings {
		if (quarterTurns < 0 || quarterTurns > 3 || !(zoom > 0) || voiLut < 0) {
			throw new IllegalArgumentException("turns " + quarterTurns + ", zoom " + zoom + ", VOI LUT " + voiLut); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
	}

	/** {@return these settings with another window, or the frame's own} */
	public DisplaySettings withWindow(Optional<VoiWindow> other) {
		return new DisplaySettings(other, 0, invert, colorMap, quarterTurns, flip, zoom, panX, panY, interpolation, overlays);
	}

	/** {@return whether neither a window nor a VOI LUT is chosen} */
	public boolean isFramesOwn() {
		return window.isEmpty() && voiLut == 0;
	}

	/** {@return these settings with the window or the VOI LUT of a preset} */
	public DisplaySettings withPreset(WindowPreset preset) {
		return new DisplaySettings(Optional.ofNullable(preset.window()), preset.voiLut(), invert, colorMap, quarterTurns, flip,
				zoom, panX, panY, interpolation, overlays);
	}

	/** {@return these settings with inversion on or off} */
	public DisplaySettings withInvert(boolean on) {
		return new DisplaySettings(window, voiLut, on, colorMap, quarterTurns, flip, zoom, panX, panY, interpolation, overlays);
	}

	/** {@return these settings with another colour map} */
	public DisplaySettings withColorMap(String id) {
		return new DisplaySettings(window, voiLut, invert, id, quarterTurns, flip, zoom, panX, panY, interpolation, overlays);
	}

	/** {@return these settings with another orientation on the screen} */
	public DisplaySettings withOrientation(int turns, boolean flipped) {
		return new DisplaySettings(window, voiLut, invert, colorMap, turns & 3, flipped, zoom, panX, panY, interpolation, overlays);
	}

	/** {@return these settings with another magnification and shift} */
	public DisplaySettings withView(double newZoom, double newPanX, double newPanY) {
		return new DisplaySettings(window, voiLut, invert, colorMap, quarterTurns, flip, newZoom, newPanX, newPanY, interpolation,
				overlays);
	}

	/** {@return these settings with another interpolation} */
	public DisplaySettings withInterpolation(Interpolation other) {
		return new DisplaySettings(window, voiLut, invert, colorMap, quarterTurns, flip, zoom, panX, panY, other, overlays);
	}

	/** {@return these settings with overlays on or off} */
	public DisplaySettings withOverlays(boolean on) {
		return new DisplaySettings(window, voiLut, invert, colorMap, quarterTurns, flip, zoom, panX, panY, interpolation, on);
	}
}
