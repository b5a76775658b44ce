package org.dicompreview.ui.internal.settings;

import java.util.Map;

import org.dicompreview.dicom.ReadLimits;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** The preferences of this bundle, read where they are used. For any thread. */
public final class Settings {

	/** Preference node. */
	public static final String QUALIFIER = "org.dicompreview.ui"; //$NON-NLS-1$
	/** Budget of the cache of decoded frames in MB. */
	public static final String CACHE = "cacheMegabytes"; //$NON-NLS-1$
	/** Nesting of sequences. */
	public static final String DEPTH = "limitDepth"; //$NON-NLS-1$
	/** Items and elements of a data set. */
	public static final String ITEMS = "limitItems"; //$NON-NLS-1$
	/** Length of a value that is kept in memory, in MB. */
	public static final String VALUE = "limitValueMegabytes"; //$NON-NLS-1$
	/** Length of a frame, in MB. */
	public static final String FRAME = "limitFrameMegabytes"; //$NON-NLS-1$
	/** Length of a deflated data set after inflation, in MB. */
	public static final String INFLATED = "limitInflatedMegabytes"; //$NON-NLS-1$

	/** Side of the pictures in the rows of the Series Explorer in points; 0 for none. */
	public static final String EXPLORER_THUMBNAILS = "explorerThumbnails"; //$NON-NLS-1$
	/** What stands above the series in the Series Explorer. */
	public static final String EXPLORER_GROUPING = "explorerGrouping"; //$NON-NLS-1$
	/** By what the series in the Series Explorer are sorted. */
	public static final String EXPLORER_ORDER = "explorerOrder"; //$NON-NLS-1$
	/** Whether they are sorted the other way round. */
	public static final String EXPLORER_DESCENDING = "explorerDescending"; //$NON-NLS-1$
	/** Whether facets are shown in the Series Explorer. */
	public static final String EXPLORER_FACETS = "explorerFacets"; //$NON-NLS-1$
	/** The values of these facets. */
	public static final String EXPLORER_FACET_VALUES = "explorerFacetValues"; //$NON-NLS-1$
	/** Name of the reader that comes first; empty for the order of the service rankings. */
	public static final String READER = "reader"; //$NON-NLS-1$
	/** Whose decoder comes first: {@code uid=provider} joined by {@code ;}. */
	public static final String DECODERS = "decoders"; //$NON-NLS-1$

	static final int MEGABYTE = 1 << 20;
	/** Megabytes that still fit an array. */
	public static final int LARGEST = 2047;
	private static final int CACHE_LIMIT = 512;

	private Settings() {
	}

	/** {@return what to believe of a file} */
	public static ReadLimits limits() {
		return new ReadLimits(number(DEPTH), number(ITEMS), number(VALUE) * MEGABYTE, number(FRAME) * MEGABYTE,
				(long) number(INFLATED) * MEGABYTE);
	}

	/** {@return budget of the cache in bytes} */
	public static long cacheBytes() {
		return (long) number(CACHE) * MEGABYTE;
	}

	/** {@return a quarter of the heap, at most 512 MB} */
	static int defaultCache() {
		return (int) Math.max(1, Math.min(CACHE_LIMIT, Runtime.getRuntime().maxMemory() / 4 / MEGABYTE));
	}

	/** {@return name of the reader that is chosen; empty text if none is} */
	public static String reader() {
		return Platform.getPreferencesService().getString(QUALIFIER, READER, "", null); //$NON-NLS-1$
	}

	/** {@return the chosen provider by UID of the transfer syntax} */
	public static Map<String, String> decoders() {
		return Choices.parse(Platform.getPreferencesService().getString(QUALIFIER, DECODERS, "", null)); //$NON-NLS-1$
	}

	private static int number(String key) {
		return Platform.getPreferencesService().getInt(QUALIFIER, key, 1, null);
	}

	/** {@return where changes of the preferences are heard} */
	public static IEclipsePreferences node() {
		return InstanceScope.INSTANCE.getNode(QUALIFIER);
	}
}
