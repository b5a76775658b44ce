package org.dicompreview.rendering.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.rendering.ColorMaps;
import org.osgi.service.component.annotations.Component;

/** Pseudo-colour maps, made by rule when the service starts. */
@Component(service = ColorMaps.class)
public final class StandardColorMaps implements ColorMaps {

	private record Named(String label, int[] colors) {
	}

	private final Map<String, Named> maps = new LinkedHashMap<>();

	/** Makes all maps. */
	public StandardColorMaps() {
		add("hot-iron", "Hot iron", Ramps.colors(new int[][] { { 0, 0 }, { 128, 256 } },
				new int[][] { { 128, 0 }, { 256, 256 } }, new int[][] { { 192, 0 }, { 256, 256 } }));
	}

	private void add(String id, String label, int[] colors) {
		maps.put(id, new Named(label, colors));
	}

	@Override
	public List<String> ids() {
		return new ArrayList<>(maps.keySet());
	}

	@Override
	public String label(String id) {
		return named(id).label();
	}

	@Override
	public int[] colors(String id) {
		return named(id).colors().clone();
	}

	private Named named(String id) {
		Named named = maps.get(id);
		if (named == null) {
			throw new IllegalArgumentException("no colour map " + id);
		}
		return named;
	}
}
