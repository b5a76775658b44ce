package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.SeriesText;

/**
 * Reports what a DICOMDIR lists in vain. What it lists rightly lies below its own folder (PS3.10 section 8.6), where
 * the scan finds it anyway, together with what it does not list.
 */
final class MediaDirectories {

	private MediaDirectories() {
	}

	/** {@return a report for each file that is listed but missing, or for a directory that nobody can read} */
	static List<Outcome> missing(Path directory, DicomReaders readers, ReadLimits limits) {
		try {
			List<Outcome> outcomes = new ArrayList<>();
			for (String file : readers.readMediaDirectory(directory, limits).missing()) {
				outcomes.add(new Outcome.Missing(FileLocation.unseen(named(directory, file)), Problem.of(SeriesText.LISTED_BUT_MISSING)));
			}
			return outcomes;
		} catch (IOException e) {
			return List.of(Problems.of(FileLocation.unseen(directory), e));
		}
	}

	/** {@return how the missing file would be called, always inside the folder of the directory} */
	private static Path named(Path directory, String file) {
		String name = file.replace("..", "_"); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			return directory.resolveSibling(name.startsWith("/") ? '_' + name : name); //$NON-NLS-1$
		} catch (InvalidPathException e) {
			return directory; // a name that this file system does not even allow
		}
	}
}
