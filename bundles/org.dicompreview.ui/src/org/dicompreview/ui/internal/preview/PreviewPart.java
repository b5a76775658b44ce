package org.dicompreview.ui.internal.preview;

import org.dicompreview.rendering.ColorMaps;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.ui.internal.tools.PreviewTools;
import org.dicompreview.viewer.ViewportGrid;
import org.eclipse.ui.IWorkbenchWindow;

/** A part with viewports that the commands of the Preview work on. UI thread only. */
public interface PreviewPart {

	/** {@return its window} */
	IWorkbenchWindow window();

	/** {@return whether a person can use it now: it is in the perspective on show} */
	boolean isPresent();

	/** {@return its viewports} */
	ViewportGrid grid();

	/** Shows the series before or after that of the active viewport, if it can. */
	void openNeighbour(int delta);

	/** {@return what makes pictures} */
	FrameRenderer renderer();

	/** {@return the layers that can be hidden} */
	PreviewLayers layers();

	/** {@return the tools that buttons can have} */
	PreviewTools tools();

	/** {@return the maps that grey images can be shown with} */
	ColorMaps colorMaps();
}
