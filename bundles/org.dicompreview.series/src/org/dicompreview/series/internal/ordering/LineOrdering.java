package org.dicompreview.series.internal.ordering;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Vector3;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.OrderingRule;

/**
 * Images that have a position but no orientation: along the line that the positions make, if all of them differ along it.
 * It runs towards the left, the back or the head, whichever it does most.
 */
@Component(property = "service.ranking:Integer=90")
public final class LineOrdering implements OrderingRule {

	/** Positions make a line if none is farther from it than this part of its length … */
	private static final double STRAIGHT = 0.05;
	/** … and are apart if they differ by more than this part of its length. */
	private static final double APART = 1e-6;

	@Override
	public String name() {
		return Messages.text("rule.line"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		if (frames.size() < 2) {
			return Optional.empty();
		}
		Vector3[] positions = new Vector3[frames.size()];
		for (int i = 0; i < positions.length; i++) {
			Optional<Vector3> position = frames.get(i).position();
			if (position.isEmpty() || frames.get(i).plane().isPresent()) {
				return Optional.empty();
			}
			positions[i] = position.get();
		}
		Vector3 line = line(positions);
		double[] places = Arrays.stream(positions).mapToDouble(position -> position.dot(line)).toArray();
		if (!isStraight(positions, places, line) || !areApart(places)) {
			return Optional.empty();
		}
		return Optional.of(Places.along(frames, places, name()));
	}

	/** {@return the unit vector from one end to the other; a zero vector where all positions are one} */
	private static Vector3 line(Vector3[] positions) {
		Vector3 end = farthest(positions, positions[0]);
		Vector3 way = farthest(positions, end).minus(end);
		double length = way.length();
		double largest = Math.max(Math.abs(way.x()), Math.max(Math.abs(way.y()), Math.abs(way.z())));
		boolean backward = largest == Math.abs(way.z()) ? way.z() < 0
				: largest == Math.abs(way.y()) ? way.y() < 0 : way.x() < 0;
		return length > 0 ? way.times((backward ? -1 : 1) / length) : way;
	}

	private static Vector3 farthest(Vector3[] positions, Vector3 from) {
		Vector3 farthest = from;
		for (Vector3 position : positions) {
			farthest = position.minus(from).length() > farthest.minus(from).length() ? position : farthest;
		}
		return farthest;
	}

	private static boolean isStraight(Vector3[] positions, double[] places, Vector3 line) {
		double allowed = STRAIGHT * length(places);
		for (int i = 0; i < places.length; i++) {
			Vector3 aside = positions[i].minus(positions[0]).minus(line.times(places[i] - places[0]));
			if (!(aside.length() <= allowed)) {
				return false;
			}
		}
		return true;
	}

	private static double length(double[] places) {
		return Arrays.stream(places).max().orElse(0) - Arrays.stream(places).min().orElse(0);
	}

	private static boolean areApart(double[] places) {
		double[] sorted = places.clone();
		Arrays.sort(sorted);
		double least = APART * length(places);
		for (int i = 1; i < sorted.length; i++) {
			if (!(sorted[i] - sorted[i - 1] > least)) {
				return false;
			}
		}
		return true;
	}
}
