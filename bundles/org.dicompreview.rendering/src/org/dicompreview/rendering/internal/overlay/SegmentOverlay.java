package org.dicompreview.rendering.internal.overlay;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.CieLab;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.overlay.ImageOverlay;
import org.dicompreview.rendering.overlay.OverlayPicture;
import org.dicompreview.rendering.overlay.OverlayRaster;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/** A segment of a segmentation: binary, fractional, or all of a label map. */
final class SegmentOverlay implements ImageOverlay {

	private static final int MAXIMUM_FRACTIONAL_VALUE = 0x0062000E;
	private static final int OPAQUE = 255;

	private final SliceStack stack;
	private final FrameVolume volume;
	private final int color;
	private final boolean map;
	private final double most;
	private final Map<Integer, Integer> labelColors = new HashMap<>();

	/** @param stack of a segmentation @param volume its frames @param number among all overlays, for a colour where none is stated */
	SegmentOverlay(SliceStack stack, FrameVolume volume, int number) {
		this.stack = stack;
		this.volume = volume;
		color = stack.color().orElse(Colors.of(number));
		Attributes instance = stack.slices().get(0).instance();
		String type = instance.string(Tag.SEGMENTATION_TYPE).orElse("");
		map = "LABELMAP".equals(type);
		most = "FRACTIONAL".equals(type) ? Math.max(1, instance.number(MAXIMUM_FRACTIONAL_VALUE).orElse(OPAQUE)) : 1;
		List<Attributes> segments = map ? instance.items(Tag.SEGMENT_SEQUENCE) : List.of();
		for (int i = 0; i < segments.size(); i++) {
			labelColors.put(segments.get(i).integer(Tag.SEGMENT_NUMBER).orElse(i + 1),
					CieLab.rgb(segments.get(i), Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE).orElse(Colors.of(i)));
		}
	}

	@Override
	public String id() {
		return stack.series().uid() + '/' + stack.slices().get(0).instance().sopInstanceUid() + '/' + stack.index();
	}

	@Override
	public Text label() {
		return Text.verbatim(stack.label());
	}

	@Override
	public Series source() {
		return stack.series();
	}

	@Override
	public Kind kind() {
		return Kind.MASK;
	}

	@Override
	public int color() {
		return color;
	}

	@Override
	public OverlayPicture on(Slice slice) throws IOException {
		Optional<ImagePlane> plane = slice.imagePlane();
		Optional<FrameVolume.Cut> cut = plane.isEmpty() ? Optional.empty() : volume.cut(plane.get(), false);
		return cut.map(this::picture).orElse(OverlayPicture.NOTHING);
	}

	private OverlayPicture picture(FrameVolume.Cut cut) {
		byte[] alpha = new byte[cut.values().length];
		int[] colors = new int[map ? alpha.length : 0];
		boolean any = false;
		for (int i = 0; i < alpha.length; i++) {
			float value = cut.values()[i];
			if (value > 0) {
				alpha[i] = (byte) (map ? OPAQUE : Math.round(OPAQUE * Math.min(1, value / most)));
				any |= alpha[i] != 0;
				if (map) {
					colors[i] = labelColors.getOrDefault((int) value, Colors.of((int) value));
				}
			}
		}
		return any ? new OverlayPicture(Optional.of(new OverlayRaster(cut.columns(), cut.rows(), alpha,
				map ? Optional.of(colors) : Optional.empty(), cut.toImage())), List.of()) : OverlayPicture.NOTHING;
	}
}
