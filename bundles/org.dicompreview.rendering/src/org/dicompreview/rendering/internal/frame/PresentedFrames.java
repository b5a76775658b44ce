package org.dicompreview.rendering.internal.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.rendering.internal.mark.Marks;
import org.dicompreview.rendering.internal.mark.OverlayPlane;
import org.dicompreview.rendering.internal.mark.Stroke;

/**
 * Frames as a presentation state shows them: its transformations replace those of the image, and what it does not state
 * is an identity (PS3.4 N.2). For several threads.
 */
public final class PresentedFrames {

	private static final int OVERLAY_ACTIVATION_LAYER = 0x60001001;

	private final DataSetValues state;
	private final InstanceTables tables;
	private final Overlays overlays;

	/** @param state the data set of the presentation state */
	public PresentedFrames(DataSetValues state) {
		this.state = state;
		tables = new InstanceTables(state);
		overlays = new Overlays(state);
	}

	/**
	 * {@return the frame as the state shows it; colours keep theirs}
	 *
	 * @param frame   the frame
	 * @param voi     the item of Softcopy VOI LUT Sequence that applies
	 * @param aspect  height of a pixel divided by its width
	 * @param strokes its graphics
	 */
	public PreparedFrame present(PreparedFrame frame, Optional<DataSetValues> voi, double aspect, List<Stroke> strokes) {
		if (!(frame instanceof GreyFrame grey)) {
			return frame;
		}
		Frame stored = frame.frame();
		Modality modality = GreyFactsReader.modality(tables, state.attributes(), stored.signed());
		List<VoiLut> voiLuts = voi.map(item -> new InstanceTables(item)
				.voiLuts(GreyFactsReader.hasNegative(modality, stored))).orElse(List.of());
		List<WindowPreset> windows = voi.map(item -> Windows.ofFile(item.attributes())).orElse(List.of());
		if (voiLuts.isEmpty() && windows.isEmpty()) {
			windows = List.of(identity(modality, stored));
		}
		LookupTable presentation = tables.lut(Tag.PRESENTATION_LUT_SEQUENCE, false).orElse(null);
		GreyFacts facts = grey.greyFacts();
		GreyFacts presented = new GreyFacts(modality, unit(modality, facts), facts.padding(), voiLuts, presentation,
				isInverse(), windows, facts.otherWindows(), facts.whole());
		return grey.presented(presented, new FrameFacts(aspect, frame.edges(), marks(frame, aspect, strokes)));
	}

	private boolean isInverse() {
		return state.attributes().string(Tag.PRESENTATION_LUT_SHAPE).map(shape -> shape.toUpperCase(Locale.ROOT))
				.filter("INVERSE"::equals).isPresent();
	}

	private static String unit(Modality modality, GreyFacts image) {
		return modality.equals(image.modality()) ? image.unit() : "";
	}

	/** {@return the window that leaves all values as they come from the modality stage} */
	private static WindowPreset identity(Modality modality, Frame frame) {
		double low = 0;
		double high;
		if (modality instanceof Modality.Table table) {
			high = table.table().maximum();
		} else {
			double values = Math.pow(2, Math.min(32, frame.bitsStored()));
			double first = frame.signed() ? -values / 2 : 0;
			double a = modality.apply(first);
			double b = modality.apply(first + values - 1);
			low = Math.min(a, b);
			high = Math.max(a, b);
		}
		return new WindowPreset("file-1", Text.of(RenderingText.PRESENTATION_STATE), Windows.spanning(low, high, true));
	}

	private Marks marks(PreparedFrame frame, double aspect, List<Stroke> strokes) {
		Attributes attributes = state.attributes();
		List<OverlayPlane> own = overlays.separate(0);
		List<OverlayPlane> masks = Shutters.masks(attributes, own);
		return new Marks(Shutters.read(attributes, aspect, frame.frame()), Shutters.hiding(masks, frame.frame()),
				Shutters.value(attributes),
				active(frame.facts().marks().overlays(), own, masks), strokes);
	}

	/** PS3.3 C.11.7: a plane is shown if it is on a layer; one of the state takes the place of one of the image. */
	private List<OverlayPlane> active(List<OverlayPlane> ofImage, List<OverlayPlane> own, List<OverlayPlane> masks) {
		List<OverlayPlane> active = new ArrayList<>();
		for (int group = 0; group < Overlays.GROUPS; group++) {
			int wanted = group;
			if (state.attributes().string(Tag.overlay(OVERLAY_ACTIVATION_LAYER, group)).isPresent()) {
				own.stream().filter(plane -> plane.group() == wanted).findFirst()
						.or(() -> ofImage.stream().filter(plane -> plane.group() == wanted).findFirst())
						.filter(plane -> !masks.contains(plane)).ifPresent(active::add);
			}
		}
		return active;
	}
}
