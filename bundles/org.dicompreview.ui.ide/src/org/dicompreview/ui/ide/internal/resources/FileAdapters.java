package org.dicompreview.ui.ide.internal.resources;

import org.dicompreview.ui.SelectedFiles;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.IEditorInput;
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
		IResource resource = resource(element);
		if (resource != null) {
			return new ResourceFiles(resource);
		}
		IFileStore store = Adapters.adapt(element, IFileStore.class);
		return store == null ? null : new StoredFiles(store);
	}

	private static IResource resource(Object element) {
		if (element instanceof IEditorInput input) {
			return ResourceUtil.getFile(input);
		}
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
