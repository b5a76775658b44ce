package org.dicompreview.ui.ide.internal.resources;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IAdapterFactory;

/**
 * Finds the file of the workspace in which a slice or an instance lies, and the folder of a series or stack. What lies in no
 * project has none.
 */
public final class ResourceAdapters implements IAdapterFactory {

	@Override
	public <T> T getAdapter(Object element, Class<T> type) {
		return resource(element).filter(type::isInstance).map(type::cast).orElse(null);
	}

	private static Optional<? extends IResource> resource(Object element) {
		if (element instanceof Slice slice) {
			return file(slice.instance());
		}
		if (element instanceof InstanceHeader header) {
			return file(header);
		}
		Optional<Series> series = element instanceof SliceStack stack ? Optional.of(stack.series())
				: Optional.of(element).filter(Series.class::isInstance).map(Series.class::cast);
		return series.flatMap(each -> each.instances().stream().findFirst()).flatMap(ResourceAdapters::folder);
	}

	private static Optional<IFile> file(InstanceHeader header) {
		return header.location().file().flatMap(
				file -> Stream.of(root().findFilesForLocationURI(file.toUri())).filter(IFile::exists).findFirst());
	}

	private static Optional<IContainer> folder(InstanceHeader header) {
		return header.location().file().map(Path::getParent).flatMap(
				folder -> Stream.of(root().findContainersForLocationURI(folder.toUri())).filter(IContainer::exists).findFirst());
	}

	private static IWorkspaceRoot root() {
		return ResourcesPlugin.getWorkspace().getRoot();
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IResource.class, IFile.class, IContainer.class };
	}
}
