package org.dicompreview.ui.internal.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.eclipse.core.runtime.IAdapterFactory;
import org.osgi.service.component.annotations.Component;

/** Turns what is selected in the explorer into model objects: what the node stands for and all that this belongs to. */
@Component(service = IAdapterFactory.class, property = {
		IAdapterFactory.SERVICE_PROPERTY_ADAPTABLE_CLASS + "=org.dicompreview.ui.internal.explorer.Node",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.series.Patient",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.series.Study",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.series.Series",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.series.SliceStack",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.series.Slice",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.dicom.InstanceHeader",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=org.dicompreview.ui.internal.folders.FileProblem",
		IAdapterFactory.SERVICE_PROPERTY_ADAPTER_NAMES + "=java.nio.file.Path" })
public final class NodeAdapters implements IAdapterFactory {

	/** What a node adapts to. */
	static final List<Class<?>> TYPES = List.of(Patient.class, Study.class, Series.class, SliceStack.class, Slice.class,
			InstanceHeader.class, FileProblem.class, Path.class);

	@Override
	public <T> T getAdapter(Object adaptable, Class<T> type) {
		return adaptable instanceof Node node ? adapt(node, type) : null;
	}

	/** {@return what a node stands for or belongs to, or {@code null}} */
	static <T> T adapt(Node node, Class<T> type) {
		if (type == Path.class) {
			return type.cast(node.path().orElse(null));
		}
		if (type == Slice.class) {
			return type.cast(node.slice().orElse(null));
		}
		if (type == InstanceHeader.class) {
			return type.cast(node.instance().orElse(null));
		}
		Object found = node.model().orElse(null);
		while (found != null && !type.isInstance(found)) {
			found = above(found);
		}
		return type.cast(found);
	}

	/** {@return the object of the model that a node stands for, else its file or folder} */
	static Optional<Object> object(Node node) {
		return node.slice().<Object>map(each -> each).or(node::instance)
				.or(() -> node.model().filter(object -> !(object instanceof FileProblem))).or(node::path);
	}

	private static Object above(Object object) {
		if (object instanceof SliceStack stack) {
			return stack.series();
		}
		if (object instanceof Series series) {
			return series.study();
		}
		return object instanceof Study study ? study.patient() : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return TYPES.toArray(Class<?>[]::new);
	}
}
