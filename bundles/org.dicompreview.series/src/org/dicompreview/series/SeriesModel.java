package org.dicompreview.series;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.ReadLimits;
import org.osgi.annotation.versioning.ProviderType;

/** Entry to this bundle: makes catalogs and scans sources. An OSGi service; for any thread. */
@ProviderType
public interface SeriesModel {

	/**
	 * {@return a new model for use outside OSGi, with the shipped rules}
	 *
	 * @param readers read the files, for example {@link DicomReaders#standalone()}
	 */
	static SeriesModel standalone(DicomReaders readers) {
		return ServiceLoader.load(Factory.class, Factory.class.getClassLoader()).findFirst().orElseThrow().create(readers);
	}

	/** Makes models. */
	@ProviderType
	interface Factory {

		/** As {@link SeriesModel#standalone}. */
		SeriesModel create(DicomReaders readers);
	}

	/** {@return a new, empty catalog that groups and orders by the rules that are registered as services} */
	Catalog newCatalog();

	/**
	 * {@return a new catalog of all that lies at a root, when all of it is read within the bounds of the readers; what is
	 * broken is left out and logged}
	 *
	 * @param root a folder, an archive, a DICOMDIR or a single file
	 * @throws IOException if the root itself does not exist or cannot be read
	 * @since 0.1
	 */
	default Catalog read(Path root) throws IOException {
		Catalog catalog = newCatalog();
		refresh(catalog, root, limits(), new ScanLog());
		return catalog;
	}

	/** {@return the bounds of the readers, see {@link DicomReaders#limits()}} */
	ReadLimits limits();

	/**
	 * Scans a folder (with all below it), an archive, a DICOMDIR or a single file. Blocks until done or cancelled;
	 * opens each file once and never touches pixel data. Links are followed, loops are not. Goes by the bounds of the readers.
	 *
	 * @param root     what to scan
	 * @param listener hears what is found
	 * @throws IOException if the root itself does not exist or cannot be read
	 */
	default void scan(Path root, ScanListener listener) throws IOException {
		scan(root, limits(), listener);
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
	 * Scans a root of any kind: with all instances of a root that lists series, and also what lies where only a
	 * {@link org.dicompreview.series.spi.Source} can look into it.
	 *
	 * @param root     what to scan
	 * @param limits   what to believe of a file
	 * @param listener hears what is found
	 * @throws IOException if the root itself does not exist or cannot be reached
	 * @since 0.1.0
	 */
	default void scan(InstanceLocation root, ReadLimits limits, ScanListener listener) throws IOException {
		scan(FileLocation.require(root), limits, listener);
	}

	/**
	 * {@return the root at an address that some {@link org.dicompreview.series.spi.RootProvider} knows; absent if none does: it
	 * may be a path}
	 *
	 * @param address what somebody wrote, or what {@link InstanceLocation#toString()} of a root was
	 * @throws IllegalArgumentException if the address is malformed
	 * @since 0.1.0
	 */
	default Optional<InstanceLocation> locate(String address) {
		return Optional.empty();
	}

	/**
	 * Brings a catalog up to date with a root: adds at once what the index remembers, then scans, adds what is found,
	 * and at the end removes what is gone. A scan that is cancelled or fails removes nothing. Blocks as a scan does.
	 *
	 * @param catalog  the catalog; its listeners hear of each change
	 * @param root     what to scan
	 * @param limits   what to believe of a file
	 * @param listener hears of the scan; it need not add anything to the catalog
	 * @throws IOException if the root itself does not exist or cannot be read
	 */
	void refresh(Catalog catalog, Path root, ReadLimits limits, ScanListener listener) throws IOException;

	/**
	 * As {@link #refresh(Catalog, Path, ReadLimits, ScanListener)}, for a root of any kind: of one that lists series, series are
	 * added and removed, and their instances got when somebody looks at them.
	 *
	 * @param catalog  the catalog; its listeners hear of each change
	 * @param root     what was opened
	 * @param limits   what to believe of a file
	 * @param listener hears of the scan; it need not add anything to the catalog
	 * @throws IOException if the root itself does not exist or cannot be reached
	 * @since 0.1.0
	 */
	default void refresh(Catalog catalog, InstanceLocation root, ReadLimits limits, ScanListener listener) throws IOException {
		refresh(catalog, FileLocation.require(root), limits, listener);
	}

	/**
	 * As {@link #refresh(Catalog, Path, ReadLimits, ScanListener)}, but reads the header of each file, also of those that the index knows by size and time: finds
	 * changes that left no trace in either.
	 *
	 * @param catalog  the catalog; its listeners hear of each change
	 * @param root     what to scan
	 * @param limits   what to believe of a file
	 * @param listener hears of the scan; it need not add anything to the catalog
	 * @throws IOException if the root itself does not exist or cannot be read
	 * @since 0.1
	 */
	default void reread(Catalog catalog, Path root, ReadLimits limits, ScanListener listener) throws IOException {
		refresh(catalog, root, limits, listener);
	}

	/**
	 * Keeps a catalog up to date with a folder, on a thread of its own, until the result is closed: takes up what comes,
	 * changes and goes below the folder, as soon as nobody writes it any more. What is damaged counts as being written for
	 * some seconds after its last change. Archives and media directories are not looked into again.
	 *
	 * @param catalog  the catalog; its listeners hear of each change
	 * @param root     a folder that was scanned into the catalog
	 * @param limits   what to believe of a file, asked for each one
	 * @param listener hears what became of changed files
	 * @return ends it; after that nothing changes any more, but for what is under way
	 * @since 0.1.0
	 */
	default Closeable watch(Catalog catalog, Path root, Supplier<ReadLimits> limits, ChangeListener listener) {
		return () -> {
			// a model that does not watch has nothing to end
		};
	}

	/**
	 * Opens an index: scans of this model remember headers in it and read only files that it does not know, until it is
	 * closed. Another index that is open is closed. Several processes may use one folder.
	 *
	 * @param folder where the index is kept, for its owner only; made if it is missing
	 * @return the index; whoever opened it closes it
	 * @throws IOException if nothing can be kept there; scans work without an index too
	 */
	default HeaderIndex openIndex(Path folder) throws IOException {
		throw new IOException("this model keeps no index"); //$NON-NLS-1$
	}

	/**
	 * {@return how an instance is called relative to a root, with {@code /} between the parts; entries of an archive below a
	 * folder as {@code folder/study.zip/entry.dcm}; the file name where the root is the file itself}
	 *
	 * @param root     what was scanned
	 * @param location as the scan reported it
	 */
	String relativeName(Path root, InstanceLocation location);

	/** As {@link #relativeName(Path, InstanceLocation)}, for a root of any kind. @since 0.1.0 */
	default String relativeName(InstanceLocation root, InstanceLocation location) {
		return FileLocation.path(root).map(path -> relativeName(path, location)).orElseGet(location::key);
	}

	/**
	 * {@return the rules that people have chosen for series, which count for all catalogs of this model}
	 *
	 * @since 0.1.0
	 */
	OrderingChoices orderingChoices();
}
