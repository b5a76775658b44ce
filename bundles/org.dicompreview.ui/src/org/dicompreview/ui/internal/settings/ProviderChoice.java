package org.dicompreview.ui.internal.settings;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells readers and decoders which provider the preferences prefer, now and whenever they change. Comes to life with
 * whoever refers to it: preferences lie in the workspace, and reading them before it is chosen would choose it.
 */
@Component(service = ProviderChoice.class)
public final class ProviderChoice {

	private final IPreferenceChangeListener listener;

	/** Called by DS. */
	@Activate
	public ProviderChoice(@Reference DicomReaders readers, @Reference FrameDecoders decoders) {
		listener = event -> {
			if (event.getKey().equals(Settings.READER)) {
				readers.prefer(Settings.reader());
			} else if (event.getKey().equals(Settings.DECODERS)) {
				decoders.prefer(Settings.decoders());
			}
		};
		readers.prefer(Settings.reader());
		decoders.prefer(Settings.decoders());
		Settings.node().addPreferenceChangeListener(listener);
	}

	@Deactivate
	void deactivate() {
		Settings.node().removePreferenceChangeListener(listener);
	}
}
