package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;

class FreezesTest {

	/** What the stress test relies on: an event that takes too long is reported. */
	@Test
	void anEventThatTakesTooLongIsReported() {
		try (Freezes freezes = new Freezes(Duration.ofMillis(50))) {
			until("the watch has begun", () -> !Display.getCurrent().readAndDispatch()); //$NON-NLS-1$
			Display.getCurrent().asyncExec(() -> {
				long end = System.nanoTime() + Duration.ofMillis(400).toNanos();
				while (System.nanoTime() < end) {
					Thread.onSpinWait();
				}
			});
			until("a report", () -> !freezes.reports().isEmpty()); //$NON-NLS-1$
			assertTrue(freezes.reports().get(0).contains("FreezesTest"), freezes.reports()::toString); //$NON-NLS-1$
		}
	}
}
