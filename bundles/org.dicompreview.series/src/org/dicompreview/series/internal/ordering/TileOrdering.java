package org.dicompreview.series.internal.ordering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.Numbers;
import org.dicompreview.series.internal.Segments;
import org.dicompreview.series.internal.TileGrid;
import org.dicompreview.series.internal.grid.AxisFinder;
import org.dicompreview.series.internal.grid.Grid;
import org.dicompreview.series.internal.grid.GridDimension;
import org.dicompreview.series.internal.grid.Value;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.Dimension;
import org.dicompreview.series.spi.OrderingRule;

/** Tiles of a whole slide: row by row; segments, focal planes and optical paths are further axes (PS3.3 C.7.6.17.3). */
@Component(property = "service.ranking:Integer=150")
public final class TileOrdering implements OrderingRule {

	private static final int FOCUS_DECIMALS = 3;

	/** Where a tile lies: its first pixel in the whole, and which of the pictures of this place it is. */
	private record Tile(int row, int column, double focus, String path, Value segment) implements Comparable<Tile> {

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
		return arrange(frames, List.of());
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames, List<Dimension> dimensions) {
		if (!frames.stream().allMatch(TileOrdering::isPlaced)) {
			return Optional.empty();
		}
		Map<ImageFrame, Tile> tiles = new HashMap<>();
		Map<InstanceHeader, Segments> segments = new IdentityHashMap<>();
		frames.forEach(frame -> tiles.put(frame, tile(frame, segments)));
		TreeSet<Tile> places = new TreeSet<>(tiles.values());
		Map<Long, Integer> positions = new HashMap<>();
		List<String> labels = new ArrayList<>();
		for (Tile place : places) {
			positions.put(key(place), positions.size());
			labels.add(Messages.text("tile", Integer.toString(place.row()), Integer.toString(place.column()))); //$NON-NLS-1$
		}
		int[] index = frames.stream().mapToInt(frame -> positions.get(key(tiles.get(frame)))).toArray();
		Grid grid = new Grid(frames, index, places.size());
		List<GridDimension> all = new ArrayList<>(dimensions.stream().map(GridDimension::of).toList());
		all.add(dimension("segment", frame -> tiles.get(frame).segment(), TileOrdering::text)); //$NON-NLS-1$
		all.add(dimension("optical-path", frame -> Value.of(tiles.get(frame).path()), TileOrdering::text)); //$NON-NLS-1$
		all.add(dimension("focal-plane", frame -> Value.of(tiles.get(frame).focus()), TileOrdering::number)); //$NON-NLS-1$
		AxisFinder.divide(grid, all);
		Axis axis = new Axis("tile", Messages.text("axis.tile"), labels); //$NON-NLS-1$ //$NON-NLS-2$
		return Optional.of(GridOrdering.place(frames, index, grid, axis, name(), false));
	}

	private static long key(Tile tile) {
		return (long) tile.row() << 32 | tile.column() & 0xFFFFFFFFL;
	}

	private static GridDimension dimension(String name, Function<ImageFrame, Value> value, Function<Value, String> label) {
		return new GridDimension(name, Messages.text("axis." + name), GridDimension.Policy.AXIS, value, //$NON-NLS-1$
				values -> values.stream().map(each -> each.isMissing() ? "–" : label.apply(each)).toList(), true); //$NON-NLS-1$
	}

	private static String text(Value value) {
		return value.text();
	}

	/** {@return a focal plane: the offset in µm, or a number} */
	private static String number(Value value) {
		return Numbers.format(value.number(), FOCUS_DECIMALS);
	}

	/** {@return where the frame says that it lies, else where its number puts it in a slide that is tiled fully} */
	private static Tile tile(ImageFrame frame, Map<InstanceHeader, Segments> segments) {
		Value segment = segment(frame, segments);
		int row = frame.attributes().integer(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX).orElse(-1);
		int column = frame.attributes().integer(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX).orElse(-1);
		if (row > 0 && column > 0) {
			double focus = frame.attributes().number(Tag.Z_OFFSET_IN_SLIDE_COORDINATE_SYSTEM).orElse(Double.NaN);
			String path = frame.attributes().string(Tag.OPTICAL_PATH_IDENTIFIER).orElse(""); //$NON-NLS-1$
			return new Tile(row, column, focus, path, segment);
		}
		TileGrid grid = TileGrid.of(frame.instance());
		String path = segment.isMissing() ? Long.toString(grid.path(frame) + 1) : ""; //$NON-NLS-1$
		return new Tile(grid.row(frame), grid.column(frame), grid.plane(frame) + 1, path, segment);
	}

	/** {@return the segment that a frame of a segmentation shows} */
	private static Value segment(ImageFrame frame, Map<InstanceHeader, Segments> segments) {
		if (!Segments.isSegmentation(frame)) {
			return Value.MISSING;
		}
		Segments listed = segments.computeIfAbsent(frame.instance(), Segments::of);
		int number = listed.ofTile(frame);
		return new Value(listed.rank(number), listed.name(number), null);
	}

	private static boolean isPlaced(ImageFrame frame) {
		return Images.isTile(frame)
				|| frame.attributes().contains(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX);
	}
}
