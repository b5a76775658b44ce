package org.dicompreview.series.internal.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;

/**
 * Finds the axes of a stack. It begins with one cell for each position and divides the cells by one dimension after the
 * other until each holds a single frame.
 */
public final class Grid {

	private static final int[] NONE = {};

	private final List<ImageFrame> frames;
	private final List<Axis> axes = new ArrayList<>();
	/** How many axes of time there are; they come first. */
	private int timeAxes;
	private final List<int[]> coordinates = new ArrayList<>();
	private int[] cell;
	private int cells;

	/**
	 * @param frames   the frames
	 * @param position for each frame, the index of its position
	 * @param count    number of positions
	 */
	public Grid(List<ImageFrame> frames, int[] position, int count) {
		this.frames = frames;
		this.cell = position;
		this.cells = count;
	}

	/** {@return whether each cell holds a single frame} */
	public boolean resolved() {
		return cells == frames.size();
	}

	/** {@return how this dimension would divide the cells} */
	Factor measure(GridDimension dimension) {
		return measure(dimension, cell);
	}

	/** {@return how this dimension would divide the cells, where what another one tells apart is known to differ} */
	Factor measure(GridDimension dimension, Factor apart) {
		int[] places = new int[cell.length];
		divide(cell, apart.index(), places);
		return measure(dimension, places);
	}

	/** @param places for each frame where it lies as far as values are compared */
	private Factor measure(GridDimension dimension, int[] places) {
		Value[] unified = SameValues.unify(frames.stream().map(dimension.value()).toArray(Value[]::new), places);
		Map<Value, Integer> seen = new HashMap<>();
		int[] raw = new int[frames.size()];
		for (int i = 0; i < raw.length; i++) {
			raw[i] = seen.computeIfAbsent(unified[i], value -> seen.size());
		}
		List<Value> values = new ArrayList<>(seen.keySet());
		values.sort(dimension.ordered() ? Comparator.naturalOrder()
				: Comparator.comparingDouble(Value::number).thenComparingInt(seen::get));
		int[] rank = new int[values.size()];
		for (int i = 0; i < rank.length; i++) {
			rank[seen.get(values.get(i))] = i;
		}
		for (int i = 0; i < raw.length; i++) {
			raw[i] = rank[raw[i]];
		}
		int[] divided = new int[raw.length];
		int pairs = divide(cell, raw, divided);
		return new Factor(dimension, values, raw, cells, pairs, widest(divided, pairs));
	}

	private int widest(int[] divided, int pairs) {
		int[] perCell = new int[cells];
		boolean[] counted = new boolean[pairs];
		int widest = 0;
		for (int i = 0; i < divided.length; i++) {
			if (!counted[divided[i]]) {
				counted[divided[i]] = true;
				widest = Math.max(widest, ++perCell[cell[i]]);
			}
		}
		return widest;
	}

	/** Gives each combination of two indices a number from 0 and returns their count. */
	private static int divide(int[] first, int[] second, int[] into) {
		Map<Long, Integer> numbers = new HashMap<>();
		for (int i = 0; i < into.length; i++) {
			long key = (long) first[i] << 32 | second[i];
			into[i] = numbers.computeIfAbsent(key, k -> numbers.size());
		}
		return numbers.size();
	}

	/** Makes an axis of the values themselves. */
	void addAxis(Factor factor) {
		add(factor.dimension(), factor.index(), factor.values());
	}

	/** Makes an axis of the rank of the values within their cells. */
	void addRankAxis(Factor factor) {
		int[] order = sortedByCell(factor.index());
		int[] rank = new int[order.length];
		int fullest = -1;
		for (int k = 1; k < order.length; k++) {
			int i = order[k];
			int before = order[k - 1];
			if (cell[i] == cell[before]) {
				rank[i] = rank[before] + (factor.index()[i] == factor.index()[before] ? 0 : 1);
			}
			if (fullest < 0 && rank[i] == factor.widest() - 1) {
				fullest = cell[i];
			}
		}
		Value[] values = new Value[factor.widest()];
		for (int i = 0; i < rank.length; i++) {
			if (cell[i] == fullest) {
				values[rank[i]] = factor.values().get(factor.index()[i]);
			}
		}
		add(factor.dimension(), rank, Arrays.asList(values));
	}

	/** Tells the frames that still share a cell apart by their order. */
	void addRepeatAxis(GridDimension dimension) {
		int[] count = new int[cells];
		int[] rank = new int[frames.size()];
		int widest = 0;
		for (int i = 0; i < rank.length; i++) {
			rank[i] = count[cell[i]]++;
			widest = Math.max(widest, count[cell[i]]);
		}
		List<Value> values = new ArrayList<>();
		for (int i = 1; i <= widest; i++) {
			values.add(Value.of(i));
		}
		add(dimension, rank, values);
	}

	private void add(GridDimension dimension, int[] index, List<Value> values) {
		int at = dimension.policy().isTime() ? timeAxes++ : axes.size();
		axes.add(at, new Axis(free(dimension.name()), dimension.label(), dimension.labels().apply(values)));
		coordinates.add(at, index);
		int[] divided = new int[cell.length];
		cells = divide(cell, index, divided);
		cell = divided;
	}

	/** {@return the name, with a number after it if another axis has it} */
	private String free(String name) {
		String free = name;
		for (int i = 2; isTaken(free); i++) {
			free = name + '-' + i;
		}
		return free;
	}

	private boolean isTaken(String name) {
		return axes.stream().anyMatch(axis -> axis.name().equals(name));
	}

	/** {@return the frames' indices, by cell, then by index} */
	private int[] sortedByCell(int[] index) {
		long[] keys = new long[index.length];
		Integer[] order = new Integer[index.length];
		for (int i = 0; i < keys.length; i++) {
			keys[i] = (long) cell[i] << 32 | index[i];
			order[i] = i;
		}
		Arrays.sort(order, Comparator.comparingLong((Integer i) -> keys[i]).thenComparingInt(i -> i));
		return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
	}

	/** {@return the axes found so far} */
	public List<Axis> axes() {
		return axes;
	}

	/** {@return the coordinates of frame number {@code i}, one for each axis but {@code left} (-1: for all)} */
	public int[] coordinates(int i, int left) {
		int size = coordinates.size() - (left < 0 ? 0 : 1);
		if (size == 0) {
			return NONE;
		}
		int[] result = new int[size];
		int k = 0;
		for (int axis = 0; axis < coordinates.size(); axis++) {
			if (axis != left) {
				result[k++] = coordinates.get(axis)[i];
			}
		}
		return result;
	}

	/** {@return the coordinate of frame number {@code i} on one axis} */
	public int coordinate(int i, int axis) {
		return coordinates.get(axis)[i];
	}
}
