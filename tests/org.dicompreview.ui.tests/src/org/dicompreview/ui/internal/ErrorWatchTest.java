package org.dicompreview.ui.internal;

import static org.dicompreview.ui.internal.Conditions.until;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.statushandlers.StatusManager;
import org.junit.jupiter.api.Test;

/** Each way on which an error can be reported is watched, without a word of the test. */
class ErrorWatchTest {

	private static final String MARK = "provoked by a test"; //$NON-NLS-1$

	@Test
	@ProvokesError(MARK)
	void theLogOfThePlatform() {
		ILog.of(getClass()).error(MARK);
		untilReported();
	}

	@Test
	@ProvokesError(MARK)
	void aJobThatFails() {
		Job.create("fails", (ICoreRunnable) monitor -> { //$NON-NLS-1$
			throw new IllegalStateException(MARK);
		}).schedule();
		untilReported();
	}

	@Test
	@ProvokesError(MARK)
	void aStatusForTheUser() {
		StatusManager.getManager().handle(new Status(IStatus.ERROR, getClass(), MARK), StatusManager.LOG);
		untilReported();
	}

	@Test
	@ProvokesError(MARK)
	void anExceptionInTheEventLoop() {
		Display.getCurrent().asyncExec(() -> {
			throw new IllegalStateException(MARK);
		});
		untilReported();
	}

	@Test
	@ProvokesError(MARK)
	void anExceptionInTheEventLoopOfADialog() {
		Display display = Display.getCurrent();
		Window dialog = new Window((Shell) null) {
			@Override
			protected Control createContents(Composite parent) {
				display.asyncExec(() -> {
					display.asyncExec(this::close);
					throw new IllegalStateException(MARK);
				});
				return super.createContents(parent);
			}
		};
		dialog.setBlockOnOpen(true);
		dialog.open();
		untilReported();
	}

	@Test
	@ProvokesError(MARK)
	void aThreadThatDies() {
		new Thread(() -> {
			throw new IllegalStateException(MARK);
		}).start();
		untilReported();
	}

	@Test
	@ProvokesError(MARK)
	void theLoggersOfJava() {
		System.getLogger(getClass().getName()).log(System.Logger.Level.ERROR, MARK);
		untilReported();
	}

	private static void untilReported() {
		until("a report", () -> ErrorWatch.reports().stream().anyMatch(report -> report.contains(MARK))); //$NON-NLS-1$
	}
}
