package org.dicompreview.ui.ide.internal.content;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.ide.IEditorAssociationOverride;
import org.eclipse.ui.ide.ResourceUtil;

/**
 * Opens files with the DICOM editor that are DICOM by content but whose names say nothing of it: the platform asks for the
 * content type of names that it knows only. What a person has chosen for a file stays.
 */
public final class DicomAssociation implements IEditorAssociationOverride {

	static final String CONTENT_TYPE = "org.dicompreview.ui.ide.dicom"; //$NON-NLS-1$

	@Override
	public IEditorDescriptor overrideDefaultEditor(IEditorInput input, IContentType type, IEditorDescriptor editor) {
		return !isKnown(type) && isDicom(input) && !isChosen(input) ? dicomEditor() : editor;
	}

	@Override
	public IEditorDescriptor[] overrideEditors(IEditorInput input, IContentType type, IEditorDescriptor[] editors) {
		boolean offered = Arrays.stream(editors).anyMatch(editor -> DicomPreview.EDITOR.equals(editor.getId()));
		return offered || isKnown(type) || !isDicom(input) ? editors
				: Stream.concat(Stream.of(dicomEditor()), Arrays.stream(editors)).toArray(IEditorDescriptor[]::new);
	}

	@Override
	public IEditorDescriptor overrideDefaultEditor(String name, IContentType type, IEditorDescriptor editor) {
		return editor;
	}

	@Override
	public IEditorDescriptor[] overrideEditors(String name, IContentType type, IEditorDescriptor[] editors) {
		return editors;
	}

	private static IEditorDescriptor dicomEditor() {
		return PlatformUI.getWorkbench().getEditorRegistry().findEditor(DicomPreview.EDITOR);
	}

	/** {@return whether the platform knows already, and has asked for the editor of that content} */
	private static boolean isKnown(IContentType type) {
		return type != null && CONTENT_TYPE.equals(type.getId());
	}

	private static boolean isChosen(IEditorInput input) {
		try {
			IFile file = ResourceUtil.getFile(input);
			return file != null && file.getPersistentProperty(IDE.EDITOR_KEY) != null;
		} catch (CoreException e) {
			return false; // the file is gone
		}
	}

	private static boolean isDicom(IEditorInput input) {
		IFile file = ResourceUtil.getFile(input);
		if (file != null) {
			return FileContent.isDicom(file);
		}
		URI place = input instanceof IURIEditorInput uri ? uri.getURI() : null;
		return place != null && "file".equals(place.getScheme()) && FileContent.isDicom(Path.of(place)); //$NON-NLS-1$
	}
}
