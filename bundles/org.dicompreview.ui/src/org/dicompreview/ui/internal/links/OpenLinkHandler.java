package org.dicompreview.ui.internal.links;

import org.dicompreview.ui.DicomLink;
import org.dicompreview.ui.internal.CommandErrors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens a link to a slice; without one it asks for it, and offers that of the clipboard. */
public final class OpenLinkHandler extends AbstractHandler {

	/** Parameter of the command: the link as text. */
	private static final String LINK = "org.dicompreview.ui.openLink.link"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		CommandErrors.run(event, OpenLinkHandler::open);
		return null;
	}

	private static void open(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		String text = event.getParameter(LINK);
		if (text == null) {
			String copied = LinkText.onClipboard(window.getShell().getDisplay());
			InputDialog dialog = new InputDialog(window.getShell(), Messages.LinkOpener_title, Messages.OpenLinkHandler_message,
					problem(copied) == null ? copied : "", OpenLinkHandler::problem); //$NON-NLS-1$
			if (dialog.open() != Window.OK) {
				return;
			}
			text = dialog.getValue();
		}
		String problem = problem(text);
		if (problem != null) {
			throw new ExecutionException(problem);
		}
		window.getService(LinkOpener.class).open(DicomLink.parse(text), window.getActivePage());
	}

	/** {@return what is wrong with a link; {@code null} if nothing is} */
	private static String problem(String text) {
		try {
			DicomLink.parse(text);
			return null;
		} catch (IllegalArgumentException e) {
			return e.getMessage();
		}
	}
}
