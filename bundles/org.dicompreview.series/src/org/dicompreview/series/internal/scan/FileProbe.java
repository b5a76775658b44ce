package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
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

	/** Looks at a file. */
	Outcome probe(FileLocation location) {
		Path file = location.path();
		try {
			InstanceHeader header = readers.readHeader(location, limits);
			return MediaDirectory.isDirectory(header) ? new Outcome.MediaDirectory(location)
					: new Outcome.Found(header, header.note().isEmpty());
		} catch (NotDicomException e) {
			return isArchive(file) ? new Outcome.Archive(location) : new Outcome.Foreign(location);
		} catch (IOException e) {
			return Problems.of(location, e);
		} catch (RuntimeException e) { // no single file may end a scan
			return new Outcome.Broken(location, Problem.of(SeriesText.READING_FAILED, e));
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
