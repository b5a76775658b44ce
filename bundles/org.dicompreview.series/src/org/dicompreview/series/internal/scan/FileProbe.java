package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.MediaDirectory;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.SeriesText;

/** Finds out what a file is. For several threads. */
final class FileProbe {

	private final DicomReaders readers;
	private final ReadLimits limits;

	FileProbe(DicomReaders readers, ReadLimits limits) {
		this.readers = readers;
		this.limits = limits;
	}

	/**
	 * Looks at a file.
	 *
	 * @param attributes what is known of the file, so that nobody has to ask again
	 */
	Outcome probe(Path file, BasicFileAttributes attributes) {
		try {
			InstanceHeader header = readers.readHeader(file, attributes, limits);
			return MediaDirectory.isDirectory(header) ? new Outcome.MediaDirectory(header.path())
					: new Outcome.Found(header, header.note().isEmpty());
		} catch (NotDicomException e) {
			return isArchive(file) ? new Outcome.Archive(file) : new Outcome.Foreign(file);
		} catch (IOException e) {
			return Problems.of(file, e);
		} catch (RuntimeException e) { // no single file may end a scan
			return new Outcome.Broken(file, Problem.of(SeriesText.READING_FAILED, e));
		}
	}

	/** {@return reports of what a DICOMDIR lists in vain} */
	List<Outcome> missing(Path directory) {
		return MediaDirectories.missing(directory, readers, limits);
	}

	private static boolean isArchive(Path file) {
		Path name = file.getFileName();
		return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".zip"); //$NON-NLS-1$
	}
}
