package org.dicompreview.ui.ide.internal;

import static org.dicompreview.ui.ide.internal.Conditions.until;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.OpenFolders;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** The window of the tests: selects in one part, and looks at what others show. UI thread only. */
public final class IdeWindow {

	/** Id of the view of all projects. */
	public static final String PROJECT_EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);

	/** {@return its page} */
	public IWorkbenchPage page() {
		return page;
	}

	/** {@return what is open} */
	public OpenFolders folders() {
		return folders;
	}

	/** Closes all views, editors and folders. */
	public void clear() {
		folders.folders().forEach(OpenFolder::close);
		until("nothing to be open", () -> folders.catalog().patients().isEmpty());
		page.closeAllEditors(false);
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		until("the editors to be closed", () -> page.getEditorReferences().length == 0);
	}

	/** Selects in Project Explorer, as a person does. {@return the view} */
	public IViewPart select(Object... elements) throws PartInitException {
		IViewPart view = page.showView(PROJECT_EXPLORER);
		StructuredSelection selection = new StructuredSelection(elements);
		view.getSite().getSelectionProvider().setSelection(selection);
		until("the selection", () -> selection.equals(page.getSelection()));
		return view;
	}

	/** {@return the Preview} */
	public IViewPart showPreview() throws PartInitException {
		return page.showView(DicomPreview.PREVIEW);
	}

	/** {@return the slice that the Preview shows} */
	public Optional<Slice> slice() {
		return shown(Slice.class);
	}

	/** {@return the series that the Preview shows} */
	public Optional<Series> series() {
		return shown(Series.class);
	}

	private <T> Optional<T> shown(Class<T> type) {
		return Optional.ofNullable(page.findView(DicomPreview.PREVIEW)).map(view -> Adapters.adapt(view, type));
	}

	/** {@return the ids of the editors that are open} */
	public List<String> editors() {
		return Stream.of(page.getEditorReferences()).map(IEditorReference::getId).toList();
	}
}
