package org.dicompreview.ui.internal.preview;

import org.dicompreview.ui.internal.picture.Pictures;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Copies the picture of the active viewport as it is on the screen, without what lies over it. */
public final class CopyPictureHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActivePart(event) instanceof PreviewView view) {
			Pictures.copy(view.grid().active(), false);
		}
		return null;
	}
}
