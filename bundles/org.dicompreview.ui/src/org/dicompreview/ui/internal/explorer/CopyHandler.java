package org.dicompreview.ui.internal.explorer;

import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.handlers.HandlerUtil;

/** Copies the selected rows as text, a line each. */
public final class CopyHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IStructuredSelection selection = HandlerUtil.getCurrentStructuredSelection(event);
		if (!selection.isEmpty()) {
			Clipboard clipboard = new Clipboard(HandlerUtil.getActiveShellChecked(event).getDisplay());
			try {
				clipboard.setContents(new Object[] { text(selection) }, new Transfer[] { TextTransfer.getInstance() });
			} finally {
				clipboard.dispose();
			}
		}
		return null;
	}

	static String text(IStructuredSelection selection) {
		return selection.stream().filter(Node.class::isInstance).map(element -> ((Node) element).label().line())
				.collect(Collectors.joining(System.lineSeparator()));
	}
}
