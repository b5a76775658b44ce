package org.dicompreview.rendering.judges;

import java.util.Optional;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;

/**
 * The readers and the decoders for tests that need real files: the OSGi services where the tests run in OSGi, which is
 * reached by reflection since it is not there elsewhere.
 */
final class Providers {

	private Providers() {
	}

	/** {@return the readers} */
	static DicomReaders readers() {
		return service(DicomReaders.class).orElseGet(DicomReaders::standalone);
	}

	/** {@return the decoders} */
	static FrameDecoders decoders() {
		return service(FrameDecoders.class).orElseGet(FrameDecoders::standalone);
	}

	private static <T> Optional<T> service(Class<T> type) {
		try {
			Object bundle = Class.forName("org.osgi.framework.FrameworkUtil").getMethod("getBundle", Class.class)
					.invoke(null, Providers.class);
			if (bundle == null) {
				return Optional.empty();
			}
			Class<?> contextType = Class.forName("org.osgi.framework.BundleContext");
			Object context = Class.forName("org.osgi.framework.Bundle").getMethod("getBundleContext").invoke(bundle);
			Class<?> referenceType = Class.forName("org.osgi.framework.ServiceReference");
			Object reference = contextType.getMethod("getServiceReference", Class.class).invoke(context, type);
			return reference == null ? Optional.empty()
					: Optional.of(type.cast(contextType.getMethod("getService", referenceType).invoke(context, reference)));
		} catch (ReflectiveOperationException e) {
			return Optional.empty();
		}
	}
}
