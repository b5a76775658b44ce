package org.dicompreview.ui.internal.explorer;

import java.nio.file.Path;

import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Stack;
import org.dicompreview.series.Study;
import org.eclipse.core.runtime.IAdapterFactory;
import org.osgi.service.component.annotations.Component;

/** Turns what is selected in the explorer into model objects: what the node stands for and all that this belongs to. */
@Component(service = IAdapterFactory.class, property = {
		IAdapterFactory.SERVICE_PROPERTY_ADAPTABLE_CLASS + "=org.dicompreview.ui.internal.explorer.Node",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.series.Patient",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.series.Study",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.series.Series",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.series.Stack",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=java.nio.file.Path" })
public final class NodeAdapters implements IAdapterFactory {

	@Override
	public <T> T getAdapter(Object adaptable, Class<T> type) {
		if (!(adaptable instanceof Node node)) {
			return null;
		}
		if (type == Path.class) {
			return type.cast(NodeFiles.path(node).orElse(null));
		}
		Object found = node.element();
		while (found != null && !type.isInstance(found)) {
			found = above(found);
		}
		return type.cast(found);
	}

	private static Object above(Object element) {
		if (element instanceof Stack stack) {
			return stack.series();
		}
		if (element instanceof Series series) {
			return series.study();
		}
		return element instanceof Study study ? study.patient() : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { Patient.class, Study.class, Series.class, Stack.class, Path.class };
	}
}
