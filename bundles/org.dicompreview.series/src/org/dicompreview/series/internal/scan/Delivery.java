package org.dicompreview.series.internal.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.ScanListener;

/** Hands the outcomes of a scan to its listener: in order, in batches, seldom enough not to be what takes the time. */
final class Delivery {

	private static final long INTERVAL_NANOS = 100_000_000;
	private static final int MOST_PENDING = 8192;

	private final ScanListener listener;
	private final LongSupplier clock;
	private final List<InstanceHeader> headers = new ArrayList<>();
	private final List<Outcome> others = new ArrayList<>();
	private long last;
	private int done;

	/** @param clock nanoseconds as {@link System#nanoTime()} */
	Delivery(ScanListener listener, LongSupplier clock) {
		this.listener = listener;
		this.clock = clock;
		this.last = clock.getAsLong() - INTERVAL_NANOS; // the first picture at once
	}

	/** Takes outcomes that the listener has to hear, in this order. */
	void add(List<Outcome> outcomes) {
		for (Outcome outcome : outcomes) {
			if (outcome instanceof Outcome.Found found) {
				headers.add(found.header());
			} else {
				others.add(outcome);
			}
		}
	}

	/** Counts files that have been looked at. */
	void count(int files) {
		done += files;
	}

	/** Tells the listener what has come in, if it is time. */
	void deliver(int known) {
		if (headers.size() + others.size() >= MOST_PENDING || clock.getAsLong() - last >= INTERVAL_NANOS) {
			deliverNow(known);
		}
	}

	/** Tells the listener what has come in. */
	void deliverNow(int known) {
		if (!headers.isEmpty()) {
			List<InstanceHeader> batch = List.copyOf(headers);
			headers.clear();
			listener.found(batch);
		}
		List<Outcome> batch = List.copyOf(others);
		others.clear();
		batch.forEach(this::tell);
		long now = clock.getAsLong();
		if (now - last >= INTERVAL_NANOS || done == known) {
			last = now;
			listener.progress(done, known);
		}
	}

	private void tell(Outcome outcome) {
		if (outcome instanceof Outcome.Broken broken) {
			listener.broken(broken.location(), broken.problem());
		} else if (outcome instanceof Outcome.Missing missing) {
			listener.missing(missing.location(), missing.problem());
		} else if (outcome instanceof Outcome.Foreign foreign) {
			listener.foreign(foreign.location());
		} else if (outcome instanceof Outcome.MediaDirectory directory) {
			listener.mediaDirectory(directory.location());
		}
	}
}
