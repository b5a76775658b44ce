package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.DicomReader;
import org.dicompreview.dicom.DicomReaders;
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
		Exception failure = null;
		for (DicomReader reader : readers) {
			try {
				return found(reader, reader.readHeader(file, attributes, limits), failure);
			} catch (NotDicomException e) {
				failure = failure == null ? e : failure; // foreign, unless another reader knows more
			} catch (IOException e) {
				failure = failure == null ? e : failure;
				outcome = Problems.of(file, e);
			} catch (RuntimeException e) { // no single file may end a scan
				failure = failure == null ? e : failure;
				outcome = new Outcome.Broken(file, Messages.text("broken.internal", e)); //$NON-NLS-1$
			}
		}
		return outcome instanceof Outcome.Foreign && isArchive(file) ? new Outcome.Archive(file) : outcome;
	}

	/** {@return reports of what a DICOMDIR lists in vain} */
	List<Outcome> missing(Path directory) {
		return MediaDirectories.missing(directory, readers, limits);
	}

	/** @param failure of the preferred reader, or {@code null} if this is its header */
	private Outcome found(DicomReader reader, InstanceHeader header, Exception failure) {
		if (MediaDirectory.isDirectory(header)) {
			return new Outcome.MediaDirectory(header.path());
		}
		return failure == null ? new Outcome.Found(header, true)
				: new Outcome.Found(header.withNote(DicomReaders.note(reader, readers.get(0), failure)), false);
	}

	private static boolean isArchive(Path file) {
		Path name = file.getFileName();
		return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".zip"); //$NON-NLS-1$
	}
}
