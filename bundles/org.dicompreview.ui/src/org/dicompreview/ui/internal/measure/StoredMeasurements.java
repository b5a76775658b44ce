package org.dicompreview.ui.internal.measure;

import java.io.IOException;
import java.util.List;

import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementStorage;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;

/** Keeps measurements in the state of this bundle, in the workspace. For any thread; reads and writes in a job. */
@Component(service = MeasurementStorage.class)
public final class StoredMeasurements implements MeasurementStorage {

	/** The family of its jobs, for tests. */
	static final Object JOB_FAMILY = StoredMeasurements.class;

	private static final int REST_MS = 300;

	private final MeasurementFile file;
	private final Runnable changed = this::changed;
	private final Job reading = job(Messages.StoredMeasurements_reading, this::read);
	private final Job writing = job(Messages.StoredMeasurements_writing, this::write);
	private MeasurementStore store;
	/** What the file has; {@code null} before it was read, when it must not be written. */
	private List<Measurement> written;

	/** Made by the framework. */
	public StoredMeasurements() {
		this(new MeasurementFile(Platform.getStateLocation(FrameworkUtil.getBundle(StoredMeasurements.class)).toPath()
				.resolve("measurements.xml"))); //$NON-NLS-1$
	}

	StoredMeasurements(MeasurementFile file) {
		this.file = file;
	}

	private static Job job(String name, Runnable work) {
		Job job = new Job(name) {

			@Override
			protected IStatus run(IProgressMonitor monitor) {
				work.run();
				return Status.OK_STATUS;
			}

			@Override
			public boolean belongsTo(Object family) {
				return family == JOB_FAMILY;
			}
		};
		job.setSystem(true);
		return job;
	}

	@Override
	public void attach(MeasurementStore next) {
		store = next;
		store.addListener(changed);
		reading.schedule();
	}

	@Override
	public void detach(MeasurementStore former) {
		former.removeListener(changed);
		writing.cancel();
		write();
	}

	private void changed() {
		writing.schedule(REST_MS);
	}

	/** A file that cannot be read is put aside, rather than written over. */
	private void read() {
		List<Measurement> kept = List.of();
		try {
			kept = file.read();
		} catch (IOException e) {
			ILog.of(getClass()).error(Messages.StoredMeasurements_notRead, e);
			file.setAside();
		}
		synchronized (this) {
			written = kept;
		}
		store.restore(kept);
	}

	private synchronized void write() {
		List<Measurement> now = store.all();
		if (written == null || written.equals(now)) {
			return;
		}
		try {
			file.write(now);
			written = now;
		} catch (IOException e) {
			ILog.of(getClass()).error(Messages.StoredMeasurements_notWritten, e);
		}
	}
}
