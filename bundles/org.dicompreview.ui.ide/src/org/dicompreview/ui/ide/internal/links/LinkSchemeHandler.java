package org.dicompreview.ui.ide.internal.links;

import org.eclipse.ui.PlatformUI;
import org.eclipse.urischeme.IUriSchemeHandler;

/** Opens links to slices that somebody has clicked outside of the workbench. */
public final class LinkSchemeHandler implements IUriSchemeHandler {

	@Override
	public void handle(String uri) {
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> PlaceOpener.openLink(uri));
	}
}
