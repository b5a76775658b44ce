package org.dicompreview.viewer.internal.corners;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.planes.ReformattedSlice;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.corners.Corner;
import org.dicompreview.viewer.corners.CornerLine;
import org.dicompreview.viewer.corners.CornerTextStore;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/**
 * What attributes of slices say, for corners. What the scan has read is there at once; the rest is read in a job when a slice
 * rests, and told later. Values are kept by slice, so that none is ever shown on another one. For any thread.
 */
public final class CornerValues {

	/** So long a slice must rest before its file is read; one that passes by reads none. */
	private static final int REST_MS = 120;
	/** More than anybody has viewports in sight. */
	private static final int LIMIT = 8;

	/** What is to be read of a slice. */
	private record Wanted(Slice slice, List<Integer> tags) {
	}

	/** What was read last, for the next frame of the same file. */
	private record Read(InstanceHeader header, DataSet data) {
	}

	private final CornerTextStore store;
	private final DicomReaders readers;
	private final Runnable answered;
	/** By slice, the values of the attributes that were read; gone with the slice. */
	private final Map<Slice, Map<Integer, List<String>>> known = new WeakHashMap<>();
	/** What is to be read of the slices that were on show last. */
	private final Map<Slice, List<Integer>> wanted = new LinkedHashMap<>() {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Slice, List<Integer>> eldest) {
			return size() > LIMIT;
		}
	};
	private final Job job = new Job(Messages.CornerValues_job) {

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			Optional<Wanted> next = next();
			while (next.isPresent() && !monitor.isCanceled()) {
				read(next.get().slice(), next.get().tags());
				next = next();
			}
			return Status.OK_STATUS;
		}

		@Override
		public boolean belongsTo(Object family) {
			return family == Viewport.JOB_FAMILY;
		}
	};
	/** Of the job alone. */
	private SoftReference<Read> last = new SoftReference<>(null);

	/**
	 * @param store    says what stands where
	 * @param readers  read the files
	 * @param answered is told, on any thread, that more is known
	 */
	public CornerValues(CornerTextStore store, DicomReaders readers, Runnable answered) {
		this.store = store;
		this.readers = readers;
		this.answered = answered;
		job.setSystem(true);
		job.setPriority(Job.DECORATE);
	}

	/** {@return the lines of a corner as far as they are known now, without those that say nothing} */
	public List<String> lines(Slice slice, Corner corner) {
		String modality = slice.instance().string(Tag.MODALITY).orElse(""); //$NON-NLS-1$
		List<String> lines = new ArrayList<>();
		List<Integer> missing = new ArrayList<>();
		for (CornerLine line : store.texts().lines(modality, corner)) {
			String values = line.tags().stream().map(tag -> ValueTexts.of(tag, values(slice, tag, missing)))
					.filter(text -> !text.isEmpty()).collect(Collectors.joining("  ")); //$NON-NLS-1$
			if (!values.isEmpty()) {
				lines.add(line.label().isEmpty() ? values : line.label() + ' ' + values);
			}
		}
		if (!missing.isEmpty()) {
			ask(slice, missing);
		}
		return lines;
	}

	/** @param missing takes the tag if it has to be read */
	private List<String> values(Slice slice, int tag, List<Integer> missing) {
		List<String> scanned = slice.attributes().strings(tag);
		if (!scanned.isEmpty() || slice instanceof ReformattedSlice) { // no file holds such a picture
			return scanned;
		}
		synchronized (known) {
			List<String> read = known.getOrDefault(slice, Map.of()).get(tag);
			if (read != null) {
				return read;
			}
		}
		missing.add(tag);
		return List.of();
	}

	private void ask(Slice slice, List<Integer> tags) {
		synchronized (known) {
			List<Integer> all = wanted.computeIfAbsent(slice, any -> new ArrayList<>());
			if (all.containsAll(tags)) {
				return; // it is under way
			}
			all.addAll(tags);
		}
		job.cancel();
		job.schedule(REST_MS);
	}

	private Optional<Wanted> next() {
		synchronized (known) {
			return wanted.entrySet().stream().findFirst().map(entry -> new Wanted(entry.getKey(), List.copyOf(entry.getValue())));
		}
	}

	private void read(Slice slice, List<Integer> tags) {
		Map<Integer, List<String>> values = new HashMap<>();
		try {
			DataSet data = data(slice.instance());
			tags.forEach(tag -> values.put(tag, AttributeSearch.values(data, slice.frame(), tag)));
		} catch (IOException e) {
			// The Attributes view says what is wrong with the file; here its values are missing.
			System.getLogger(CornerValues.class.getName()).log(System.Logger.Level.DEBUG, slice.instance().location().toString(), e);
			tags.forEach(tag -> values.put(tag, List.of()));
		}
		synchronized (known) {
			wanted.remove(slice);
			known.merge(slice, values, (before, more) -> {
				Map<Integer, List<String>> both = new HashMap<>(before);
				both.putAll(more);
				return both;
			});
		}
		answered.run();
	}

	private DataSet data(InstanceHeader header) throws IOException {
		Read read = last.get();
		if (read == null || !read.header().equals(header)) {
			read = new Read(header, readers.readDataSet(header.location(), store.limits()));
			last = new SoftReference<>(read);
		}
		return read.data();
	}

	/** Reads nothing more. */
	public void close() {
		job.cancel();
	}
}
