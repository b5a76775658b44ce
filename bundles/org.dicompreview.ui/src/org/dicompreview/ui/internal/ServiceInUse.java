package org.dicompreview.ui.internal;

import java.util.Optional;

import org.eclipse.ui.PlatformUI;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Finds services that somebody uses already: what the workbench lists before a view is opened brings none to life. */
public final class ServiceInUse {

	private ServiceInUse() {
	}

	/** {@return the service; absent while nobody uses it} */
	public static <T> Optional<T> of(Class<T> type) {
		BundleContext context = FrameworkUtil.getBundle(ServiceInUse.class).getBundleContext();
		ServiceReference<T> reference = context == null ? null : context.getServiceReference(type);
		return reference == null || reference.getUsingBundles() == null ? Optional.empty()
				: Optional.ofNullable(PlatformUI.getWorkbench().getService(type));
	}
}
