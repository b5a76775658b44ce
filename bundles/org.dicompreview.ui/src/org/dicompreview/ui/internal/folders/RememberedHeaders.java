package org.dicompreview.ui.internal.folders;

import java.io.IOException;
import java.nio.file.Path;

import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.SeriesModel;
import org.eclipse.core.runtime.ILog;

/**
 * The index of headers, opened before the first scan. It lies in the private area of this bundle, which the framework
 * deletes with the bundle: uninstalling leaves no names of patients in any workspace. For any thread that may wait.
 */
final class RememberedHeaders {

	/** Where the index is kept. */
	@FunctionalInterface
	interface Place {
		Path folder() throws IOException;
	}

	private final SeriesModel model;
	private final Place place;
	private HeaderIndex index;
	private boolean closed;

	/** @param place where it is kept; asked on the thread that first uses the index */
	RememberedHeaders(SeriesModel model, Place place) {
		this.model = model;
		this.place = place;
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

	/**
	 * {@return a folder of this index for other things that may be thrown away; only its owner can read it}
	 *
	 * @param name of the folder
	 * @throws IOException if there is no index
	 */
	synchronized Path folder(String name) throws IOException {
		if (!open()) {
			throw new IOException("there is no index"); //$NON-NLS-1$
		}
		return place.folder().resolve(name);
	}

	/** {@return whether there is an index; scans use it from then on} */
	synchronized boolean open() {
		if (index == null && !closed) {
			try {
				index = model.openIndex(place.folder());
			} catch (IOException e) {
				closed = true; // scans work without it
				ILog.of(getClass()).warn(Messages.RememberedHeaders_notOpened, e);
			}
		}
		return !closed;
	}
}
