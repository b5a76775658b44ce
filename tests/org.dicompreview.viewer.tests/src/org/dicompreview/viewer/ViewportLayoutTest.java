package org.dicompreview.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewportLayoutTest {

	@ParameterizedTest
	@EnumSource
	void theCellsFillTheAreaWithoutGapsOrOverlaps(ViewportLayout layout) {
		Rectangle area = new Rectangle(7, 11, 301, 203);
		List<Rectangle> cells = layout.cells(area);
		assertEquals(layout.count(), cells.size());
		int filled = 0;
		for (Rectangle cell : cells) {
			assertEquals(cell, cell.intersection(area));
			filled += cell.width * cell.height;
			cells.stream().filter(other -> other != cell).forEach(other -> assertFalse(cell.intersects(other)));
		}
		assertEquals(area.width * area.height, filled);
		assertEquals(Optional.of(layout), ViewportLayout.of(layout.id()));
	}

	@Test
	void cellsAreInReadingOrder() {
		List<Rectangle> cells = ViewportLayout.ONE_AND_TWO.cells(new Rectangle(0, 0, 300, 200));
		assertEquals(List.of(new Rectangle(0, 0, 200, 200), new Rectangle(200, 0, 100, 100), new Rectangle(200, 100, 100, 100)),
				cells);
		assertEquals(Optional.empty(), ViewportLayout.of("3x3")); //$NON-NLS-1$
	}
}
