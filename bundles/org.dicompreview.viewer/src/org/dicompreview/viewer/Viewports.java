package org.dicompreview.viewer;

import java.util.ServiceLoader;

import org.eclipse.swt.widgets.Composite;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes viewports. An OSGi service, which is not implemented by clients; without OSGi it is {@link #standalone()}.
 *
 * @since 0.1
 */
@ProviderType
public interface Viewports {

	/**
	 * {@return what makes viewports outside OSGi}
	 *
	 * @since 0.1.0
	 */
	static Viewports standalone() {
		return ServiceLoader.load(Viewports.class, Viewports.class.getClassLoader()).findFirst().orElseThrow();
	}

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
