package org.dicompreview.rendering.planes;

import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.series.Axis;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;

/**
 * Pictures of another plane through a stack, side by side from one end of it to the other. They lie on the voxels of the stack
 * where its grid runs along the plane, else as close to each other as the closest voxels. Immutable; slices are made when they
 * are asked for.
 *
 * @since 0.1.0
 */
public final class ReformattedStack implements SliceStack {

	/** No picture has more columns or rows, and no stack more positions. */
	private static final int MOST = 2048;
	/** So much of a step may lie beyond the outermost voxels, which reach half of one: the last step of a rounded grid is not lost. */
	private static final double PART_BEYOND = 0.1;
	/** What is left of rounding when ways are counted in steps. */
	private static final double ROUNDING = 1e-6;

	/** One of the three axes of the pictures. @param start in mm along its direction @param step to the next @param count how many */
	private record Run(Vector3 direction, double start, double step, int count) {

		static Run of(Vector3 direction, VolumeGrid grid) {
			double least = Double.POSITIVE_INFINITY;
			double most = Double.NEGATIVE_INFINITY;
			for (int corner = 0; corner < 8; corner++) {
				double at = grid.point((corner & 1) * (grid.columns() - 1), (corner >> 1 & 1) * (grid.rows() - 1),
						(corner >> 2) * (grid.slices() - 1)).dot(direction);
				least = Math.min(least, at);
				most = Math.max(most, at);
			}
			double wanted = CutPlane.parallel(direction, grid).map(Vector3::length).orElseGet(grid::leastSpacing);
			double step = Math.max(wanted, (most - least) / (MOST - 1));
			int count = (int) Math.floor((most - least) / step + PART_BEYOND) + 1;
			return new Run(direction, least + (most - least - (count - 1) * step) / 2, step, count);
		}

		/** {@return the same with as many places as the grid has along it} */
		Run along(VolumeGrid grid, Vector3 way) {
			double[] voxels = grid.along(way);
			boolean columns = Math.abs(voxels[0]) > 0.5;
			boolean rows = Math.abs(voxels[1]) > 0.5;
			return new Run(direction, start, way.length(), columns ? grid.columns() : rows ? grid.rows() : grid.slices());
		}
	}

	private final SliceStack source;
	private final VolumeGrid grid;
	private final Reformat reformat;
	private final Run right;
	private final Run down;
	private final Run along;
	/** From one pixel, or picture, to the next in mm. */
	private final Vector3 rightStep;
	private final Vector3 downStep;
	private final Vector3 alongStep;
	private final Vector3 corner;
	/** By position, then by each axis in turn; {@code null} for one that nobody has asked for yet. */
	private final ReformattedSlice[] slices;

	private ReformattedStack(SliceStack source, VolumeGrid grid, Reformat reformat) {
		this.source = source;
		this.grid = grid;
		this.reformat = reformat;
		Run across = Run.of(reformat.plane().right(), grid);
		Run downwards = Run.of(reformat.plane().down(), grid);
		Run through = Run.of(reformat.plane().normal(), grid);
		Optional<Vector3> columns = CutPlane.parallel(across.direction(), grid);
		Optional<Vector3> rows = CutPlane.parallel(downwards.direction(), grid);
		Optional<Vector3> planes = CutPlane.parallel(through.direction(), grid);
		rightStep = columns.orElseGet(() -> across.direction().times(across.step()));
		downStep = rows.orElseGet(() -> downwards.direction().times(downwards.step()));
		alongStep = planes.orElseGet(() -> through.direction().times(through.step()));
		boolean onVoxels = columns.isPresent() && rows.isPresent() && planes.isPresent();
		right = onVoxels ? across.along(grid, rightStep) : across;
		down = onVoxels ? downwards.along(grid, downStep) : downwards;
		along = onVoxels ? through.along(grid, alongStep) : through;
		corner = onVoxels ? cornerVoxel() : corner();
		int cells = along.count();
		for (Axis axis : source.axes()) {
			cells = Math.multiplyExact(cells, axis.size());
		}
		slices = new ReformattedSlice[cells];
	}

	/**
	 * {@return the pictures of another plane}
	 *
	 * @param source   the stack
	 * @param grid     on which its pixels lie, of its {@link PlaneOffer}
	 * @param reformat how they are made
	 */
	public static ReformattedStack of(SliceStack source, VolumeGrid grid, Reformat reformat) {
		return new ReformattedStack(Objects.requireNonNull(source), Objects.requireNonNull(grid), Objects.requireNonNull(reformat));
	}

	/** {@return the voxel in which the pictures begin, all of which lie on voxels} */
	private Vector3 cornerVoxel() {
		double[] begin = new double[3];
		int[] last = { grid.columns() - 1, grid.rows() - 1, grid.slices() - 1 };
		for (Vector3 step : List.of(rightStep, downStep, alongStep)) {
			double[] way = grid.along(step);
			for (int i = 0; i < begin.length; i++) {
				begin[i] += way[i] < -0.5 ? last[i] : 0;
			}
		}
		return grid.point(begin[0], begin[1], begin[2]);
	}

	/** {@return where the three axes begin, which are about perpendicular} */
	private Vector3 corner() {
		Vector3 a = right.direction();
		Vector3 b = down.direction();
		Vector3 c = along.direction();
		double volume = a.cross(b).dot(c);
		return b.cross(c).times(right.start() / volume).plus(c.cross(a).times(down.start() / volume))
				.plus(a.cross(b).times(along.start() / volume));
	}

	/** {@return the stack that the pictures are made of} */
	public SliceStack source() {
		return source;
	}

	/** {@return the grid on which its pixels lie} */
	public VolumeGrid grid() {
		return grid;
	}

	/** {@return how the pictures are made} */
	public Reformat reformat() {
		return reformat;
	}

	/** {@return columns of each picture} */
	public int columns() {
		return right.count();
	}

	/** {@return rows of each picture} */
	public int rows() {
		return down.count();
	}

	/** {@return from one column to the next in mm} */
	public Vector3 rightStep() {
		return rightStep;
	}

	/** {@return from one row to the next in mm} */
	public Vector3 downStep() {
		return downStep;
	}

	/** {@return from one picture to the next in mm} */
	public Vector3 alongStep() {
		return alongStep;
	}

	/** {@return the centre of the first pixel of a picture in mm} @param position from 0 */
	public Vector3 firstPixel(int position) {
		return corner.plus(alongStep.times(position));
	}

	/** {@return how many planes on each side of a picture belong to its slab} */
	public int planesBeside() {
		double planes = Math.floor(reformat.thickness() / 2 / alongStep.length() + ROUNDING);
		return (int) Math.min(planes, positions());
	}

	/** {@return the slice that lies nearest to a point in mm} @param coordinates one index for each of {@link #axes()} */
	public Slice nearest(Vector3 point, int... coordinates) {
		Vector3 normal = reformat.plane().normal();
		double steps = point.minus(corner).dot(normal) / alongStep.dot(normal);
		return slice((int) Math.max(0, Math.min(positions() - 1.0, Math.rint(steps))), coordinates).orElseThrow();
	}

	@Override
	public Series series() {
		return source.series();
	}

	/** {@return that of the source: in lists of the series this is a way to look at it} */
	@Override
	public int index() {
		return source.index();
	}

	@Override
	public String label() {
		return Texts.words(reformat.text());
	}

	@Override
	public String rule() {
		return Texts.words(Text.of(RenderingText.PLANE_RULE, reformat.text()));
	}

	@Override
	public List<Slice> slices() {
		return new AbstractList<>() {
			@Override
			public Slice get(int index) {
				Objects.checkIndex(index, size());
				int[] coordinates = new int[axes().size()];
				int rest = index;
				for (int i = coordinates.length - 1; i >= 0; i--) {
					coordinates[i] = rest % axes().get(i).size();
					rest /= axes().get(i).size();
				}
				return at(index, rest, coordinates);
			}

			@Override
			public int size() {
				return slices.length;
			}
		};
	}

	@Override
	public int positions() {
		return along.count();
	}

	@Override
	public String positionName() {
		return source.positionName();
	}

	@Override
	public String positionLabel(int position) {
		Objects.checkIndex(position, positions());
		return String.format(Locale.ROOT, "%.2f mm", offset(position)).replace("-0.00 ", "0.00 "); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	double offset(int position) {
		return firstPixel(position).dot(reformat.plane().normal());
	}

	@Override
	public List<Axis> axes() {
		return source.axes();
	}

	@Override
	public Optional<Slice> slice(int position, int... coordinates) {
		Objects.checkIndex(position, positions());
		if (coordinates.length != axes().size()) {
			throw new IndexOutOfBoundsException(coordinates.length + " coordinates for " + axes().size() + " axes"); //$NON-NLS-1$ //$NON-NLS-2$
		}
		int index = position;
		for (int i = 0; i < coordinates.length; i++) {
			index = index * axes().get(i).size() + Objects.checkIndex(coordinates[i], axes().get(i).size());
		}
		return Optional.of(at(index, position, coordinates));
	}

	private ReformattedSlice at(int index, int position, int... coordinates) {
		synchronized (slices) {
			if (slices[index] == null) {
				slices[index] = new ReformattedSlice(this, position, coordinates);
			}
			return slices[index];
		}
	}

	@Override
	public Slice start() {
		return slice(positions() / 2, new int[axes().size()]).orElseThrow();
	}

	@Override
	public boolean spatial() {
		return true;
	}

	@Override
	public String towards() {
		return grid.inPatient() ? letters(reformat.plane().normal()) : ""; //$NON-NLS-1$
	}

	@Override
	public String from() {
		return grid.inPatient() ? letters(reformat.plane().normal().times(-1)) : ""; //$NON-NLS-1$
	}

	/** {@return up to three letters of a patient direction, strongest first (PS3.3 C.7.6.1.1.1)} */
	private static String letters(Vector3 direction) {
		record Part(char letter, double share) {
		}
		StringBuilder letters = new StringBuilder();
		Stream.of(new Part(direction.x() > 0 ? 'L' : 'R', Math.abs(direction.x())),
				new Part(direction.y() > 0 ? 'P' : 'A', Math.abs(direction.y())),
				new Part(direction.z() > 0 ? 'H' : 'F', Math.abs(direction.z())))
				.filter(part -> part.share() > 0.05).sorted((one, other) -> Double.compare(other.share(), one.share()))
				.forEach(part -> letters.append(part.letter()));
		return letters.toString();
	}

	@Override
	public List<Finding> findings() {
		return List.of();
	}

	@Override
	public String toString() {
		return label() + " (" + slices.length + ')'; //$NON-NLS-1$
	}
}
