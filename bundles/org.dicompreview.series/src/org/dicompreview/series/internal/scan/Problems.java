package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.SeriesText;

/** Says for people why a file or folder could not be read. */
final class Problems {

	private Problems() {
	}

	static Outcome of(InstanceLocation location, IOException e) {
		return e instanceof NoSuchFileException ? new Outcome.Missing(location, Problem.of(SeriesText.VANISHED_DURING_SCAN))
				: new Outcome.Broken(location, problem(e));
	}

	private static Problem problem(IOException e) {
		if (e instanceof DicomException damage) {
			return damage.problem();
		}
		if (e instanceof AccessDeniedException) {
			return Problem.of(SeriesText.NO_PERMISSION);
		}
		String message = e.getMessage();
		if (e instanceof FileSystemException failure) {
			message = failure.getReason(); // the rest are paths
		}
		return Problem.of(SeriesText.UNREADABLE, message == null ? e.getClass().getSimpleName() : message);
	}
}
