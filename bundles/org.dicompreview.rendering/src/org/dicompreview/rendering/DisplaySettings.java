package org.dicompreview.rendering;

import java.util.Objects;
import java.util.Optional;

/**
 * How a person wants to see frames. Immutable; rendering is a function of frame, settings and size.
 *
 * @param window      how values become colours
 * @param orientation how the frame is turned and flipped
 * @param placement   how much of it is seen, and where
 * @param style       how pixels are made, and what is painted over them
 */
public record DisplaySettings(Window window, Orientation orientation, Placement placement, Style style) {

	/** Ways to interpolate when enlarging; shrinking always averages areas. */
	public enum Interpolation {
		NEAREST, BILINEAR, BICUBIC
	}

	/**
	 * How values become colours.
	 *
	 * @param voiWindow the window; absent for the frame's own (the file's first window or VOI LUT, else automatic)
	 * @param voiLut    which of the frame's VOI LUTs is used where no window is chosen, from 1; 0, or more than there are,
	 *                  for the frame's own choice
	 * @param invert    whether dark and bright are swapped
	 * @param colorMap  id of a pseudo-colour map for grey frames ({@link ColorMaps}), or empty text for grey
	 */
	public record Window(Optional<VoiWindow> voiWindow, int voiLut, boolean invert, String colorMap) {

		/** As the file says, in grey. */
		public static final Window DEFAULT = new Window(Optional.empty(), 0, false, ""); //$NON-NLS-1$

		/** Checks ranges. */
		public Window {
			Objects.requireNonNull(voiWindow);
			Objects.requireNonNull(colorMap);
			if (voiLut < 0) {
				throw new IllegalArgumentException("VOI LUT " + voiLut); //$NON-NLS-1$
			}
		}

		/** {@return whether neither a window nor a VOI LUT is chosen} */
		public boolean isFramesOwn() {
			return voiWindow.isEmpty() && voiLut == 0;
		}
	}

	/**
	 * How a frame is turned and flipped. The two together give all eight orientations, each in one way only: a vertical flip
	 * is a horizontal one and two quarter turns.
	 *
	 * @param quarterTurns clockwise rotation in steps of 90 degrees, 0-3, applied after flipping
	 * @param flip         whether left and right are swapped before rotation
	 */
	public record Orientation(int quarterTurns, boolean flip) {

		/** As stored. */
		public static final Orientation DEFAULT = new Orientation(0, false);

		/** Checks ranges. */
		public Orientation {
			if (quarterTurns < 0 || quarterTurns > 3) {
				throw new IllegalArgumentException(quarterTurns + " quarter turns"); //$NON-NLS-1$
			}
		}

		/** {@return this orientation turned clockwise on the screen} @param turns in steps of 90 degrees, negative for left */
		public Orientation turned(int turns) {
			return new Orientation(quarterTurns + turns & 3, flip);
		}

		/** {@return this orientation with left and right swapped as they are on the screen} */
		public Orientation flippedHorizontally() {
			return new Orientation(-quarterTurns & 3, !flip);
		}

		/** {@return this orientation with top and bottom swapped as they are on the screen} */
		public Orientation flippedVertically() {
			return new Orientation(2 - quarterTurns & 3, !flip);
		}

		/** {@return whether columns of the frame run across the screen} */
		public boolean swapsAxes() {
			return (quarterTurns & 1) == 1;
		}
	}

	/**
	 * How much of a frame is seen, and where.
	 *
	 * @param zoom magnification relative to fitting the target, above 0; 1 fits
	 * @param panX shift to the right as a part of the target's width, 0 is centred
	 * @param panY shift down as a part of the target's height, 0 is centred
	 */
	public record Placement(double zoom, double panX, double panY) {

		/** All of the frame, as large as the target allows. */
		public static final Placement DEFAULT = new Placement(1, 0, 0);

		/** Checks ranges. */
		public Placement {
			if (!(zoom > 0)) {
				throw new IllegalArgumentException("zoom " + zoom); //$NON-NLS-1$
			}
		}

		/** {@return this placement magnified around the middle of the target} @param factor above 0 */
		public Placement zoomedBy(double factor) {
			return new Placement(zoom * factor, panX * factor, panY * factor);
		}
	}

	/**
	 * How pixels are made, and what is painted over them.
	 *
	 * @param interpolation how pixels are made between samples
	 * @param overlays      whether overlay planes (group 60xx) and shutters are shown
	 */
	public record Style(Interpolation interpolation, boolean overlays) {

		/** Bilinear, with overlays. */
		public static final Style DEFAULT = new Style(Interpolation.BILINEAR, true);

		/** Checks that there is an interpolation. */
		public Style {
			Objects.requireNonNull(interpolation);
		}
	}

	/** As the file says, fitted, bilinear, with overlays. */
	public static final DisplaySettings DEFAULT = new DisplaySettings(Window.DEFAULT, Orientation.DEFAULT,
			Placement.DEFAULT, Style.DEFAULT);

	/** Checks that nothing is missing. */
	public DisplaySettings {
		Objects.requireNonNull(window);
		Objects.requireNonNull(orientation);
		Objects.requireNonNull(placement);
		Objects.requireNonNull(style);
	}

	/** {@return these settings with another window, VOI LUT, inversion and colour map} */
	public DisplaySettings with(Window other) {
		return new DisplaySettings(other, orientation, placement, style);
	}

	/** {@return these settings with another orientation on the screen} */
	public DisplaySettings with(Orientation other) {
		return new DisplaySettings(window, other, placement, style);
	}

	/** {@return these settings with another magnification and shift} */
	public DisplaySettings with(Placement other) {
		return new DisplaySettings(window, orientation, other, style);
	}

	/** {@return these settings with another style} */
	public DisplaySettings with(Style other) {
		return new DisplaySettings(window, orientation, placement, other);
	}

	/** {@return these settings with another window, or the frame's own} */
	public DisplaySettings withWindow(Optional<VoiWindow> other) {
		return with(new Window(other, 0, window.invert(), window.colorMap()));
	}

	/** {@return these settings with the window or the VOI LUT of a preset} */
	public DisplaySettings withPreset(WindowPreset preset) {
		return with(new Window(Optional.ofNullable(preset.window()), preset.voiLut(), window.invert(), window.colorMap()));
	}

	/** {@return these settings with inversion on or off} */
	public DisplaySettings withInvert(boolean on) {
		return with(new Window(window.voiWindow(), window.voiLut(), on, window.colorMap()));
	}

	/** {@return these settings with another colour map} */
	public DisplaySettings withColorMap(String id) {
		return with(new Window(window.voiWindow(), window.voiLut(), window.invert(), id));
	}

	/** {@return these settings with another interpolation} */
	public DisplaySettings withInterpolation(Interpolation other) {
		return with(new Style(other, style.overlays()));
	}

	/** {@return these settings with overlays on or off} */
	public DisplaySettings withOverlays(boolean on) {
		return with(new Style(style.interpolation(), on));
	}
}
