package org.dicompreview.ui.internal.preferences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.ui.internal.settings.Choices;
import org.dicompreview.ui.internal.settings.Settings;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.osgi.service.prefs.BackingStoreException;

/** Who reads files, and who decodes what. */
public final class ProvidersPage extends PreferencePage implements IWorkbenchPreferencePage {

	private static final int WIDTH = 560;
	private static final int HEIGHT = 380;

	private List<ProviderRow> rows = List.of();
	/** By syntax, empty for reading; no entry where nobody is chosen. */
	private final Map<String, String> chosen = new HashMap<>();
	private TableViewer viewer;

	@Override
	public void init(IWorkbench workbench) {
		rows = ProviderRow.all(workbench.getService(DicomReaders.class), workbench.getService(FrameDecoders.class));
		chosen.putAll(Settings.decoders());
		if (!Settings.reader().isEmpty()) {
			chosen.put("", Settings.reader()); //$NON-NLS-1$
		}
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		HelpContexts.set(getControl(), Context.PROVIDERS);
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(page);
		Label description = new Label(page, SWT.WRAP);
		description.setText(Messages.ProvidersPage_description);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(description);
		Composite frame = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(frame);
		TableColumnLayout layout = new TableColumnLayout();
		frame.setLayout(layout);
		viewer = new TableViewer(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
		viewer.getTable().setHeaderVisible(true);
		viewer.getTable().setLinesVisible(true);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		column(layout, Messages.ProvidersPage_syntax, 6, ProviderRow::label);
		for (String provider : providers()) {
			column(layout, provider, 1, row -> row.providers().contains(provider) ? Messages.ProvidersPage_available
					: Messages.ProvidersPage_none);
		}
		column(layout, Messages.ProvidersPage_used, 3, this::used)
				.setEditingSupport(new ProviderEditing(viewer, this::options, this::index, this::choose));
		viewer.setInput(rows);
		return page;
	}

	private TableViewerColumn column(TableColumnLayout layout, String title, int weight,
			Function<ProviderRow, String> text) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> text.apply((ProviderRow) row)));
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 80, true));
		return column;
	}

	private List<String> providers() {
		return rows.stream().flatMap(row -> row.providers().stream()).distinct().sorted().toList();
	}

	private static String automatic(ProviderRow row) {
		return NLS.bind(Messages.ProvidersPage_automatic, row.automatic());
	}

	private String used(ProviderRow row) {
		return options(row)[index(row)];
	}

	private String[] options(ProviderRow row) {
		List<String> options = new ArrayList<>();
		options.add(automatic(row));
		options.addAll(row.providers());
		return options.toArray(String[]::new);
	}

	/** {@return which of the options is chosen; a provider that is not there counts as none} */
	private int index(ProviderRow row) {
		return 1 + row.providers().indexOf(chosen.getOrDefault(row.syntax(), "")); //$NON-NLS-1$
	}

	private void choose(ProviderRow row, int option) {
		if (option <= 0) {
			chosen.remove(row.syntax());
		} else {
			chosen.put(row.syntax(), row.providers().get(option - 1));
		}
		viewer.update(row, null);
	}

	@Override
	protected void performDefaults() {
		chosen.clear();
		viewer.refresh();
		super.performDefaults();
	}

	@Override
	public boolean performOk() {
		Map<String, String> decoders = new HashMap<>(chosen);
		String reader = decoders.remove(""); //$NON-NLS-1$
		IEclipsePreferences node = Settings.node();
		node.put(Settings.READER, reader == null ? "" : reader); //$NON-NLS-1$
		node.put(Settings.DECODERS, Choices.format(decoders));
		try {
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(getClass()).error(Messages.ProvidersPage_failed, e);
			setErrorMessage(Messages.ProvidersPage_failed);
			return false;
		}
		return true;
	}
}
