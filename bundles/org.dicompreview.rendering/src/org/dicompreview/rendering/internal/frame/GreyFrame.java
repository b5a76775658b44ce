package org.dicompreview.rendering.internal.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Window;
import org.dicompreview.rendering.Histogram;
import org.dicompreview.rendering.PixelValue;
import org.dicompreview.rendering.Region;
import org.dicompreview.rendering.RegionStatistics;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.Slab;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.rendering.internal.color.Palette;
import org.dicompreview.rendering.internal.scale.RowSource;

/** A frame with one grey sample a pixel. */
final class GreyFrame implements PreparedFrame {

	private final Frame decoded;
	/** The values that are shown. */
	private final Frame frame;
	private final FrameFacts facts;
	private final GreyFacts grey;
	private final Palette supplement;
	private final PixelFacts pixels;
	private volatile ValueRange range;
	/** Whether the first window of the file shows nothing; {@code null} before that is known. */
	private volatile Boolean replaced;

	/** @param supplement colours of some of the values, or {@code null} */
	GreyFrame(Frame decoded, FrameFacts facts, GreyFacts grey, Palette supplement, PixelFacts pixels) {
		this.supplement = supplement;
		this.pixels = pixels;
		this.decoded = decoded;
		frame = decoded.shown();
		this.facts = facts;
		this.grey = grey;
	}

	@Override
	public Frame frame() {
		return decoded;
	}

	@Override
	public WindowPreset initialWindow() {
		if (!grey.voiLuts().isEmpty()) {
			return preset(grey.voiLuts().get(0));
		}
		if (!grey.fileWindows().isEmpty()) {
			return replacedWindow().isPresent() ? auto() : grey.fileWindows().get(0);
		}
		return isByteImage() || grey.whole() > 0 ? full() : auto();
	}

	@Override
	public Optional<WindowPreset> replacedWindow() {
		if (grey.fileWindows().isEmpty() || !grey.voiLuts().isEmpty()) {
			return Optional.empty();
		}
		WindowPreset first = grey.fileWindows().get(0);
		Boolean known = replaced;
		if (known == null) {
			known = !WindowCheck.shows(first.window(), frame, grey, this::range);
			replaced = known;
		}
		return known ? Optional.of(first) : Optional.empty();
	}

	@Override
	public List<WindowPreset> presets() {
		List<WindowPreset> all = new ArrayList<>();
		grey.voiLuts().forEach(lut -> all.add(preset(lut)));
		all.addAll(grey.fileWindows());
		all.add(auto());
		all.add(full());
		all.addAll(grey.otherWindows());
		return all;
	}

	private static WindowPreset preset(VoiLut lut) {
		return new WindowPreset("lut-" + lut.number(), lut.label(), null, lut.number());
	}

	private WindowPreset auto() {
		ValueRange values = range();
		boolean flat = values.low() == values.high();
		return new WindowPreset(Windows.AUTO, Text.of(RenderingText.AUTOMATIC),
				flat ? span(values.minimum(), values.maximum()) : span(values.low(), values.high()));
	}

	private WindowPreset full() {
		if (grey.whole() > 0) {
			return new WindowPreset(Windows.FULL, Text.of(RenderingText.WHOLE_RANGE), span(0, grey.whole()));
		}
		if (isByteImage()) {
			StoredRange all = StoredRange.of(frame.bitsStored(), frame.signed(), 1);
			return new WindowPreset(Windows.FULL, Text.of(RenderingText.WHOLE_RANGE), span(all.low(), all.high()));
		}
		return new WindowPreset(Windows.FULL, Text.of(RenderingText.WHOLE_RANGE), span(range().minimum(), range().maximum()));
	}

	/** {@return whether the values are up to 8 bits that nothing rescales: they are made to be shown as they are} */
	private boolean isByteImage() {
		return frame.bitsStored() <= 8 && grey.storedAreModality();
	}

	private VoiWindow span(double low, double high) {
		return Windows.spanning(low, high, wholeNumbers());
	}

	private boolean wholeNumbers() {
		boolean floating = frame.samples() instanceof Samples.Floats || frame.samples() instanceof Samples.Doubles;
		return !floating && (!(grey.modality() instanceof Modality.Rescale rescale)
				|| Math.abs(rescale.slope()) >= 1 && rescale.slope() == Math.rint(rescale.slope()));
	}

	private ValueRange range() {
		ValueRange known = range;
		if (known == null) {
			known = ValueRange.of(frame, grey.modality(), grey.padding());
			range = known;
		}
		return known;
	}

	@Override
	public RowSource rows(DisplaySettings settings, GreyTables tables) {
		GreyMapping mapping = mapping(settings.window());
		if (supplement != null) {
			return GreyRows.of(StoredValues.of(frame), frame.columns(), mapping, supplement);
		}
		if (frame.samples() instanceof Samples.Bytes bytes) {
			return GreyRows.of(bytes.values(), frame.columns(), tables.get(mapping, storedRange(1)));
		}
		if (frame.samples() instanceof Samples.Shorts shorts) {
			return GreyRows.of(shorts.values(), frame.columns(), tables.get(mapping, storedRange(2)));
		}
		return GreyRows.of(StoredValues.of(frame), frame.columns(), mapping);
	}

	private GreyMapping mapping(Window window) {
		return new GreyMapping(grey.modality(), voi(window), grey.presentation(), grey.inverse() != window.invert(),
				grey.padding());
	}

	@Override
	public Optional<DisplayLevels> levels(Window window) {
		return Optional.of(DisplayLevels.of(mapping(window), grey.unit()));
	}

	private StoredRange storedRange(int bytes) {
		return StoredRange.of(frame.bitsStored(), frame.signed(), bytes);
	}

	private Voi voi(Window window) {
		if (window.voiWindow().isPresent()) {
			return Voi.of(window.voiWindow().get());
		}
		Optional<VoiLut> chosen = grey.voiLuts().stream().filter(lut -> lut.number() == window.voiLut()).findFirst()
				.or(() -> grey.voiLuts().stream().findFirst());
		return chosen.isPresent() ? new Voi.Table(chosen.get().table()) : Voi.of(initialWindow().window());
	}

	GreyFacts greyFacts() {
		return grey;
	}

	/** {@return this frame as a presentation state shows it, whose window somebody has chosen} */
	GreyFrame presented(GreyFacts otherGrey, FrameFacts otherFacts) {
		GreyFrame presented = new GreyFrame(decoded, otherFacts, otherGrey, supplement, pixels);
		presented.replaced = false;
		return presented;
	}

	@Override
	public FrameFacts facts() {
		return facts;
	}

	@Override
	public Optional<ModalityValues> values() {
		StoredValues stored = StoredValues.of(frame);
		Padding padding = grey.padding();
		Modality modality = grey.modality();
		return Optional.of(index -> {
			double value = stored.get(index);
			return padding.contains(value) ? Float.NaN : (float) modality.apply(value);
		});
	}

	@Override
	public double pixelAspect() {
		return facts.aspect();
	}

	@Override
	public boolean windowable() {
		return true;
	}

	@Override
	public Optional<PixelValue> value(int column, int row) {
		if (column < 0 || row < 0 || column >= frame.columns() || row >= frame.rows()) {
			return Optional.empty();
		}
		double stored = StoredValues.of(frame).get(row * frame.columns() + column);
		boolean padding = grey.padding().contains(stored);
		return Optional.of(new PixelValue(column, row, pixels.position(frame, column, row), List.of(stored), padding,
				padding ? List.of() : pixels.quantities(stored, grey), OptionalInt.empty(), pixels.segment(stored)));
	}

	@Override
	public List<RegionStatistics> statistics(Region region) {
		RegionValues values = new RegionValues(frame, grey.padding(), region);
		return pixels.scales(grey).stream().flatMap(scale -> values.statistics(scale).stream()).toList();
	}

	@Override
	public Optional<Histogram> histogram(Region region, int bins) {
		if (bins < 1) {
			throw new IllegalArgumentException(bins + " bins"); //$NON-NLS-1$
		}
		return new RegionValues(frame, grey.padding(), region).histogram(pixels.scales(grey).get(0), bins, wholeNumbers());
	}

	@Override
	public Optional<VoiWindow> window(Region region) {
		return new RegionValues(frame, grey.padding(), region).statistics(pixels.scales(grey).get(0))
				.map(values -> span(values.minimum(), values.maximum()));
	}

	@Override
	public int valuesPerPixel() {
		return 1;
	}

	@Override
	public void readValues(int row, double[] values) {
		StoredValues stored = StoredValues.of(frame);
		int first = row * frame.columns();
		for (int column = 0; column < frame.columns(); column++) {
			double value = stored.get(first + column);
			values[column] = grey.padding().contains(value) ? Double.NaN : grey.modality().apply(value);
		}
	}

	@Override
	public Optional<float[]> line(Slab slab) {
		return Optional.of(SlabLine.of(frame, grey.padding(), grey.modality()::apply, slab));
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
