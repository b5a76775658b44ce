package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.DicomReader;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.MediaDirectory;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.internal.Messages;

/** Finds out what a file is. For several threads. */
final class FileProbe {

	private final List<DicomReader> readers;
	private final ReadLimits limits;

	FileProbe(List<DicomReader> readers, ReadLimits limits) {
		this.readers = readers;
		this.limits = limits;
	}

	/**
	 * Asks the readers in turn. A file that one cannot read may be one that the next can.
	 *
	 * @param attributes what is known of the file, so that nobody has to ask again
	 */
	Outcome probe(Path file, BasicFileAttributes attributes) {
		Outcome outcome = new Outcome.Foreign(file);
		for (DicomReader reader : readers) {
			try {
				return found(reader.readHeader(file, attributes, limits), reader == readers.get(0));
			} catch (NotDicomException e) {
				continue; // foreign, unless another reader knows more
			} catch (IOException e) {
				outcome = Problems.of(file, e);
			} catch (RuntimeException e) { // no single file may end a scan
				outcome = new Outcome.Broken(file, Messages.text("broken.internal", e)); //$NON-NLS-1$
			}
		}
		return outcome instanceof Outcome.Foreign && isArchive(file) ? new Outcome.Archive(file) : outcome;
	}

	/** {@return reports of what a DICOMDIR lists in vain} */
	List<Outcome> missing(Path directory) {
		return MediaDirectories.missing(directory, readers, limits);
	}

	private static Outcome found(InstanceHeader header, boolean preferred) {
		return MediaDirectory.isDirectory(header) ? new Outcome.MediaDirectory(header.path())
				: new Outcome.Found(header, preferred);
	}

	private static boolean isArchive(Path file) {
		Path name = file.getFileName();
		return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".zip"); //$NON-NLS-1$
	}
}
