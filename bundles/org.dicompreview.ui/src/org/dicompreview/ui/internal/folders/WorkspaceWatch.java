package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.Job;

/** Looks again at open roots in the workspace when files below them change. */
final class WorkspaceWatch implements IResourceChangeListener {

	/** Changes come in bursts (a build, an unpacked archive); one look follows the burst. */
	private static final int DELAY_MS = 500;

	private final IWorkspace workspace;
	private final ScannedFolders folders;
	private final Set<Path> stale = new HashSet<>();
	private final Job refresh;

	WorkspaceWatch(IWorkspace workspace, ScannedFolders folders) {
		this.workspace = workspace;
		this.folders = folders;
		refresh = Job.createSystem(Messages.OpenFoldersService_rescan, (ICoreRunnable) monitor -> refreshStale());
		workspace.addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
	}

	void dispose() {
		workspace.removeResourceChangeListener(this);
		refresh.cancel();
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		List<Path> roots = folders.roots();
		if (roots.isEmpty() || event.getDelta() == null) {
			return;
		}
		Set<Path> touched = new HashSet<>();
		try {
			event.getDelta().accept(delta -> visit(delta, roots, touched));
		} catch (CoreException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
		if (!touched.isEmpty()) {
			synchronized (stale) {
				stale.addAll(touched);
			}
			refresh.schedule(DELAY_MS);
		}
	}

	private static boolean visit(IResourceDelta delta, List<Path> roots, Set<Path> touched) {
		boolean moved = delta.getKind() == IResourceDelta.ADDED || delta.getKind() == IResourceDelta.REMOVED;
		if (moved || (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0) {
			Path changed = location(delta.getResource());
			for (Path root : roots) {
				if (changed != null && (changed.startsWith(root) || moved && root.startsWith(changed))) {
					touched.add(root);
				}
			}
		}
		return touched.size() < roots.size();
	}

	private static Path location(IResource resource) {
		IPath location = resource.getLocation();
		return location == null ? null : location.toPath();
	}

	private void refreshStale() {
		List<Path> roots;
		synchronized (stale) {
			roots = List.copyOf(stale);
			stale.clear();
		}
		roots.forEach(folders::update);
	}
}
