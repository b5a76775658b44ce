package org.dicompreview.codec.internal.jxl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How strong noise is where libjxl 0.7, which makes the fixtures, takes another point than later versions do. */
class NoiseTest {

	private static final float[] POINTS = { 0.5f, 0.125f, 0, 0, 0, 0, 0.25f, 0.75f };

	@ParameterizedTest
	@CsvSource({ "-1,0.5", "0,0.5", "0.083333336,0.3125", "1,0.25", "1.0833334,0.5", "1.125,0.625", "1.1666667,0.75",
			"9,0.75" })
	void strengthIsBetweenThoseOfThePoints(float level, float expected) {
		assertEquals(expected, Noise.strength(POINTS, level), 1e-5f);
	}
}
