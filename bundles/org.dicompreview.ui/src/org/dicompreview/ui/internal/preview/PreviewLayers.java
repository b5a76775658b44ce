package org.dicompreview.ui.internal.preview;

import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerRegistry;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The layers of all Previews: the services of that kind, which come and go at any time. */
@Component(service = PreviewLayers.class)
public final class PreviewLayers {

	private final LayerRegistry registry = new LayerRegistry();

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
}
