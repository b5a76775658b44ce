package org.dicompreview.ui.internal.preferences;

import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;

/** Lets the provider of a row be chosen from a list in its cell. */
final class ProviderEditing extends EditingSupport {

	private final TableViewer viewer;
	private final Function<ProviderRow, String[]> options;
	private final ToIntFunction<ProviderRow> index;
	private final ObjIntConsumer<ProviderRow> choose;

	ProviderEditing(TableViewer viewer, Function<ProviderRow, String[]> options, ToIntFunction<ProviderRow> index,
			ObjIntConsumer<ProviderRow> choose) {
		super(viewer);
		this.viewer = viewer;
		this.options = options;
		this.index = index;
		this.choose = choose;
	}

	@Override
	protected boolean canEdit(Object row) {
		return ((ProviderRow) row).providers().size() > 1;
	}

	@Override
	protected CellEditor getCellEditor(Object row) {
		return new ComboBoxCellEditor(viewer.getTable(), options.apply((ProviderRow) row), SWT.READ_ONLY);
	}

	@Override
	protected Object getValue(Object row) {
		return index.applyAsInt((ProviderRow) row);
	}

	@Override
	protected void setValue(Object row, Object value) {
		choose.accept((ProviderRow) row, (Integer) value);
	}
}
