package org.dicompreview.ui;

import java.util.List;
import java.util.Optional;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The Previews of all windows of the workbench. An OSGi service; UI thread only.
 *
 * @since 0.1.0
 */
@ProviderType
public interface Previews {

	/** {@return the Previews that are open, the one used last first} */
	List<Preview> previews();

	/** {@return the Preview of the active window that commands are for; absent if it shows none} */
	Optional<Preview> current();

	/**
	 * Brings the Preview of a page that was used last to the front, and opens one if there is none.
	 *
	 * @param page the page
	 * @return the Preview
	 * @throws PartInitException if the view cannot be made
	 */
	Preview open(IWorkbenchPage page) throws PartInitException;

	/**
	 * Brings a Preview to the front, and opens it if it is not open.
	 *
	 * @param page the page
	 * @param name its secondary id, without colons; empty text for the first Preview of the page
	 * @return the Preview
	 * @throws PartInitException if the view cannot be made
	 */
	Preview open(IWorkbenchPage page, String name) throws PartInitException;

	/** Adds who hears of what is shown in any Preview. */
	void addListener(PreviewsListener listener);

	/** Removes who heard; also while they are told. */
	void removeListener(PreviewsListener listener);
}
