package org.dicompreview.opencv.internal;

import java.util.Optional;

import org.opencv.core.Mat;
import org.opencv.osgi.OpenCVNativeLoader;

/** The native library of OpenCV, loaded when somebody first asks what it decodes. */
final class NativeLibrary {

	private static final System.Logger LOG = System.getLogger(NativeLibrary.class.getName());

	/** Why it cannot be used; absent if it can. */
	static final Optional<String> MISSING = load();

	private NativeLibrary() {
	}

	private static Optional<String> load() {
		new OpenCVNativeLoader().init(); // which tells a failure to the error stream alone
		try {
			new Mat().release();
			return Optional.empty();
		} catch (UnsatisfiedLinkError e) {
			String reason = "there is no library opencv_java for this system (" + e.getMessage() + ')'; //$NON-NLS-1$
			LOG.log(System.Logger.Level.INFO, "OpenCV decodes nothing here: " + reason); //$NON-NLS-1$
			return Optional.of(reason);
		}
	}
}
