package org.dicompreview.install;

import java.nio.file.Path;

/** The archives of the product. */
final class Archives {

	private Archives() {
	}

	/** {@return the archive for this machine, which runs Linux} */
	static Path linux() {
		String arch = "aarch64".equals(System.getProperty("os.arch")) ? "aarch64" : "x86_64";
		return of("linux.gtk." + arch + ".tar.gz");
	}

	/** {@return the archive whose name ends so, as system, windowing system, processor and kind} */
	static Path of(String end) {
		return Path.of(System.getProperty("dicompreview.root"), "releng/org.dicompreview.product/target/products",
				"org.dicompreview.product-" + end);
	}
}
