package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.series.internal.Messages;

/** Says for people why a file or folder could not be read. */
final class Problems {

	private Problems() {
	}

	static Outcome of(Path path, IOException e) {
		return e instanceof NoSuchFileException ? new Outcome.Missing(path, Messages.text("missing.vanished")) //$NON-NLS-1$
				: new Outcome.Broken(path, text(e));
	}

	private static String text(IOException e) {
		if (e instanceof DicomException damage) {
			return damage.words();
		}
		if (e instanceof AccessDeniedException) {
			return Messages.text("broken.denied"); //$NON-NLS-1$
		}
		String message = e.getMessage();
		if (e instanceof FileSystemException failure) {
			message = failure.getReason(); // the rest are paths
		}
		return Messages.text("broken.io", message == null ? e.getClass().getSimpleName() : message); //$NON-NLS-1$
	}
}
