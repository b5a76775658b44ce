package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.SeriesText;
import org.dicompreview.series.internal.index.IndexedScan;
import org.dicompreview.series.internal.index.StoredIndex;
import org.dicompreview.series.spi.Source;

/** One scan. The calling thread lists folders and talks to the listener; a {@link Pipeline} reads the headers. */
public final class Scan implements FolderWalk.Visitor {

	/**
	 * What all scans of a model share.
	 *
	 * @param readers  read the files
	 * @param sources  look into what is no instance
	 * @param index    remembers headers, if one is open
	 * @param anew     whether to read also what the index knows, which remembers it again
	 * @param threads  how many threads read
	 */
	public record Setup(DicomReaders readers, List<Source> sources, Optional<StoredIndex> index, boolean anew,
			int threads) {
	}

	/** Archives in archives in archives are nobody's filing, but somebody's trap. */
	private static final int DEEPEST = 4;
	private static final int MOST_NESTED = 10_000;

	private final Setup setup;
	private final FileProbe probe;
	private final ScanListener listener;
	private final Delivery delivery;
	private final Deque<Nested> containersFound = new ArrayDeque<>();
	private final Deque<Path> directoriesFound = new ArrayDeque<>();
	private Optional<IndexedScan> memory = Optional.empty();
	private Pipeline pipeline;
	private int depth;
	private int containers;
	private int known;

	/**
	 * @param setup    what to scan with
	 * @param limits   what to believe of a file
	 * @param listener hears what is found
	 */
	public Scan(Setup setup, ReadLimits limits, ScanListener listener) {
		this.setup = setup;
		this.probe = new FileProbe(setup.readers(), setup.sources(), limits);
		this.listener = listener;
		this.delivery = new Delivery(listener, System::nanoTime);
	}

	/**
	 * Scans and returns when all is delivered, or soon after the listener has cancelled.
	 *
	 * @param root what to scan
	 * @throws IOException if the root does not exist or cannot be read
	 */
	public void run(Path root) throws IOException {
		try (Pipeline reading = new Pipeline(probe, setup.threads(), listener::cancelled, this::accept)) {
			pipeline = reading;
			BasicFileAttributes attributes = Files.readAttributes(root, BasicFileAttributes.class);
			if (attributes.isDirectory()) {
				folder(root);
			} else {
				single(root, attributes);
			}
			containers();
			while (!directoriesFound.isEmpty() && !pipeline.cancelled()) {
				delivery.add(probe.missing(directoriesFound.remove()));
			}
		}
		delivery.deliverNow(known);
	}

	/**
	 * Scans what is no file of this computer.
	 *
	 * @param root what to scan
	 * @throws IOException if the root does not exist or cannot be read
	 */
	public void run(InstanceLocation root) throws IOException {
		try (Pipeline reading = new Pipeline(probe, setup.threads(), listener::cancelled, this::accept)) {
			pipeline = reading;
			Outcome outcome = probe.probeElsewhere(root);
			if (!(outcome instanceof Outcome.Container)) {
				checkReadable(root);
			}
			outcome(outcome);
			pipeline.drain();
			containers();
		}
		delivery.deliverNow(known);
	}

	private static void checkReadable(InstanceLocation root) throws IOException {
		try (InstanceBytes bytes = root.source().open(root)) {
			bytes.read(0, new byte[1], 0, 1);
		}
	}

	private void containers() {
		while (!containersFound.isEmpty() && !pipeline.cancelled()) {
			container(containersFound.remove());
		}
	}

	/** A single file may be an instance, an archive, or the directory of the media around it. */
	private void single(Path root, BasicFileAttributes attributes) throws IOException {
		FileLocation location = FileLocation.of(root, attributes);
		location.source().open(location).close(); // fails if there is nothing to read
		Outcome outcome = probe.probeRoot(location);
		Path folder = root.toAbsolutePath().getParent();
		if (outcome instanceof Outcome.MediaDirectory && folder != null) {
			folder(root.getParent() == null ? folder : root.getParent());
		} else {
			pipeline.add(new Pipeline.File(location, outcome));
			known++;
			pipeline.drain();
		}
	}

	private void folder(Path root) throws IOException {
		memory = setup.index().map(index -> new IndexedScan(index, root, System.currentTimeMillis()));
		walk(root);
		memory.ifPresent(each -> each.finish(!pipeline.cancelled()));
		memory = Optional.empty();
	}

	/** @param depth in how many others it lies */
	private record Nested(Outcome.Container container, int depth) {
	}

	private void container(Nested nested) {
		depth = nested.depth() + 1;
		InstanceLocation location = nested.container().location();
		try {
			nested.container().source().list(location, new Listed());
		} catch (IOException e) {
			outcome(new Outcome.Broken(location, Problem.of(SeriesText.ARCHIVE_UNREADABLE, e)));
		} catch (RuntimeException e) { // sources may come from anywhere
			outcome(new Outcome.Broken(location, Problem.of(SeriesText.READING_FAILED, e)));
		}
		pipeline.drain();
	}

	/** Has read what a source lists. */
	private final class Listed implements Source.Listing {

		@Override
		public void instances(List<InstanceLocation> batch) {
			for (InstanceLocation location : batch) {
				known++;
				pipeline.add(new Pipeline.File(location, null));
			}
		}

		@Override
		public void headers(List<InstanceHeader> batch) {
			batch.forEach(header -> outcome(new Outcome.Found(header, false)));
		}

		@Override
		public void problem(InstanceLocation location, Problem problem) {
			outcome(new Outcome.Broken(location, problem));
		}

		@Override
		public boolean cancelled() {
			return pipeline.cancelled();
		}
	}

	private void walk(Path root) throws IOException {
		FolderWalk walk = new FolderWalk(root, this);
		boolean first = true;
		while (walk.hasNext() && !pipeline.cancelled()) {
			Path folder = walk.peek();
			try {
				walk.next();
			} catch (IOException e) {
				if (first) { // there is nothing to scan
					throw e;
				}
				outcome(Problems.of(FileLocation.unseen(folder), e));
			}
			first = false;
		}
		pipeline.drain();
	}

	@Override
	public void file(FileLocation location) {
		Outcome outcome = memory.flatMap(each -> each.known(location)).filter(each -> !setup.anew())
				.map(each -> remembered(location, each)).orElse(null);
		known++;
		pipeline.add(new Pipeline.File(location, outcome));
	}

	private static Outcome remembered(FileLocation location, IndexedScan.Known known) {
		return known.header().isPresent() ? new Outcome.Found(known.header().get(), true) : new Outcome.Foreign(location);
	}

	@Override
	public void outcome(Outcome outcome) {
		known++;
		pipeline.add(new Pipeline.File(null, outcome));
	}

	@Override
	public boolean cancelled() {
		return pipeline.cancelled();
	}

	private void accept(Pipeline.Result result) {
		List<Outcome> outcomes = new ArrayList<>(result.outcomes().size());
		for (int i = 0; i < result.outcomes().size(); i++) {
			Outcome outcome = result.outcomes().get(i);
			if (memory.isPresent()) {
				remember(memory.get(), result.files().get(i), outcome);
			}
			if (outcome instanceof Outcome.MediaDirectory directory) {
				FileLocation.path(directory.location()).ifPresent(directoriesFound::add);
			}
			if (outcome instanceof Outcome.Container container) {
				if (depth == 0 || depth < DEEPEST && containers++ < MOST_NESTED) {
					containersFound.add(new Nested(container, depth));
				} else {
					outcomes.add(new Outcome.Foreign(container.location()));
				}
			} else {
				outcomes.add(outcome);
			}
		}
		delivery.add(outcomes);
		delivery.count(result.files().size());
		delivery.deliver(known);
	}

	private static void remember(IndexedScan memory, Pipeline.File file, Outcome outcome) {
		if (outcome instanceof Outcome.Found found && found.preferred()) {
			FileLocation.path(file.location()).ifPresent(path -> memory.found(path, found.header(), file.known() != null));
		} else if (outcome instanceof Outcome.Foreign && file.location() instanceof FileLocation location) {
			memory.foreign(location, file.known() != null);
		}
	}
}
