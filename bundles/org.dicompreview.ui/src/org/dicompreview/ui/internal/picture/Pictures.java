package org.dicompreview.ui.internal.picture;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.PictureFile.Format;
import org.dicompreview.ui.internal.CommandErrors;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;

/** What people take along of a viewport. UI thread only. */
public final class Pictures {

	private Pictures() {
	}

	/**
	 * Saves the picture of a viewport.
	 *
	 * @param renderer makes it
	 * @param file     where it goes, as it is on the screen, if nothing is there; {@code null} to ask where and how
	 * @throws ExecutionException says in words what is wrong with the file
	 */
	public static void save(Viewport viewport, FrameRenderer renderer, String file) throws ExecutionException {
		viewport.model().stop();
		if (file == null) {
			new SavePictureDialog(viewport.control().getShell(), viewport, renderer).open();
			return;
		}
		Format format = SavePictureDialog.format(file)
				.orElseThrow(() -> CommandErrors.error(Messages.Pictures_format, file));
		PictureSnapshot picture = PictureSnapshot.of(viewport, renderer, new PictureOptions(format, false, true))
				.orElseThrow(() -> CommandErrors.error(Messages.SavePictureDialog_noPicture));
		new SavePictureJob(picture, format, path(file), false).schedule();
	}

	private static Path path(String file) throws ExecutionException {
		try {
			Path path = Path.of(file);
			if (path.isAbsolute()) {
				return path;
			}
		} catch (InvalidPathException e) {
			throw new ExecutionException(NLS.bind(Messages.Pictures_path, file), e);
		}
		throw CommandErrors.error(Messages.Pictures_path, file);
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
