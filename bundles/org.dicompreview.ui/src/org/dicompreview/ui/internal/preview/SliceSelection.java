package org.dicompreview.ui.internal.preview;

import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.dicompreview.viewer.Identity;
import org.dicompreview.viewer.ViewportState;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;

/** What is on screen as a selection: the slice, or what has no image. UI thread only. */
public final class SliceSelection implements IPostSelectionProvider {

	private static final int ANNOUNCE_MS = 100;

	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
	private final BooleanSupplier open;
	private final BooleanSupplier busy;
	private final Runnable announce = this::announce;
	private IStructuredSelection current = StructuredSelection.EMPTY;
	private Identity identity;
	private IStructuredSelection announced = StructuredSelection.EMPTY;
	private Identity announcedIdentity;
	private boolean announcePending;
	/** Who heard of the selection last could not ask what is shown. */
	private boolean announcedBusy;

	/**
	 * @param open whether the part whose selection this is, is open; else nobody hears of it any more
	 * @param busy whether something else is about to be shown: the part adapts to nothing then
	 */
	public SliceSelection(BooleanSupplier open, BooleanSupplier busy) {
		this.open = open;
		this.busy = busy;
	}

	/**
	 * Takes what is shown now. Listeners hear of it soon, at most ten times a second: what they do must not come before the
	 * picture. Those who hear of it while something else is about to be shown hear of it once more after that.
	 */
	public void publish(ViewportState state) {
		identity = state.identity();
		IStructuredSelection next = state.selection().map(StructuredSelection::new).orElseGet(StructuredSelection::new);
		if (!next.equals(current)) {
			current = next;
		}
		announceSoon();
	}

	private void announceSoon() {
		if (!announcePending) {
			announcePending = true;
			Display.getCurrent().timerExec(ANNOUNCE_MS, announce);
		}
	}

	private void announce() {
		announcePending = false;
		if (!open.getAsBoolean()) {
			return;
		}
		boolean again = announcedBusy && !busy.getAsBoolean();
		announcedBusy = busy.getAsBoolean();
		if (again || !current.equals(announced) || !Objects.equals(identity, announcedIdentity)) {
			tell();
		}
		if (announcedBusy) {
			announceSoon();
		}
	}

	private void tell() {
		// Another object each time: the workbench takes no notice of one that it knows.
		announced = new StructuredSelection(current.toList());
		current = announced;
		announcedIdentity = identity;
		listeners.forEach(listener -> listener.selectionChanged(new SelectionChangedEvent(this, announced)));
	}

	@Override
	public ISelection getSelection() {
		return current;
	}

	/** The Preview follows selections of other parts and cannot be told through its own. */
	@Override
	public void setSelection(ISelection selection) {
		// Nothing to select from: the slice on screen is the selection.
	}

	@Override
	public void addSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removeSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.remove(listener);
	}

	@Override
	public void addPostSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removePostSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.remove(listener);
	}
}
