package org.dicompreview.codec.internal.j2k;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Spreads independent pieces of work over at most so many threads, the caller's included. The caller never waits for a
 * helper that has not begun, so that a busy pool costs speed only.
 */
final class Workers {

	private final int threads;

	Workers(int threads) {
		this.threads = threads;
	}

	int threads() {
		return threads;
	}

	/**
	 * Does pieces 0 to {@code count - 1}, each once, the lower ones first.
	 *
	 * @param tools what a thread needs for the work; asked for once a thread
	 * @param work  does a piece
	 */
	<T> void forEach(int count, Supplier<T> tools, ObjIntConsumer<T> work) {
		Job<T> job = new Job<>(count, tools, work);
		for (int i = 1; i < Math.min(threads, count); i++) {
			ForkJoinPool.commonPool().execute(job::help);
		}
		try {
			job.share();
		} finally {
			job.close();
		}
		job.rethrow();
	}

	private static final class Job<T> {

		private final AtomicInteger next = new AtomicInteger();
		private final int count;
		private final Supplier<T> tools;
		private final ObjIntConsumer<T> work;
		private int helping;
		private boolean closed;
		private RuntimeException failure;

		Job(int count, Supplier<T> tools, ObjIntConsumer<T> work) {
			this.count = count;
			this.tools = tools;
			this.work = work;
		}

		void share() {
			int piece = next.getAndIncrement();
			if (piece < count) {
				T mine = tools.get();
				for (; piece < count; piece = next.getAndIncrement()) {
					work.accept(mine, piece);
				}
			}
		}

		void help() {
			synchronized (this) {
				if (closed) {
					return;
				}
				helping++;
			}
			RuntimeException thrown = null;
			try {
				share();
			} catch (RuntimeException e) { // thrown again where the work was asked for
				thrown = e;
			}
			synchronized (this) {
				helping--;
				failure = failure == null ? thrown : failure;
				notifyAll();
			}
		}

		synchronized void close() {
			closed = true;
			boolean interrupted = false;
			while (helping > 0) {
				try {
					wait();
				} catch (InterruptedException e) {
					interrupted = true;
				}
			}
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}

		synchronized void rethrow() {
			if (failure != null) {
				throw failure;
			}
		}
	}
}
