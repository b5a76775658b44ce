package org.dicompreview.ui.internal.folders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.SeriesModel;
import org.eclipse.core.runtime.ILog;

/** The index of headers in the metadata of the workspace, opened when it is first asked. For any thread that may wait. */
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

	/** {@return what is remembered of a root; nothing if there is no index} */
	synchronized List<InstanceHeader> recall(Path root) {
		return open() ? index.recall(root) : List.of();
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

	private boolean open() {
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
