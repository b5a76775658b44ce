package org.dicompreview.rendering.internal.planes;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.internal.frame.ModalityValues;
import org.dicompreview.rendering.internal.frame.PreparedFrame;
import org.dicompreview.rendering.planes.ReformattedSlice;
import org.dicompreview.rendering.planes.VolumeGrid;
import org.dicompreview.series.Slice;

/**
 * The values of all images of a stack, in memory as far as they have come: those of single pixels, or means of several where
 * these would take too much. As long as an image is missing the nearest one stands for it. For any thread.
 */
public final class PreviewVolume {

	/** In place of a value that does not count, where values are whole numbers. */
	private static final short NONE = Short.MIN_VALUE;

	/** The values of a picture, rows from the top; of a preview perhaps of fewer pixels. */
	public record Values(int columns, int rows, float[] values) {
	}

	private final ReformattedSlice any;
	private final VolumeGrid grid;
	private final int reduction;
	private final boolean whole;
	private final Object[] images;
	private final boolean[] arrived;
	private int arrivals;
	private int failures;

	private PreviewVolume(ReformattedSlice any, boolean whole, int reduction) {
		this.any = any;
		this.whole = whole;
		this.reduction = reduction;
		grid = any.stack().grid();
		images = new Object[grid.slices()];
		arrived = new boolean[images.length];
	}

	/**
	 * {@return an empty volume}
	 *
	 * @param picture for which it is
	 * @param most    bytes that it may take when it is full
	 */
	public static PreviewVolume of(ReformattedSlice picture, long most) {
		boolean whole = picture.sources().stream().map(Slice::instance).allMatch(PreviewVolume::hasSmallNumbers);
		int reduction = 1;
		while (bytes(picture.stack().grid(), reduction, whole) > most) {
			reduction++;
		}
		return new PreviewVolume(picture, whole, reduction);
	}

	private static long bytes(VolumeGrid grid, int reduction, boolean whole) {
		return (whole ? 2L : 4L) * Sampling.reducedSize(grid.columns(), reduction) * Sampling.reducedSize(grid.rows(), reduction)
				* grid.slices();
	}

	/** {@return whether the modality values of an image are whole numbers of 16 bits} */
	private static boolean hasSmallNumbers(InstanceHeader header) {
		int bits = header.integer(Tag.BITS_STORED).orElse(32);
		double slope = header.number(Tag.RESCALE_SLOPE).orElse(1);
		double intercept = header.number(Tag.RESCALE_INTERCEPT).orElse(0);
		boolean signed = header.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
		return bits <= 15 && slope == 1 && intercept == Math.rint(intercept) && !header.contains(Tag.MODALITY_LUT_SEQUENCE)
				&& !header.contains(Tag.DOSE_GRID_SCALING) && header.frameCount() == 1
				&& Math.abs(intercept) + (1 << (signed ? bits - 1 : bits)) < Short.MAX_VALUE;
	}

	/** {@return the picture for which it was made} */
	public ReformattedSlice picture() {
		return any;
	}

	/** {@return whether a picture can be made of it} */
	public boolean isOf(ReformattedSlice picture) {
		return any.sharesImages(picture);
	}

	/** {@return bytes that it takes when it is full} */
	public long byteSize() {
		return bytes(grid, reduction, whole);
	}

	/** {@return whether each value is that of one pixel} */
	public boolean isFull() {
		return reduction == 1;
	}

	/** {@return columns that an image needs for it} */
	public int columns() {
		return Sampling.reducedSize(grid.columns(), reduction);
	}

	/** {@return rows that an image needs for it} */
	public int rows() {
		return Sampling.reducedSize(grid.rows(), reduction);
	}

	/** {@return the images of which it is made} */
	public List<Slice> sources() {
		return any.sources();
	}

	/** {@return how many images have come, those that cannot be read included} */
	public synchronized int arrivals() {
		return arrivals;
	}

	/** {@return how many of them cannot be read} */
	public synchronized int failures() {
		return failures;
	}

	/** {@return whether all images have come} */
	public synchronized boolean isComplete() {
		return arrivals == images.length;
	}

	/** Takes an image. @param position of the image @param frame absent if it cannot be read; may have fewer pixels than the image */
	public void put(int position, Optional<PreparedFrame> frame) {
		Object image = frame.flatMap(each -> each.values()
				.map(values -> reduced(values, each.frame().columns(), each.frame().rows()))).orElse(null);
		synchronized (this) {
			if (!arrived[position]) {
				arrived[position] = true;
				arrivals++;
				failures += image == null ? 1 : 0;
				images[position] = image;
			}
		}
	}

	private Object reduced(ModalityValues values, int columns, int rows) {
		int width = columns();
		int height = rows();
		short[] shorts = whole ? new short[width * height] : null;
		float[] floats = whole ? null : new float[width * height];
		double across = columns == grid.columns() ? reduction : (double) columns / width;
		double down = rows == grid.rows() ? reduction : (double) rows / height;
		for (int y = 0; y < height; y++) {
			int top = (int) (y * down);
			int bottom = (int) Math.min(rows, Math.max(top + 1.0, (y + 1) * down));
			for (int x = 0; x < width; x++) {
				int left = (int) (x * across);
				float mean = mean(values, columns, left, (int) Math.min(columns, Math.max(left + 1.0, (x + 1) * across)), top, bottom);
				if (whole) {
					shorts[y * width + x] = Float.isNaN(mean) ? NONE : (short) Math.round(mean);
				} else {
					floats[y * width + x] = mean;
				}
			}
		}
		return whole ? shorts : floats;
	}

	private static float mean(ModalityValues values, int columns, int left, int right, int top, int bottom) {
		double sum = 0;
		int count = 0;
		for (int y = top; y < bottom; y++) {
			for (int x = left; x < right; x++) {
				float value = values.get(y * columns + x);
				if (!Float.isNaN(value)) {
					sum += value;
					count++;
				}
			}
		}
		return count == 0 ? Float.NaN : (float) (sum / count);
	}

	/**
	 * {@return the values of a picture as far as they are known; {@code null} if nothing is, or if it was given up}
	 *
	 * @param picture   which one
	 * @param cancelled whether it is to be given up
	 */
	public Values sample(ReformattedSlice picture, BooleanSupplier cancelled) {
		boolean exact = isFull() && isComplete();
		Object[] known = known();
		if (known == null) {
			return null;
		}
		Sampling whole = Sampling.of(picture);
		Sampling sampling = exact ? whole : whole.preview(reduction);
		float[] values = new CutSampler(sampling).sample((position, first, last) -> rows(known[position], first), cancelled);
		return values == null ? null : new Values(sampling.columns(), sampling.rows(), values);
	}

	private Optional<CutSampler.Rows> rows(Object image, int first) {
		int skipped = first * columns();
		if (image instanceof short[] shorts) {
			return Optional.of(new CutSampler.Rows(first, index -> {
				short value = shorts[index + skipped];
				return value == NONE ? Float.NaN : value;
			}));
		}
		return image instanceof float[] floats
				? Optional.of(new CutSampler.Rows(first, index -> floats[index + skipped])) : Optional.empty();
	}

	/** {@return the images, the nearest one where one has not come yet; {@code null} if none has} */
	private Object[] known() {
		Object[] known;
		boolean[] there;
		synchronized (this) {
			if (arrivals == failures) {
				return null;
			}
			known = images.clone();
			there = arrived.clone();
		}
		int[] nearest = new int[known.length];
		for (int i = 0, last = -1; i < known.length; i++) {
			last = known[i] != null ? i : last;
			nearest[i] = last;
		}
		for (int i = known.length - 1, next = -1; i >= 0; i--) {
			next = known[i] != null ? i : next;
			if (next >= 0 && (nearest[i] < 0 || next - i < i - nearest[i])) {
				nearest[i] = next;
			}
		}
		Object[] filled = known.clone();
		for (int i = 0; i < filled.length; i++) {
			filled[i] = there[i] ? known[i] : known[nearest[i]];
		}
		return filled;
	}
}
