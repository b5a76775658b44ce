package org.dicompreview.rendering.internal.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.VoiWindow.Function;
import org.dicompreview.rendering.WindowPreset;

/** The windows to choose from. */
final class Windows {

	static final String AUTO = "auto";
	static final String FULL = "full";

	/** Customary windows for CT in Hounsfield units. */
	private static final List<WindowPreset> CT = List.of(ct("soft-tissue", RenderingText.SOFT_TISSUE, 40, 400),
			ct("lung", RenderingText.LUNG, -600, 1500), ct("bone", RenderingText.BONE, 450, 1800), ct("brain", RenderingText.BRAIN, 40, 80),
			ct("liver", RenderingText.LIVER, 70, 160), ct("mediastinum", RenderingText.MEDIASTINUM, 50, 350),
			ct("abdomen", RenderingText.ABDOMEN, 50, 450), ct("angio", RenderingText.ANGIO, 300, 600));

	private Windows() {
	}

	private static WindowPreset ct(String id, RenderingText label, double center, double width) {
		return new WindowPreset(id, Text.of(label), VoiWindow.linear(center, width));
	}

	/** {@return the windows of the file, with their explanations (PS3.3 C.11.2.1.2)} */
	static List<WindowPreset> ofFile(Attributes attributes) {
		double[] centers = attributes.numbers(Tag.WINDOW_CENTER);
		double[] widths = attributes.numbers(Tag.WINDOW_WIDTH);
		List<String> explanations = attributes.strings(Tag.WINDOW_CENTER_WIDTH_EXPLANATION);
		Function function = function(attributes);
		List<WindowPreset> windows = new ArrayList<>();
		for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
			if (widths[i] > 0) {
				String text = i < explanations.size() ? explanations.get(i).strip() : "";
				windows.add(new WindowPreset("file-" + (i + 1), text.isEmpty() ? Text.of(RenderingText.WINDOW, i + 1) : Text.verbatim(text),
						new VoiWindow(centers[i], widths[i], function)));
			}
		}
		return windows;
	}

	private static Function function(Attributes attributes) {
		String text = attributes.string(Tag.VOI_LUT_FUNCTION).orElse("").strip().toUpperCase(Locale.ROOT);
		return switch (text) {
			case "LINEAR_EXACT" -> Function.LINEAR_EXACT;
			case "SIGMOID" -> Function.SIGMOID;
			default -> Function.LINEAR;
		};
	}

	/** {@return the customary windows of a modality} */
	static List<WindowPreset> ofModality(Attributes attributes, String unit) {
		boolean hounsfield = attributes.string(Tag.MODALITY).filter("CT"::equals).isPresent()
				&& (unit.isEmpty() || "HU".equals(unit));
		return hounsfield ? CT : List.of();
	}

	/**
	 * {@return a window that shows the lowest value black and the highest white}
	 *
	 * @param low   lowest value
	 * @param high  highest value
	 * @param whole whether all values are whole numbers: the window is then one that people know
	 */
	static VoiWindow spanning(double low, double high, boolean whole) {
		if (whole) {
			return VoiWindow.between(low, Math.max(low, high), Function.LINEAR);
		}
		double width = high - low;
		return new VoiWindow(low / 2 + high / 2, width > 0 && Double.isFinite(width) ? width : 1, Function.LINEAR_EXACT);
	}
}
