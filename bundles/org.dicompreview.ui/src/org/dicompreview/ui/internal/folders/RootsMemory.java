package org.dicompreview.ui.internal.folders;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** Keeps the open roots over restarts, as the numbered keys of a preference node. */
final class RootsMemory {

	private final Preferences node;

	RootsMemory(Preferences node) {
		this.node = node;
	}

	List<Path> load() {
		List<Path> roots = new ArrayList<>();
		for (int i = 0; node.get(String.valueOf(i), null) != null; i++) {
			path(node.get(String.valueOf(i), "")).ifPresent(roots::add); //$NON-NLS-1$
		}
		return roots;
	}

	/** Writes to disk: not for the UI thread. */
	void save(List<Path> roots) {
		try {
			node.clear();
			for (int i = 0; i < roots.size(); i++) {
				node.put(String.valueOf(i), roots.get(i).toString());
			}
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(getClass()).error("Cannot remember the open folders", e); //$NON-NLS-1$
		}
	}

	private Optional<Path> path(String text) {
		try {
			return Optional.of(Path.of(text));
		} catch (InvalidPathException e) {
			ILog.of(getClass()).warn("Not a path on this system: " + text, e); //$NON-NLS-1$
			return Optional.empty();
		}
	}
}
