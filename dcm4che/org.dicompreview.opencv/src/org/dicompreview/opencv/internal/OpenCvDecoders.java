package org.dicompreview.opencv.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.codec.FrameDecoder;
import org.opencv.core.Mat;
import org.opencv.osgi.OpenCVNativeLoader;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Offers the decoders where the native library of OpenCV can be loaded, and says why where it cannot. */
@Component(immediate = true, service = {})
public final class OpenCvDecoders {

	private static final System.Logger LOG = System.getLogger(OpenCvDecoders.class.getName());
	private static final int RANKING = 100;

	private final List<ServiceRegistration<FrameDecoder>> offered = new ArrayList<>();

	/** Registers a decoder for each family, or none. */
	@Activate
	void start(BundleContext context) {
		Optional<String> missing = missing();
		if (missing.isPresent()) {
			LOG.log(System.Logger.Level.INFO, "OpenCV decodes nothing here: " + missing.get()); //$NON-NLS-1$
			return;
		}
		for (Family family : Family.values()) {
			offered.add(context.registerService(FrameDecoder.class, new OpenCvDecoder(family),
					FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, RANKING))));
		}
	}

	@Deactivate
	void stop() {
		offered.forEach(ServiceRegistration::unregister);
	}

	/** {@return why the native library cannot be used; absent if it can} */
	static Optional<String> missing() {
		new OpenCVNativeLoader().init(); // which tells a failure to the error stream alone
		try {
			new Mat().release();
			return Optional.empty();
		} catch (UnsatisfiedLinkError e) {
			return Optional.of("there is no library opencv_java for this system (" + e.getMessage() + ')'); //$NON-NLS-1$
		}
	}
}
