package org.dicompreview.ui.internal.settings;

import org.dicompreview.dicom.ReadLimits;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;

/** Defaults that suit an IDE. */
public final class SettingsInitializer extends AbstractPreferenceInitializer {

	@Override
	public void initializeDefaultPreferences() {
		IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(Settings.QUALIFIER);
		ReadLimits limits = ReadLimits.DEFAULT;
		defaults.putInt(Settings.CACHE, Settings.defaultCache());
		defaults.put(Settings.EXPLORER_THUMBNAILS, "32"); //$NON-NLS-1$
		defaults.putInt(Settings.DEPTH, limits.depth());
		defaults.putInt(Settings.ITEMS, limits.items());
		defaults.putInt(Settings.VALUE, limits.valueBytes() / Settings.MEGABYTE);
		defaults.putInt(Settings.FRAME, limits.frameBytes() / Settings.MEGABYTE);
		defaults.putInt(Settings.INFLATED, (int) (limits.inflatedBytes() / Settings.MEGABYTE));
	}
}
