package org.dicompreview.rendering.internal.cache;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Workers that work when the test says so. */
final class HandWorkers implements Workers {

	private final Queue<Runnable> tasks = new ArrayDeque<>();
	private final List<Runnable> delayed = new ArrayList<>();

	@Override
	public void execute(Runnable task) {
		tasks.add(task);
	}

	@Override
	public void later(Runnable task, Duration delay) {
		delayed.add(task);
	}

	/** Runs one task. */
	boolean step() {
		Runnable task = tasks.poll();
		if (task != null) {
			task.run();
		}
		return task != null;
	}

	/** Runs tasks until none is left. */
	void run() {
		for (int i = 0; step(); i++) {
			if (i > 100_000) {
				throw new AssertionError("tasks never end");
			}
		}
	}

	/** Lets all delays pass. */
	void pass() {
		List<Runnable> due = List.copyOf(delayed);
		delayed.clear();
		due.forEach(Runnable::run);
	}

	@Override
	public void close() {
		tasks.clear();
		delayed.clear();
	}
}
