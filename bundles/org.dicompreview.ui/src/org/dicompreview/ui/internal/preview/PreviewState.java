package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.SlicePlace;
import org.dicompreview.viewer.ViewingSettings;
import org.dicompreview.viewer.ViewportLayout;
import org.dicompreview.viewer.ViewportLink;
import org.dicompreview.viewer.ViewportMemory;

/**
 * What a Preview shows, in a form that outlives it. Immutable.
 *
 * @param layout how its viewports lie
 * @param active index of the active one
 * @param links  what its viewports do together
 * @param cells  what each viewport shows, as many as the layout has; absent for nothing
 */
record PreviewState(ViewportLayout layout, int active, Set<ViewportLink> links, List<Optional<ViewportMemory.Entry>> cells) {

	/** One viewport that shows nothing. */
	static final PreviewState EMPTY = new PreviewState(ViewportLayout.SINGLE, 0, Set.of(), List.of(Optional.empty()));

	static final String SERIES = "series"; //$NON-NLS-1$
	static final String FILE = "file"; //$NON-NLS-1$
	private static final String INSTANCE = "instance"; //$NON-NLS-1$
	private static final String FRAME = "frame"; //$NON-NLS-1$
	private static final String REVERSED = "reversed"; //$NON-NLS-1$
	static final String LAYOUT = "layout"; //$NON-NLS-1$
	private static final String ACTIVE = "active"; //$NON-NLS-1$
	private static final String LINKS = "links"; //$NON-NLS-1$
	private static final String SEPARATOR = ","; //$NON-NLS-1$
	private static final String CELL = "cell"; //$NON-NLS-1$

	/** Copies the collections. */
	PreviewState {
		links = Set.copyOf(links);
		cells = List.copyOf(cells);
	}

	/** {@return whether no viewport shows a slice} */
	boolean isEmpty() {
		return cells.stream().allMatch(Optional::isEmpty);
	}

	/** {@return all of it as texts by keys; those of the active viewport are the plain ones} */
	Map<String, String> toMap() {
		Map<String, String> map = new HashMap<>();
		map.put(LAYOUT, layout.id());
		map.put(ACTIVE, Integer.toString(active));
		map.put(LINKS, links.stream().map(ViewportLink::id).sorted().collect(Collectors.joining(SEPARATOR)));
		for (int i = 0; i < cells.size(); i++) {
			String prefix = prefix(i, active);
			cells.get(i).ifPresent(entry -> toMap(entry).forEach((key, value) -> map.put(prefix + key, value)));
		}
		return map;
	}

	private static Map<String, String> toMap(ViewportMemory.Entry entry) {
		Map<String, String> map = StoredSettings.write(entry.settings().appearance().settings());
		map.put(SERIES, entry.place().seriesUid());
		map.put(INSTANCE, entry.place().sopInstanceUid());
		map.put(FRAME, Integer.toString(entry.place().frame()));
		map.put(FILE, entry.place().file());
		map.put(REVERSED, Boolean.toString(entry.settings().reversed()));
		return map;
	}

	/** {@return what {@link #toMap()} gave; what this version does not know is as in an empty Preview} */
	static PreviewState fromMap(Map<String, String> map) {
		ViewportLayout layout = ViewportLayout.of(map.getOrDefault(LAYOUT, "")).orElse(ViewportLayout.SINGLE); //$NON-NLS-1$
		int active = Math.max(0, Math.min(number(map.get(ACTIVE)), layout.count() - 1));
		Set<ViewportLink> links = Arrays.stream(map.getOrDefault(LINKS, "").split(SEPARATOR)).map(ViewportLink::of) //$NON-NLS-1$
				.flatMap(Optional::stream).collect(Collectors.toSet());
		List<Optional<ViewportMemory.Entry>> cells = new ArrayList<>();
		for (int i = 0; i < layout.count(); i++) {
			cells.add(entry(map, prefix(i, active)));
		}
		return new PreviewState(layout, active, links, cells);
	}

	private static Optional<ViewportMemory.Entry> entry(Map<String, String> all, String prefix) {
		Map<String, String> map = new HashMap<>();
		all.forEach((key, value) -> {
			if (key.startsWith(prefix)) {
				map.put(key.substring(prefix.length()), value);
			}
		});
		String series = map.getOrDefault(SERIES, ""); //$NON-NLS-1$
		if (series.isEmpty()) {
			return Optional.empty();
		}
		SlicePlace place = new SlicePlace(series, map.getOrDefault(INSTANCE, ""), number(map.get(FRAME)), //$NON-NLS-1$
				map.getOrDefault(FILE, "")); //$NON-NLS-1$
		Appearance appearance = new Appearance(StoredSettings.read(map), Optional.empty(), false);
		return Optional.of(new ViewportMemory.Entry(place,
				new ViewingSettings(appearance, Boolean.parseBoolean(map.get(REVERSED)), 1)));
	}

	private static String prefix(int cell, int active) {
		return cell == active ? "" : CELL + cell + '.'; //$NON-NLS-1$
	}

	private static int number(String text) {
		return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0; //$NON-NLS-1$
	}
}
