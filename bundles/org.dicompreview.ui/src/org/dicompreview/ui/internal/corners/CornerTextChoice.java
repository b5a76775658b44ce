package org.dicompreview.ui.internal.corners;

import org.dicompreview.ui.internal.settings.Settings;
import org.dicompreview.viewer.corners.CornerTextStore;
import org.dicompreview.viewer.corners.CornerTexts;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Shows the attributes in the corners that the preferences say, now and whenever they change. Comes to life with whoever refers
 * to it: preferences lie in the workspace, and reading them before it is chosen would choose it.
 */
@Component(service = CornerTextChoice.class)
public final class CornerTextChoice {

	private static final String KEY = "cornerTexts"; //$NON-NLS-1$

	private final CornerTextStore store;
	private final IPreferenceChangeListener listener;

	/** @param store takes what is chosen */
	@Activate
	public CornerTextChoice(@Reference CornerTextStore store) {
		this.store = store;
		listener = event -> apply();
		apply();
		Settings.node().addPreferenceChangeListener(listener);
	}

	@Deactivate
	void deactivate() {
		Settings.node().removePreferenceChangeListener(listener);
	}

	private void apply() {
		store.setLimits(Settings.limits());
		String text = Settings.node().get(KEY, ""); //$NON-NLS-1$
		store.setTexts(text.isEmpty() ? CornerTexts.DEFAULT : CornerTexts.parse(text));
	}

	/** {@return which attributes stand where} */
	public CornerTexts texts() {
		return store.texts();
	}

	/** Shows other attributes, now and in the future. */
	void choose(CornerTexts texts) {
		if (texts.equals(CornerTexts.DEFAULT)) {
			Settings.node().remove(KEY);
		} else {
			Settings.node().put(KEY, texts.format());
		}
		try {
			Settings.node().flush();
		} catch (BackingStoreException e) {
			ILog.of(getClass()).warn(Messages.CornerTextChoice_notSaved, e);
		}
	}
}
