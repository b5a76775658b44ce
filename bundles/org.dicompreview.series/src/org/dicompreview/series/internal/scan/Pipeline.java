package org.dicompreview.series.internal.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.dicompreview.dicom.InstanceLocation;

/**
 * Reads chunks of files on a few threads and gives their outcomes back on the calling thread, in the order in which the
 * files were added. With one thread the caller reads. All but the reading happens on one thread.
 */
final class Pipeline implements AutoCloseable {

	private static final int FIRST_CHUNK = 8;
	private static final int LARGEST_CHUNK = 128;
	private static final long PATIENCE_MILLIS = 20;

	/**
	 * A file to be read.
	 *
	 * @param location where it is; {@code null} for what is no file
	 * @param known    what it is if that is remembered, else {@code null}
	 */
	record File(InstanceLocation location, Outcome known) {
	}

	/**
	 * What became of a chunk.
	 *
	 * @param files    the files that were looked at
	 * @param outcomes what became of each
	 */
	record Result(List<File> files, List<Outcome> outcomes) {
	}

	private final FileProbe probe;
	private final BooleanSupplier cancelled;
	private final Consumer<Result> results;
	private final ExecutorService executor;
	private final int mostChunks;
	private final Deque<FutureTask<Result>> chunks = new ArrayDeque<>();
	private List<File> chunk = new ArrayList<>();
	private int chunkSize = FIRST_CHUNK;
	private volatile boolean stopped;

	/**
	 * @param probe     reads
	 * @param threads   how many threads read, 1 for the caller
	 * @param cancelled asked by the calling thread only
	 * @param results   hears of each chunk, on the calling thread
	 */
	Pipeline(FileProbe probe, int threads, BooleanSupplier cancelled, Consumer<Result> results) {
		this.probe = probe;
		this.cancelled = cancelled;
		this.results = results;
		this.executor = threads > 1 ? Executors.newFixedThreadPool(threads, Pipeline::thread) : null;
		this.mostChunks = 4 * threads;
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "DICOM scan"); //$NON-NLS-1$
		thread.setDaemon(true);
		return thread;
	}

	/** {@return whether the scan is to end; nothing is read or reported after that} */
	boolean cancelled() {
		if (!stopped && (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted())) {
			stopped = true;
		}
		return stopped;
	}

	/** Has a file read. */
	void add(File file) {
		chunk.add(file);
		if (chunk.size() >= chunkSize) {
			submit();
			chunkSize = Math.min(LARGEST_CHUNK, chunkSize * 2);
			while (chunks.size() > mostChunks && !cancelled()) {
				takeFirst();
			}
			takeFinished();
		}
	}

	/** Waits until all has been read and reported. */
	void drain() {
		submit();
		while (!chunks.isEmpty() && !cancelled()) {
			takeFirst();
		}
	}

	private void submit() {
		if (chunk.isEmpty() || stopped) {
			return;
		}
		List<File> files = chunk;
		chunk = new ArrayList<>(LARGEST_CHUNK);
		FutureTask<Result> task = new FutureTask<>(() -> read(files));
		chunks.add(task);
		if (executor != null) {
			executor.execute(task);
		} else {
			task.run();
		}
	}

	private Result read(List<File> files) {
		List<Outcome> outcomes = new ArrayList<>(files.size());
		for (File file : files) {
			if (executor == null ? cancelled() : stopped) {
				break;
			}
			outcomes.add(file.known() != null ? file.known() : probe.probe(file.location()));
		}
		return new Result(files.subList(0, outcomes.size()), outcomes);
	}

	private void takeFinished() {
		while (!chunks.isEmpty() && chunks.peek().isDone() && !stopped) {
			takeFirst();
		}
	}

	/** Reports the first chunk if it gets ready in the twinkling of an eye. */
	private void takeFirst() {
		try {
			Result result = chunks.peek().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
			chunks.remove();
			results.accept(result);
		} catch (TimeoutException e) {
			results.accept(new Result(List.of(), List.of())); // a slow disk: what has come before can be shown
		} catch (InterruptedException e) {
			stopped = true;
			Thread.currentThread().interrupt();
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause()); // an error of the virtual machine: no file can be blamed
		}
	}

	@Override
	public void close() {
		stopped = true;
		if (executor != null) {
			executor.shutdownNow();
		}
	}
}
