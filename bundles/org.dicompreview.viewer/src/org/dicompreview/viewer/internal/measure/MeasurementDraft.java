package org.dicompreview.viewer.internal.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.series.Slice;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementKind;

/**
 * What a person is about to draw or to change in a viewport, before it becomes a measurement. It goes with the canvas of the
 * viewport. Immutable.
 *
 * @param kind    what is drawn
 * @param slice   what it is drawn on
 * @param placed  points that are where they shall be
 * @param moving  the point that follows the pointer; absent for none
 * @param changed the measurement as it would be, if one is changed
 */
record MeasurementDraft(MeasurementKind kind, Slice slice, List<ImagePoint> placed, Optional<ImagePoint> moving,
		Optional<Measurement> changed) {

	private static final String KEY = MeasurementDraft.class.getName();

	static MeasurementDraft begin(MeasurementKind kind, Slice slice, ImagePoint first) {
		return new MeasurementDraft(kind, slice, List.of(first), Optional.empty(), Optional.empty());
	}

	static MeasurementDraft change(Measurement measurement, Slice slice) {
		return new MeasurementDraft(measurement.kind(), slice, measurement.points(), Optional.empty(), Optional.of(measurement));
	}

	/** {@return the draft of a viewport; absent for none, or if that was on another slice than the one on its canvas} */
	static Optional<MeasurementDraft> of(Viewport viewport) {
		return viewport.canvas().getData(KEY) instanceof MeasurementDraft draft
				&& viewport.model().rendered().filter(rendered -> rendered.slice().equals(draft.slice())).isPresent()
						? Optional.of(draft) : Optional.empty();
	}

	/** Shows this one in a viewport. */
	void show(Viewport viewport) {
		viewport.canvas().setData(KEY, this);
		viewport.canvas().redraw();
	}

	/** Gives up the draft of a viewport, if there is one. */
	static void clear(Viewport viewport) {
		if (viewport.canvas().getData(KEY) != null) {
			viewport.canvas().setData(KEY, null);
			viewport.canvas().redraw();
		}
	}

	MeasurementDraft place(ImagePoint point) {
		List<ImagePoint> next = new ArrayList<>(placed);
		next.add(point);
		return new MeasurementDraft(kind, slice, next, Optional.empty(), changed);
	}

	MeasurementDraft move(ImagePoint point) {
		return new MeasurementDraft(kind, slice, placed, Optional.of(point), changed);
	}

	/** {@return whether it has all points that its kind can have} */
	boolean isFull() {
		return placed.size() == kind.mostPoints();
	}

	/** {@return all points that are seen} */
	List<ImagePoint> points() {
		List<ImagePoint> points = new ArrayList<>(placed);
		moving.ifPresent(points::add);
		return points;
	}

	/** {@return what it would be if it ended now; absent while points are missing} */
	Optional<Measurement> measurement() {
		return changed.or(() -> points().size() < kind.leastPoints() ? Optional.empty()
				: Optional.of(Measurement.create(kind, "", "", slice, points()))); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
