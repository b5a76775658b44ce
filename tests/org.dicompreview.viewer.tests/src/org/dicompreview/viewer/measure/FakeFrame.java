package org.dicompreview.viewer.measure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.dicompreview.codec.Frame;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.Histogram;
import org.dicompreview.rendering.PixelValue;
import org.dicompreview.rendering.Region;
import org.dicompreview.rendering.RegionStatistics;
import org.dicompreview.rendering.Slab;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.WindowPreset;

/** A frame that knows statistics only. */
record FakeFrame(Function<Region, List<RegionStatistics>> answer) implements DisplayFrame {

	@Override
	public List<RegionStatistics> statistics(Region region) {
		return answer.apply(region);
	}

	@Override
	public Frame frame() {
		throw new UnsupportedOperationException();
	}

	@Override
	public WindowPreset initialWindow() {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<WindowPreset> presets() {
		return List.of();
	}

	@Override
	public double pixelAspect() {
		return 1;
	}

	@Override
	public boolean windowable() {
		return true;
	}

	@Override
	public Optional<PixelValue> value(int column, int row) {
		return Optional.empty();
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
	public int valuesPerPixel() {
		return 1;
	}

	@Override
	public void readValues(int row, double[] values) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<float[]> line(Slab slab) {
		return Optional.empty();
	}

	@Override
	public List<String> edges() {
		return List.of();
	}

	@Override
	public long byteSize() {
		return 0;
	}
}
