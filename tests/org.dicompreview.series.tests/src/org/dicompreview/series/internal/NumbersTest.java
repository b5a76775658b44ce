package org.dicompreview.series.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

	@ParameterizedTest
	@CsvSource({ "0, 2, 0", "-0.0, 2, 0", "-0.001, 2, 0", "5, 2, 5", "5.10, 2, 5.1", "33.3333, 1, 33.3", "1000000, 3, 1000000",
			"-12.345, 2, -12.34", "1e20, 1, 100000000000000000000", "0.1, 0, 0" })
	void numbersHaveNoMoreDigitsThanTheyNeed(double value, int decimals, String expected) {
		assertEquals(expected, Numbers.format(value, decimals));
	}
}
