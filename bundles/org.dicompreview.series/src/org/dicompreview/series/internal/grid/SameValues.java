package org.dicompreview.series.internal.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dicompreview.series.Vector3;

/**
 * Finds which values of a dimension are the same but for the way they are written. Numbers are one where they are next
 * to each other within rounding, not where they have the same digits. Two directions in one cell are two, however near;
 * in different cells the nearest ones within a thousandth are one.
 */
final class SameValues {

	/** Numbers this near to each other are one. */
	private static final double ROUNDING = 1e-5;
	/** Directions this near to each other are one, unless they occur together. */
	private static final double NEAR = 0.001;

	/** A cell and the number that the directions in it go with. */
	private record Place(int cell, double number) {
	}

	private record Pair(Vector3 direction, int known, double distance) {
	}

	private SameValues() {
	}

	/**
	 * {@return for each frame the value that stands for all that are the same}
	 *
	 * @param values for each frame its value
	 * @param cells  for each frame the cell in which it lies
	 */
	static Value[] unify(Value[] values, int[] cells) {
		Value[] unified = numbers(values);
		boolean directed = Arrays.stream(values).anyMatch(value -> value.direction() != null);
		return directed ? directions(unified, cells) : unified;
	}

	private static Value[] numbers(Value[] values) {
		double[] sorted = Arrays.stream(values).mapToDouble(Value::number).filter(number -> !Double.isNaN(number))
				.sorted().distinct().toArray();
		double[] first = sorted.clone();
		boolean same = true;
		for (int i = 1; i < sorted.length; i++) {
			if (sorted[i] - first[i - 1] <= ROUNDING) {
				first[i] = first[i - 1];
				same = false;
			}
		}
		if (same) {
			return values;
		}
		return Arrays.stream(values)
				.map(value -> Double.isNaN(value.number()) ? value
						: new Value(first[Arrays.binarySearch(sorted, value.number())], value.text(), value.direction()))
				.toArray(Value[]::new);
	}

	private static Value[] directions(Value[] values, int[] cells) {
		Map<Place, Set<Vector3>> places = new LinkedHashMap<>();
		for (int i = 0; i < values.length; i++) {
			if (values[i].direction() != null) {
				places.computeIfAbsent(new Place(cells[i], values[i].number()), place -> new LinkedHashSet<>())
						.add(values[i].direction());
			}
		}
		Map<Double, List<Vector3>> known = new LinkedHashMap<>();
		Map<Place, Map<Vector3, Vector3>> same = new LinkedHashMap<>();
		places.forEach((place, directions) -> same.put(place,
				match(directions, known.computeIfAbsent(place.number(), number -> new ArrayList<>()))));
		Value[] unified = new Value[values.length];
		for (int i = 0; i < values.length; i++) {
			Value value = values[i];
			unified[i] = value.direction() == null ? value : new Value(value.number(), value.text(),
					same.get(new Place(cells[i], value.number())).get(value.direction()));
		}
		return unified;
	}

	/** Matches the directions of one place with those that are known, the nearest first, and adds what is new. */
	private static Map<Vector3, Vector3> match(Set<Vector3> directions, List<Vector3> known) {
		Map<Vector3, Vector3> matched = new LinkedHashMap<>();
		Set<Vector3> free = new LinkedHashSet<>(known);
		for (Vector3 direction : directions) {
			if (free.remove(direction)) {
				matched.put(direction, direction);
			}
		}
		if (matched.size() < directions.size()) {
			for (Pair pair : pairs(directions, matched.keySet(), known, free)) {
				Vector3 other = known.get(pair.known());
				if (!matched.containsKey(pair.direction()) && free.remove(other)) {
					matched.put(pair.direction(), other);
				}
			}
		}
		for (Vector3 direction : directions) {
			if (matched.putIfAbsent(direction, direction) == null) {
				known.add(direction);
			}
		}
		return matched;
	}

	private static List<Pair> pairs(Set<Vector3> directions, Set<Vector3> done, List<Vector3> known, Set<Vector3> free) {
		List<Pair> pairs = new ArrayList<>();
		for (Vector3 direction : directions) {
			for (int k = 0; k < known.size() && !done.contains(direction); k++) {
				double distance = direction.minus(known.get(k)).length();
				if (distance <= NEAR && free.contains(known.get(k))) {
					pairs.add(new Pair(direction, k, distance));
				}
			}
		}
		pairs.sort(Comparator.comparingDouble(Pair::distance)); // stable: then in order of appearance
		return pairs;
	}
}
