package org.dicompreview.viewer.measure;

import java.util.ServiceLoader;

import org.dicompreview.viewer.ViewportServices;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets people measure in viewports without OSGi; with OSGi, tools and layer are services, and so is the store that they share.
 *
 * @since 0.1
 */
@ProviderType
public interface MeasurementTools {

	/**
	 * Adds the tools for all kinds of measurements, and the layer that shows them.
	 *
	 * @param services of the viewports
	 * @param store    takes and has the measurements
	 */
	static void addTo(ViewportServices services, MeasurementStore store) {
		ServiceLoader.load(MeasurementTools.class, MeasurementTools.class.getClassLoader()).findFirst().orElseThrow()
				.add(services, store);
	}

	/** As {@link #addTo}. */
	void add(ViewportServices services, MeasurementStore store);
}
