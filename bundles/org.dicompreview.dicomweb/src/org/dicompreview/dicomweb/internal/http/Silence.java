package org.dicompreview.dicomweb.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends calls of which nothing comes. Runs only while there are calls. For any thread. */
final class Silence implements AutoCloseable {

	private static final long PACE_MILLIS = 250;

	private final Set<Call> calls = ConcurrentHashMap.newKeySet();
	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(run -> {
		Thread thread = new Thread(run, "DICOMweb clock"); //$NON-NLS-1$
		thread.setDaemon(true);
		return thread;
	});
	private ScheduledFuture<?> ticking;

	void begin(Call call) {
		calls.add(call);
		synchronized (this) {
			if (ticking == null && !clock.isShutdown()) {
				ticking = clock.scheduleWithFixedDelay(this::tick, PACE_MILLIS, PACE_MILLIS, TimeUnit.MILLISECONDS);
			}
		}
	}

	void end(Call call) {
		calls.remove(call);
	}

	private void tick() {
		long now = System.nanoTime();
		calls.forEach(call -> call.check(now));
		synchronized (this) {
			if (calls.isEmpty() && ticking != null) {
				ticking.cancel(false);
				ticking = null;
			}
		}
	}

	@Override
	public void close() {
		clock.shutdownNow();
		calls.forEach(Call::abort);
	}
}
