package org.dicompreview.ui.internal.preview;

import java.util.Optional;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.DisplaySettings.Style;
import org.dicompreview.rendering.DisplaySettings.Window;
import org.dicompreview.rendering.VoiWindow;
import org.osgi.service.prefs.Preferences;

/** Display settings as the keys of a preference node. For any thread. */
final class StoredSettings {

	private static final String CENTER = "center"; //$NON-NLS-1$
	private static final String WIDTH = "width"; //$NON-NLS-1$
	private static final String FUNCTION = "function"; //$NON-NLS-1$
	private static final String VOI_LUT = "voiLut"; //$NON-NLS-1$
	private static final String INVERT = "invert"; //$NON-NLS-1$
	private static final String COLORS = "colors"; //$NON-NLS-1$
	private static final String TURNS = "turns"; //$NON-NLS-1$
	private static final String FLIP = "flip"; //$NON-NLS-1$
	private static final String ZOOM = "zoom"; //$NON-NLS-1$
	private static final String PAN_X = "panX"; //$NON-NLS-1$
	private static final String PAN_Y = "panY"; //$NON-NLS-1$
	private static final String INTERPOLATION = "interpolation"; //$NON-NLS-1$
	private static final String OVERLAYS = "overlays"; //$NON-NLS-1$

	private StoredSettings() {
	}

	static void write(DisplaySettings settings, Preferences node) {
		settings.window().voiWindow().ifPresentOrElse(window -> {
			node.putDouble(CENTER, window.center());
			node.putDouble(WIDTH, window.width());
			node.put(FUNCTION, window.function().name());
		}, () -> node.remove(FUNCTION));
		node.putInt(VOI_LUT, settings.window().voiLut());
		node.putBoolean(INVERT, settings.window().invert());
		node.put(COLORS, settings.window().colorMap());
		node.putInt(TURNS, settings.orientation().quarterTurns());
		node.putBoolean(FLIP, settings.orientation().flip());
		node.putDouble(ZOOM, settings.placement().zoom());
		node.putDouble(PAN_X, settings.placement().panX());
		node.putDouble(PAN_Y, settings.placement().panY());
		node.put(INTERPOLATION, settings.style().interpolation().name());
		node.putBoolean(OVERLAYS, settings.style().overlays());
	}

	/** {@return what was written; the default where nothing was, or what this version does not know} */
	static DisplaySettings read(Preferences node) {
		DisplaySettings standard = DisplaySettings.DEFAULT;
		try {
			String function = node.get(FUNCTION, ""); //$NON-NLS-1$
			Optional<VoiWindow> window = function.isEmpty() ? Optional.empty()
					: Optional.of(new VoiWindow(node.getDouble(CENTER, 0), node.getDouble(WIDTH, 1),
							VoiWindow.Function.valueOf(function)));
			return new DisplaySettings(
					new Window(window, node.getInt(VOI_LUT, 0), node.getBoolean(INVERT, false), node.get(COLORS, "")), //$NON-NLS-1$
					new Orientation(node.getInt(TURNS, 0), node.getBoolean(FLIP, false)),
					new Placement(node.getDouble(ZOOM, 1), node.getDouble(PAN_X, 0), node.getDouble(PAN_Y, 0)),
					new Style(Interpolation.valueOf(node.get(INTERPOLATION, standard.style().interpolation().name())),
							node.getBoolean(OVERLAYS, true)));
		} catch (IllegalArgumentException e) {
			return standard; // written by another version
		}
	}
}
