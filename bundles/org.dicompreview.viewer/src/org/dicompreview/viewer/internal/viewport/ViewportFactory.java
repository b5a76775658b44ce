package org.dicompreview.viewer.internal.viewport;

import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportGrid;
import org.dicompreview.viewer.ViewportLinks;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.Viewports;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Component;

/** Makes viewports, as a service of OSGi and of {@link java.util.ServiceLoader}. */
@Component(service = Viewports.class)
public final class ViewportFactory implements Viewports {

	@Override
	public Viewport create(Composite parent, ViewportServices services) {
		return new ViewportControl(parent, services, new ViewportLinks());
	}

	@Override
	public ViewportGrid createGrid(Composite parent, ViewportServices services) {
		return new SwtViewportGrid(parent, services);
	}
}
