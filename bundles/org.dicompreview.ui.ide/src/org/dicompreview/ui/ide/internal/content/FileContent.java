package org.dicompreview.ui.ide.internal.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dicompreview.dicom.content.DicomContent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;

/** Looks at the first bytes of files of the workspace on this machine's disks. Files elsewhere are not waited for. */
final class FileContent {

	/** A question about a stream. */
	private interface Question {

		boolean answer(InputStream in) throws IOException;
	}

	private FileContent() {
	}

	static boolean isDicom(IFile file) {
		IPath location = file.getLocation();
		return location != null && isDicom(location.toPath());
	}

	static boolean isDicom(Path file) {
		return ask(file, DicomContent::isDicom);
	}

	static boolean isArchive(IFile file) {
		IPath location = file.getLocation();
		return location != null && ask(location.toPath(), DicomContent::isArchive);
	}

	/** {@return no where the file cannot be read: whoever opens it hears why} */
	private static boolean ask(Path file, Question question) {
		if (!Files.isRegularFile(file)) {
			return false; // to open a pipe would wait for who writes to it
		}
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 512)) {
			return question.answer(in);
		} catch (IOException e) {
			return false;
		}
	}
}
