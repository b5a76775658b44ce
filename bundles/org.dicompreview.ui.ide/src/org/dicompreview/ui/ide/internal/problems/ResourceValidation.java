package org.dicompreview.ui.ide.internal.problems;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.Texts;
import org.dicompreview.dicom.content.DicomContent;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.validation.Fault;
import org.dicompreview.series.validation.Fault.Category;
import org.dicompreview.series.validation.FolderValidation;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Validates the DICOM files of a project or folder on this machine's disks, whatever they are called, and keeps their markers up
 * to date. For one thread at a time, with a scheduling rule for the resources.
 */
final class ResourceValidation {

	private static final int PROBE = 512;

	private final IResource within;
	private final FolderValidation validation;
	private final Map<InstanceLocation, IFile> files = new HashMap<>();

	/** @param within has all the files */
	ResourceValidation(IResource within) {
		this.within = within;
		FrameDecoders decoders = service(FrameDecoders.class);
		validation = new FolderValidation(service(DicomReaders.class), service(SeriesModel.class), decoders::unsupported,
				Path.of(within.getFullPath().toString()));
	}

	private static <T> T service(Class<T> type) {
		BundleContext bundles = FrameworkUtil.getBundle(ResourceValidation.class).getBundleContext();
		return bundles.getService(bundles.getServiceReference(type));
	}

	/**
	 * Validates files that are new or have changed.
	 *
	 * @throws CoreException if markers cannot be made
	 */
	void validate(Collection<IFile> changed, IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, Messages.ResourceValidation_reading, changed.size());
		for (IFile file : changed) {
			progress.split(1);
			Optional<Path> path = path(file);
			if (path.isPresent() && file.exists() && isDicom(path.get())) {
				ProblemMarkers.replace(file, faults(file, path.get()));
			} else {
				forget(file);
				if (file.exists()) {
					ProblemMarkers.clear(file);
				}
			}
		}
	}

	private List<Fault> faults(IFile file, Path path) {
		try {
			InstanceLocation location = FileLocation.of(path);
			files.put(location, file);
			return validation.validate(location);
		} catch (NotDicomException e) {
			forget(file);
			return List.of();
		} catch (IOException e) {
			forget(file);
			String words = NLS.bind(Messages.ResourceValidation_unreadable, Texts.words(Problem.of(e)));
			return List.of(new Fault(Category.DAMAGE, Problem.of(Text.verbatim(words)), -1));
		}
	}

	/** Reads the headers of files, so that they are known with their series. */
	void note(Collection<IFile> known, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, Messages.ResourceValidation_reading, known.size());
		for (IFile file : known) {
			progress.split(1);
			path(file).filter(ResourceValidation::isDicom).ifPresent(path -> {
				try {
					InstanceLocation location = FileLocation.of(path);
					files.put(location, file);
					validation.note(location);
				} catch (IOException e) {
					forget(file); // it has a marker that says so
				}
			});
		}
	}

	/** Forgets a file that is gone, or is DICOM no longer. */
	void forget(IFile file) {
		path(file).map(FileLocation::unseen).ifPresent(location -> {
			validation.remove(location);
			files.remove(location);
		});
	}

	/**
	 * Renews the markers of the series that have changed.
	 *
	 * @throws CoreException if that fails
	 */
	void finish() throws CoreException {
		Map<String, List<Fault>> series = validation.series();
		ProblemMarkers.clearSeries(within, series.keySet());
		for (Map.Entry<String, List<Fault>> each : series.entrySet()) {
			for (Fault fault : each.getValue()) {
				IFile file = files.get(fault.problem().location());
				if (file != null && file.exists()) {
					ProblemMarkers.addSeries(file, each.getKey(), fault);
				}
			}
		}
	}

	private static Optional<Path> path(IFile file) {
		return Optional.ofNullable(file.getLocation()).map(IPath::toPath);
	}

	private static boolean isDicom(Path file) {
		if (!Files.isRegularFile(file)) {
			return false;
		}
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file), PROBE)) {
			return DicomContent.isDicom(in);
		} catch (IOException e) {
			return false; // what cannot be opened is not known to be DICOM
		}
	}
}
