package org.dicompreview.rendering.internal.cache;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A small pool of daemon threads. */
final class ThreadWorkers implements Workers {

	private static final System.Logger LOG = System.getLogger(ThreadWorkers.class.getName());
	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final ScheduledThreadPoolExecutor pool;

	ThreadWorkers(int threads) {
		pool = new ScheduledThreadPoolExecutor(threads, task -> {
			Thread thread = new Thread(task, "DICOM frame loader " + NUMBER.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		}, (task, closed) -> {});
		pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
	}

	@Override
	public void execute(Runnable task) {
		later(task, Duration.ZERO);
	}

	@Override
	public void later(Runnable task, Duration delay) {
		pool.schedule(() -> reporting(task), delay.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** The pool would keep what a task throws to itself. */
	private static void reporting(Runnable task) {
		try {
			task.run();
		} catch (RuntimeException | Error e) {
			LOG.log(System.Logger.Level.ERROR, "loading frames", e);
		}
	}

	@Override
	public void close() {
		pool.shutdownNow();
	}
}
