package org.dicompreview.ui.internal.settings;

import org.dicompreview.rendering.FrameLoader;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives the cache of decoded frames the budget that the preferences say, now and whenever they change. Comes to life with
 * whoever refers to it: preferences lie in the workspace, and reading them before it is chosen would choose it.
 */
@Component(service = CacheBudget.class)
public final class CacheBudget {

	private final IPreferenceChangeListener listener;

	/** Called by DS. */
	@Activate
	public CacheBudget(@Reference FrameLoader loader) {
		listener = event -> {
			if (event.getKey().equals(Settings.CACHE)) {
				loader.setBudget(Settings.cacheBytes());
			}
		};
		loader.setBudget(Settings.cacheBytes());
		Settings.node().addPreferenceChangeListener(listener);
	}

	@Deactivate
	void deactivate() {
		Settings.node().removePreferenceChangeListener(listener);
	}
}
