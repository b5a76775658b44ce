package org.dicompreview.ui.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.equinox.log.SynchronousLogListener;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.statushandlers.StatusAdapter;
import org.eclipse.ui.statushandlers.StatusManager;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogReaderService;

/** Hears of every error that is reported in this process, whatever the way, and keeps it as text. Thread-safe. */
final class ErrorReports {

	/** It tells how long an event took, which is a matter of the machine; tests of that read it themselves. */
	private static final String MONITORING = "org.eclipse.ui.monitoring"; //$NON-NLS-1$

	private final List<String> reports = new ArrayList<>();
	private boolean watching;

	/** Starts to listen, for the rest of the life of the process. UI thread. */
	synchronized void watch() {
		if (!watching) {
			watching = true;
			watchLogs();
			watchEventLoops(Display.getCurrent());
			Thread.setDefaultUncaughtExceptionHandler((thread, error) -> add(thread.getName(), error));
		}
	}

	private void watchLogs() {
		BundleContext context = FrameworkUtil.getBundle(ErrorReports.class).getBundleContext();
		LogReaderService log = context.getService(context.getServiceReference(LogReaderService.class));
		log.addLogListener((SynchronousLogListener) this::logged); // ILog, declarative services, the framework, jobs
		StatusManager.getManager().addListener((type, adapters) -> {
			for (StatusAdapter adapter : adapters) {
				if (adapter.getStatus().getSeverity() == IStatus.ERROR) {
					add(adapter.getStatus().toString(), adapter.getStatus().getException());
				}
			}
		});
		Logger.getLogger("").addHandler(new SevereRecords()); // System.Logger too //$NON-NLS-1$
	}

	private void logged(LogEntry entry) {
		String bundle = entry.getBundle().getSymbolicName();
		if (entry.getLogLevel() == LogLevel.ERROR && !MONITORING.equals(bundle) && !MONITORING.equals(entry.getLoggerName())) {
			add(bundle + ": " + entry.getMessage(), entry.getException()); //$NON-NLS-1$
		}
	}

	private void watchEventLoops(Display display) {
		Window.setExceptionHandler(error -> add("Event loop of a dialog", error)); //$NON-NLS-1$
		Consumer<RuntimeException> exceptions = display.getRuntimeExceptionHandler();
		display.setRuntimeExceptionHandler(error -> {
			add("Event loop", error); //$NON-NLS-1$
			exceptions.accept(error);
		});
		Consumer<Error> errors = display.getErrorHandler();
		display.setErrorHandler(error -> {
			add("Event loop", error); //$NON-NLS-1$
			errors.accept(error);
		});
	}

	private synchronized void add(String what, Throwable error) {
		StringWriter text = new StringWriter();
		text.append(what).append('\n');
		if (error != null) {
			error.printStackTrace(new PrintWriter(text, true));
		}
		reports.add(text.toString());
	}

	/** {@return what was reported since it was last taken} */
	synchronized List<String> take() {
		List<String> taken = List.copyOf(reports);
		reports.clear();
		return taken;
	}

	/** {@return what was reported since it was last taken, and leaves it} */
	synchronized List<String> all() {
		return List.copyOf(reports);
	}

	private final class SevereRecords extends Handler {

		@Override
		public void publish(LogRecord entry) {
			if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
				add(entry.getLoggerName() + ": " + entry.getMessage(), entry.getThrown()); //$NON-NLS-1$
			}
		}

		@Override
		public void flush() {
			// nothing is held back
		}

		@Override
		public void close() {
			// nothing is open
		}
	}
}
