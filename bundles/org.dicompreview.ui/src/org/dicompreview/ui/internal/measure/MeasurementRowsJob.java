package org.dicompreview.ui.internal.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.planes.ReformattedSlice;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.measure.Measurement;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Finds the slices of measurements and what they come to. */
final class MeasurementRowsJob extends Job {

	private final List<Measurement> measurements;
	private final Map<String, MeasurementRow> known;
	private final Catalog catalog;
	private final FrameLoader loader;
	private List<MeasurementRow> rows = List.of();

	/** @param known rows that need not be made anew where nothing has changed */
	MeasurementRowsJob(List<Measurement> measurements, List<MeasurementRow> known, Catalog catalog, FrameLoader loader) {
		super(Messages.MeasurementRowsJob_name);
		this.measurements = measurements;
		this.known = known.stream().collect(Collectors.toMap(row -> row.measurement().id(), Function.identity()));
		this.catalog = catalog;
		this.loader = loader;
		setSystem(true);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		List<MeasurementRow> made = new ArrayList<>();
		for (Measurement each : measurements) {
			if (monitor.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			Optional<MeasurementRow> former = Optional.ofNullable(known.get(each.id())).flatMap(row -> row.renamed(each))
					.filter(this::isCurrent);
			made.add(former.orElseGet(() -> MeasurementRow.of(each, catalog, loader)));
		}
		rows = made;
		return Status.OK_STATUS;
	}

	private boolean isCurrent(MeasurementRow row) {
		return row.slice().isPresent() && row.series().filter(series -> isOf(row.slice().get(), series)).isPresent()
				&& MeasurementRow.series(row.measurement(), catalog).equals(row.series());
	}

	private static boolean isOf(Slice slice, Series series) {
		return slice instanceof ReformattedSlice picture ? series.stacks().contains(picture.stack().source())
				: series.instances().contains(slice.instance());
	}

	/** {@return the rows; after the job is done} */
	List<MeasurementRow> rows() {
		return rows;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == MeasurementsView.JOB_FAMILY;
	}
}
