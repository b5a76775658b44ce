package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;

class FreezesTest {

	private boolean queued;

	/** What the stress test relies on: an event that takes too long is reported. The watch may miss those before it runs. */
	@Test
	void anEventThatTakesTooLongIsReported() {
		try (Freezes freezes = new Freezes(Duration.ofMillis(50))) {
			until("a report", () -> { //$NON-NLS-1$
				if (!queued) {
					queued = true;
					Display.getCurrent().asyncExec(this::freeze);
				}
				return !freezes.reports().isEmpty();
			});
			assertTrue(freezes.reports().get(0).contains("FreezesTest"), freezes.reports()::toString); //$NON-NLS-1$
		}
	}

	private void freeze() {
		long end = System.nanoTime() + Duration.ofMillis(400).toNanos();
		while (System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		queued = false;
	}
}
