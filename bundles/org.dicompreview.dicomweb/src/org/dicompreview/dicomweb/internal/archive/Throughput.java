package org.dicompreview.dicomweb.internal.archive;

import java.util.concurrent.TimeUnit;

/** How many bytes an archive gives in a second while something is fetched from it. Guarded by its user. */
final class Throughput {

	private static final long MEMORY_NANOS = TimeUnit.SECONDS.toNanos(2);

	private int active;
	private long since;
	private double bytes;
	private double busyNanos;

	/** A fetch begins. @param now in ns */
	void begin(long now) {
		if (active++ == 0) {
			since = now;
		}
	}

	/** A fetch ends. @param now in ns @param received bytes that have come for it */
	void end(long now, long received) {
		busyNanos += now - since;
		since = now;
		bytes += received;
		active--;
		if (busyNanos > MEMORY_NANOS) { // what was long ago counts less
			bytes /= 2;
			busyNanos /= 2;
		}
	}

	/** {@return bytes in a second; 0 if nothing is known yet} */
	double rate() {
		return busyNanos == 0 ? 0 : bytes * TimeUnit.SECONDS.toNanos(1) / busyNanos;
	}
}
