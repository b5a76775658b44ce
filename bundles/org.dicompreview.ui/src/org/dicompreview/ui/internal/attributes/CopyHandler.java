package org.dicompreview.ui.internal.attributes;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.handlers.HandlerUtil;

/** Copies the selected rows, their values alone, or all rows; which, is said by the command. */
public final class CopyHandler extends AbstractHandler {

	/** Command: values of the selected rows. */
	static final String VALUE = "org.dicompreview.ui.attributes.copyValue"; //$NON-NLS-1$
	/** Command: all that is in the tree. */
	static final String ALL = "org.dicompreview.ui.attributes.copyAll"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		AttributesControl attributes = Adapters.adapt(HandlerUtil.getActivePart(event), AttributesControl.class);
		if (attributes != null) {
			AttributeTable table = attributes.pane().table();
			Display display = attributes.pane().getDisplay();
			switch (event.getCommand().getId()) {
				case VALUE -> copy(display, RowTexts.values(table.selected()));
				case ALL -> copyAll(display, table.current());
				default -> copy(display, RowTexts.rows(table.selected()));
			}
		}
		return null;
	}

	/** A large data set takes a moment, so its text is made off the UI thread. */
	private static void copyAll(Display display, Matches rows) {
		ICoreRunnable work = monitor -> {
			String text = RowTexts.all(rows, monitor::isCanceled);
			if (!monitor.isCanceled() && !display.isDisposed()) {
				display.asyncExec(() -> copy(display, text));
			}
		};
		Job.create(Messages.CopyHandler_job, work).schedule();
	}

	/** Copies a text, unless it is empty. */
	static void copy(Display display, String text) {
		if (text.isEmpty() || display.isDisposed()) {
			return;
		}
		Clipboard clipboard = new Clipboard(display);
		try {
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}
}
