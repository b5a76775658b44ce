package org.dicompreview.ui.ide.internal.content;

import java.io.IOException;
import java.io.InputStream;

import org.dicompreview.dicom.content.DicomContent;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.eclipse.core.runtime.content.IContentDescription;

/**
 * Tells the platform whether a file is DICOM. This package is excluded from the activation of its bundle: the platform asks
 * for files that nobody has opened with us.
 */
public final class DicomDescriber implements IContentDescriber {

	@Override
	public int describe(InputStream contents, IContentDescription description) throws IOException {
		return DicomContent.isDicom(contents) ? VALID : INVALID;
	}

	@Override
	public QualifiedName[] getSupportedOptions() {
		return new QualifiedName[0];
	}
}
