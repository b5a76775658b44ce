package org.dicompreview.codec.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.dicompreview.codec.DecodeException;

/** Runs the independent pieces of a frame on several threads: the caller's and those of the common pool. */
public final class Parallel {

	/**
	 * One piece of work.
	 *
	 * @param <W> what a thread uses for all of its pieces: buffers, tables
	 */
	@FunctionalInterface
	public interface Piece<W> {

		/** Does piece {@code index}. */
		void run(W worker, int index) throws DecodeException;
	}

	private record Work<W>(int count, Supplier<W> workers, Piece<W> piece, AtomicInteger next, CountDownLatch pending,
			AtomicReference<Throwable> failure) implements Runnable {

		@Override
		public void run() {
			W worker = null;
			for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
				try {
					if (failure.get() == null) {
						worker = worker == null ? workers.get() : worker;
						piece.run(worker, i);
					}
				} catch (DecodeException | RuntimeException | Error e) { // thrown again by the caller's thread
					failure.compareAndSet(null, e);
				} finally {
					pending.countDown();
				}
			}
		}
	}

	private Parallel() {
	}

	/**
	 * Runs all pieces and returns when they are done; after a failure those that have not begun are left out.
	 *
	 * @param count   number of pieces; they are begun in ascending order
	 * @param threads most threads to use, the caller's included, at least 1
	 * @param workers makes what one thread uses; called once a thread
	 * @param piece   does one piece
	 * @throws DecodeException the first failure
	 */
	public static <W> void run(int count, int threads, Supplier<W> workers, Piece<W> piece) throws DecodeException {
		int used = Math.min(threads, count);
		if (used <= 1) {
			W worker = workers.get();
			for (int i = 0; i < count; i++) {
				piece.run(worker, i);
			}
			return;
		}
		Work<W> work = new Work<>(count, workers, piece, new AtomicInteger(), new CountDownLatch(count),
				new AtomicReference<>());
		for (int i = 1; i < used; i++) {
			ForkJoinPool.commonPool().execute(work); // one that gets its turn too late finds nothing to do
		}
		work.run();
		await(work.pending());
		rethrow(work.failure().get());
	}

	private static void await(CountDownLatch pending) {
		boolean interrupted = false;
		while (pending.getCount() > 0) {
			try {
				pending.await();
			} catch (InterruptedException e) { // the pieces write to arrays of the caller, so they must end first
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private static void rethrow(Throwable failure) throws DecodeException {
		if (failure instanceof DecodeException e) {
			throw e;
		}
		if (failure instanceof RuntimeException e) {
			throw e;
		}
		if (failure instanceof Error e) {
			throw e;
		}
	}
}
