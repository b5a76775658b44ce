package org.dicompreview.ui.internal.logging;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Brings warnings and errors of the bundles that know no Eclipse, which they tell {@link System.Logger}, to the log of the
 * platform and so to the Error Log. Comes to life with whoever refers to it.
 */
@Component(service = LogBridge.class)
public final class LogBridge {

	private static final String OURS = "org.dicompreview"; //$NON-NLS-1$
	/** Parts of the symbolic name of a bundle: the names of the loggers begin with it. */
	private static final int PARTS = 3;

	/** Kept here, as the manager of the loggers does not. */
	private final Logger logger = Logger.getLogger(OURS);
	private final Handler handler = new PlatformHandler();

	@Activate
	void activate() {
		logger.addHandler(handler);
	}

	@Deactivate
	void deactivate() {
		logger.removeHandler(handler);
	}

	private static final class PlatformHandler extends Handler {

		private final SimpleFormatter formatter = new SimpleFormatter();

		PlatformHandler() {
			setLevel(Level.WARNING);
		}

		@Override
		public void publish(LogRecord entry) {
			if (isLoggable(entry)) {
				int severity = entry.getLevel().intValue() >= Level.SEVERE.intValue() ? IStatus.ERROR : IStatus.WARNING;
				ILog.of(LogBridge.class).log(new Status(severity, bundle(entry.getLoggerName()), formatter.formatMessage(entry),
						reported(entry.getThrown())));
			}
		}

		/** An IDE that finds an error of the virtual machine in the log offers to exit: here it has been dealt with. */
		private static Throwable reported(Throwable thrown) {
			return thrown instanceof Error ? new IllegalStateException(thrown) : thrown;
		}

		private static String bundle(String name) {
			String[] parts = name.split("\\.", PARTS + 1); //$NON-NLS-1$
			return parts.length < PARTS ? OURS : String.join(".", parts[0], parts[1], parts[2]); //$NON-NLS-1$
		}

		@Override
		public void flush() {
			// Nothing is held back.
		}

		@Override
		public void close() {
			// Nothing is open.
		}
	}
}
