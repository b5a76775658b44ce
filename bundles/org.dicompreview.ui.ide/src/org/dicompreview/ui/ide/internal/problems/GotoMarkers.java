package org.dicompreview.ui.ide.internal.problems;

import org.dicompreview.ui.InstanceEditor;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.ide.IGotoMarker;

/** Lets the DICOM editor go to the frame or the attribute of which a marker speaks. */
public final class GotoMarkers implements IAdapterFactory {

	@Override
	public <T> T getAdapter(Object editor, Class<T> type) {
		return type == IGotoMarker.class && editor instanceof InstanceEditor instance
				? type.cast((IGotoMarker) marker -> go(instance, marker)) : null;
	}

	private static void go(InstanceEditor editor, IMarker marker) {
		int tag = marker.getAttribute(ProblemMarkers.TAG, 0);
		int frame = marker.getAttribute(ProblemMarkers.FRAME, -1);
		if (tag != 0) {
			editor.showAttribute(tag, Long.parseLong(marker.getAttribute(ProblemMarkers.OFFSET, "-1"))); //$NON-NLS-1$
		} else if (frame >= 0) {
			editor.showFrame(frame);
		}
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IGotoMarker.class };
	}
}
