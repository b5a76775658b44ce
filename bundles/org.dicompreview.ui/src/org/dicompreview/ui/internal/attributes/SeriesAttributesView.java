package org.dicompreview.ui.internal.attributes;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.ui.internal.PreviewListener;
import org.dicompreview.ui.internal.PublishedSelection;
import org.dicompreview.ui.internal.preview.Shown;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.swt.IFocusService;

import jakarta.inject.Inject;

/**
 * Shows what chosen elements are in each slice of the stack on screen: a table and a plot. Selecting a slice shows it in the
 * Preview. UI thread.
 */
public final class SeriesAttributesView extends ViewPart {

	/** The jobs of this view, for tests and the progress view. */
	static final Object JOB_FAMILY = SeriesAttributesView.class;

	/** Id of the table for the focus service, so that keys for rows leave the search field alone. */
	private static final String TABLE = "org.dicompreview.ui.seriesAttributesTable"; //$NON-NLS-1$
	private static final String CONTEXT = "org.dicompreview.ui.seriesAttributesContext"; //$NON-NLS-1$
	private static final String COLUMNS = "columns"; //$NON-NLS-1$
	private static final String OVER = "over"; //$NON-NLS-1$
	private static final String LINE = "\n"; //$NON-NLS-1$

	@Inject
	private DicomReaders reader;

	private final PublishedSelection selection = new PublishedSelection();
	private Display display;
	private SeriesValuePane pane;
	private PreviewListener preview;
	private List<SeriesColumn> columns = List.of();
	private PlotData.Over over = PlotData.Over.NUMBER;
	/** Of which the values are; {@code null} for nothing. */
	private SliceStack stack;
	private int version;
	private SeriesValuesJob job;

	@Override
	public void init(IViewSite site, IMemento memento) throws PartInitException {
		super.init(site, memento);
		if (memento != null) {
			columns = Optional.ofNullable(memento.getString(COLUMNS)).stream().flatMap(String::lines).map(SeriesColumn::load)
					.flatMap(Optional::stream).toList();
			over = Arrays.stream(PlotData.Over.values()).filter(each -> each.name().equals(memento.getString(OVER))).findFirst()
					.orElse(over);
		}
	}

	@Override
	public void saveState(IMemento memento) {
		memento.putString(COLUMNS, columns.stream().map(SeriesColumn::save).collect(Collectors.joining(LINE)));
		memento.putString(OVER, pane.over().name());
	}

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		pane = new SeriesValuePane(parent, over, this::go);
		HelpContexts.set(pane, Context.SERIES_ATTRIBUTES);
		pane.message(Messages.SeriesAttributesView_nothing);
		Table table = pane.table();
		MenuManager menu = new MenuManager();
		menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		table.setMenu(menu.createContextMenu(table));
		getSite().registerContextMenu(menu, selection);
		getSite().setSelectionProvider(selection);
		getSite().getService(IFocusService.class).addFocusTracker(table, TABLE);
		getSite().getService(EContextService.class).activateContext(CONTEXT);
		preview = new PreviewListener(getSite().getPage(), (part, selected) -> follow(part));
	}

	/** Shows elements, of the stack on screen. @param slice of the stack if no Preview shows one; may be {@code null} */
	void show(List<SeriesColumn> chosen, Slice slice) {
		columns = List.copyOf(chosen);
		stack = stack == null && slice != null ? slice.stack() : stack;
		read();
	}

	private void follow(IWorkbenchPart part) {
		Shown shown = Adapters.adapt(part, Shown.class);
		Optional<SliceStack> next = shown == null ? Optional.empty() : shown.stack();
		if (next.isPresent() && (stack != next.get() || version != next.get().series().version())) {
			stack = next.get();
			read();
		}
		Optional.ofNullable(Adapters.adapt(part, Slice.class)).ifPresent(pane::mark);
	}

	/** The newest request wins. */
	private void read() {
		cancel();
		if (stack == null || columns.isEmpty()) {
			pane.message(Messages.SeriesAttributesView_nothing);
			return;
		}
		version = stack.series().version();
		setContentDescription(stack.series().description());
		SeriesValues before = pane.values();
		if (!Objects.equals(before.slices(), stack.slices()) || !before.columns().equals(columns)) {
			pane.show(new SeriesValues(stack.slices(), columns, new String[stack.slices().size()][], 0));
		}
		SeriesValuesJob[] mine = new SeriesValuesJob[1];
		mine[0] = new SeriesValuesJob(reader, stack, columns, values -> inUi(() -> {
			if (job == mine[0]) {
				pane.show(values);
			}
		}));
		job = mine[0];
		job.schedule();
	}

	/** A person has chosen a slice. */
	private void go(Slice slice) {
		selection.setSelection(new StructuredSelection(slice));
	}

	private void cancel() {
		if (job != null) {
			job.cancel();
			job = null;
		}
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!pane.isDisposed()) {
					update.run();
				}
			});
		}
	}

	/** {@return the elements; for tests} */
	List<SeriesColumn> columns() {
		return columns;
	}

	/** {@return what is inside; for commands and tests} */
	SeriesValuePane pane() {
		return pane;
	}

	@Override
	public void setFocus() {
		pane.setFocus();
	}

	@Override
	public void dispose() {
		cancel();
		if (preview != null) {
			preview.close();
		}
		super.dispose();
	}
}
