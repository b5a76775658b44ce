package org.dicompreview.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Says in words what is wrong with the parameter of a command: to a program as an exception, to a person who pressed a key or
 * chose a menu item in the status line. UI thread only.
 */
public final class CommandErrors {

	/** What a command does. */
	public interface Action {

		/** @throws ExecutionException says in words what is wrong with a parameter */
		void run(ExecutionEvent event) throws ExecutionException;
	}

	private CommandErrors() {
	}

	/** {@return an error} @param pattern in words of people @param values in place of {0}, {1} … */
	public static ExecutionException error(String pattern, Object... values) {
		return new ExecutionException(NLS.bind(pattern, values));
	}

	/**
	 * Runs a command.
	 *
	 * @throws ExecutionException what the action throws, if no person can be told
	 */
	public static void run(ExecutionEvent event, Action action) throws ExecutionException {
		IStatusLineManager line = event.getTrigger() instanceof Event ? statusLine(HandlerUtil.getActivePart(event)) : null;
		try {
			action.run(event);
		} catch (ExecutionException e) {
			if (line == null) {
				throw e;
			}
			line.setErrorMessage(e.getMessage());
			HandlerUtil.getActivePart(event).getSite().getShell().getDisplay().beep();
			return;
		}
		if (line != null) {
			line.setErrorMessage(null);
		}
	}

	private static IStatusLineManager statusLine(IWorkbenchPart part) {
		IWorkbenchPartSite site = part == null ? null : part.getSite();
		if (site instanceof IViewSite view) {
			return view.getActionBars().getStatusLineManager();
		}
		return site instanceof IEditorSite editor ? editor.getActionBars().getStatusLineManager() : null;
	}
}
