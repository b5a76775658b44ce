package org.dicompreview.rendering.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.ColorMaps;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.internal.Ramps.Rounding;
import org.osgi.service.component.annotations.Component;

/** Pseudo-colour maps, made by rule when the service starts. */
@Component(service = ColorMaps.class)
public final class StandardColorMaps implements ColorMaps {

	private record Named(RenderingText label, int[] colors) {
	}

	private final Map<String, Named> maps = new LinkedHashMap<>();

	/** Makes all maps. */
	public StandardColorMaps() {
		add("hot-iron", RenderingText.HOT_IRON, hotIron());
		add("pet", RenderingText.PET, pet());
		add("hot-metal-blue", RenderingText.HOT_METAL_BLUE, hotMetalBlue());
		add("pet-20-step", RenderingText.PET_20_STEP, pet20Step());
		add("spring", RenderingText.SPRING, Ramps.channels(Rounding.NEAREST, ramp(255, 255), ramp(0, 255), ramp(255, 0)));
		add("summer", RenderingText.SUMMER, Ramps.channels(Rounding.NEAREST, ramp(0, 0), ramp(255, 128),
				new int[] { 0, 0, 127, 0, 255, 254 }));
		add("fall", RenderingText.FALL, Ramps.channels(Rounding.NEAREST, ramp(255, 255), ramp(255, 0), ramp(0, 0)));
		add("winter", RenderingText.WINTER, Ramps.channels(Rounding.NEAREST, new int[] { 0, 0, 127, 0, 255, 127 }, ramp(0, 255),
				ramp(255, 128)));
		add("rainbow", RenderingText.RAINBOW, Ramps.through(0x0000FF, 0x00FFFF, 0x00FF00, 0xFFFF00, 0xFF0000));
		add("viridis", RenderingText.VIRIDIS, Ramps.through(0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779,
				0x6DCD59, 0xB4DE2C, 0xFDE725));
	}

	private static int[] ramp(int from, int to) {
		return new int[] { 0, from, 255, to };
	}

	/** PS3.6 B.1.1. */
	private static int[] hotIron() {
		return Ramps.channels(Rounding.NEAREST, new int[] { 0, 0, 126, 252, 128, 255, 255, 255 },
				new int[] { 0, 0, 128, 0, 254, 252, 255, 255 }, new int[] { 0, 0, 191, 0, 253, 248, 255, 255 });
	}

	/** PS3.6 B.1.2. */
	private static int[] pet() {
		return Ramps.channels(Rounding.DOWN, new int[] { 0, 0, 63, 0, 192, 255, 255, 255 },
				new int[] { 0, 0, 63, 128, 128, 0, 255, 255 },
				new int[] { 0, 0, 128, 255, 129, 252, 192, 0, 255, 255 });
	}

	/** PS3.6 B.1.3. */
	private static int[] hotMetalBlue() {
		return Ramps.channels(Rounding.NEAREST,
				new int[] { 0, 0, 85, 0, 102, 50, 119, 90, 153, 190, 170, 255, 255, 255 },
				new int[] { 0, 0, 119, 0, 238, 224, 255, 255 },
				new int[] { 0, 0, 16, 31, 34, 67, 68, 133, 84, 165, 102, 200, 119, 150, 136, 50, 153, 0, 170, 0, 238,
						200, 255, 255 });
	}

	/** PS3.6 B.1.4. */
	private static int[] pet20Step() {
		return Ramps.steps(0x000000, 0x600050, 0x303050, 0x303070, 0x505080, 0x6060B0, 0x7070C0, 0x8080E0, 0x306030,
				0x309030, 0x50C050, 0x40E040, 0xE0E050, 0xD0D060, 0xD0B040, 0xD09000, 0xC06000, 0xB03000, 0xFF0000,
				0xFFFFFF);
	}

	private void add(String id, RenderingText label, int[] colors) {
		maps.put(id, new Named(label, colors));
	}

	@Override
	public List<String> ids() {
		return new ArrayList<>(maps.keySet());
	}

	@Override
	public Text label(String id) {
		return Text.of(named(id).label());
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
