package org.dicompreview.ui.internal.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Patient;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.ui.SelectedFiles;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/**
 * Finds what is to be shown of files and folders that were selected in another view: their series among the open folders,
 * else by reading them; or what is to be said of them. For the UI thread; the work is done in a job.
 */
public final class FileFollower {

	/** Hears what was found, on the thread of the job, unless it was cancelled. */
	public interface Receiver {

		/** There is a series. */
		void found(Found found);

		/** There is no series. */
		void found(Subject.Unshown subject);
	}

	/**
	 * What was found.
	 *
	 * @param series   the series
	 * @param instance the instance that was selected; absent for a folder
	 * @param read     what was read to find it; absent if an open folder holds it
	 */
	public record Found(Series series, Optional<InstanceHeader> instance, Optional<Catalog> read) {

		private Found without() {
			return new Found(series, Optional.empty(), read);
		}

		private Found in(Catalog catalog) {
			return new Found(series, instance, Optional.of(catalog));
		}
	}

	private final SeriesModel model;
	private final Catalog open;
	private Job job;

	/**
	 * @param model reads files that no open folder holds
	 * @param open  what the open folders hold
	 */
	public FileFollower(SeriesModel model, Catalog open) {
		this.model = model;
		this.open = open;
	}

	/**
	 * Looks for what to show of some files and folders, in place of any before.
	 *
	 * @param files    at least one
	 * @param receiver hears what was found
	 */
	public void follow(List<SelectedFiles> files, Receiver receiver) {
		cancel();
		job = new Job(Messages.FileFollower_name) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				fetchAndFind(files, monitor, receiver);
				return Status.OK_STATUS;
			}

			@Override
			public boolean belongsTo(Object family) {
				return family == Viewport.JOB_FAMILY;
			}
		};
		job.setSystem(true);
		job.schedule();
	}

	/** Gives up what is looked for. */
	public void cancel() {
		if (job != null) {
			job.cancel();
		}
	}

	private void fetchAndFind(List<SelectedFiles> files, IProgressMonitor monitor, Receiver receiver) {
		List<InstanceLocation> locations = new ArrayList<>();
		String problem = ""; //$NON-NLS-1$
		for (SelectedFiles each : files) {
			try {
				locations.addAll(each.locate(monitor));
			} catch (IOException e) {
				problem = Texts.words(Problem.of(e));
			}
		}
		if (!locations.isEmpty()) {
			find(locations, monitor, receiver);
		} else if (!monitor.isCanceled()) {
			receiver.found(new Subject.Unshown("", NLS.bind(Messages.FileFollower_notFetched, problem), Optional.empty())); //$NON-NLS-1$
		}
	}

	private void find(List<InstanceLocation> files, IProgressMonitor monitor, Receiver receiver) {
		Reading reading = new Reading(monitor);
		Optional<Found> found = first(open, files).or(() -> {
			files.forEach(reading::read);
			return first(reading.catalog, files).map(result -> result.in(reading.catalog));
		});
		if (monitor.isCanceled()) {
			return;
		}
		if (found.isPresent()) {
			receiver.found(found.get());
		} else {
			receiver.found(reading.subject(files.get(0)));
		}
	}

	/** {@return the instance of a file, or the first series with images of a folder, else the first one} */
	private static Optional<Found> first(Catalog catalog, List<InstanceLocation> files) {
		List<Found> all = new ArrayList<>();
		for (InstanceLocation file : files) {
			instances(catalog, file).forEach(all::add);
		}
		return all.stream().filter(found -> found.series().imageCount() > 0).findFirst()
				.or(() -> all.stream().findFirst()).map(found -> files.size() == 1 && isFile(found, files.get(0)) ? found
						: found.without());
	}

	private static boolean isFile(Found found, InstanceLocation file) {
		return found.instance().filter(header -> header.location().equals(file)).isPresent();
	}

	/** {@return whether an instance is that which lies at a place, or lies below that} */
	private static boolean isAt(InstanceLocation instance, InstanceLocation place) {
		Optional<Path> path = FileLocation.path(place);
		if (path.isPresent()) {
			return instance.file().filter(holder -> holder.startsWith(path.get())).isPresent();
		}
		return instance.equals(place) || instance.container().filter(holder -> isAt(holder, place)).isPresent()
				|| instance.source().equals(place.source()) && instance.key().startsWith(place.key() + '/');
	}

	/** {@return for each series with files at or below a place, one of its instances there} */
	private static Stream<Found> instances(Catalog catalog, InstanceLocation file) {
		return catalog.patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(study -> study.series().stream())
				.flatMap(series -> series.instances().stream()
						.filter(header -> isAt(header.location(), file)).limit(1)
						.map(header -> new Found(series, Optional.of(header), Optional.empty())));
	}

	/** {@return what is to be said of a file that a scan could not use} */
	static Subject.Unshown unshown(FileProblem problem) {
		String name = problem.location().name();
		if (problem.missing()) {
			return new Subject.Unshown(name, NLS.bind(Messages.FileFollower_missing, name) + '\n' + problem.message(),
					Optional.of(problem));
		}
		return problem.foreign() ? unshown(Messages.FileFollower_notDicom, name)
				: new Subject.Unshown(name, NLS.bind(Messages.FileFollower_broken, name, problem.message()), Optional.of(problem));
	}

	/** {@return something about which there is but one thing to say} @param pattern with the name in it */
	private static Subject.Unshown unshown(String pattern, String name) {
		return new Subject.Unshown(name, NLS.bind(pattern, name), Optional.empty());
	}

	/** Reads files that no open folder holds. */
	private final class Reading implements ScanListener {

		private final IProgressMonitor monitor;
		private final Catalog catalog = model.newCatalog();
		private final List<FileProblem> problems = new ArrayList<>();
		private InstanceLocation root;

		Reading(IProgressMonitor monitor) {
			this.monitor = monitor;
		}

		void read(InstanceLocation file) {
			root = file;
			try {
				model.scan(file, model.limits(), this);
			} catch (IOException e) {
				note(new FileProblem(file, Texts.words(Problem.of(e))));
			}
		}

		/** {@return what is to be said of files without a series} @param first the first of them */
		Subject.Unshown subject(InstanceLocation first) {
			if (FileLocation.path(first).filter(Files::notExists).isPresent()) {
				return unshown(Messages.FileFollower_missing, first.name());
			}
			return problems.stream().filter(problem -> !problem.foreign()).findFirst()
					.or(() -> problems.stream().filter(problem -> problem.location().equals(first)).findFirst())
					.map(FileFollower::unshown).orElseGet(() -> unshown(Messages.FileFollower_nothingIn, first.name()));
		}

		@Override
		public void found(List<InstanceHeader> instances) {
			catalog.add(root, instances);
		}

		@Override
		public void broken(InstanceLocation location, Problem problem) {
			note(new FileProblem(location, Texts.words(problem)));
		}

		@Override
		public void missing(InstanceLocation location, Problem problem) {
			note(new FileProblem(location, Texts.words(problem), true));
		}

		@Override
		public void foreign(InstanceLocation location) {
			note(new FileProblem(location, "")); //$NON-NLS-1$
		}

		/** One of each kind is enough to tell. */
		private void note(FileProblem problem) {
			if (problems.stream().noneMatch(known -> known.foreign() == problem.foreign() && known.missing() == problem.missing())) {
				problems.add(problem);
			}
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
