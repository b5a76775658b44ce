package org.dicompreview.viewer.internal.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Test;

class FramePlacesTest {

	@Test
	void thePointOfAPixelIsWhereThatPixelIsSeen() {
		// Enlarged four times and turned by 90 degrees: what is right in the picture is up in the frame.
		double[] turned = { 0, 0.25, 0.125, -0.25, 0, 99.875 };
		for (int zoom : new int[] { 100, 200, 150 }) {
			FramePlaces places = new FramePlaces(turned, zoom);
			for (int column = 1; column < 40; column += 7) {
				Point at = places.of(column + 0.5, 30.5);
				assertEquals(new Point(column, 30), places.at(at.x, at.y));
			}
		}
	}
}
