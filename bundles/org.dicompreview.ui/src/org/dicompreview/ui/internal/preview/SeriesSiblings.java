package org.dicompreview.ui.internal.preview;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Finds the files beside a file that are of its series, so that the slider has its range though one of them was selected. For
 * the UI thread; the work is done in a job.
 */
final class SeriesSiblings {

	/** More files than that lie in one folder only where a program has put them, of which nobody slides through all. */
	static final int MOST = 20_000;
	private static final int BATCH = 50;

	private final SeriesModel model;
	private Job job;

	/** @param model reads the files */
	SeriesSiblings(SeriesModel model) {
		this.model = model;
	}

	/**
	 * Looks for the siblings of an instance, in place of any before.
	 *
	 * @param instance of which the series is
	 * @param catalog  where it is; gets them
	 * @param grown    called on the thread of the job whenever some were found, unless it was cancelled
	 */
	void find(InstanceHeader instance, Catalog catalog, Runnable grown) {
		cancel();
		Optional<Path> file = instance.location().file().filter(each -> !instance.location().isInArchive());
		Optional<String> uid = instance.string(Tag.SERIES_INSTANCE_UID);
		if (file.isEmpty() || uid.isEmpty()) {
			return; // of an archive all was read
		}
		job = new Job(Messages.FileFollower_name) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				new Reading(file.get(), uid.get(), catalog, grown, monitor).readFolder();
				return Status.OK_STATUS;
			}

			@Override
			public boolean belongsTo(Object family) {
				return family == Viewport.JOB_FAMILY;
			}
		};
		job.setSystem(true);
		job.setPriority(Job.DECORATE);
		job.schedule();
	}

	void cancel() {
		if (job != null) {
			job.cancel();
		}
	}

	/** One look at a folder. */
	private final class Reading implements ScanListener {

		private final Path own;
		private final String uid;
		private final Catalog catalog;
		private final Runnable grown;
		private final IProgressMonitor monitor;
		private int untold;

		Reading(Path own, String uid, Catalog catalog, Runnable grown, IProgressMonitor monitor) {
			this.own = own;
			this.uid = uid;
			this.catalog = catalog;
			this.grown = grown;
			this.monitor = monitor;
		}

		void readFolder() {
			int seen = 0;
			try (DirectoryStream<Path> files = Files.newDirectoryStream(own.toAbsolutePath().getParent(), Files::isRegularFile)) {
				for (Path file : files) {
					if (monitor.isCanceled() || seen++ > MOST) {
						break;
					}
					if (!file.equals(own)) {
						model.scan(file, this);
					}
				}
			} catch (IOException e) {
				ILog.of(getClass()).info("The folder of " + own + " cannot be read", e); //$NON-NLS-1$ //$NON-NLS-2$
			}
			tell(1);
		}

		private void tell(int atLeast) {
			if (untold >= atLeast && !monitor.isCanceled()) {
				untold = 0;
				grown.run();
			}
		}

		@Override
		public void found(List<InstanceHeader> instances) {
			List<InstanceHeader> siblings = instances.stream()
					.filter(each -> each.string(Tag.SERIES_INSTANCE_UID).filter(uid::equals).isPresent()).toList();
			if (!siblings.isEmpty() && !monitor.isCanceled()) {
				catalog.add(own, siblings);
				untold += siblings.size();
				tell(BATCH);
			}
		}

		@Override
		public void broken(InstanceLocation location, Problem problem) {
			// Nobody has asked for this file.
		}

		@Override
		public void missing(InstanceLocation location, Problem problem) {
			// Nobody has asked for this file.
		}

		@Override
		public void foreign(InstanceLocation location) {
			// Nobody has asked for this file.
		}

		@Override
		public void progress(int done, int known) {
			// Nobody waits for a certain number of files.
		}

		@Override
		public boolean cancelled() {
			return monitor.isCanceled();
		}
	}
}
