package org.dicompreview.rendering.planes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.series.Finding;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/**
 * Which other planes a stack offers, or why it offers none. Immutable.
 *
 * @param stack  the stack
 * @param grid   on which its pixels lie; absent where they lie on none
 * @param planes what can be chosen; empty without a grid
 * @param reason why there are none; absent with a grid
 * @since 0.1.0
 */
public record PlaneOffer(SliceStack stack, Optional<VolumeGrid> grid, List<CutPlane> planes, Optional<Text> reason) {

	/** What the diagnosis finds against a regular grid. */
	private static final Set<Finding.Kind> IRREGULAR = Set.of(Finding.Kind.MISSING_POSITIONS, Finding.Kind.REPEATED_POSITIONS,
			Finding.Kind.UNEQUAL_SPACING, Finding.Kind.MIXED_ORIENTATION, Finding.Kind.INCOMPLETE_GRID);
	/** Spacings may differ by this part. */
	private static final double SAME = 1e-3;
	/** An image may lie so far from its place, as a part of a voxel. */
	private static final double SHIFT = 0.5;

	/** Copies the list. */
	public PlaneOffer {
		Objects.requireNonNull(stack);
		Objects.requireNonNull(grid);
		Objects.requireNonNull(reason);
		planes = List.copyOf(planes);
	}

	/** {@return the offer of a stack. Looks at each slice, which takes time for large stacks: not for the UI thread} */
	public static PlaneOffer of(SliceStack stack) {
		Optional<Text> irregular = stack.findings().stream().filter(finding -> IRREGULAR.contains(finding.kind()))
				.map(Finding::message).findFirst();
		if (irregular.isPresent()) {
			return none(stack, irregular.get());
		}
		if (!stack.spatial()) {
			return none(stack, Text.of(RenderingText.NO_PLANES_WITHOUT_GEOMETRY));
		}
		if (stack.positions() < 2) {
			return none(stack, Text.of(RenderingText.NO_PLANES_OF_ONE_IMAGE));
		}
		if (stack.slices().stream().anyMatch(PlaneOffer::isColored)) {
			return none(stack, Text.of(RenderingText.NO_PLANES_OF_COLOURS));
		}
		List<Slice> slices = stack.slices();
		Optional<ImagePlane> first = slices.get(0).imagePlane();
		Optional<ImagePlane> last = slices.get(slices.size() - 1).imagePlane();
		if (first.isEmpty() || last.isEmpty()) {
			return none(stack, Text.of(RenderingText.NO_PLANES_WITHOUT_GEOMETRY));
		}
		VolumeGrid grid = VolumeGrid.of(first.get(), last.get(), stack.positions());
		for (Slice slice : slices) {
			Optional<ImagePlane> plane = slice.imagePlane();
			if (plane.isEmpty() || !isSame(first.get(), plane.get())) {
				return none(stack, Text.of(RenderingText.NO_PLANES_OF_SIZES));
			}
			if (!isOn(grid, plane.get(), slice.position())) {
				return none(stack, Text.of(RenderingText.NO_PLANES_OF_SHIFTED));
			}
		}
		return new PlaneOffer(stack, Optional.of(grid), CutPlane.of(grid), Optional.empty());
	}

	/**
	 * {@return the planes as stacks}
	 *
	 * @param reformat how their pictures are made; its plane is among them even if it is not offered. Without a grid there are
	 *                 none
	 */
	public List<ReformattedStack> stacks(Reformat reformat) {
		List<CutPlane> all = new ArrayList<>(planes);
		if (!all.contains(reformat.plane())) {
			all.removeIf(plane -> plane.kind() == reformat.plane().kind());
			all.add(reformat.plane());
		}
		return grid.stream().flatMap(voxels -> all.stream().map(plane -> ReformattedStack.of(stack, voxels, reformat.with(plane))))
				.toList();
	}

	/** {@return the plane of a kind that is offered} */
	public Optional<CutPlane> plane(CutPlane.Kind kind) {
		return planes.stream().filter(plane -> plane.kind() == kind).findFirst();
	}

	private static PlaneOffer none(SliceStack stack, Text reason) {
		return new PlaneOffer(stack, Optional.empty(), List.of(), Optional.of(reason));
	}

	private static boolean isColored(Slice slice) {
		return slice.instance().integer(Tag.SAMPLES_PER_PIXEL).orElse(1) > 1
				|| Photometric.of(slice.instance().string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(null)) == Photometric.PALETTE_COLOR;
	}

	private static boolean isSame(ImagePlane one, ImagePlane other) {
		return one.columns() == other.columns() && one.rows() == other.rows()
				&& Math.abs(one.columnSpacing() - other.columnSpacing()) <= SAME * one.columnSpacing()
				&& Math.abs(one.rowSpacing() - other.rowSpacing()) <= SAME * one.rowSpacing()
				&& one.frameOfReference().equals(other.frameOfReference());
	}

	/** {@return whether first and last pixel of an image lie where the grid has them} */
	private static boolean isOn(VolumeGrid grid, ImagePlane image, int index) {
		return isNear(grid.voxel(image.point(0.5, 0.5)), 0, 0, index)
				&& isNear(grid.voxel(image.point(image.columns() - 0.5, image.rows() - 0.5)), grid.columns() - 1, grid.rows() - 1, index);
	}

	private static boolean isNear(double[] voxel, int x, int y, int z) {
		return Math.abs(voxel[0] - x) <= SHIFT && Math.abs(voxel[1] - y) <= SHIFT && Math.abs(voxel[2] - z) <= SHIFT;
	}
}
