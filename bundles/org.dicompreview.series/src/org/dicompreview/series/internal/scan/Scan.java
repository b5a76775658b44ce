package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.dicompreview.dicom.DicomReader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.internal.Messages;

/** One scan. The calling thread lists folders and talks to the listener; a {@link Pipeline} reads the headers. */
public final class Scan implements FolderWalk.Visitor {

	private final FileProbe probe;
	private final Archives archives;
	private final ScanListener listener;
	private final Delivery delivery;
	private final int threads;
	private final Deque<Path> archivesFound = new ArrayDeque<>();
	private Pipeline pipeline;
	private boolean inArchive;
	private int known;

	/**
	 * @param readers  the readers, the preferred one first
	 * @param limits   what they believe of a file
	 * @param archives the open archives
	 * @param listener hears what is found
	 * @param threads  how many threads read
	 */
	public Scan(List<DicomReader> readers, ReadLimits limits, Archives archives, ScanListener listener, int threads) {
		this.probe = new FileProbe(readers, limits);
		this.archives = archives;
		this.listener = listener;
		this.delivery = new Delivery(listener, System::nanoTime);
		this.threads = threads;
	}

	/**
	 * Scans and returns when all is delivered, or soon after the listener has cancelled.
	 *
	 * @param root what to scan
	 * @throws IOException if the root does not exist or cannot be read
	 */
	public void run(Path root) throws IOException {
		try (Pipeline reading = new Pipeline(probe, threads, listener::cancelled, this::accept)) {
			pipeline = reading;
			BasicFileAttributes attributes = Files.readAttributes(root, BasicFileAttributes.class);
			if (attributes.isDirectory()) {
				walk(root, true);
			} else {
				root(root, attributes);
			}
			inArchive = true;
			while (!archivesFound.isEmpty() && !pipeline.cancelled()) {
				archive(archivesFound.remove());
			}
		}
		delivery.deliverNow(known);
	}

	/** A single file may be an instance, an archive, or the directory of the media around it. */
	private void root(Path root, BasicFileAttributes attributes) throws IOException {
		boolean archive = Archives.isArchive(root); // fails if there is nothing to read
		Outcome outcome = archive ? new Outcome.Archive(root) : probe.probe(root, attributes);
		Path folder = root.toAbsolutePath().getParent();
		if (outcome instanceof Outcome.MediaDirectory && folder != null) {
			walk(root.getParent() == null ? folder : root.getParent(), true);
		} else {
			known++;
			accept(new Pipeline.Result(1, List.of(outcome)));
		}
	}

	private void archive(Path archive) {
		try {
			FileSystem files = archives.open(archive);
			for (Path root : files.getRootDirectories()) {
				walk(root, false);
			}
		} catch (IOException e) {
			String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
			outcome(new Outcome.Broken(archive, Messages.text("broken.archive", reason))); //$NON-NLS-1$
			pipeline.drain();
		}
	}

	/** @param main whether a folder that cannot be listed at the very beginning ends the scan */
	private void walk(Path root, boolean main) throws IOException {
		FolderWalk walk = new FolderWalk(root, this);
		boolean first = main;
		while (walk.hasNext() && !pipeline.cancelled()) {
			Path folder = walk.peek();
			try {
				walk.next();
			} catch (IOException e) {
				if (first) {
					throw e;
				}
				outcome(Problems.of(folder, e));
			}
			first = false;
		}
		pipeline.drain();
	}

	@Override
	public void file(Path file, BasicFileAttributes attributes) {
		known++;
		if (inArchive && Archives.isSuspicious(file, attributes)) {
			String size = Long.toString(attributes.size());
			pipeline.add(new Pipeline.Result(1, List.of(new Outcome.Broken(file, Messages.text("broken.expands", size))))); //$NON-NLS-1$
		} else {
			pipeline.add(file, attributes);
		}
	}

	@Override
	public void outcome(Outcome outcome) {
		known++;
		pipeline.add(new Pipeline.Result(1, List.of(outcome)));
	}

	@Override
	public boolean cancelled() {
		return pipeline.cancelled();
	}

	private void accept(Pipeline.Result result) {
		List<Outcome> outcomes = new ArrayList<>(result.outcomes().size());
		for (Outcome outcome : result.outcomes()) {
			if (!(outcome instanceof Outcome.Archive archive)) {
				outcomes.add(outcome);
			} else if (inArchive) { // an archive in an archive would have to be unpacked
				outcomes.add(new Outcome.Foreign(archive.path()));
			} else {
				archivesFound.add(archive.path());
			}
		}
		delivery.add(outcomes);
		delivery.count(result.files());
		delivery.deliver(known);
	}
}
