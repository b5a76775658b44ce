package org.dicompreview.ui.internal.folders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.SeriesModel;
import org.eclipse.core.runtime.ILog;

/** The index of headers in the metadata of the workspace, opened before the first scan. For any thread that may wait. */
final class RememberedHeaders {

	private final SeriesModel model;
	private final Supplier<Path> folder;
	private HeaderIndex index;
	private boolean closed;

	/** @param folder where it is kept; asked on the thread that first uses the index */
	RememberedHeaders(SeriesModel model, Supplier<Path> folder) {
		this.model = model;
		this.folder = folder;
	}

	/** {@return room on disk in bytes} */
	synchronized long size() {
		return open() ? index.size() : 0;
	}

	synchronized void clear() {
		if (open()) {
			index.clear();
		}
	}

	synchronized void close() {
		closed = true;
		if (index != null) {
			try {
				index.close();
			} catch (IOException e) {
				ILog.of(getClass()).warn(Messages.RememberedHeaders_notClosed, e);
			}
		}
	}

	/** {@return whether there is an index; scans use it from then on} */
	synchronized boolean open() {
		if (index == null && !closed) {
			try {
				index = model.openIndex(folder.get());
			} catch (IOException e) {
				closed = true; // scans work without it
				ILog.of(getClass()).warn(Messages.RememberedHeaders_notOpened, e);
			}
		}
		return !closed;
	}
}
