package org.dicompreview.ui.internal.attributes;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

/** Compares all elements of all slices of a stack, each file read once. */
final class VariationsJob extends Job {

	private final DicomReaders reader;
	private final SliceStack stack;
	private final Variations found = new Variations();

	VariationsJob(DicomReaders reader, SliceStack stack) {
		super(NLS.bind(Messages.SeriesValuesJob_name, stack.series().description()));
		this.reader = reader;
		this.stack = stack;
		setPriority(Job.DECORATE);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Map<InstanceHeader, List<Slice>> instances = stack.slices().stream()
				.collect(Collectors.groupingBy(Slice::instance, LinkedHashMap::new, Collectors.toList()));
		SubMonitor progress = SubMonitor.convert(monitor, getName(), instances.size());
		for (Map.Entry<InstanceHeader, List<Slice>> each : instances.entrySet()) {
			if (monitor.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			try {
				DataSet data = reader.readDataSet(each.getKey().location(), reader.limits());
				each.getValue().forEach(slice -> found.add(AttributeTree.of(data, slice.frame())));
			} catch (IOException e) {
				each.getValue().forEach(slice -> found.add(AttributeTree.EMPTY)); // the Preview says why it cannot be read
			}
			progress.worked(1);
		}
		return Status.OK_STATUS;
	}

	/** {@return what was found; after the job has ended well} */
	Variations found() {
		return found;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == AttributesView.JOB_FAMILY;
	}
}
