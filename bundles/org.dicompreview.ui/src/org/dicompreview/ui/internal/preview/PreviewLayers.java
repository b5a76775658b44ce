package org.dicompreview.ui.internal.preview;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.dicompreview.ui.internal.corners.CornerTextChoice;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerRegistry;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.prefs.BackingStoreException;

/**
 * The layers of all Previews: the services of that kind, which come and go at any time, and which of them people see, also
 * after a restart. Comes to life with the first Preview. UI thread only, but for the services.
 */
@Component(service = PreviewLayers.class)
public final class PreviewLayers {

	private static final String QUALIFIER = "org.dicompreview.ui"; //$NON-NLS-1$
	private static final String KEY = "hiddenLayers"; //$NON-NLS-1$
	private static final String ENTRY = ";"; //$NON-NLS-1$

	private final LayerRegistry registry = new LayerRegistry();

	/** Called by DS. @param corners in effect from now on */
	@Activate
	public PreviewLayers(@Reference CornerTextChoice corners) {
		hidden().forEach(id -> registry.setShown(id, false));
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void bindLayer(Layer layer) {
		registry.add(layer);
	}

	void unbindLayer(Layer layer) {
		registry.remove(layer);
	}

	/** {@return the layers as they are now} */
	public LayerRegistry registry() {
		return registry;
	}

	/** {@return the layers that a person may do without: all but warnings} */
	List<Layer> choices() {
		return registry.layers().stream().filter(layer -> layer.order() < Layer.WARNINGS).toList();
	}

	/** Shows a layer that is hidden, or hides it, now and in the future. @param id of the layer */
	void toggle(String id) {
		Set<String> hidden = hidden();
		if (!hidden.remove(id)) {
			hidden.add(id);
		}
		registry.setShown(id, !hidden.contains(id));
		if (hidden.isEmpty()) {
			node().remove(KEY);
		} else {
			node().put(KEY, String.join(ENTRY, hidden));
		}
		try {
			node().flush();
		} catch (BackingStoreException e) {
			ILog.of(getClass()).warn(Messages.PreviewLayers_notSaved, e);
		}
	}

	private static Set<String> hidden() {
		Set<String> hidden = new TreeSet<>(Arrays.asList(node().get(KEY, "").split(ENTRY))); //$NON-NLS-1$
		hidden.remove(""); //$NON-NLS-1$
		return hidden;
	}

	private static IEclipsePreferences node() {
		return InstanceScope.INSTANCE.getNode(QUALIFIER);
	}
}
