package org.dicompreview.ui.internal.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.ui.internal.explorer.Node.DamagedAt;
import org.dicompreview.ui.internal.explorer.Node.DocumentAt;
import org.dicompreview.ui.internal.explorer.Node.FindingAt;
import org.dicompreview.ui.internal.explorer.Node.NoteAt;
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
			InstanceHeader.class,
			FileProblem.class, Path.class);

	@Override
	public <T> T getAdapter(Object adaptable, Class<T> type) {
		return adaptable instanceof Node node ? adapt(node, type) : null;
	}

	/** {@return what a node stands for or belongs to, or {@code null}} */
	static <T> T adapt(Node node, Class<T> type) {
		if (type == Path.class) {
			return type.cast(NodeFiles.path(node).orElse(null));
		}
		if (type == Slice.class) {
			return type.cast(slice(node).orElse(null));
		}
		if (type == InstanceHeader.class) {
			return type.cast(instance(node).orElse(null));
		}
		Object found = node.element();
		while (found != null && !type.isInstance(found)) {
			found = above(found);
		}
		return type.cast(found);
	}

	/** {@return the object of the model that a node stands for} */
	static Optional<Object> object(Node node) {
		Optional<Object> part = slice(node).map(Object.class::cast).or(() -> instance(node));
		return part.or(() -> Optional.ofNullable(node.element()).map(element -> {
			Object found = element;
			while (found != null && !(found instanceof SliceStack || found instanceof Series || found instanceof Study
					|| found instanceof Patient)) {
				found = above(found);
			}
			return found;
		})).or(() -> NodeFiles.path(node));
	}

	/** {@return the first slice that a finding, damage or note speaks of} */
	private static Optional<Slice> slice(Node node) {
		if (node.element() instanceof FindingAt at) {
			return at.finding().slices().stream().findFirst();
		}
		if (node.element() instanceof NoteAt at) {
			return at.instances().stream().map(DamagedAt::slice).filter(Objects::nonNull).findFirst();
		}
		return node.element() instanceof DamagedAt at ? Optional.ofNullable(at.slice()) : Optional.empty();
	}

	/** {@return the instance that a node stands for: one without pixels, or one that is damaged} */
	private static Optional<InstanceHeader> instance(Node node) {
		if (node.element() instanceof DocumentAt at) {
			return Optional.of(at.header());
		}
		if (node.element() instanceof DamagedAt at) {
			return Optional.of(at.header());
		}
		return node.element() instanceof Series series && series.imageCount() == 0
				? series.documents().stream().findFirst() : Optional.empty();
	}

	private static Object above(Object element) {
		if (element instanceof FindingAt at) {
			return at.stack() == null ? at.series() : at.stack();
		}
		if (element instanceof DocumentAt at) {
			return at.series();
		}
		if (element instanceof DamagedAt at) {
			return at.series();
		}
		if (element instanceof NoteAt at) {
			return at.series();
		}
		if (element instanceof SliceStack stack) {
			return stack.series();
		}
		if (element instanceof Series series) {
			return series.study();
		}
		return element instanceof Study study ? study.patient() : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return TYPES.toArray(Class<?>[]::new);
	}
}
