package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.FrameDecoder;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;

/**
 * The reader and the decoders for tests that need real files: the OSGi services where the tests run in OSGi, else the
 * built-in ones by name. Both are reached by reflection, since neither is on the class path of the other.
 */
final class Providers {

	private static final String CODEC = "org.dicompreview.codec.internal.";
	private static final List<String> DECODERS = List.of("uncompressed.NativeDecoder",
			"uncompressed.DeflatedFrameDecoder", "rle.RleDecoder", "jpegls.JpegLsDecoder", "jpeg.JpegDecoder",
			"j2k.Jpeg2000Decoder", "j2k.HighThroughputDecoder");

	private Providers() {
	}

	/** {@return the readers} */
	static DicomReaders readers() {
		return service(DicomReaders.class).orElseGet(DicomReaders::standalone);
	}

	/** {@return the decoders; the test is skipped if there are none} */
	static FrameDecoders decoders() {
		Optional<FrameDecoders> service = service(FrameDecoders.class);
		if (service.isPresent()) {
			return service.get();
		}
		List<FrameDecoder> found = new ArrayList<>();
		DECODERS.forEach(name -> made(CODEC + name, FrameDecoder.class).ifPresent(found::add));
		return found.isEmpty() ? abort("no FrameDecoder in this runtime") : FrameDecoders.of(found);
	}

	private static <T> Optional<T> made(String name, Class<T> type) {
		try {
			return Optional.of(type.cast(Class.forName(name).getDeclaredConstructor().newInstance()));
		} catch (ReflectiveOperationException e) {
			return Optional.empty();
		}
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
