package org.dicompreview.rendering.internal.frame;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.Histogram;
import org.dicompreview.rendering.PixelValue;
import org.dicompreview.rendering.Region;
import org.dicompreview.rendering.RegionStatistics;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.Slab;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.rendering.internal.color.ColorRows;
import org.dicompreview.rendering.internal.scale.RowSource;

/** A frame whose values are colours or indices of colours: windows do not apply. */
final class ColorFrame implements PreparedFrame {

	private static final WindowPreset NONE = new WindowPreset(Windows.FULL, Text.of(RenderingText.WHOLE_RANGE),
			VoiWindow.linear(128, 256));

	private final Frame decoded;
	private final FrameFacts facts;
	private final ColorRows rows;
	private final PixelFacts pixels;

	ColorFrame(Frame decoded, FrameFacts facts, ColorRows rows, PixelFacts pixels) {
		this.pixels = pixels;
		this.decoded = decoded;
		this.facts = facts;
		this.rows = rows;
	}

	@Override
	public Frame frame() {
		return decoded;
	}

	@Override
	public WindowPreset initialWindow() {
		return NONE;
	}

	@Override
	public List<WindowPreset> presets() {
		return List.of(NONE);
	}

	@Override
	public Optional<ModalityValues> values() {
		return Optional.empty();
	}

	@Override
	public FrameFacts facts() {
		return facts;
	}

	@Override
	public double pixelAspect() {
		return facts.aspect();
	}

	@Override
	public boolean windowable() {
		return false;
	}

	@Override
	public RowSource rows(DisplaySettings settings, GreyTables tables) {
		return settings.window().invert() ? rows.inverted() : rows;
	}

	@Override
	public Optional<DisplayLevels> levels(DisplaySettings.Window window) {
		return Optional.empty();
	}

	@Override
	public Optional<PixelValue> value(int column, int row) {
		Frame frame = decoded.shown();
		if (column < 0 || row < 0 || column >= frame.columns() || row >= frame.rows()) {
			return Optional.empty();
		}
		byte[] rgb = new byte[3];
		rows.read(row, column, column + 1, rgb, 0);
		int color = (rgb[0] & 0xFF) << 16 | (rgb[1] & 0xFF) << 8 | rgb[2] & 0xFF;
		StoredValues values = StoredValues.of(frame);
		int first = (row * frame.columns() + column) * frame.channels();
		List<Double> stored = IntStream.range(first, first + frame.channels()).mapToObj(values::get).toList();
		return Optional.of(new PixelValue(column, row, pixels.position(frame, column, row), stored, false, List.of(),
				OptionalInt.of(color), frame.channels() > 1 ? Optional.empty() : pixels.segment(stored.get(0))));
	}

	@Override
	public List<RegionStatistics> statistics(Region region) {
		return List.of();
	}

	@Override
	public Optional<Histogram> histogram(Region region, int bins) {
		return Optional.empty();
	}

	@Override
	public Optional<VoiWindow> window(Region region) {
		return Optional.empty();
	}

	@Override
	public Optional<float[]> line(Slab slab) {
		return Optional.empty();
	}

	@Override
	public int valuesPerPixel() {
		return 3;
	}

	@Override
	public void readValues(int row, double[] values) {
		int columns = decoded.columns();
		byte[] rgb = new byte[3 * columns];
		rows.read(row, 0, columns, rgb, 0);
		for (int i = 0; i < rgb.length; i++) {
			values[i] = rgb[i] & 0xFF;
		}
	}

	@Override
	public List<String> edges() {
		return facts.edges();
	}

	@Override
	public long byteSize() {
		return decoded.byteSize() + facts.marks().byteSize();
	}
}
