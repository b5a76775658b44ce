package org.dicompreview.series;

import java.io.IOException;
import java.nio.file.Path;

/** Entry to this bundle: makes catalogs and scans sources. An OSGi service; for any thread. */
public interface SeriesModel {

	/** {@return a new, empty catalog that groups and orders by the rules that are registered as services} */
	Catalog newCatalog();

	/**
	 * Scans a folder (with all below it), a ZIP archive, a DICOMDIR or a single file. Blocks until done or cancelled;
	 * opens each file once and never touches pixel data. Links are followed, loops are not.
	 *
	 * @param root     what to scan
	 * @param listener hears what is found
	 * @throws IOException if the root itself does not exist or cannot be read
	 */
	void scan(Path root, ScanListener listener) throws IOException;
}
