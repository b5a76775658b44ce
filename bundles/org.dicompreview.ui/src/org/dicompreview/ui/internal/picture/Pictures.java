package org.dicompreview.ui.internal.picture;

import java.util.Optional;

import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Viewport;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;

/** What people take along of a viewport. UI thread only. */
public final class Pictures {

	private Pictures() {
	}

	/** Asks where the picture of a viewport is to be saved, and how. @param renderer makes it */
	public static void save(Viewport viewport, FrameRenderer renderer) {
		viewport.model().stop();
		new SavePictureDialog(viewport.control().getShell(), viewport, renderer).open();
	}

	/** Puts the picture on the screen on the clipboard. @param annotated whether with what lies over it */
	public static void copy(Viewport viewport, boolean annotated) {
		Optional<ImageData> seen = viewport.model().rendered().flatMap(RenderedSlice::picture).map(Picture::data);
		seen.map(plain -> annotated ? PictureSnapshot.painted(viewport) : plain).ifPresent(data -> {
			Clipboard clipboard = new Clipboard(viewport.control().getDisplay());
			try {
				clipboard.setContents(new Object[] { data }, new Transfer[] { ImageTransfer.getInstance() });
			} finally {
				clipboard.dispose();
			}
		});
	}
}
