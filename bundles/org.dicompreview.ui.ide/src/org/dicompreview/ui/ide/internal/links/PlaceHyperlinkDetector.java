package org.dicompreview.ui.ide.internal.links;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.ResourceUtil;

/**
 * Makes paths of DICOM files, links to slices, and UIDs of what is open hyperlinks in text editors and consoles. Looks at the text
 * alone; whether a file is there is found out when it is opened. UI thread only.
 */
public final class PlaceHyperlinkDetector extends AbstractHyperlinkDetector {

	@Override
	public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
		IDocument document = viewer.getDocument();
		if (document == null) {
			return null;
		}
		try {
			IRegion line = document.getLineInformationOfOffset(region.getOffset());
			String text = document.get(line.getOffset(), line.getLength());
			int position = region.getOffset() - line.getOffset();
			return PlaceTexts.in(text).stream().filter(place -> place.covers(position)).findFirst()
					.flatMap(place -> hyperlink(place, line.getOffset())).map(link -> new IHyperlink[] { link }).orElse(null);
		} catch (BadLocationException e) {
			return null; // the text has changed meanwhile
		}
	}

	private Optional<IHyperlink> hyperlink(PlaceTexts.Place place, int start) {
		IRegion region = new Region(start + place.offset(), place.text().length());
		return opens(place).map(open -> new PlaceHyperlink(region, place.text(), open));
	}

	private Optional<Runnable> opens(PlaceTexts.Place place) {
		return switch (place.kind()) {
			case LINK -> Optional.of(() -> PlaceOpener.openLink(place.text()));
			case PATH -> Optional.of(() -> PlaceOpener.openPath(place.text(), bases()));
			case UID -> PlaceOpener.link(place.text()).map(link -> () -> PlaceOpener.openLink(link));
		};
	}

	/** {@return the folders that a path may be relative to: that of the edited file, its project, the workspace} */
	private List<Path> bases() {
		List<Path> bases = new ArrayList<>();
		IEditorPart editor = getAdapter(IEditorPart.class);
		IFile file = editor == null ? null : ResourceUtil.getFile(editor.getEditorInput());
		if (file != null) {
			add(bases, file.getParent());
			add(bases, file.getProject());
		}
		add(bases, ResourcesPlugin.getWorkspace().getRoot());
		return bases;
	}

	private static void add(List<Path> bases, IResource folder) {
		IPath location = folder.getLocation();
		if (location != null) {
			bases.add(location.toPath());
		}
	}
}
