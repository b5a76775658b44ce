package org.dicompreview.dicomweb.internal.archive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Makes a few requests at the same time. */
final class Parallel {

	/** Makes something of something. */
	@FunctionalInterface
	interface Work<A, B> {

		/** {@return what comes of it} @throws IOException if nothing does */
		B of(A each) throws IOException;
	}

	private final ExecutorService threads;
	private final Semaphore places;

	/** @param threads make the requests @param most how many at once */
	Parallel(ExecutorService threads, int most) {
		this.threads = threads;
		this.places = new Semaphore(most);
	}

	/** {@return what comes of each, in the same order} @throws IOException if one of them fails */
	<A, B> List<B> all(List<A> each, Work<A, B> work) throws IOException {
		List<Future<B>> running = new ArrayList<>();
		for (A one : each) {
			running.add(threads.submit(() -> {
				places.acquire();
				try {
					return work.of(one);
				} finally {
					places.release();
				}
			}));
		}
		List<B> results = new ArrayList<>();
		boolean done = false;
		try {
			for (Future<B> future : running) {
				results.add(future.get());
			}
			done = true;
			return results;
		} catch (ExecutionException e) {
			throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		} finally {
			if (!done) {
				running.forEach(future -> future.cancel(true));
			}
		}
	}
}
