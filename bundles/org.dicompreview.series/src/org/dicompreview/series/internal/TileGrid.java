package org.dicompreview.series.internal;

import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;

/**
 * The frames of a slide that is tiled fully (PS3.3 C.7.6.17.3): rows of tiles, then focal planes, then optical paths or
 * segments, without gaps, so that the number of a frame says where it lies.
 *
 * @param across columns of tiles
 * @param down   rows of tiles
 * @param planes focal planes
 * @param width  columns of pixels of a tile
 * @param height rows of pixels of a tile
 */
public record TileGrid(long across, long down, long planes, long width, long height) {

	/** {@return the grid of an instance, whether or not its frames say where they lie} */
	public static TileGrid of(InstanceHeader instance) {
		long width = Math.max(1, instance.integer(Tag.COLUMNS).orElse(0));
		long height = Math.max(1, instance.integer(Tag.ROWS).orElse(0));
		return new TileGrid(tiles(instance, Tag.TOTAL_PIXEL_MATRIX_COLUMNS, width),
				tiles(instance, Tag.TOTAL_PIXEL_MATRIX_ROWS, height),
				Math.max(1, instance.integer(Tag.TOTAL_PIXEL_MATRIX_FOCAL_PLANES).orElse(1)), width, height);
	}

	/** {@return the grid of an instance that does not call itself sparse} */
	public static Optional<TileGrid> full(InstanceHeader instance) {
		boolean sparse = "TILED_SPARSE".equals(instance.string(Tag.DIMENSION_ORGANIZATION_TYPE).orElse("")); //$NON-NLS-1$ //$NON-NLS-2$
		return sparse ? Optional.empty() : Optional.of(of(instance));
	}

	private static long tiles(InstanceHeader instance, int tag, long size) {
		long total = Math.max(1, instance.integer(tag).orElse(1));
		return (total + size - 1) / size;
	}

	/** {@return the first row of pixels of a frame in the whole, from 1} */
	public int row(ImageFrame frame) {
		return (int) (number(frame) % (across * down) / across * height + 1);
	}

	/** {@return the first column of pixels of a frame in the whole, from 1} */
	public int column(ImageFrame frame) {
		return (int) (number(frame) % (across * down) % across * width + 1);
	}

	/** {@return the focal plane of a frame, from 0} */
	public long plane(ImageFrame frame) {
		return number(frame) / (across * down) % planes;
	}

	/** {@return the index of the optical path or segment of a frame, from 0} */
	public long path(ImageFrame frame) {
		return number(frame) / (across * down) / planes;
	}

	private static long number(ImageFrame frame) {
		return (long) FrameOrder.number(frame);
	}
}
