package org.dicompreview.ui.internal.preview;

import java.util.Optional;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
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
		settings.window().ifPresentOrElse(window -> {
			node.putDouble(CENTER, window.center());
			node.putDouble(WIDTH, window.width());
			node.put(FUNCTION, window.function().name());
		}, () -> node.remove(FUNCTION));
		node.putInt(VOI_LUT, settings.voiLut());
		node.putBoolean(INVERT, settings.invert());
		node.put(COLORS, settings.colorMap());
		node.putInt(TURNS, settings.quarterTurns());
		node.putBoolean(FLIP, settings.flip());
		node.putDouble(ZOOM, settings.zoom());
		node.putDouble(PAN_X, settings.panX());
		node.putDouble(PAN_Y, settings.panY());
		node.put(INTERPOLATION, settings.interpolation().name());
		node.putBoolean(OVERLAYS, settings.overlays());
	}

	/** {@return what was written; the default where nothing was, or what this version does not know} */
	static DisplaySettings read(Preferences node) {
		DisplaySettings standard = DisplaySettings.DEFAULT;
		try {
			String function = node.get(FUNCTION, ""); //$NON-NLS-1$
			Optional<VoiWindow> window = function.isEmpty() ? Optional.empty()
					: Optional.of(new VoiWindow(node.getDouble(CENTER, 0), node.getDouble(WIDTH, 1),
							VoiWindow.Function.valueOf(function)));
			return new DisplaySettings(window, node.getInt(VOI_LUT, 0), node.getBoolean(INVERT, false), node.get(COLORS, ""), //$NON-NLS-1$
					node.getInt(TURNS, 0), node.getBoolean(FLIP, false), node.getDouble(ZOOM, 1), node.getDouble(PAN_X, 0),
					node.getDouble(PAN_Y, 0), Interpolation.valueOf(node.get(INTERPOLATION, standard.interpolation().name())),
					node.getBoolean(OVERLAYS, true));
		} catch (IllegalArgumentException e) {
			return standard; // written by another version
		}
	}
}
