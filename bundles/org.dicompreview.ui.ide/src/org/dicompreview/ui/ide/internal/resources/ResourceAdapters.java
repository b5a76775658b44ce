package org.dicompreview.ui.ide.internal.resources;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.eclipse.core.filesystem.IFileStore;
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
		return uri(header.location()).flatMap(
				uri -> Stream.of(root().findFilesForLocationURI(uri)).filter(IFile::exists).findFirst());
	}

	private static Optional<IContainer> folder(InstanceHeader header) {
		Optional<URI> folder = header.location() instanceof StoreLocation location
				? Optional.ofNullable(location.store().getParent()).map(IFileStore::toURI)
				: header.location().file().map(Path::getParent).map(Path::toUri);
		return folder.flatMap(
				uri -> Stream.of(root().findContainersForLocationURI(uri)).filter(IContainer::exists).findFirst());
	}

	private static Optional<URI> uri(InstanceLocation location) {
		return location instanceof StoreLocation store ? Optional.of(store.uri()) : location.file().map(Path::toUri);
	}

	private static IWorkspaceRoot root() {
		return ResourcesPlugin.getWorkspace().getRoot();
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IResource.class, IFile.class, IContainer.class };
	}
}
