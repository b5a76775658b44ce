package org.dicompreview.ui.internal.preview;

import java.util.Objects;

import org.dicompreview.viewer.Identity;
import org.dicompreview.viewer.ViewportState;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** What is on screen as a selection: the slice, or what has no image. UI thread only. */
public final class SliceSelection implements IPostSelectionProvider {

	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
	private IStructuredSelection current = StructuredSelection.EMPTY;
	private Identity identity;
	private IStructuredSelection announced = StructuredSelection.EMPTY;
	private Identity announcedIdentity;

	/** Takes what is shown now, of which nobody hears before {@link #announce()}. */
	public void set(ViewportState state) {
		identity = state.identity();
		IStructuredSelection next = state.selection().map(StructuredSelection::new).orElseGet(StructuredSelection::new);
		if (!next.equals(current)) {
			current = next;
		}
	}

	/** Tells listeners of the selection if they have not heard of it, or if it is of something else than before. */
	public void announce() {
		announce(false);
	}

	/** As above. @param again tells it whether they have heard of it or not */
	void announce(boolean again) {
		if (again || !current.equals(announced) || !Objects.equals(identity, announcedIdentity)) {
			// Another object each time: the workbench takes no notice of one that it knows.
			announced = new StructuredSelection(current.toList());
			current = announced;
			announcedIdentity = identity;
			listeners.forEach(listener -> listener.selectionChanged(new SelectionChangedEvent(this, announced)));
		}
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
