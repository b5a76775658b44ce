package org.dicompreview.ui.internal.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Patient;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.ui.internal.preview.PreviewMemory.Place;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Finds the series of a file that was selected in another view: among the open folders, else by reading the file itself. A
 * file that is not DICOM finds nothing. For the UI thread; the work is done in a job.
 */
final class FileFollower {

	private final SeriesModel model;
	private final Catalog open;
	private final BiConsumer<Series, Place> receiver;
	private Job job;

	/**
	 * @param model    reads files that no open folder holds
	 * @param open     what the open folders hold
	 * @param receiver hears what was found, on the thread of the job, unless it was cancelled
	 */
	FileFollower(SeriesModel model, Catalog open, BiConsumer<Series, Place> receiver) {
		this.model = model;
		this.open = open;
		this.receiver = receiver;
	}

	void follow(Path file) {
		cancel();
		job = new Job(Messages.FileFollower_name) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				find(file, monitor).filter(header -> !monitor.isCanceled()).ifPresent(FileFollower.this::deliver);
				return Status.OK_STATUS;
			}

			@Override
			public boolean belongsTo(Object family) {
				return family == PreviewView.JOB_FAMILY;
			}
		};
		job.setSystem(true);
		job.schedule();
	}

	void cancel() {
		if (job != null) {
			job.cancel();
		}
	}

	private record Found(Series series, InstanceHeader header) {
	}

	private void deliver(Found found) {
		receiver.accept(found.series(), new Place(found.series().uid(), found.header().sopInstanceUid(), 0));
	}

	private Optional<Found> find(Path file, IProgressMonitor monitor) {
		return find(open, file).or(() -> read(file, monitor));
	}

	private Optional<Found> read(Path file, IProgressMonitor monitor) {
		Catalog own = model.newCatalog();
		try {
			model.scan(file, new ScanListener() {
				@Override
				public void found(List<InstanceHeader> instances) {
					own.add(file, instances);
				}

				@Override
				public void broken(Path path, String message) {
					ILog.of(FileFollower.class).info(message);
				}

				@Override
				public void foreign(Path path) {
					// Most files of a workspace are not DICOM; selecting one changes nothing.
				}

				@Override
				public void progress(int done, int known) {
					// One file.
				}

				@Override
				public boolean cancelled() {
					return monitor.isCanceled();
				}
			});
		} catch (IOException e) {
			ILog.of(FileFollower.class).info(e.getMessage(), e);
		}
		return find(own, file);
	}

	private static Optional<Found> find(Catalog catalog, Path file) {
		return catalog.patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(study -> study.series().stream())
				.flatMap(series -> series.instances().stream().filter(header -> header.path().equals(file))
						.map(header -> new Found(series, header)))
				.findFirst();
	}
}
