package org.dicompreview.ui.ide.internal.resources;

import java.net.URI;

import org.dicompreview.ui.SelectedFiles;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IStorage;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.team.core.history.IFileRevision;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IStorageEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.ide.ResourceUtil;
import org.osgi.service.component.annotations.Component;

/** Finds the files of whatever has to do with resources: resources, markers, file stores, inputs of editors. */
@Component(service = IAdapterFactory.class, property = {
		IAdapterFactory.SERVICE_PROPERTY_ADAPTABLE_CLASS + "=java.lang.Object",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.ui.SelectedFiles" })
public final class FileAdapters implements IAdapterFactory {

	@Override
	public <T> T getAdapter(Object element, Class<T> type) {
		return type == SelectedFiles.class ? type.cast(files(element)) : null;
	}

	private static SelectedFiles files(Object element) {
		if (element instanceof IEditorInput input) {
			return ofInput(input);
		}
		IResource resource = resource(element);
		if (resource != null) {
			return new ResourceFiles(resource);
		}
		IFileRevision revision = Adapters.adapt(element, IFileRevision.class);
		if (revision != null) {
			return new StorageFiles(revision.getName(), revision::getStorage);
		}
		IStorage storage = Adapters.adapt(element, IStorage.class);
		if (storage != null) {
			return new StorageFiles(storage.getName(), monitor -> storage);
		}
		IFileStore store = Adapters.adapt(element, IFileStore.class);
		return store == null ? null : new StoredFiles(store);
	}

	private static SelectedFiles ofInput(IEditorInput input) {
		IFile file = ResourceUtil.getFile(input);
		if (file != null) {
			return new ResourceFiles(file);
		}
		if (input instanceof IStorageEditorInput revision) {
			return new StorageFiles(revision.getName(), monitor -> revision.getStorage());
		}
		return input instanceof IURIEditorInput uri && uri.getURI() != null ? store(uri.getURI()) : null;
	}

	private static SelectedFiles store(URI place) {
		try {
			return new StoredFiles(EFS.getStore(place));
		} catch (CoreException e) {
			return null; // a file system that nobody here knows
		}
	}

	private static IResource resource(Object element) {
		IResource resource = Adapters.adapt(element, IResource.class);
		if (resource != null) {
			return resource;
		}
		IMarker marker = Adapters.adapt(element, IMarker.class);
		return marker == null ? null : marker.getResource();
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { SelectedFiles.class };
	}
}
