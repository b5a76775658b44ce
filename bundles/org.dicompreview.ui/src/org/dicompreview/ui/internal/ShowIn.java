package org.dicompreview.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.SelectedFiles;
import org.eclipse.core.runtime.IAdapterManager;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.part.IShowInSource;
import org.eclipse.ui.part.IShowInTargetList;
import org.eclipse.ui.part.ShowInContext;

/** What the parts tell other parts in which their selection is to be shown. */
public final class ShowIn {

	/** Where it can be shown, as far as the workbench has these views. */
	public static final IShowInTargetList TARGETS = () -> new String[] { DicomPreview.SERIES_EXPLORER, DicomPreview.PREVIEW,
			DicomPreview.ATTRIBUTES, IPageLayout.ID_PROJECT_EXPLORER };

	/** The type by which a workbench with resources knows files; one without has no adapters to it. */
	private static final String RESOURCE = "org.eclipse.core.resources.IResource"; //$NON-NLS-1$

	private ShowIn() {
	}

	/** {@return a source that tells what is selected, and the resources and files of it} */
	public static IShowInSource source(Supplier<ISelection> selected) {
		return () -> {
			List<?> elements = selected.get() instanceof IStructuredSelection rows ? rows.toList() : List.of();
			IAdapterManager adapters = Platform.getAdapterManager();
			List<Object> all = new ArrayList<>(elements);
			elements.stream().flatMap(element -> Stream.ofNullable(adapters.loadAdapter(element, RESOURCE))).forEach(all::add);
			Object input = elements.stream().flatMap(element -> Selected.relatedFiles(element).stream())
					.map(SelectedFiles::paths).flatMap(List::stream).findFirst().orElse(null);
			return new ShowInContext(input, new StructuredSelection(all));
		};
	}
}
