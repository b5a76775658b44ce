package org.dicompreview.ui.internal.preview;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.DisplaySettings.Style;
import org.dicompreview.rendering.DisplaySettings.Window;
import org.dicompreview.rendering.VoiWindow;

/** Display settings as texts by keys. For any thread. */
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

	/** {@return the settings as a map that may be added to} */
	static Map<String, String> write(DisplaySettings settings) {
		Map<String, String> map = new HashMap<>();
		settings.window().voiWindow().ifPresent(window -> {
			map.put(CENTER, Double.toString(window.center()));
			map.put(WIDTH, Double.toString(window.width()));
			map.put(FUNCTION, window.function().name());
		});
		map.put(VOI_LUT, Integer.toString(settings.window().voiLut()));
		map.put(INVERT, Boolean.toString(settings.window().invert()));
		map.put(COLORS, settings.window().colorMap());
		map.put(TURNS, Integer.toString(settings.orientation().quarterTurns()));
		map.put(FLIP, Boolean.toString(settings.orientation().flip()));
		map.put(ZOOM, Double.toString(settings.placement().zoom()));
		map.put(PAN_X, Double.toString(settings.placement().panX()));
		map.put(PAN_Y, Double.toString(settings.placement().panY()));
		map.put(INTERPOLATION, settings.style().interpolation().name());
		map.put(OVERLAYS, Boolean.toString(settings.style().overlays()));
		return map;
	}

	/** {@return what was written; the default where nothing was, or what this version does not know} */
	static DisplaySettings read(Map<String, String> map) {
		DisplaySettings standard = DisplaySettings.DEFAULT;
		try {
			String function = map.getOrDefault(FUNCTION, ""); //$NON-NLS-1$
			Optional<VoiWindow> window = function.isEmpty() ? Optional.empty()
					: Optional.of(new VoiWindow(number(map, CENTER, 0), number(map, WIDTH, 1),
							VoiWindow.Function.valueOf(function)));
			return new DisplaySettings(
					new Window(window, (int) number(map, VOI_LUT, 0), is(map, INVERT, false), map.getOrDefault(COLORS, "")), //$NON-NLS-1$
					new Orientation((int) number(map, TURNS, 0), is(map, FLIP, false)),
					new Placement(number(map, ZOOM, 1), number(map, PAN_X, 0), number(map, PAN_Y, 0)),
					new Style(Interpolation.valueOf(map.getOrDefault(INTERPOLATION, standard.style().interpolation().name())),
							is(map, OVERLAYS, true)));
		} catch (IllegalArgumentException e) {
			return standard; // written by another version
		}
	}

	private static double number(Map<String, String> map, String key, double otherwise) {
		String text = map.get(key);
		return text == null ? otherwise : Double.parseDouble(text);
	}

	private static boolean is(Map<String, String> map, String key, boolean otherwise) {
		String text = map.get(key);
		return text == null ? otherwise : Boolean.parseBoolean(text);
	}
}
