package org.dicompreview.ui;

import java.nio.file.Path;
import java.util.List;

import org.dicompreview.series.Catalog;

/**
 * The folders, archives and files that are open in this workbench, and what was found in them. An OSGi service that all
 * views share; other plug-ins may open folders through it. For any thread; no method blocks.
 */
public interface OpenFolders {

	/** {@return the catalog that the scans fill} */
	Catalog catalog();

	/** {@return what is open, in the order of opening} */
	List<Path> roots();

	/**
	 * Opens a folder, archive or file: remembers it over restarts and scans it in a job with progress. What is open
	 * already is scanned again.
	 *
	 * @param root absolute path
	 */
	void open(Path root);

	/** Closes a root: ends its scan and removes what was found in it. Files are not touched. */
	void close(Path root);
}
