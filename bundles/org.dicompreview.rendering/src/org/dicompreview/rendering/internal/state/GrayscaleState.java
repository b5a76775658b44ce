package org.dicompreview.rendering.internal.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.PresentationState;
import org.dicompreview.rendering.TextAnnotation;
import org.dicompreview.rendering.internal.frame.DataSetValues;
import org.dicompreview.rendering.internal.frame.PreparedFrame;
import org.dicompreview.rendering.internal.frame.PresentedFrames;
import org.dicompreview.rendering.internal.mark.Stroke;
import org.dicompreview.series.Slice;

/** A presentation state over its data set. */
final class GrayscaleState implements PresentationState {

	/** Brightest P-Value, for layers that recommend none. */
	private static final int WHITE = 0xFFFF;

	/** A layer of graphics (PS3.3 C.10.7). */
	private record Layer(int order, int value) {
	}

	private final DataSetValues data;
	private final PresentedFrames frames;
	private final References references;
	private final Map<String, Layer> layers = new HashMap<>();

	GrayscaleState(DataSetValues data) {
		this.data = data;
		frames = new PresentedFrames(data);
		references = References.ofState(data);
		for (DataSetValues item : data.items(StateTags.GRAPHIC_LAYER_SEQUENCE)) {
			int value = item.attributes().integer(StateTags.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE)
					.orElse(WHITE);
			layers.put(item.attributes().string(StateTags.GRAPHIC_LAYER).orElse(""),
					new Layer(item.attributes().integer(StateTags.GRAPHIC_LAYER_ORDER).orElse(0),
							Math.round(Math.max(0, Math.min(WHITE, value)) / 257f)));
		}
	}

	@Override
	public String label() {
		return data.attributes().string(Tag.CONTENT_LABEL).orElse("");
	}

	@Override
	public String description() {
		return data.attributes().string(Tag.CONTENT_DESCRIPTION).orElse("");
	}

	@Override
	public boolean refersTo(Slice slice) {
		return references.contain(slice);
	}

	@Override
	public DisplayFrame apply(Slice slice, DisplayFrame frame) {
		if (!refersTo(slice) || !(frame instanceof PreparedFrame prepared)) {
			return frame;
		}
		DisplayedArea area = area(slice, frame);
		List<Stroke> strokes = new ArrayList<>();
		for (DataSetValues annotation : annotations(slice)) {
			Graphics graphics = new Graphics(area, layer(annotation).value());
			annotation.items(StateTags.GRAPHIC_OBJECT_SEQUENCE)
					.forEach(object -> graphics.stroke(object).ifPresent(strokes::add));
		}
		return frames.present(prepared, References.find(data, Tag.SOFTCOPY_VOI_LUT_SEQUENCE, slice),
				area.aspect(), strokes);
	}

	@Override
	public DisplaySettings view(Slice slice, DisplayFrame frame, DisplaySettings settings, int width, int height) {
		return refersTo(slice) ? area(slice, frame).view(settings, width, height) : settings;
	}

	@Override
	public List<TextAnnotation> texts(Slice slice, DisplayFrame frame) {
		List<TextAnnotation> texts = new ArrayList<>();
		if (refersTo(slice)) {
			DisplayedArea area = area(slice, frame);
			for (DataSetValues annotation : annotations(slice)) {
				annotation.items(StateTags.TEXT_OBJECT_SEQUENCE)
						.forEach(object -> Texts.of(object, area).ifPresent(texts::add));
			}
		}
		return texts;
	}

	private DisplayedArea area(Slice slice, DisplayFrame display) {
		Frame frame = display.frame();
		return DisplayedArea.of(data, References.find(data, StateTags.DISPLAYED_AREA_SELECTION_SEQUENCE, slice),
				frame.columns(), frame.rows(), display.pixelAspect());
	}

	/** {@return the annotations of a slice, lower layers first} */
	private List<DataSetValues> annotations(Slice slice) {
		return data.items(StateTags.GRAPHIC_ANNOTATION_SEQUENCE).stream()
				.filter(item -> References.applies(item, slice))
				.sorted(Comparator.comparingInt(item -> layer(item).order())).toList();
	}

	private Layer layer(DataSetValues annotation) {
		Optional<String> name = annotation.attributes().string(StateTags.GRAPHIC_LAYER);
		return layers.getOrDefault(name.orElse(""), new Layer(0, 255));
	}
}
