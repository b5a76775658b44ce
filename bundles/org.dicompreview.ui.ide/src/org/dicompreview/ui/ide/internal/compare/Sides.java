package org.dicompreview.ui.ide.internal.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.eclipse.compare.IStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.ResourceNode;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/** Finds where the bytes of what Compare hands out lie, and the images in it. Reads: not for the UI thread. */
final class Sides {

	/** Names a catalog of one instance. */
	private static final Path ROOT = Path.of("compared"); //$NON-NLS-1$

	private Sides() {
	}

	/**
	 * {@return where an element lies: in its file, or in memory where it has none}
	 *
	 * @throws IOException if it cannot be read
	 */
	static InstanceLocation location(ITypedElement element) throws IOException {
		if (element instanceof DicomElement ours) {
			return ours.location();
		}
		Optional<Path> file = file(element);
		if (file.isPresent()) {
			return FileLocation.of(file.get());
		}
		if (element instanceof IStreamContentAccessor content) {
			try (InputStream in = content.getContents()) {
				return MemorySource.location(element.getName(), in == null ? new byte[0] : in.readAllBytes());
			} catch (CoreException e) {
				throw new IOException(e.getMessage(), e);
			}
		}
		throw new IOException(element.getName());
	}

	private static Optional<Path> file(ITypedElement element) {
		// A state of the local history also names the resource that it once was.
		IResource resource = element instanceof ResourceNode node ? node.getResource() : null;
		IPath location = resource == null ? null : resource.getLocation();
		return Optional.ofNullable(location).map(IPath::toPath).filter(Files::isRegularFile);
	}

	/**
	 * {@return the series whose images are compared}
	 *
	 * @throws IOException if an element cannot be read
	 */
	static Series series(ITypedElement element, DicomReaders readers, SeriesModel model) throws IOException {
		if (element instanceof DicomElement ours && ours.series() != null) {
			return ours.series();
		}
		Catalog catalog = model.newCatalog();
		catalog.add(ROOT, List.of(readers.readHeader(location(element), readers.limits())));
		return catalog.series().get(0);
	}
}
