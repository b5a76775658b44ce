package org.dicompreview.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.dicom.DicomReader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.internal.DefaultSeriesModel;

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
	default void scan(Path root, ScanListener listener) throws IOException {
		scan(root, ReadLimits.DEFAULT, listener);
	}

	/**
	 * Scans as {@link #scan(Path, ScanListener)} does, within other bounds.
	 *
	 * @param root     what to scan
	 * @param limits   what to believe of a file
	 * @param listener hears what is found
	 * @throws IOException if the root itself does not exist or cannot be read
	 */
	void scan(Path root, ReadLimits limits, ScanListener listener) throws IOException;

	/**
	 * {@return how a file is called relative to a root, with {@code /} between the parts; entries of an archive below a
	 * folder as {@code folder/study.zip/entry.dcm}; the file name where the root is the file itself}
	 *
	 * @param root what was scanned
	 * @param file a path that the scan reported
	 */
	String relativeName(Path root, Path file);

	/**
	 * {@return a model outside OSGi, with the shipped rules}
	 *
	 * @param readers the readers, the preferred one first
	 */
	static SeriesModel create(List<DicomReader> readers) {
		return DefaultSeriesModel.plain(readers);
	}
}
