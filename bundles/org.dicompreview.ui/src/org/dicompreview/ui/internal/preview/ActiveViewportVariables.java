package org.dicompreview.ui.internal.preview;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.internal.variables.ViewportVariables;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportModel;
import org.dicompreview.viewer.ViewportState;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.services.IEvaluationService;

/** Tells the expressions of the workbench what the active viewport of the active window shows. UI thread only. */
final class ActiveViewportVariables implements IWindowListener {

	private final IWorkbench workbench;
	private final Function<IWorkbenchWindow, Optional<PreviewPart>> current;
	private final ViewportVariables variables = new ViewportVariables();
	private boolean pending;
	/** Whether the workbench knows the variables. */
	private boolean known;

	/** @param current finds the part of a window whose viewport counts */
	ActiveViewportVariables(IWorkbench workbench, Function<IWorkbenchWindow, Optional<PreviewPart>> current) {
		this.workbench = workbench;
		this.current = current;
		workbench.addWindowListener(this);
	}

	/** Ends. */
	void close() {
		if (known && !workbench.isClosing()) {
			workbench.getService(IEvaluationService.class).removeSourceProvider(variables);
		}
		workbench.removeWindowListener(this);
	}

	/** Something else may be shown now: told once for many slices of one turn. */
	void changed() {
		Display display = workbench.getDisplay();
		if (!pending && !display.isDisposed()) {
			pending = true;
			display.asyncExec(this::tell);
		}
	}

	private void tell() {
		pending = false;
		if (workbench.isClosing()) {
			return;
		}
		if (!known) {
			known = true;
			workbench.getService(IEvaluationService.class).addSourceProvider(variables);
		}
		Optional<Viewport> viewport = Optional.ofNullable(workbench.getActiveWorkbenchWindow()).flatMap(current)
				.map(part -> part.grid().active()).filter(active -> !active.control().isDisposed());
		variables.show(viewport.map(Viewport::model).map(ActiveViewportVariables::values).orElseGet(ViewportVariables::nothing));
	}

	private static Map<String, Object> values(ViewportModel model) {
		ViewportState state = model.state();
		Map<String, Object> values = ViewportVariables.nothing();
		values.put(ViewportVariables.KIND, kind(state));
		state.series().ifPresent(series -> {
			values.put(ViewportVariables.MODALITY, series.modality());
			values.put(ViewportVariables.SERIES_UID, series.uid());
			values.put(ViewportVariables.STUDY_UID, series.study().uid());
		});
		instance(state).map(InstanceHeader::sopInstanceUid).ifPresent(uid -> values.put(ViewportVariables.SOP_INSTANCE_UID, uid));
		if (state.stack().isPresent()) {
			values.put(ViewportVariables.SLICE_NUMBER, model.navigator().index() + 1);
			values.put(ViewportVariables.SLICE_COUNT, model.navigator().count());
			values.put(ViewportVariables.STACKS, state.stacks().size());
		}
		state.slice().ifPresent(slice -> {
			values.put(ViewportVariables.FRAME, slice.frame() + 1);
			values.put(ViewportVariables.FRAMES, slice.instance().frameCount());
		});
		values.put(ViewportVariables.PLAYING, model.playback().playing());
		return values;
	}

	private static Optional<InstanceHeader> instance(ViewportState state) {
		return state.slice().map(Slice::instance)
				.or(() -> state.selection().filter(InstanceHeader.class::isInstance).map(InstanceHeader.class::cast));
	}

	private static String kind(ViewportState state) {
		if (state.stack().isPresent()) {
			return state.slice().isPresent() ? "image" : "gap"; //$NON-NLS-1$ //$NON-NLS-2$
		}
		Optional<Series> series = state.series();
		return series.isPresent() ? "document" : state.subject() instanceof Subject.Nothing ? "none" : "message"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Override
	public void windowActivated(IWorkbenchWindow window) {
		changed();
	}

	@Override
	public void windowDeactivated(IWorkbenchWindow window) {
		// Another one is activated, or none of this workbench: then the variables stay.
	}

	@Override
	public void windowClosed(IWorkbenchWindow window) {
		changed();
	}

	@Override
	public void windowOpened(IWorkbenchWindow window) {
		changed();
	}
}
