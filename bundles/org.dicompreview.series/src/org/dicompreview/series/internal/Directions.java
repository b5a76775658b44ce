package org.dicompreview.series.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Plane;
import org.dicompreview.series.Vector3;

/** Directions of planes, by number and by name. */
public final class Directions {

	/** Planes that differ by less than one degree are parallel: files round, and patients are followed as they move. */
	private static final double PARALLEL = Math.cos(Math.toRadians(1));
	/** A part of a direction below this (about three degrees) is not worth a letter. */
	private static final double FAINT = 0.05;
	/** A plane within about eight degrees of a main plane has its name alone. */
	private static final double MAIN = 0.99;

	private Directions() {
	}

	/** {@return whether two planes have the same rows and columns, up to a degree} */
	public static boolean parallel(Plane left, Plane right) {
		return cosine(left.row(), right.row()) >= PARALLEL && cosine(left.column(), right.column()) >= PARALLEL;
	}

	private static double cosine(Vector3 left, Vector3 right) {
		return left.dot(right) / (left.length() * right.length());
	}

	/** {@return whether all frames have a plane, and all planes are parallel to the first} */
	public static boolean parallel(List<ImageFrame> frames) {
		Optional<Plane> first = frames.get(0).plane();
		if (first.isEmpty()) {
			return false;
		}
		for (ImageFrame frame : frames) {
			Optional<Plane> plane = frame.plane();
			if (plane.isEmpty() || !parallel(first.get(), plane.get())) {
				return false;
			}
		}
		return true;
	}

	/** {@return up to three letters of a patient direction, strongest first (PS3.3 C.7.6.1.1.1)} */
	public static String letters(Vector3 direction) {
		double length = direction.length();
		record Part(String letter, double share) {
		}
		List<Part> parts = new ArrayList<>(List.of(
				new Part(direction.x() > 0 ? "L" : "R", Math.abs(direction.x()) / length), //$NON-NLS-1$ //$NON-NLS-2$
				new Part(direction.y() > 0 ? "P" : "A", Math.abs(direction.y()) / length), //$NON-NLS-1$ //$NON-NLS-2$
				new Part(direction.z() > 0 ? "H" : "F", Math.abs(direction.z()) / length))); //$NON-NLS-1$ //$NON-NLS-2$
		parts.sort(Comparator.comparingDouble(Part::share).reversed());
		StringBuilder letters = new StringBuilder();
		for (Part part : parts) {
			if (part.share() > FAINT) {
				letters.append(part.letter());
			}
		}
		return letters.toString();
	}

	/** {@return the name of a plane: axial, coronal, sagittal, oblique where it is far from each} */
	public static String name(Plane plane) {
		if (!plane.inPatient()) {
			return Messages.text("plane.volume"); //$NON-NLS-1$
		}
		Vector3 normal = plane.normal();
		double x = Math.abs(normal.x()) / normal.length();
		double y = Math.abs(normal.y()) / normal.length();
		double z = Math.abs(normal.z()) / normal.length();
		double largest = Math.max(x, Math.max(y, z));
		String main = Messages.text(largest == z ? "plane.axial" : largest == y ? "plane.coronal" : "plane.sagittal"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return largest >= MAIN ? main : Messages.text("plane.oblique", main); //$NON-NLS-1$
	}
}
