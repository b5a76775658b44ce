package org.dicompreview.rendering;

import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A decoded frame with all that its data set says about showing it. Immutable. Frames come from {@link FrameLoader} alone:
 * a {@link FrameRenderer} refuses those that anybody else implements.
 */
@ProviderType
public interface DisplayFrame {

	/** {@return the stored values} */
	Frame frame();

	/** {@return the window or VOI LUT used when the settings name none, as a preset} */
	WindowPreset initialWindow();

	/** {@return the window of the file that would show nothing of this frame, so that {@link #initialWindow()} is automatic} */
	default Optional<WindowPreset> replacedWindow() {
		return Optional.empty();
	}

	/** {@return the windows to choose from: the file's own, automatic, whole range, and those of the modality} */
	List<WindowPreset> presets();

	/** {@return height of a pixel divided by its width as it should be shown (spacing or aspect ratio), above 0} */
	double pixelAspect();

	/** {@return whether windows apply: grey values that are not already display colours} */
	boolean windowable();

	/**
	 * The values at a pixel, for a probe.
	 *
	 * @param column from 0
	 * @param row    from 0
	 * @return what the pixel holds; absent outside the frame
	 */
	Optional<PixelValue> value(int column, int row);

	/**
	 * {@return what the pixels of a region have in common: their modality values first, then each further meaning (uptake,
	 * real world values); empty for colours, and where no pixel counts. Takes time for large regions: not for the UI thread}
	 *
	 * @param region a shape on this frame, also where it reaches beyond it; of a coarse frame, in its own pixels
	 * @since 0.1
	 */
	List<RegionStatistics> statistics(Region region);

	/**
	 * {@return how often each modality value occurs in a region; absent for colours, and where no pixel counts. Takes time
	 * for large regions: not for the UI thread}
	 *
	 * @param region a shape on this frame, as above
	 * @param bins   number of bins at most, at least 1
	 * @since 0.1
	 */
	Optional<Histogram> histogram(Region region, int bins);

	/** {@return the same for all of the frame} @param bins number of bins at most, at least 1 */
	default Optional<Histogram> histogram(int bins) {
		return histogram(new Region.Rectangle(0, 0, frame().columns(), frame().rows()), bins);
	}

	/**
	 * {@return the window that shows the lowest value of a region black and the highest white; absent for colours, and where
	 * no pixel counts. Takes time for large regions: not for the UI thread}
	 *
	 * @param region a shape on this frame, as above
	 * @since 0.1
	 */
	Optional<VoiWindow> window(Region region);

	/**
	 * {@return what a cut through the stack takes of this frame: the mean, highest or lowest modality value of each column or
	 * row within a slab; NaN where no pixel counts. As many values as the frame has columns or rows; of a coarse frame, as
	 * that has. Absent for colours. Takes time: not for the UI thread}
	 *
	 * @param slab which rows or columns, and how they become one line
	 * @since 0.1.0
	 */
	Optional<float[]> line(Slab slab);

	/**
	 * {@return how many values {@link #readValues} gives for each pixel: 1 for a modality value, 3 for red, green and blue}
	 *
	 * @since 0.1.0
	 */
	int valuesPerPixel();

	/**
	 * Reads what the pixels of a row mean, to compare or compute with it: modality values, NaN for padding; of colours, and of
	 * indices of colours, red, green and blue from 0 to 255. For any thread.
	 *
	 * @param row    of the frame, from 0
	 * @param values receives {@code columns * valuesPerPixel()} values from the left
	 * @since 0.1.0
	 */
	void readValues(int row, double[] values);

	/** {@return the patient directions at the four edges of the unrotated frame: left, right, top, bottom; empty texts without geometry} */
	List<String> edges();

	/** {@return bytes in memory, for the budget of the cache} */
	long byteSize();
}
