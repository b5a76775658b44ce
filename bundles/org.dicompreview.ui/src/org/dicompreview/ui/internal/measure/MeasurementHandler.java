package org.dicompreview.ui.internal.measure;

import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.HandlerEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** What people do with measurements; which, is said by the extension: {@code class:action}. */
public final class MeasurementHandler extends AbstractHandler implements IExecutableExtension {

	private enum Action {
		UNDO, REDO, DELETE, DELETE_SELECTED, RENAME, COPY, COPY_CSV, HISTOGRAM, HISTOGRAM_SELECTED
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
			case HISTOGRAM, HISTOGRAM_SELECTED -> store.selected().filter(each -> each.kind().isRegion()).isPresent();
			case DELETE_SELECTED -> store.selected().isPresent();
			case DELETE, RENAME, COPY, COPY_CSV -> !store.all().isEmpty();
		};
	}

	@Override
	public Object execute(ExecutionEvent event) {
		if (action == Action.UNDO) {
			store.undo();
		} else if (action == Action.REDO) {
			store.redo();
		} else if (action == Action.DELETE_SELECTED) {
			selectedOn(HandlerUtil.getActivePart(event)).ifPresent(selected -> store.remove(List.of(selected.id())));
		} else if (action == Action.HISTOGRAM_SELECTED) {
			showHistogram(HandlerUtil.getActiveShell(event), HandlerUtil.getActivePart(event));
		} else if (HandlerUtil.getActivePart(event) instanceof MeasurementsView view) {
			execute(view);
		}
		return null;
	}

	/** Shows the histogram of the region that is selected on the picture of a part. */
	private void showHistogram(Shell shell, IWorkbenchPart part) {
		FrameLoader loader = PlatformUI.getWorkbench().getService(FrameLoader.class);
		selectedOn(part).ifPresent(
				region -> new HistogramDialog(shell, region, Optional.ofNullable(Adapters.adapt(part, Slice.class)), loader).open());
	}

	/** {@return the measurement that is selected, if it is on the picture of a part} */
	private Optional<Measurement> selectedOn(IWorkbenchPart part) {
		Optional<Slice> slice = Optional.ofNullable(Adapters.adapt(part, Slice.class));
		return store.selected().filter(each -> slice.filter(each::isOn).isPresent());
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
					.ifPresent(row -> new HistogramDialog(view.getSite().getShell(), row.measurement(), row.slice(),
							view.loader()).open());
			case UNDO, REDO, DELETE_SELECTED, HISTOGRAM_SELECTED -> throw new IllegalStateException(action.name());
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
