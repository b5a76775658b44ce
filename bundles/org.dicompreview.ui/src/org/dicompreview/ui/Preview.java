package org.dicompreview.ui;

import java.util.List;
import java.util.Optional;

import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportGrid;
import org.eclipse.ui.IWorkbenchPage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An open Preview: a grid of viewports. UI thread only. The view with the id {@link DicomPreview#PREVIEW}, found by
 * {@link Previews}; not implemented by clients.
 *
 * @since 0.1.0
 */
@ProviderType
public interface Preview {

	/** {@return its secondary id; empty text for the first Preview of a page} */
	String name();

	/** {@return the page that it is on} */
	IWorkbenchPage page();

	/** {@return its viewports: shows them in another layout, and says which one is active} */
	ViewportGrid grid();

	/** {@return the viewport that a person used last} */
	default Viewport active() {
		return grid().active();
	}

	/**
	 * {@return a viewport by its number; absent if the layout has fewer}
	 *
	 * @param number from 1, from left to right and from top to bottom
	 */
	default Optional<Viewport> viewport(int number) {
		List<Viewport> all = grid().viewports();
		return number < 1 || number > all.size() ? Optional.empty() : Optional.of(all.get(number - 1));
	}
}
