package org.dicompreview.rendering.internal.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.overlay.ImageOverlay;
import org.dicompreview.rendering.overlay.OverlayLine;
import org.dicompreview.rendering.overlay.OverlayPicture;
import org.dicompreview.rendering.overlay.OverlayText;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Vector3;

/**
 * The contours of one structure: those in the plane of an image as lines, of those that the image cuts the parts of the plane
 * that lie inside.
 */
final class StructureOverlay implements ImageOverlay {

	/** How far in mm points of a contour lie apart along its normal because of rounding. */
	private static final double FLAT = 0.2;
	private static final double PARALLEL = Math.cos(Math.toRadians(1));
	/** How far from an image a contour counts where there is no other beside it to tell, in mm. */
	private static final double ALONE = 1.5;

	/** A contour in space. @param normal of its plane, {@code null} where it has none @param offset of its plane */
	private record Placed(StructureSet.Contour contour, Vector3 normal, double offset) {
	}

	private final Series source;
	private final InstanceHeader header;
	private final StructureSet.Structure structure;
	private final int color;
	private final List<Placed> contours;
	private final double reach;

	StructureOverlay(Series source, InstanceHeader header, StructureSet.Structure structure, int number) {
		this.source = source;
		this.header = header;
		this.structure = structure;
		color = structure.color() < 0 ? Colors.of(number) : structure.color();
		contours = structure.contours().stream().map(StructureOverlay::placed).toList();
		reach = reach(contours);
	}

	private static Placed placed(StructureSet.Contour contour) {
		// Newell's method: the area of the contour as seen along each axis
		double x = 0;
		double y = 0;
		double z = 0;
		for (int i = 0; i < contour.size(); i++) {
			Vector3 a = contour.point(i);
			Vector3 b = contour.point((i + 1) % contour.size());
			x += (a.y() - b.y()) * (a.z() + b.z());
			y += (a.z() - b.z()) * (a.x() + b.x());
			z += (a.x() - b.x()) * (a.y() + b.y());
		}
		Vector3 area = new Vector3(x, y, z);
		if (!(area.length() > 1e-6)) {
			return new Placed(contour, null, 0);
		}
		Vector3 normal = area.times(1 / area.length());
		// either way round is the same plane
		Vector3 up = normal.x() + 2 * normal.y() + 4 * normal.z() < 0 ? normal.times(-1) : normal;
		return new Placed(contour, up, contour.point(0).dot(up));
	}

	/** {@return half of what is usual between two planes of contours} */
	private static double reach(List<Placed> contours) {
		double[] offsets = contours.stream().filter(each -> each.normal() != null).mapToDouble(Placed::offset).sorted().toArray();
		double[] steps = new double[offsets.length];
		int count = 0;
		for (int i = 1; i < offsets.length; i++) {
			if (offsets[i] - offsets[i - 1] > FLAT) {
				steps[count++] = offsets[i] - offsets[i - 1];
			}
		}
		Arrays.sort(steps, 0, count);
		return count == 0 ? ALONE : Math.max(FLAT, steps[count / 2] / 2);
	}

	@Override
	public String id() {
		return source.uid() + '/' + header.sopInstanceUid() + '/' + structure.number();
	}

	@Override
	public Text label() {
		return structure.name().isEmpty() ? Text.of(OverlayText.STRUCTURE, structure.number()) : Text.verbatim(structure.name());
	}

	@Override
	public Series source() {
		return source;
	}

	@Override
	public Kind kind() {
		return Kind.CONTOURS;
	}

	@Override
	public int color() {
		return color;
	}

	@Override
	public OverlayPicture on(Slice slice) {
		Optional<ImagePlane> plane = slice.imagePlane()
				.filter(image -> image.frameOfReference().equals(structure.frameOfReference()) && image.plane().inPatient());
		List<OverlayLine> lines = new ArrayList<>();
		plane.ifPresent(image -> contours.forEach(contour -> add(contour, image, lines)));
		return lines.isEmpty() ? OverlayPicture.NOTHING : new OverlayPicture(Optional.empty(), lines);
	}

	private void add(Placed placed, ImagePlane image, List<OverlayLine> lines) {
		Vector3 own = image.plane().normal();
		Vector3 normal = own.times(1 / own.length());
		boolean along = placed.normal() == null || Math.abs(placed.normal().dot(normal)) > PARALLEL;
		if (!along) {
			across(placed.contour(), image).ifPresent(lines::add);
		} else if (Math.abs(image.place(placed.contour().point(0)).distance()) <= reach) {
			lines.add(line(placed.contour(), image));
		}
	}

	private static OverlayLine line(StructureSet.Contour contour, ImagePlane image) {
		double[] points = new double[2 * contour.size()];
		for (int i = 0; i < contour.size(); i++) {
			ImagePlane.Place place = image.place(contour.point(i));
			points[2 * i] = place.column();
			points[2 * i + 1] = place.row();
		}
		OverlayLine.Shape shape = switch (contour.type()) {
			case "POINT" -> OverlayLine.Shape.POINTS;
			case "OPEN_PLANAR", "OPEN_NONPLANAR" -> OverlayLine.Shape.OPEN;
			default -> contour.size() == 1 ? OverlayLine.Shape.POINTS : OverlayLine.Shape.CLOSED;
		};
		return new OverlayLine(shape, points, OptionalInt.empty());
	}

	/** {@return the parts of the line along which an image cuts a contour that lie inside of it} */
	private static Optional<OverlayLine> across(StructureSet.Contour contour, ImagePlane image) {
		List<ImagePlane.Place> crossings = new ArrayList<>();
		boolean closed = contour.type().startsWith("CLOSED");
		ImagePlane.Place before = image.place(contour.point(contour.size() - 1));
		for (int i = 0; i < contour.size(); i++) {
			ImagePlane.Place here = image.place(contour.point(i));
			if ((i > 0 || closed) && before.distance() >= 0 != here.distance() >= 0) {
				double part = before.distance() / (before.distance() - here.distance());
				crossings.add(new ImagePlane.Place(before.column() + part * (here.column() - before.column()),
						before.row() + part * (here.row() - before.row()), 0));
			}
			before = here;
		}
		if (crossings.isEmpty()) {
			return Optional.empty();
		}
		boolean upright = spread(crossings, true) < spread(crossings, false);
		crossings.sort((a, b) -> upright ? Double.compare(a.row(), b.row()) : Double.compare(a.column(), b.column()));
		double[] points = new double[2 * crossings.size()];
		for (int i = 0; i < crossings.size(); i++) {
			points[2 * i] = crossings.get(i).column();
			points[2 * i + 1] = crossings.get(i).row();
		}
		return Optional.of(new OverlayLine(closed && crossings.size() % 2 == 0 ? OverlayLine.Shape.SEGMENTS
				: OverlayLine.Shape.POINTS, points, OptionalInt.empty()));
	}

	private static double spread(List<ImagePlane.Place> places, boolean columns) {
		double least = Double.POSITIVE_INFINITY;
		double most = Double.NEGATIVE_INFINITY;
		for (ImagePlane.Place place : places) {
			double value = columns ? place.column() : place.row();
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		return most - least;
	}
}
