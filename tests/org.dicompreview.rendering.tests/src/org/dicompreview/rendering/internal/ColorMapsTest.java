package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dicompreview.dicom.Photometric;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorMapsTest {

	private final StandardColorMaps maps = new StandardColorMaps();

	@Test
	void offersThePalettesOfTheStandardAndCommonOnes() {
		assertEquals(List.of("hot-iron", "pet", "hot-metal-blue", "pet-20-step", "spring", "summer", "fall", "winter",
				"rainbow", "viridis"), maps.ids());
		for (String id : maps.ids()) {
			assertEquals(256, maps.colors(id).length);
			assertTrue(!maps.label(id).toString().isBlank());
		}
		assertThrows(IllegalArgumentException.class, () -> maps.colors(""));
	}

	/** Entries of the tables of PS3.6 annex B. */
	@ParameterizedTest
	@CsvSource({ "hot-iron,0,000000", "hot-iron,100,C80000", "hot-iron,127,FE0000", "hot-iron,128,FF0000",
			"hot-iron,191,FF7E00", "hot-iron,192,FF8004", "hot-iron,254,FFFCFC", "hot-iron,255,FFFFFF",
			"pet,1,000201", "pet,63,00807D", "pet,64,017E7F", "pet,128,8000FF", "pet,129,8202FC", "pet,192,FF8000",
			"pet,212,FFA850", "pet,213,FFAA55", "pet,255,FFFFFF", "hot-metal-blue,16,00001F",
			"hot-metal-blue,86,0300A9", "hot-metal-blue,119,5A0096", "hot-metal-blue,160,D94D00",
			"hot-metal-blue,254,FFFDFC", "pet-20-step,12,000000", "pet-20-step,13,600050", "pet-20-step,38,303050",
			"pet-20-step,39,303070", "pet-20-step,51,505080", "pet-20-step,242,FF0000", "pet-20-step,243,FFFFFF",
			"spring,0,FF00FF", "spring,255,FFFF00", "summer,0,00FF00", "summer,255,0080FE", "fall,0,FFFF00",
			"fall,100,FF9B00", "winter,0,0000FF", "winter,127,007FC0", "winter,255,7FFF80" })
	void entriesOfTheStandard(String id, int index, String color) {
		assertEquals(color, String.format("%06X", maps.colors(id)[index]));
	}

	@Test
	void callersOwnTheirCopy() {
		maps.colors("pet")[0] = 1;
		assertEquals(0, maps.colors("pet")[0]);
	}

	@Test
	void greyFramesAreColoredWithinTheFrameOnly() {
		DisplayFrame frame = Made.display(Made.bytes(2, Photometric.MONOCHROME2, 0, 255), new MadeAttributes());
		int[] pixels = Made.pixels(
				Made.RENDERER.render(frame, DisplaySettings.DEFAULT.withColorMap("spring"), 2, 3));
		assertArrayEquals(new int[] { 0, 0, 0, 0, 0, 0, 255, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0 }, pixels);
		assertArrayEquals(new int[] { 255, 255, 0, 255, 0, 255 },
				Made.stored(frame, DisplaySettings.DEFAULT.withColorMap("spring").withInvert(true)));
	}
}
