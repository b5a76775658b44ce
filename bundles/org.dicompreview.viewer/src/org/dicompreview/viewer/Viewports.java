package org.dicompreview.viewer;

import java.util.ServiceLoader;

import org.eclipse.swt.widgets.Composite;

/**
 * Makes viewports. An OSGi service, which is not implemented by clients; without OSGi, {@link ServiceLoader} finds it on the
 * class path: {@code ServiceLoader.load(Viewports.class).findFirst()}.
 *
 * @since 0.1
 */
public interface Viewports {

	/**
	 * Makes a viewport that shows nothing yet. It ends with its control. UI thread only.
	 *
	 * @param parent   any composite, which lays out {@link Viewport#control()}
	 * @param services what the viewport works with
	 * @return the viewport
	 */
	Viewport create(Composite parent, ViewportServices services);

	/**
	 * Makes a grid with one viewport that shows nothing yet. It ends with its control. UI thread only.
	 *
	 * @param parent   any composite, which lays out {@link ViewportGrid#control()}
	 * @param services what the viewports work with
	 * @return the grid
	 */
	ViewportGrid createGrid(Composite parent, ViewportServices services);
}
