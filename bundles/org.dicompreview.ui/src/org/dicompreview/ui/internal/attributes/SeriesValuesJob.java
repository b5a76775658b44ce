package org.dicompreview.ui.internal.attributes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Reads some elements of all slices of a stack, each file once. */
final class SeriesValuesJob extends Job {

	/** So often it tells what it has read. */
	private static final long PACE = TimeUnit.MILLISECONDS.toNanos(250);

	private final DicomReaders reader;
	private final SliceStack stack;
	private final List<SeriesColumn> columns;
	private final Consumer<SeriesValues> receiver;

	/** @param receiver gets what is read so far, on the thread of this job */
	SeriesValuesJob(DicomReaders reader, SliceStack stack, List<SeriesColumn> columns, Consumer<SeriesValues> receiver) {
		super(NLS.bind(Messages.SeriesValuesJob_name, stack.series().description()));
		this.reader = reader;
		this.stack = stack;
		this.columns = List.copyOf(columns);
		this.receiver = receiver;
		setPriority(Job.DECORATE);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		List<Slice> slices = stack.slices();
		String[][] values = new String[slices.size()][];
		Map<InstanceHeader, List<Integer>> places = new LinkedHashMap<>();
		for (int i = 0; i < slices.size(); i++) {
			places.computeIfAbsent(slices.get(i).instance(), key -> new ArrayList<>()).add(i);
		}
		SubMonitor progress = SubMonitor.convert(monitor, getName(), places.size());
		int failed = 0;
		long told = System.nanoTime();
		for (Map.Entry<InstanceHeader, List<Integer>> entry : places.entrySet()) {
			if (monitor.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			try {
				DataSet data = reader.readDataSet(entry.getKey().location(), reader.limits());
				entry.getValue().forEach(place -> values[place] = values(AttributeTree.of(data, slices.get(place).frame())));
			} catch (IOException e) {
				failed += entry.getValue().size(); // the count is shown; the Preview says why
				entry.getValue().forEach(place -> values[place] = new String[columns.size()]);
			}
			progress.worked(1);
			if (System.nanoTime() - told > PACE) {
				tell(slices, values, failed);
				told = System.nanoTime();
			}
		}
		tell(slices, values, failed);
		return Status.OK_STATUS;
	}

	private void tell(List<Slice> slices, String[][] values, int failed) {
		receiver.accept(new SeriesValues(slices, columns, values.clone(), failed));
	}

	private String[] values(AttributeTree tree) {
		return columns.stream().map(column -> column.find(tree).map(Row::value).orElse(null)).toArray(String[]::new);
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == SeriesAttributesView.JOB_FAMILY;
	}
}
