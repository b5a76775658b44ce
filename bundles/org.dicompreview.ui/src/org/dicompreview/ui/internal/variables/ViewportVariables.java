package org.dicompreview.ui.internal.variables;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;

/**
 * What the active viewport of the active window shows, as variables of expressions, from the first Preview on. The extension
 * point for variables is not used: a workbench does not start if its registry still lists a source of variables whose bundle is
 * gone, as in the first start after this was uninstalled. UI thread only.
 */
public final class ViewportVariables extends AbstractSourceProvider {

	/** What all names begin with. */
	public static final String PREFIX = "org.dicompreview.activeViewport."; //$NON-NLS-1$

	/** {@code image}, {@code gap}, {@code document}, {@code message} or {@code none}. */
	public static final String KIND = PREFIX + "kind"; //$NON-NLS-1$
	/** Modality (0008,0060). */
	public static final String MODALITY = PREFIX + "modality"; //$NON-NLS-1$
	/** Study Instance UID. */
	public static final String STUDY_UID = PREFIX + "studyUid"; //$NON-NLS-1$
	/** Series Instance UID. */
	public static final String SERIES_UID = PREFIX + "seriesUid"; //$NON-NLS-1$
	/** SOP Instance UID of the slice or document. */
	public static final String SOP_INSTANCE_UID = PREFIX + "sopInstanceUid"; //$NON-NLS-1$
	/** Number of the slice on the slider, from 1; 0 without images. */
	public static final String SLICE_NUMBER = PREFIX + "sliceNumber"; //$NON-NLS-1$
	/** Number of places on the slider. */
	public static final String SLICE_COUNT = PREFIX + "sliceCount"; //$NON-NLS-1$
	/** Number of the frame within its instance, from 1; 0 without images. */
	public static final String FRAME = PREFIX + "frame"; //$NON-NLS-1$
	/** Number of frames of the instance. */
	public static final String FRAMES = PREFIX + "frames"; //$NON-NLS-1$
	/** Number of stacks of the series. */
	public static final String STACKS = PREFIX + "stacks"; //$NON-NLS-1$
	/** Whether it plays. */
	public static final String PLAYING = PREFIX + "playing"; //$NON-NLS-1$

	private Map<String, Object> values = nothing();

	/** {@return the value of each variable where nothing is shown; to be changed by the caller} */
	public static Map<String, Object> nothing() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put(KIND, "none"); //$NON-NLS-1$
		for (String text : new String[] { MODALITY, STUDY_UID, SERIES_UID, SOP_INSTANCE_UID }) {
			map.put(text, ""); //$NON-NLS-1$
		}
		for (String number : new String[] { SLICE_NUMBER, SLICE_COUNT, FRAME, FRAMES, STACKS }) {
			map.put(number, 0);
		}
		map.put(PLAYING, Boolean.FALSE);
		return map;
	}

	/** Says what is shown now. @param next a value for each variable */
	public void show(Map<String, Object> next) {
		Map<String, Object> changed = new HashMap<>(next);
		changed.entrySet().removeAll(values.entrySet());
		values = Map.copyOf(next);
		if (!changed.isEmpty()) {
			fireSourceChanged(ISources.WORKBENCH, changed);
		}
	}

	@Override
	public Map<String, Object> getCurrentState() {
		return new HashMap<>(values);
	}

	@Override
	public String[] getProvidedSourceNames() {
		return values.keySet().toArray(String[]::new);
	}

	@Override
	public void dispose() {
		values = nothing();
	}
}
