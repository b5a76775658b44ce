package org.dicompreview.viewer;

import java.util.List;

import org.eclipse.swt.widgets.Composite;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Viewports beside each other, of which one is active: the one that a person used last. UI thread only. Made by
 * {@link Viewports}, not implemented by clients.
 *
 * @since 0.1
 */
@ProviderType
public interface ViewportGrid {

	/** {@return the control; whoever disposes it closes the viewports} */
	Composite control();

	/** {@return how the viewports lie} */
	ViewportLayout layout();

	/**
	 * Lays the viewports out in another way. New ones show nothing yet; of those that are too many the last ones are closed,
	 * but never the active one.
	 */
	void setLayout(ViewportLayout layout);

	/** {@return the viewports, from left to right and from top to bottom; at least one} */
	List<Viewport> viewports();

	/** {@return the viewport that a person used last} */
	Viewport active();

	/** Makes a viewport the active one. @param viewport one of {@link #viewports()} */
	void activate(Viewport viewport);

	/** {@return what the viewports do together} */
	ViewportLinks links();

	/** Gives the focus to the active viewport. */
	boolean setFocus();

	/** Adds who hears of changes. */
	void addListener(ViewportGridListener listener);

	/** Removes who heard of changes; also while they are told. */
	void removeListener(ViewportGridListener listener);
}
