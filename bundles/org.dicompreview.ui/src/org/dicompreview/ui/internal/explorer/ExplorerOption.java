package org.dicompreview.ui.internal.explorer;

import java.util.Arrays;
import java.util.List;

import org.dicompreview.ui.internal.settings.Settings;
import org.eclipse.core.runtime.Platform;

/** What people choose for all Series Explorers; a preference each, the first value by default. For any thread. */
enum ExplorerOption {

	/** Side of the pictures in the rows in points. */
	THUMBNAILS(Settings.EXPLORER_THUMBNAILS, List.of("32", "0", "48", "80")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	/** What stands above the series: names of {@link Arrangement.Grouping}. */
	GROUPING(Settings.EXPLORER_GROUPING, names(Arrangement.Grouping.values())),
	/** By what series are sorted: names of {@link Arrangement.Order}. */
	ORDER(Settings.EXPLORER_ORDER, names(Arrangement.Order.values())),
	/** Whether they are sorted the other way round. */
	DESCENDING(Settings.EXPLORER_DESCENDING, List.of("false", "true")), //$NON-NLS-1$ //$NON-NLS-2$
	/** Whether there are fields for facets beside the filter, which count then. */
	FACETS(Settings.EXPLORER_FACETS, List.of("false", "true")); //$NON-NLS-1$ //$NON-NLS-2$

	private final String key;
	private final List<String> values;

	ExplorerOption(String key, List<String> values) {
		this.key = key;
		this.values = values;
	}

	private static List<String> names(Enum<?>[] values) {
		return Arrays.stream(values).<String>map(Enum::name).toList();
	}

	/** {@return whether the value is true} */
	boolean isOn() {
		return Boolean.parseBoolean(value());
	}

	/** {@return whether this is the name of the preference of an option} */
	static boolean isOf(String key) {
		return Arrays.stream(values()).anyMatch(option -> option.key.equals(key));
	}

	/** {@return name of the preference} */
	String key() {
		return key;
	}

	/** {@return the value that is chosen} */
	String value() {
		String value = Platform.getPreferencesService().getString(Settings.QUALIFIER, key, values.get(0), null);
		return values.contains(value) ? value : values.get(0);
	}

	/** {@return what can be chosen, the default first} */
	List<String> choices() {
		return values;
	}

	/** {@return the value after the one that is chosen} */
	String next() {
		return values.get((values.indexOf(value()) + 1) % values.size());
	}

	/** Chooses a value. */
	void choose(String value) {
		Settings.node().put(key, value);
	}
}
