package org.dicompreview.rendering.internal.frame;

import java.util.function.Supplier;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.rendering.VoiWindow;

/**
 * Whether a stored window shows anything of a frame: values that it tells apart. A slice that is merely dark keeps its
 * window, and so does one of two values.
 */
final class WindowCheck {

	/** So small a part of the pixels between black and white is none. */
	private static final double FEW = 0.001;
	/** So large a part of a sample of them is enough. */
	private static final double MANY = 0.01;
	private static final int SAMPLE = 1 << 12;
	private static final double LEVEL = 1 / 255.0;
	private static final String HOUNSFIELD = "HU";

	private final StoredValues stored;
	private final GreyFacts grey;
	private final VoiWindow window;
	private final Voi voi;
	private final boolean floating;
	private int black;
	private int between;
	private int white;

	private WindowCheck(VoiWindow window, Frame frame, GreyFacts grey) {
		this.window = window;
		this.grey = grey;
		stored = StoredValues.of(frame);
		voi = Voi.of(window);
		floating = frame.samples() instanceof Samples.Floats || frame.samples() instanceof Samples.Doubles;
	}

	/** {@return whether a window shows something of a frame, or nothing would} @param range of the frame */
	static boolean shows(VoiWindow window, Frame frame, GreyFacts grey, Supplier<ValueRange> range) {
		WindowCheck check = new WindowCheck(window, frame, grey);
		check.count(Math.max(1, check.stored.length() / SAMPLE));
		if (check.between > MANY * check.counted() && !check.floating) {
			return true;
		}
		check.count(1);
		ValueRange values = range.get();
		return check.counted() == 0 || values.minimum() == values.maximum() || check.tellsApart(values);
	}

	private int counted() {
		return black + between + white;
	}

	private void count(int step) {
		black = 0;
		between = 0;
		white = 0;
		for (int i = 0; i < stored.length(); i += step) {
			double value = stored.get(i);
			if (Double.isFinite(value) && !grey.padding().contains(value)) {
				double brightness = voi.apply(grey.modality().apply(value));
				if (brightness <= 0) {
					black++;
				} else if (brightness >= 1) {
					white++;
				} else {
					between++;
				}
			}
		}
	}

	private boolean tellsApart(ValueRange values) {
		double few = FEW * counted();
		if (between > few) {
			return !floating || values.low() == values.high()
					|| Math.abs(voi.apply(values.high()) - voi.apply(values.low())) >= LEVEL;
		}
		if (black <= few) {
			return false; // all is white
		}
		if (white <= few) {
			boolean dark = !floating && values.high() - values.low() < window.width();
			return dark || HOUNSFIELD.equals(grey.unit()); // of air, whose values nobody has mistaken
		}
		return hasTwoValues(values);
	}

	/** {@return whether there is nothing but the lowest and the highest value} */
	private boolean hasTwoValues(ValueRange values) {
		for (int i = 0; i < stored.length(); i++) {
			double value = stored.get(i);
			if (Double.isFinite(value) && !grey.padding().contains(value)) {
				double shown = grey.modality().apply(value);
				if (shown != values.minimum() && shown != values.maximum()) {
					return false;
				}
			}
		}
		return true;
	}
}
