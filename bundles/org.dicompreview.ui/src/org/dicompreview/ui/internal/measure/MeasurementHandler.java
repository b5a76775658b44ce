package org.dicompreview.ui.internal.measure;

import java.util.List;

import org.dicompreview.viewer.measure.MeasurementStore;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.HandlerEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** What people do with measurements; which, is said by the extension: {@code class:action}. */
public final class MeasurementHandler extends AbstractHandler implements IExecutableExtension {

	private enum Action {
		UNDO, REDO, DELETE, RENAME, COPY, COPY_CSV, HISTOGRAM
	}

	private final MeasurementStore store = PlatformUI.getWorkbench().getService(MeasurementStore.class);
	private final Runnable changed = () -> inUi(() -> fireHandlerChanged(new HandlerEvent(this, true, false)));
	private Action action;

	/** Made by the workbench. */
	public MeasurementHandler() {
		store.addListener(changed);
	}

	@Override
	public void setInitializationData(IConfigurationElement config, String property, Object data) {
		action = Action.valueOf((String) data);
	}

	@Override
	public boolean isEnabled() {
		return switch (action) {
			case UNDO -> store.canUndo();
			case REDO -> store.canRedo();
			case HISTOGRAM -> store.selected().filter(each -> each.kind().isRegion()).isPresent();
			case DELETE, RENAME, COPY, COPY_CSV -> !store.all().isEmpty();
		};
	}

	@Override
	public Object execute(ExecutionEvent event) {
		if (action == Action.UNDO) {
			store.undo();
		} else if (action == Action.REDO) {
			store.redo();
		} else if (HandlerUtil.getActivePart(event) instanceof MeasurementsView view) {
			execute(view);
		}
		return null;
	}

	private void execute(MeasurementsView view) {
		List<MeasurementRow> selected = view.selectedRows();
		List<MeasurementRow> copied = selected.isEmpty() ? view.rows() : selected;
		switch (action) {
			case DELETE -> store.remove(selected.stream().map(row -> row.measurement().id()).toList());
			case RENAME -> view.rename();
			case COPY -> copy(MeasurementCsv.text(copied));
			case COPY_CSV -> copy(MeasurementCsv.csv(copied));
			case HISTOGRAM -> selected.stream().findFirst()
					.ifPresent(row -> new HistogramDialog(view.getSite().getShell(), row, view.loader()).open());
			case UNDO, REDO -> throw new IllegalStateException(action.name());
		}
	}

	private static void copy(String text) {
		if (!text.isEmpty()) {
			Clipboard clipboard = new Clipboard(Display.getCurrent());
			try {
				clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
			} finally {
				clipboard.dispose();
			}
		}
	}

	private static void inUi(Runnable update) {
		Display display = PlatformUI.getWorkbench().getDisplay();
		if (!display.isDisposed()) {
			display.asyncExec(update);
		}
	}

	@Override
	public void dispose() {
		store.removeListener(changed);
		super.dispose();
	}
}
