package org.dicompreview.series.internal.ordering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Arrangement;
import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.OrderingRule;
import org.dicompreview.series.internal.FrameOrder;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.grid.AxisFinder;
import org.dicompreview.series.internal.grid.Dimension;
import org.dicompreview.series.internal.grid.Grid;
import org.dicompreview.series.internal.grid.Value;

/** Tiles of a whole slide: row by row; focal planes and optical paths are further axes (PS3.3 C.7.6.17.3). */
@Component(property = "service.ranking:Integer=150")
public final class TileOrdering implements OrderingRule {

	/** Where a tile lies: its first pixel in the whole, and which of the pictures of this place it is. */
	private record Tile(int row, int column, double focus, String path) implements Comparable<Tile> {

		@Override
		public int compareTo(Tile other) {
			int order = Integer.compare(row, other.row);
			return order != 0 ? order : Integer.compare(column, other.column);
		}
	}

	@Override
	public String name() {
		return Messages.text("rule.tile"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		if (!frames.stream().allMatch(Images::isTile)) {
			return Optional.empty();
		}
		Map<ImageFrame, Tile> tiles = new HashMap<>();
		frames.forEach(frame -> tiles.put(frame, tile(frame)));
		TreeSet<Tile> places = new TreeSet<>(tiles.values());
		Map<Long, Integer> positions = new HashMap<>();
		List<String> labels = new ArrayList<>();
		for (Tile place : places) {
			positions.put(key(place), positions.size());
			labels.add(Messages.text("tile", Integer.toString(place.row()), Integer.toString(place.column()))); //$NON-NLS-1$
		}
		int[] index = frames.stream().mapToInt(frame -> positions.get(key(tiles.get(frame)))).toArray();
		Grid grid = new Grid(frames, index, places.size());
		AxisFinder.divide(grid, List.of(dimension("optical-path", frame -> Value.of(tiles.get(frame).path())), //$NON-NLS-1$
				dimension("focal-plane", frame -> Value.of(tiles.get(frame).focus())))); //$NON-NLS-1$
		Axis axis = new Axis("tile", Messages.text("axis.tile"), labels); //$NON-NLS-1$ //$NON-NLS-2$
		return Optional.of(GridOrdering.place(frames, index, grid, axis, name(), false));
	}

	private static long key(Tile tile) {
		return (long) tile.row() << 32 | tile.column() & 0xFFFFFFFFL;
	}

	private static Dimension dimension(String name, Function<ImageFrame, Value> value) {
		return new Dimension(name, Messages.text("axis." + name), Dimension.Policy.AXIS, value, //$NON-NLS-1$
				values -> values.stream().map(TileOrdering::text).toList(), true);
	}

	private static String text(Value value) {
		return Double.isNaN(value.number()) ? value.text() : Long.toString(Math.round(value.number()));
	}

	/** {@return where the frame says that it lies, else where its number puts it in a slide that is tiled fully} */
	private static Tile tile(ImageFrame frame) {
		int row = frame.attributes().integer(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX).orElse(-1);
		int column = frame.attributes().integer(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX).orElse(-1);
		String path = frame.attributes().string(Tag.OPTICAL_PATH_IDENTIFIER).orElse(""); //$NON-NLS-1$
		if (row > 0 && column > 0) {
			double focus = frame.attributes().number(Tag.Z_OFFSET_IN_SLIDE_COORDINATE_SYSTEM).orElse(Double.NaN);
			return new Tile(row, column, focus, path);
		}
		long width = Math.max(1, Images.columns(frame));
		long height = Math.max(1, Images.rows(frame));
		long across = tiles(frame, Tag.TOTAL_PIXEL_MATRIX_COLUMNS, width);
		long down = tiles(frame, Tag.TOTAL_PIXEL_MATRIX_ROWS, height);
		long planes = Math.max(1, frame.instance().integer(Tag.TOTAL_PIXEL_MATRIX_FOCAL_PLANES).orElse(1));
		long number = (long) FrameOrder.number(frame);
		long inPlane = number % (across * down);
		long plane = number / (across * down);
		return new Tile((int) (inPlane / across * height + 1), (int) (inPlane % across * width + 1),
				plane % planes + 1, Long.toString(plane / planes + 1));
	}

	private static long tiles(ImageFrame frame, int tag, long size) {
		long total = Math.max(1, frame.instance().integer(tag).orElse(1));
		return (total + size - 1) / size;
	}
}
