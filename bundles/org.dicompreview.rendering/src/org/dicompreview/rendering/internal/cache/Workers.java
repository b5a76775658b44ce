package org.dicompreview.rendering.internal.cache;

import java.time.Duration;

/** The threads that load frames. */
interface Workers extends AutoCloseable {

	/** Runs a task soon, on another thread. */
	void execute(Runnable task);

	/** Runs a task after a while, on another thread. */
	void later(Runnable task, Duration delay);

	/** Ends the threads; tasks that have not begun are forgotten. */
	@Override
	void close();
}
