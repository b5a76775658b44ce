package org.dicompreview.viewer.internal.viewport;

import org.dicompreview.series.Slice;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.ViewportModel;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.GC;

/** Marks key images on the track of one viewport. */
record KeyMarks(ViewportModel model) implements Layer {

	@Override
	public String id() {
		return "org.dicompreview.viewer.keyImages"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return ""; //$NON-NLS-1$
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		// The track alone shows them.
	}

	@Override
	public String mark(Slice slice) {
		return model.keyImages().title(slice).map(title -> NLS.bind(Messages.KeyMarks_mark, title)).orElse(""); //$NON-NLS-1$
	}
}
