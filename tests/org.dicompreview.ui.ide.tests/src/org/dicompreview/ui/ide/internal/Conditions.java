package org.dicompreview.ui.ide.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Display;

/** Waiting in tests that run on the UI thread. */
public final class Conditions {

	private static final Duration LIMIT = Duration.ofSeconds(30);
	private static final Runnable NAP = () -> {};

	private Conditions() {
	}

	/** Handles events until the condition holds; fails after 30 seconds. */
	public static void until(String what, BooleanSupplier condition) {
		Display display = Display.getCurrent();
		long end = System.nanoTime() + LIMIT.toNanos();
		while (!condition.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, () -> "Timed out waiting for: " + what); //$NON-NLS-1$
			if (!display.readAndDispatch()) {
				display.timerExec(20, NAP); // a constant empty Runnable: sleep() always ends
				display.sleep();
			}
		}
	}
}
