package org.dicompreview.ui.internal.settings;

import org.dicompreview.rendering.FrameLoader;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Gives the cache of decoded frames the budget that the preferences say, now and whenever they change. */
@Component(service = CacheBudget.class, immediate = true)
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
