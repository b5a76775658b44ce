package org.dicompreview.ui.internal.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** Division of the width of the tree. */
class ColumnWidthsTest {

	@Test
	void aNarrowTreeHasRoomForTagAndName() {
		int[] widths = ColumnWidths.of(50, 0);
		assertEquals(2, Arrays.stream(widths).filter(width -> width > 0).count());
		assertTrue(widths[0] > 0 && widths[2] > 0);
	}

	@Test
	void aWideTreeHasAllColumns() {
		assertTrue(Arrays.stream(ColumnWidths.of(140, 0)).allMatch(width -> width > 0));
	}

	@Test
	void tagsAreIndentedInRoomOfTheirOwn() {
		assertTrue(ColumnWidths.of(140, 3)[0] > ColumnWidths.of(140, 2)[0]);
	}

	@Test
	void theValueAlwaysGetsAShare() {
		for (int characters = 50; characters < 400; characters++) {
			int used = Arrays.stream(ColumnWidths.of(characters, 0)).sum();
			assertTrue(characters - used >= 9, characters + " leave " + (characters - used));
		}
	}
}
