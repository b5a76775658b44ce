package org.dicompreview.rendering.internal.overlay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.overlay.ImageOverlay;
import org.dicompreview.rendering.overlay.OverlayLine;
import org.dicompreview.rendering.overlay.OverlayPicture;
import org.dicompreview.rendering.overlay.OverlayRaster;
import org.dicompreview.rendering.overlay.OverlayText;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/** A dose as a colour wash between levels, which are parts of its maximum, with a line along each level. */
final class DoseOverlay implements ImageOverlay {

	private static final double[] PARTS = { 0.95, 0.9, 0.8, 0.7, 0.5, 0.3, 0.1 };
	private static final int[] COLORS = { 0xFF0000, 0xFF8000, 0xFFFF00, 0x80FF00, 0x00FF80, 0x00C0FF, 0x0040FF };
	private static final byte COVERED = (byte) 255;

	private final SliceStack stack;
	private final FrameVolume volume;
	private final FrameValues values;
	private final double scaling;
	/** Highest stored value; below 0 before it is known. */
	private volatile double most = -1;

	DoseOverlay(SliceStack stack, FrameVolume volume, FrameValues values) {
		this.stack = stack;
		this.volume = volume;
		this.values = values;
		scaling = stack.slices().get(0).instance().number(Tag.DOSE_GRID_SCALING).orElse(1);
	}

	@Override
	public String id() {
		return stack.series().uid() + '/' + stack.slices().get(0).instance().sopInstanceUid() + '/' + stack.index();
	}

	@Override
	public Text label() {
		String description = stack.series().description();
		return description.isEmpty() ? Text.of(OverlayText.DOSE) : Text.verbatim(description);
	}

	@Override
	public Series source() {
		return stack.series();
	}

	@Override
	public Kind kind() {
		return Kind.DOSE;
	}

	@Override
	public int color() {
		return COLORS[0];
	}

	@Override
	public List<Level> levels() {
		List<Level> levels = new ArrayList<>();
		for (int i = 0; most > 0 && i < PARTS.length; i++) {
			levels.add(new Level(Text.of(OverlayText.LEVEL, Math.round(100 * PARTS[i]), value(PARTS[i] * most * scaling)), COLORS[i]));
		}
		return levels;
	}

	/** {@return a dose with its unit (PS3.3 C.8.8.3)} */
	private Object value(double dose) {
		String number = String.format(Locale.ROOT, "%.2f", dose);
		boolean gray = "GY".equals(stack.slices().get(0).instance().string(Tag.DOSE_UNITS).orElse(""));
		return gray ? Text.of(OverlayText.GRAY, number) : number;
	}

	@Override
	public OverlayPicture on(Slice slice) throws IOException {
		Optional<ImagePlane> plane = slice.imagePlane();
		Optional<FrameVolume.Cut> cut = plane.isEmpty() ? Optional.empty() : volume.cut(plane.get(), true);
		return cut.isEmpty() || !(most() > 0) ? OverlayPicture.NOTHING : picture(cut.get());
	}

	private double most() throws IOException {
		if (most < 0) {
			double highest = 0;
			for (Slice slice : volume.slices()) {
				for (float value : values.of(slice)) {
					highest = Math.max(highest, value);
				}
			}
			most = highest;
		}
		return most;
	}

	private OverlayPicture picture(FrameVolume.Cut cut) {
		byte[] alpha = new byte[cut.values().length];
		int[] colors = new int[alpha.length];
		boolean any = false;
		for (int i = 0; i < alpha.length; i++) {
			for (int level = 0; level < PARTS.length; level++) {
				if (cut.values()[i] >= PARTS[level] * most) {
					alpha[i] = COVERED;
					colors[i] = COLORS[level];
					any = true;
					break;
				}
			}
		}
		if (!any) {
			return OverlayPicture.NOTHING;
		}
		List<OverlayLine> lines = new ArrayList<>();
		for (int level = 0; level < PARTS.length; level++) {
			double[] ends = IsoLines.of(cut, (float) (PARTS[level] * most));
			if (ends.length > 0) {
				lines.add(new OverlayLine(OverlayLine.Shape.SEGMENTS, ends, OptionalInt.of(COLORS[level])));
			}
		}
		return new OverlayPicture(
				Optional.of(new OverlayRaster(cut.columns(), cut.rows(), alpha, Optional.of(colors), cut.toImage())), lines);
	}
}
