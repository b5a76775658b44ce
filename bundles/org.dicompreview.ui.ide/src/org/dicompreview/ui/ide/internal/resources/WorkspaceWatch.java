package org.dicompreview.ui.ide.internal.resources;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.dicompreview.ui.spi.FolderWatch;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.component.annotations.Component;

/** Tells of changes in the workspace. */
@Component(service = FolderWatch.class)
public final class WorkspaceWatch implements FolderWatch {

	@Override
	public Watch watch(Supplier<List<Path>> roots, Consumer<Path> changed) {
		return new Listener(ResourcesPlugin.getWorkspace(), roots, changed);
	}

	private static final class Listener implements IResourceChangeListener, Watch {

		/** Changes come in bursts (a build, an unpacked archive); one look follows the burst. */
		private static final int DELAY_MS = 500;

		private final IWorkspace workspace;
		private final Supplier<List<Path>> roots;
		private final Consumer<Path> changed;
		private final Set<Path> stale = new HashSet<>();
		private final Job tell;

		Listener(IWorkspace workspace, Supplier<List<Path>> roots, Consumer<Path> changed) {
			this.workspace = workspace;
			this.roots = roots;
			this.changed = changed;
			tell = Job.createSystem(Messages.WorkspaceWatch_changes, (ICoreRunnable) monitor -> tellOfStale());
			workspace.addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
		}

		@Override
		public void close() {
			workspace.removeResourceChangeListener(this);
			tell.cancel();
		}

		@Override
		public void resourceChanged(IResourceChangeEvent event) {
			List<Path> open = roots.get();
			if (open.isEmpty() || event.getDelta() == null) {
				return;
			}
			Set<Path> touched = new HashSet<>();
			try {
				event.getDelta().accept(delta -> visit(delta, open, touched));
			} catch (CoreException e) {
				ILog.of(getClass()).log(e.getStatus());
			}
			if (!touched.isEmpty()) {
				synchronized (stale) {
					stale.addAll(touched);
				}
				tell.schedule(DELAY_MS);
			}
		}

		private static boolean visit(IResourceDelta delta, List<Path> roots, Set<Path> touched) {
			boolean moved = delta.getKind() == IResourceDelta.ADDED || delta.getKind() == IResourceDelta.REMOVED;
			if (moved || (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0) {
				Path place = location(delta.getResource());
				for (Path root : roots) {
					if (place != null && (place.startsWith(root) || moved && root.startsWith(place))) {
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

		private void tellOfStale() {
			List<Path> touched;
			synchronized (stale) {
				touched = List.copyOf(stale);
				stale.clear();
			}
			touched.forEach(changed);
		}
	}
}
