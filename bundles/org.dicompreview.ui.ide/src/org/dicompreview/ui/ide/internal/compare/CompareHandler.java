package org.dicompreview.ui.ide.internal.compare;

import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.ResourceNode;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Compares the two selected series, stacks, instances or files in a compare editor. */
public final class CompareHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IStructuredSelection selection = HandlerUtil.getCurrentStructuredSelection(event);
		ITypedElement[] both = Stream.of(selection.toArray()).flatMap(selected -> element(selected).stream())
				.toArray(ITypedElement[]::new);
		if (both.length == 2) {
			CompareUI.openCompareEditorOnPage(new DicomCompareInput(both[0], both[1]),
					HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage());
		}
		return null;
	}

	private static Optional<ITypedElement> element(Object selected) {
		if (selected instanceof IFile file) {
			return Optional.of(new DicomFile(file));
		}
		Slice slice = Adapters.adapt(selected, Slice.class);
		InstanceHeader header = slice != null ? slice.instance() : Adapters.adapt(selected, InstanceHeader.class);
		if (header != null) {
			return Optional.of(new DicomElement(header.location().name(), header.location(), null, null));
		}
		SliceStack stack = Adapters.adapt(selected, SliceStack.class);
		if (stack != null) {
			return Optional.of(new DicomElement(name(stack.series()) + ' ' + stack.label(),
					stack.start().instance().location(), stack.series(), stack));
		}
		Series series = Adapters.adapt(selected, Series.class);
		if (series != null) {
			return series.instances().stream().findFirst()
					.map(first -> new DicomElement(name(series), first.location(), series, null));
		}
		return Optional.ofNullable(Adapters.adapt(selected, IFile.class)).map(DicomFile::new);
	}

	private static String name(Series series) {
		String number = series.number().isPresent() ? Integer.toString(series.number().getAsInt()) : ""; //$NON-NLS-1$
		return String.join(" ", number, series.modality(), series.description()).strip(); //$NON-NLS-1$
	}

	/** A file that is DICOM by content, whatever it is called. */
	private static final class DicomFile extends ResourceNode {

		DicomFile(IFile file) {
			super(file);
		}

		@Override
		public String getType() {
			return DicomElement.TYPE;
		}
	}
}
