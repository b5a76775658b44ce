package org.dicompreview.fuzz;

import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.rendering.internal.StandardColorMaps;

/** How an input is to be shown, in its last bytes: any bytes are a way. */
record RenderedInput(int[] bytes) {

	/**
	 * Width, height, window (4), preset, orientation and interpolation, colour map and switches, zoom, shift (2).
	 */
	static final int TRAILER = 12;

	private static final int LARGEST_SIDE = 64;

	static RenderedInput of(byte[] input) {
		int[] bytes = new int[TRAILER];
		for (int i = 0; i < TRAILER; i++) {
			bytes[i] = input[input.length - TRAILER + i] & 0xFF;
		}
		return new RenderedInput(bytes);
	}

	int width() {
		return 1 + bytes[0] % LARGEST_SIDE;
	}

	int height() {
		return 1 + bytes[1] % LARGEST_SIDE;
	}

	DisplaySettings settings(DisplayFrame frame) {
		Interpolation[] ways = Interpolation.values();
		List<String> maps = new StandardColorMaps().ids();
		DisplaySettings settings = window(frame).withInterpolation(ways[(bytes[7] >> 4) % ways.length])
				.with(new Orientation(bytes[7] & 3, (bytes[7] & 4) != 0)).withInvert((bytes[8] & 1) != 0)
				.withOverlays((bytes[8] & 2) == 0)
				.with(new Placement(Math.pow(2, (bytes[9] - 128) / 8.0), (byte) bytes[10] / 32.0, (byte) bytes[11] / 32.0));
		int map = (bytes[8] >> 2) % (maps.size() + 1);
		return map == 0 ? settings : settings.withColorMap(maps.get(map - 1));
	}

	private DisplaySettings window(DisplayFrame frame) {
		List<WindowPreset> presets = frame.presets();
		int choice = bytes[6] % (presets.size() + 2);
		if (choice < presets.size()) {
			return DisplaySettings.DEFAULT.withPreset(presets.get(choice));
		}
		VoiWindow.Function[] functions = VoiWindow.Function.values();
		double width = 1 + (bytes[4] | bytes[5] << 8);
		return choice == presets.size() ? DisplaySettings.DEFAULT : DisplaySettings.DEFAULT.withWindow(Optional
				.of(new VoiWindow((short) (bytes[2] | bytes[3] << 8), width, functions[bytes[6] % functions.length])));
	}
}
