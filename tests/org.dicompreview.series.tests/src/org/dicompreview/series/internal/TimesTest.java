package org.dicompreview.series.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.TestHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

	@ParameterizedTest
	@CsvSource({ "10, 36000", "1001, 36060", "100102, 36062", "100102.5, 36062.5", "10:01:02, 36062", "235959.999999, 86399.999999" })
	void timesAreSeconds(String text, double seconds) {
		assertEquals(seconds, Times.time(text), 1e-6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "100", "10010", "1001020", "ab", "10-1", "10011x" })
	void malformedTimesAreMissing(String text) {
		assertEquals(Double.NaN, Times.time(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2020", "20200230", "2020-1-1", "202001011", "abcdefgh" })
	void malformedDatesAreMissing(String text) {
		assertEquals(Double.NaN, Times.date(text));
	}

	@Test
	void datesInTheOldFormAreDates() {
		assertEquals(Times.date("20200131"), Times.date("2020.01.31"));
		assertEquals(86_400, Times.date("20200201") - Times.date("20200131"));
	}

	@Test
	void timeZonesShift() {
		double utc = Times.dateTime("20200101120000");
		assertEquals(utc, Times.dateTime("20200101130000+0100"));
		assertEquals(utc, Times.dateTime("20200101063000.0-0530"));
		assertEquals(utc - 12 * 3600, Times.dateTime("20200101"));
		assertEquals(Double.NaN, Times.dateTime("2020"));
	}

	@Test
	void whatIsMostExactCounts() {
		TestHeader header = new TestHeader("f").with(Tag.ACQUISITION_TIME, "120000");
		assertEquals(43_200, Times.acquired(header));
		header.with(Tag.ACQUISITION_DATE, "19700102");
		assertEquals(129_600, Times.acquired(header));
		header.with(Tag.ACQUISITION_DATE_TIME, "19700101000007");
		assertEquals(7, Times.acquired(header));
		header.with(Tag.FRAME_ACQUISITION_DATE_TIME, "not a time");
		assertEquals(7, Times.acquired(header));
	}
}
