package org.dicompreview.ui.internal.order;

import java.util.Optional;
import java.util.function.Consumer;

import org.dicompreview.series.OrderingChoices;
import org.dicompreview.series.SeriesModel;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Keeps the orders that people have chosen for series over restarts. Comes to life with whoever refers to it: preferences lie in
 * the workspace, and reading them before it is chosen would choose it.
 */
@Component(service = OrderMemory.class)
public final class OrderMemory {

	private static final String NODE = "org.dicompreview.ui/orders"; //$NON-NLS-1$

	private final OrderingChoices choices;
	private final Consumer<String> listener = this::changed;
	private final Job save = Job.createSystem(Messages.OrderMemory_job, (ICoreRunnable) monitor -> flush());

	/** @param model whose series are ordered */
	@Activate
	public OrderMemory(@Reference SeriesModel model) {
		choices = model.orderingChoices();
		try {
			for (String uid : node().keys()) {
				choices.choose(uid, Optional.ofNullable(node().get(uid, null)));
			}
		} catch (BackingStoreException e) {
			ILog.of(getClass()).warn(Messages.OrderMemory_notRead, e);
		}
		choices.addListener(listener);
	}

	@Deactivate
	void deactivate() {
		choices.removeListener(listener);
	}

	private void changed(String uid) {
		choices.chosen(uid).ifPresentOrElse(id -> node().put(uid, id), () -> node().remove(uid));
		save.schedule();
	}

	private void flush() {
		try {
			node().flush();
		} catch (BackingStoreException e) {
			ILog.of(getClass()).warn(Messages.OrderMemory_notSaved, e);
		}
	}

	private static IEclipsePreferences node() {
		return InstanceScope.INSTANCE.getNode(NODE);
	}
}
