package org.dicompreview.ui.internal.attributes;

import java.util.Optional;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.ui.internal.PreviewListener;
import org.dicompreview.ui.internal.ShowIn;
import org.dicompreview.ui.internal.folders.FolderDropTarget;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IStateListener;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IShowInSource;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.IShowInTargetList;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.part.ViewPart;

import jakarta.inject.Inject;

/** Shows the elements of the instance on screen, and of its frame. Follows the slices that any other part selects. */
public final class AttributesView extends ViewPart implements IShowInTarget {

	/** The jobs of this view, for tests and the progress view. */
	public static final Object JOB_FAMILY = AttributesView.class;

	/** Key binding context of this view. */
	static final String CONTEXT = "org.dicompreview.ui.attributesContext"; //$NON-NLS-1$

	/** A Preview that publishes nothing is between two series, unless that lasts. */
	static final int EMPTY_MS = 600;

	@Inject
	private DicomReaders reader;
	@Inject
	private OpenFolders folders;

	private final ISelectionListener follow = this::selectionChanged;
	private final Runnable clearNow = () -> this.attributes.clear();
	private final IStateListener compareChanged = (state, before) -> compareChanged();
	private Display display;
	private SeriesComparison comparison;
	private AttributesControl attributes;
	private PreviewListener preview;
	/** Whether the target is what the Preview shows, rather than what it has no image of. */
	private boolean ofPreview = true;

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		attributes = new AttributesControl(parent, reader, title -> {
			setContentDescription(title);
			compare();
		});
		AttributesPane pane = pane();
		HelpContexts.set(pane, Context.ATTRIBUTES);
		FolderDropTarget.install(pane, folders);
		FolderDropTarget.install(pane.table().viewer().getTree(), folders);
		createMenu();
		registerHandlers();
		comparison = new SeriesComparison(reader, pane, pane.table()::show);
		compareChanged();
		CompareSeriesHandler.state(getSite()).addListener(compareChanged);
		ISelectionService selections = getSite().getWorkbenchWindow().getSelectionService();
		selections.addPostSelectionListener(follow);
		selectionChanged(null, selections.getSelection());
		preview = new PreviewListener(getSite().getPage(), this::selectionChanged);
	}

	private Optional<Slice> slice() {
		return attributes == null ? Optional.empty()
				: attributes.shown().flatMap(shown -> Optional.ofNullable(Adapters.adapt(shown, Slice.class)));
	}

	private void compareChanged() {
		comparison.want(Boolean.TRUE.equals(CompareSeriesHandler.state(getSite()).getValue()), slice());
	}

	private void compare() {
		if (comparison != null) {
			comparison.show(slice());
		}
	}

	private void createMenu() {
		attributes.createMenu(getSite()::registerContextMenu);
		getSite().setSelectionProvider(pane().table().viewer());
		attributes.trackFocus(getSite());
		getSite().getService(EContextService.class).activateContext(CONTEXT);
	}

	private void registerHandlers() {
		IHandlerService handlers = getSite().getService(IHandlerService.class);
		handlers.activateHandler(IWorkbenchCommandConstants.NAVIGATE_COLLAPSE_ALL, new Handler(pane().table()::collapseAll));
		handlers.activateHandler(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, new Handler(pane()::focusSearch));
	}

	void selectionChanged(IWorkbenchPart part, ISelection selected) {
		if (part == this || !(selected instanceof IStructuredSelection structured)) {
			return;
		}
		boolean preview = part != null && DicomPreview.PREVIEW.equals(part.getSite().getId());
		if (structured.size() == 1 && attributes.show(structured.getFirstElement())) {
			display.timerExec(-1, clearNow);
			ofPreview = preview;
		} else if (structured.isEmpty() && preview && ofPreview) {
			display.timerExec(EMPTY_MS, clearNow);
		}
	}

	@Override
	public boolean show(ShowInContext context) {
		return context.getSelection() instanceof IStructuredSelection rows && rows.toList().stream().anyMatch(attributes::show)
				|| context.getInput() != null && attributes.show(context.getInput());
	}

	/** {@return what is inside; for commands and tests} */
	AttributesPane pane() {
		return attributes.pane();
	}

	/** {@return whether this is on screen and nothing else was asked for since; for tests} */
	boolean shows(Target wanted) {
		return attributes.shows(wanted);
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == IShowInSource.class) {
			return type.cast(ShowIn.source(() -> attributes.shown().<ISelection>map(StructuredSelection::new).orElse(null)));
		}
		if (type == IShowInTargetList.class) {
			return type.cast(ShowIn.TARGETS);
		}
		return type == AttributesControl.class ? type.cast(attributes) : super.getAdapter(type);
	}

	@Override
	public void setFocus() {
		pane().setFocus();
	}

	@Override
	public void dispose() {
		ISelectionService selections = getSite().getWorkbenchWindow().getSelectionService();
		selections.removePostSelectionListener(follow);
		CompareSeriesHandler.state(getSite()).removeListener(compareChanged);
		if (preview != null) {
			preview.close();
		}
		super.dispose();
	}

	/** A command of the platform that means something to this view. */
	private static final class Handler extends AbstractHandler {

		private final Runnable action;

		Handler(Runnable action) {
			this.action = action;
		}

		@Override
		public Object execute(ExecutionEvent event) {
			action.run();
			return null;
		}
	}
}
