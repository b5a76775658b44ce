package org.dicompreview.ui.internal.preview;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** The slice on screen as a selection. UI thread only. */
final class SliceSelection implements IPostSelectionProvider {

	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
	private ISelection current = StructuredSelection.EMPTY;
	private ISelection announced = StructuredSelection.EMPTY;

	/** Takes another selection, of which nobody hears before {@link #announce()}. */
	void set(IStructuredSelection selection) {
		current = selection;
	}

	/** Tells listeners of the selection if they have not heard of it. */
	void announce() {
		if (!current.equals(announced)) {
			announced = current;
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
