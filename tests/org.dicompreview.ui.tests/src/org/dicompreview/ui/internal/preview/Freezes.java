package org.dicompreview.ui.internal.preview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.internal.monitoring.EventLoopMonitorThread;
import org.eclipse.ui.monitoring.PreferenceConstants;

/** What Eclipse's own watch over the event loop reports between its start and its end. */
final class Freezes implements AutoCloseable {

	private static final int STACKS = 3;

	private final List<String> reports = new ArrayList<>();
	private final ILogListener listener = this::logged;
	private final EventLoopMonitorThread monitor;

	/** Starts to watch; called on the UI thread. @param limit how long an event may take */
	Freezes(Duration limit) {
		EventLoopMonitorThread.Parameters parameters = new EventLoopMonitorThread.Parameters();
		parameters.longEventWarningThreshold = (int) limit.toMillis();
		parameters.longEventErrorThreshold = (int) limit.toMillis();
		parameters.deadlockThreshold = Duration.ofMinutes(1).toMillis();
		parameters.maxStackSamples = STACKS;
		parameters.logToErrorLog = true;
		parameters.uiThreadFilter = ""; //$NON-NLS-1$
		parameters.noninterestingThreadFilter = ""; //$NON-NLS-1$
		monitor = new EventLoopMonitorThread(parameters);
		Platform.addLogListener(listener);
		monitor.start();
	}

	/** On the thread of the monitor. */
	private void logged(IStatus status, String plugin) {
		if (PreferenceConstants.PLUGIN_ID.equals(status.getPlugin())) {
			synchronized (reports) {
				reports.add(describe(status));
			}
		}
	}

	private static String describe(IStatus status) {
		StringBuilder text = new StringBuilder(status.getMessage());
		for (IStatus child : status.getChildren()) {
			text.append("\n  ").append(child.getMessage().strip()); //$NON-NLS-1$
			if (child.getException() != null) {
				for (StackTraceElement element : child.getException().getStackTrace()) {
					text.append("\n      ").append(element); //$NON-NLS-1$
				}
			}
		}
		return text.toString();
	}

	/** {@return what was reported so far} */
	List<String> reports() {
		synchronized (reports) {
			return List.copyOf(reports);
		}
	}

	@Override
	public void close() {
		monitor.shutdown();
		Platform.removeLogListener(listener);
	}
}
