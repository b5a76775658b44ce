package org.dicompreview.ui.internal.settings;

import java.util.Set;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.rendering.FrameLoader;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Has all reading and decoding go by the limits that the preferences say, now and whenever they change. Comes to life with
 * whoever refers to it: preferences lie in the workspace, and reading them before it is chosen would choose it.
 */
@Component(service = FileLimits.class)
public final class FileLimits {

	private static final Set<String> KEYS = Set.of(Settings.DEPTH, Settings.ITEMS, Settings.VALUE, Settings.FRAME,
			Settings.INFLATED);

	private final IPreferenceChangeListener listener;

	/** Called by DS. */
	@Activate
	public FileLimits(@Reference DicomReaders readers, @Reference FrameLoader loader) {
		listener = event -> {
			if (KEYS.contains(event.getKey())) {
				readers.setLimits(Settings.limits());
				loader.retry();
			}
		};
		readers.setLimits(Settings.limits());
		Settings.node().addPreferenceChangeListener(listener);
	}

	@Deactivate
	void deactivate() {
		Settings.node().removePreferenceChangeListener(listener);
	}
}
