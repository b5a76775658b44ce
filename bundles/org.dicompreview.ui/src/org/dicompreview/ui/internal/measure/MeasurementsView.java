package org.dicompreview.ui.internal.measure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.PublishedSelection;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.swt.IFocusService;

import jakarta.inject.Inject;

/** Lists all measurements. A selected one is shown on its slice in the Preview. */
public final class MeasurementsView extends ViewPart {

	/** The jobs of this view, for tests. */
	static final Object JOB_FAMILY = MeasurementsView.class;

	/** Id of the table for the focus service, so that keys for rows leave the name that is being typed alone. */
	private static final String TABLE = "org.dicompreview.ui.measurementsTable"; //$NON-NLS-1$
	private static final String CONTEXT = "org.dicompreview.ui.measurementsContext"; //$NON-NLS-1$
	private static final int REST_MS = 100;

	@Inject
	private MeasurementStore store;
	@Inject
	private OpenFolders folders;
	@Inject
	private FrameLoader loader;

	private final Runnable changed = () -> inUi(this::refreshSoon);
	private final Runnable refresh = this::refresh;
	private final PublishedSelection selection = new PublishedSelection();
	private Display display;
	private TableViewer table;
	private List<MeasurementRow> rows = List.of();
	private MeasurementRowsJob job;
	private boolean refreshPending;

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		Composite pane = new Composite(parent, SWT.NONE);
		HelpContexts.set(pane, Context.MEASUREMENTS);
		TableColumnLayout layout = new TableColumnLayout();
		pane.setLayout(layout);
		table = new TableViewer(pane, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
		table.setContentProvider(ArrayContentProvider.getInstance());
		table.getTable().setHeaderVisible(true);
		addColumn(layout, Messages.MeasurementsView_name, 110, row -> row.measurement().name()).setEditingSupport(new NameEditing());
		addColumn(layout, Messages.MeasurementsView_kind, 90, row -> row.measurement().kind().label());
		addColumn(layout, Messages.MeasurementsView_value, 220, MeasurementRow::valueText);
		addColumn(layout, Messages.MeasurementsView_series, 110, MeasurementRow::seriesText);
		addColumn(layout, Messages.MeasurementsView_slice, 110, MeasurementRow::place);
		editByCommandOnly();
		table.getTable().addListener(SWT.Selection, e -> selected());
		table.getTable().addListener(SWT.DefaultSelection, e -> openPreview());
		createMenu();
		store.addListener(changed);
		folders.catalog().addListener(changed);
		refresh();
	}

	/** @param width in points at least; further room is shared in this proportion */
	private TableViewerColumn addColumn(TableColumnLayout layout, String title, int width, Function<MeasurementRow, String> text) {
		TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> text.apply((MeasurementRow) row)));
		layout.setColumnData(column.getColumn(), new ColumnWeightData(width, width));
		return column;
	}

	/** A click selects; names are edited when a person says so. */
	private void editByCommandOnly() {
		TableViewerEditor.create(table, new ColumnViewerEditorActivationStrategy(table) {
			@Override
			protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
				return event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC;
			}
		}, 0);
	}

	private void createMenu() {
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		table.getTable().setMenu(menu.createContextMenu(table.getTable()));
		getSite().registerContextMenu(menu, selection);
		getSite().setSelectionProvider(selection);
		getSite().getService(IFocusService.class).addFocusTracker(table.getTable(), TABLE);
		getSite().getService(EContextService.class).activateContext(CONTEXT);
	}

	private final class NameEditing extends EditingSupport {

		private final TextCellEditor editor = new TextCellEditor(table.getTable());

		NameEditing() {
			super(table);
		}

		@Override
		protected CellEditor getCellEditor(Object element) {
			return editor;
		}

		@Override
		protected boolean canEdit(Object element) {
			return true;
		}

		@Override
		protected Object getValue(Object element) {
			return ((MeasurementRow) element).measurement().name();
		}

		@Override
		protected void setValue(Object element, Object value) {
			String name = value.toString().strip();
			if (!name.isEmpty()) {
				store.find(((MeasurementRow) element).measurement().id()).map(now -> now.withName(name)).ifPresent(store::replace);
			}
		}
	}

	private void selected() {
		List<MeasurementRow> chosen = selectedRows();
		store.select(chosen.size() == 1 ? Optional.of(chosen.get(0).measurement().id()) : Optional.empty());
		selection.setSelection(new StructuredSelection(chosen));
	}

	private void openPreview() {
		try {
			getSite().getPage().showView(DicomPreview.PREVIEW);
		} catch (PartInitException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
	}

	/** {@return the rows that are selected, from top to bottom} */
	List<MeasurementRow> selectedRows() {
		List<?> chosen = ((IStructuredSelection) table.getSelection()).toList();
		return rows.stream().filter(chosen::contains).toList();
	}

	/** {@return all rows, from top to bottom} */
	List<MeasurementRow> rows() {
		return rows;
	}

	/** Lets a person type another name for the selected measurement. */
	void rename() {
		selectedRows().stream().findFirst().ifPresent(row -> table.editElement(row, 0));
	}

	TableViewer table() {
		return table;
	}

	FrameLoader loader() {
		return loader;
	}

	private void refreshSoon() {
		if (!refreshPending) {
			refreshPending = true;
			display.timerExec(REST_MS, refresh);
		}
	}

	/** The newest request wins. */
	private void refresh() {
		refreshPending = false;
		if (table.getTable().isDisposed()) {
			return;
		}
		if (job != null) {
			job.cancel();
		}
		MeasurementRowsJob mine = job = new MeasurementRowsJob(store.all(), rows, folders.catalog(), loader);
		mine.addJobChangeListener(IJobChangeListener.onDone(event -> inUi(() -> {
			if (job == mine) {
				job = null;
				present(mine.rows());
			}
		})));
		mine.schedule();
	}

	private void present(List<MeasurementRow> found) {
		if (table.isCellEditorActive()) {
			refreshSoon();
			return;
		}
		List<String> chosen = selectedRows().stream().map(row -> row.measurement().id()).toList();
		if (!found.equals(rows)) {
			rows = found;
			table.setInput(rows);
		}
		List<String> wanted = chosen.size() > 1 ? chosen : store.selected().map(Measurement::id).map(List::of).orElse(chosen);
		StructuredSelection next = new StructuredSelection(
				rows.stream().filter(row -> wanted.contains(row.measurement().id())).toList());
		if (!next.equals(table.getSelection())) {
			table.setSelection(next, true);
		}
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!table.getTable().isDisposed()) {
					update.run();
				}
			});
		}
	}

	@Override
	public void setFocus() {
		table.getTable().setFocus();
	}

	@Override
	public void dispose() {
		store.removeListener(changed);
		folders.catalog().removeListener(changed);
		if (job != null) {
			job.cancel();
		}
		super.dispose();
	}
}
