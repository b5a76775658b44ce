package org.dicompreview.viewer.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.Numbers;
import org.dicompreview.viewer.PlaybackState;
import org.dicompreview.viewer.PresentationStateChoice;
import org.dicompreview.viewer.RenderedSlice;
import org.eclipse.osgi.util.NLS;

/** The texts around a picture. Plain functions without widgets. */
public final class PictureTexts {

	private PictureTexts() {
	}

	/** {@return the letters at the edges of a picture: left, right, top, bottom; empty texts without geometry} */
	public static List<String> edges(RenderedSlice rendered) {
		return rendered.frame().map(frame -> edges(frame.edges(), rendered.settings())).orElse(List.of("", "", "", "")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	/**
	 * Turns the letters at the edges as the picture is turned: first flipped, then rotated clockwise.
	 *
	 * @param letters left, right, top, bottom of the frame as stored
	 * @return left, right, top, bottom on the screen
	 */
	static List<String> edges(List<String> letters, DisplaySettings settings) {
		List<String> now = new ArrayList<>(letters);
		if (settings.orientation().flip()) {
			now = new ArrayList<>(List.of(now.get(1), now.get(0), now.get(2), now.get(3)));
		}
		for (int turn = 0; turn < settings.orientation().quarterTurns(); turn++) {
			now = new ArrayList<>(List.of(now.get(3), now.get(2), now.get(0), now.get(1)));
		}
		return now;
	}

	/** {@return the window of a picture, with its name where it has one; empty text if windows do not apply} */
	public static String window(RenderedSlice rendered) {
		return rendered.frame().filter(DisplayFrame::windowable).map(frame -> window(frame, rendered.settings())).orElse(""); //$NON-NLS-1$
	}

	private static String window(DisplayFrame frame, DisplaySettings settings) {
		Optional<VoiWindow> chosen = settings.window().voiWindow();
		int voiLut = settings.window().voiLut();
		WindowPreset initial = frame.initialWindow();
		if (chosen.isEmpty() && voiLut > 0) {
			initial = frame.presets().stream().filter(preset -> preset.voiLut() == voiLut).findFirst().orElse(initial);
		}
		VoiWindow window = chosen.orElse(initial.window());
		if (window == null) {
			return Texts.words(initial.label());
		}
		String values = NLS.bind(Messages.PictureTexts_window, Numbers.format(window.center()), Numbers.format(window.width()));
		if (chosen.isEmpty() && frame.replacedWindow().isPresent()) {
			VoiWindow stored = frame.replacedWindow().get().window();
			return NLS.bind(Messages.PictureTexts_replaced, Numbers.format(stored.center()), Numbers.format(stored.width())) + '\n'
					+ values;
		}
		return chosen.isEmpty() ? values : label(frame, window).map(name -> name + '\n').orElse("") + values; //$NON-NLS-1$
	}

	private static Optional<String> label(DisplayFrame frame, VoiWindow window) {
		return frame.presets().stream().filter(preset -> window.equals(preset.window())).map(preset -> Texts.words(preset.label()))
				.findFirst();
	}

	/**
	 * {@return position, thickness, magnification and size of a picture, a line each; empty text where there is none}
	 *
	 * @param rendered the picture
	 * @param stack    of its slice; absent if that is not known
	 */
	public static String place(RenderedSlice rendered, Optional<SliceStack> stack) {
		if (rendered.frame().isEmpty()) {
			return ""; //$NON-NLS-1$
		}
		Frame stored = rendered.frame().get().frame();
		String zoom = rendered.picture().map(picture -> NLS.bind(Messages.PictureTexts_zoom,
				Numbers.format(100 * magnification(picture), 0)) + '\n').orElse(""); //$NON-NLS-1$
		return position(rendered.slice()) + thickness(rendered.slice(), stack) + zoom
				+ NLS.bind(Messages.PictureTexts_size, stored.columns(), stored.rows());
	}

	/** {@return pixels of the screen for one of the frame} */
	private static double magnification(Picture picture) {
		double[] transform = picture.transform();
		return 1 / Math.hypot(transform[0], transform[1]);
	}

	/** {@return where a slice lies along the normal of its stack, on a line of its own; empty text without geometry} */
	private static String position(Slice slice) {
		return slice.offset().isEmpty() ? "" //$NON-NLS-1$
				: NLS.bind(Messages.PictureTexts_position, signed(slice.offset().getAsDouble())) + '\n';
	}

	/** {@return how thick a slice is and how far its neighbours are, on a line of its own; empty text if neither is known} */
	private static String thickness(Slice slice, Optional<SliceStack> stack) {
		OptionalDouble stated = slice.attributes().number(Tag.SLICE_THICKNESS);
		boolean thick = stated.isPresent() && stated.getAsDouble() > 0;
		String thickness = thick ? length(stated.getAsDouble()) : ""; //$NON-NLS-1$
		String spacing = stack.flatMap(each -> own(slice, each).map(own -> spacing(own, each))).orElse(""); //$NON-NLS-1$
		if (spacing.isEmpty()) {
			return thick ? NLS.bind(Messages.PictureTexts_thickness, thickness) + '\n' : ""; //$NON-NLS-1$
		}
		return (thick ? NLS.bind(Messages.PictureTexts_thicknessAndSpacing, thickness, spacing)
				: NLS.bind(Messages.PictureTexts_spacing, spacing)) + '\n';
	}

	/** {@return the slice as this stack has it: the picture may be of an earlier arrangement, with other axes} */
	private static Optional<Slice> own(Slice slice, SliceStack stack) {
		return stack.slices().stream().filter(slice::equals).findFirst();
	}

	/** {@return the distance of the neighbours in mm, both where they are not equally far; empty text without any} */
	private static String spacing(Slice slice, SliceStack stack) {
		List<String> distances = new ArrayList<>();
		for (int position : new int[] { slice.position() - 1, slice.position() + 1 }) {
			neighbour(slice, stack, position).map(Slice::offset).filter(OptionalDouble::isPresent)
					.filter(offset -> slice.offset().isPresent())
					.map(offset -> length(Math.abs(offset.getAsDouble() - slice.offset().getAsDouble())))
					.filter(distance -> !distances.contains(distance)).ifPresent(distances::add);
		}
		return distances.size() < 2 ? String.join("", distances) //$NON-NLS-1$
				: NLS.bind(Messages.PictureTexts_unevenSpacing, distances.get(0), distances.get(1));
	}

	/** {@return the slice at another position of the same time, echo and so on} */
	private static Optional<Slice> neighbour(Slice slice, SliceStack stack, int position) {
		if (position < 0 || position >= stack.positions()) {
			return Optional.empty();
		}
		int[] coordinates = new int[stack.axes().size()];
		Arrays.setAll(coordinates, slice::coordinate);
		return stack.slice(position, coordinates);
	}

	private static String length(double millimetres) {
		return Numbers.format(millimetres, 2);
	}

	private static String signed(double value) {
		String digits = Numbers.format(Math.abs(value), Math.abs(value) < 1 ? 3 : 1);
		return "0".equals(digits) ? digits : (value < 0 ? '\u2212' : '+') + digits; //$NON-NLS-1$
	}

	/** {@return the presentation state that is applied; empty text for none} */
	public static String presentationState(RenderedSlice rendered) {
		return rendered.appearance().state().map(PresentationStateChoice::label).orElse(""); //$NON-NLS-1$
	}

	/**
	 * {@return the pace for people: as measured, and how it differs from the normal one; empty text when nothing plays}
	 *
	 * @param how     it plays
	 * @param rate    pictures a second as painted; 0 before that is known
	 * @param dropped pictures that could not be shown in time
	 */
	public static String playback(PlaybackState how, double rate, long dropped) {
		if (!how.playing()) {
			return ""; //$NON-NLS-1$
		}
		String measured = rate == 0 ? Messages.PictureTexts_starting
				: NLS.bind(Messages.PictureTexts_rate, Numbers.format(rate, 1));
		String paced = how.speed() == 1 ? measured
				: NLS.bind(Messages.PictureTexts_speed, measured, Numbers.format(how.speed(), 2));
		return dropped == 0 ? paced : paced + '\n' + NLS.bind(Messages.PictureTexts_dropped, dropped);
	}
}
