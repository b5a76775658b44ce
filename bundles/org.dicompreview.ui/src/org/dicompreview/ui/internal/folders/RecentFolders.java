package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.prefs.Preferences;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;

/** The folders, archives and files that people opened last, also before the last start. For any thread; no method blocks. */
public final class RecentFolders {

	private static final int MOST = 10;

	private final RootsMemory memory;
	private final Job save;
	private List<Path> paths;

	/** @param node keeps them, and nothing else */
	public RecentFolders(Preferences node) {
		memory = new RootsMemory(node, text -> Optional.empty());
		paths = memory.load().stream().map(FileLocation::require).toList();
		save = Job.createSystem(Messages.RecentFolders_remember,
				(ICoreRunnable) monitor -> memory.save(list().stream().<InstanceLocation>map(FileLocation::unseen).toList()));
	}

	/** {@return those that were opened last before the others} */
	public synchronized List<Path> list() {
		return List.copyOf(paths);
	}

	/** Puts a path before all others. */
	void add(Path path) {
		synchronized (this) {
			List<Path> next = new ArrayList<>(List.of(path));
			paths.stream().filter(each -> !each.equals(path)).limit(MOST - 1L).forEach(next::add);
			paths = next;
		}
		save.schedule();
	}

	/** Forgets a path. */
	void remove(Path path) {
		synchronized (this) {
			paths = paths.stream().filter(each -> !each.equals(path)).toList();
		}
		save.schedule();
	}

	/** Forgets all. */
	void clear() {
		synchronized (this) {
			paths = List.of();
		}
		save.schedule();
	}
}
