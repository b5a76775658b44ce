package org.dicompreview.ui.internal.folders;

import java.io.IOException;
import java.nio.file.Path;

import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.SeriesModel;
import org.eclipse.core.runtime.ILog;

/** The index of headers, opened before the first scan. Works on disk: not for the UI thread. */
final class Index {

	private final SeriesModel model;
	private final Path folder;
	private boolean tried;
	private HeaderIndex open;

	/** @param folder where it is kept */
	Index(SeriesModel model, Path folder) {
		this.model = model;
		this.folder = folder;
	}

	/** Opens it if that has not been tried yet. Without it, scans read every file. */
	synchronized void open() {
		if (!tried) {
			tried = true;
			try {
				open = model.openIndex(folder);
			} catch (IOException e) {
				ILog.of(getClass()).warn("Headers cannot be remembered in " + folder, e); //$NON-NLS-1$
			}
		}
	}

	/** Forgets what is remembered. */
	synchronized void clear() {
		open();
		if (open != null) {
			open.clear();
		}
	}

	synchronized void close() {
		tried = true;
		if (open != null) {
			try {
				open.close();
			} catch (IOException e) {
				ILog.of(getClass()).warn("The index of headers was not closed well", e); //$NON-NLS-1$
			}
			open = null;
		}
	}
}
