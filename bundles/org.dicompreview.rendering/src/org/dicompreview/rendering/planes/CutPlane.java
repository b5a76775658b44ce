package org.dicompreview.rendering.planes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.series.Vector3;

/**
 * Which way the pictures of a cut lie. Immutable.
 *
 * @param kind  what the plane is called
 * @param right direction in which columns are counted, a unit vector
 * @param down  direction in which rows are counted, a unit vector, about perpendicular to {@code right}
 * @since 0.1.0
 */
public record CutPlane(Kind kind, Vector3 right, Vector3 down) {

	/** What a plane is called. */
	public enum Kind {
		/** Across the long axis of the body. */
		AXIAL(RenderingText.PLANE_AXIAL),
		/** From one side to the other, from head to feet. */
		CORONAL(RenderingText.PLANE_CORONAL),
		/** From front to back, from head to feet. */
		SAGITTAL(RenderingText.PLANE_SAGITTAL),
		/** That of the images. */
		OWN(RenderingText.PLANE_OWN),
		/** Across the images, along their rows. */
		ROWS(RenderingText.PLANE_ROWS),
		/** Across the images, along their columns. */
		COLUMNS(RenderingText.PLANE_COLUMNS),
		/** One that a person has drawn. */
		OBLIQUE(RenderingText.PLANE_OBLIQUE);

		private final RenderingText text;

		Kind(RenderingText text) {
			this.text = text;
		}

		/** {@return the name for people} */
		public Text text() {
			return Text.of(text);
		}
	}

	/** A direction that is nearer than half a degree to one of the grid is that one: nothing has to be made between voxels. */
	private static final double SAME = Math.cos(Math.toRadians(0.5));
	/** A line that is shorter has no direction. */
	private static final double SHORTEST = 1e-6;
	private static final Vector3 LEFT = new Vector3(1, 0, 0);
	private static final Vector3 BACK = new Vector3(0, 1, 0);
	private static final Vector3 FEET = new Vector3(0, 0, -1);

	/** Checks that nothing is missing. */
	public CutPlane {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(right);
		Objects.requireNonNull(down);
	}

	/** {@return the direction in which positions are counted, a unit vector} */
	public Vector3 normal() {
		return unit(right.cross(down));
	}

	/** {@return the planes that a grid offers without being asked: those of the patient, and its own where they are others} */
	static List<CutPlane> of(VolumeGrid grid) {
		List<CutPlane> planes = new ArrayList<>();
		if (grid.inPatient()) {
			planes.add(fitted(Kind.AXIAL, LEFT, BACK, grid));
			planes.add(fitted(Kind.CORONAL, LEFT, FEET, grid));
			planes.add(fitted(Kind.SAGITTAL, BACK, FEET, grid));
		}
		boolean straight = planes.stream().anyMatch(plane -> liesIn(plane, grid.column(), grid.row()))
				&& planes.stream().anyMatch(plane -> liesIn(plane, grid.column(), grid.slice()))
				&& planes.stream().anyMatch(plane -> liesIn(plane, grid.row(), grid.slice()));
		planes.add(new CutPlane(Kind.OWN, unit(grid.column()), unit(grid.row())));
		if (!straight) {
			planes.add(across(Kind.ROWS, grid.column(), grid));
			planes.add(across(Kind.COLUMNS, grid.row(), grid));
		}
		return List.copyOf(planes);
	}

	private static boolean liesIn(CutPlane plane, Vector3 one, Vector3 other) {
		return Math.abs(plane.normal().dot(unit(one.cross(other)))) >= SAME;
	}

	/** The plane of one direction of the images and the way from one to the next. */
	private static CutPlane across(Kind kind, Vector3 along, VolumeGrid grid) {
		Vector3 right = forward(unit(along));
		Vector3 down = unit(grid.slice().minus(right.times(grid.slice().dot(right))));
		return new CutPlane(kind, right, down.z() > 0 ? down.times(-1) : down);
	}

	/** {@return a direction or its opposite, that which goes to the left or the back of the patient rather than back from there} */
	private static Vector3 forward(Vector3 direction) {
		double x = Math.abs(direction.x());
		double y = Math.abs(direction.y());
		double z = Math.abs(direction.z());
		double leading = x >= y && x >= z ? direction.x() : y >= z ? direction.y() : -direction.z();
		return leading < 0 ? direction.times(-1) : direction;
	}

	/** {@return the plane with the directions of a grid where they are nearly the same} */
	private static CutPlane fitted(Kind kind, Vector3 right, Vector3 down, VolumeGrid grid) {
		return new CutPlane(kind, fitted(right, grid), fitted(down, grid));
	}

	private static Vector3 fitted(Vector3 direction, VolumeGrid grid) {
		return parallel(direction, grid).map(step -> unit(step)).orElse(direction);
	}

	/** {@return the way to the next voxel of a grid in a direction, if the grid runs along it} */
	static Optional<Vector3> parallel(Vector3 direction, VolumeGrid grid) {
		for (Vector3 step : List.of(grid.column(), grid.row(), grid.slice())) {
			double cosine = direction.dot(step) / step.length();
			if (Math.abs(cosine) >= SAME) {
				return Optional.of(cosine < 0 ? step.times(-1) : step);
			}
		}
		return Optional.empty();
	}

	/**
	 * {@return the plane that stands upright on an image along a line on it; absent for a line without length}
	 *
	 * @param line   from one end of the line to the other in mm, within the image
	 * @param normal of the image
	 */
	public static Optional<CutPlane> oblique(Vector3 line, Vector3 normal) {
		if (!(line.length() > SHORTEST) || !(normal.length() > SHORTEST)) {
			return Optional.empty();
		}
		Vector3 upright = unit(normal);
		Vector3 within = line.minus(upright.times(line.dot(upright)));
		if (!(within.length() > SHORTEST)) {
			return Optional.empty();
		}
		// the more upright of both runs downwards, so that the head is on top
		Vector3 one = unit(within);
		boolean lineIsSteeper = Math.abs(one.z()) > Math.abs(upright.z());
		Vector3 down = lineIsSteeper ? one : upright;
		Vector3 right = lineIsSteeper ? upright : one;
		return Optional.of(new CutPlane(Kind.OBLIQUE, forward(right),
				Math.abs(down.z()) > SHORTEST && down.z() > 0 || Math.abs(down.z()) <= SHORTEST && down.y() < 0 ? down.times(-1) : down));
	}

	static Vector3 unit(Vector3 direction) {
		return direction.times(1 / direction.length());
	}
}
