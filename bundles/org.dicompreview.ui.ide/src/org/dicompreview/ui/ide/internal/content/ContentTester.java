package org.dicompreview.ui.ide.internal.content;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.core.resources.IFile;

/** Tells expressions of menus and handlers whether a file can be opened as DICOM. */
public final class ContentTester extends PropertyTester {

	@Override
	public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
		return receiver instanceof IFile file && switch (property) {
			case "isDicom" -> FileContent.isDicom(file); //$NON-NLS-1$
			case "isDicomArchive" -> FileContent.isArchive(file); //$NON-NLS-1$
			default -> false;
		};
	}
}
