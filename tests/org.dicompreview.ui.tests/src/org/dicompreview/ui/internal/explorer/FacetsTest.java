package org.dicompreview.ui.internal.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FacetsTest {

	private static final SeriesFacts HEAD = new SeriesFacts("T1", "MR", "20190511093000", "HEAD", 20, false); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	private static final SeriesFacts UNKNOWN = new SeriesFacts("", "CT", "", "", 1, true); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	private static Facets dates(String from, String to) {
		return new Facets("", "", Facets.date(from), Facets.date(to), 0, Integer.MAX_VALUE, false); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void datesMayBeYearsMonthsOrDaysTheLastIncluded() {
		assertTrue(dates("2019", "2019").accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(dates("", "2019-05").accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(dates("2019-05-11", "2019-05-11").accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$
		assertFalse(dates("2019-05-12", "").accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$
		assertFalse(dates("", "2019-04").accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$
		assertFalse(dates("", "2018").accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$
		assertFalse(dates("1900", "").accepts(UNKNOWN), "without a date"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertTrue(dates("May", "").accepts(UNKNOWN), "no date that can be understood"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Test
	void eachFacetMustBeMet() {
		assertTrue(Facets.NONE.accepts(HEAD) && Facets.NONE.accepts(UNKNOWN));
		assertTrue(new Facets("MR", "head", "", "", 20, 20, false).accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertFalse(new Facets("CT", "", "", "", 0, 99, false).accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertFalse(new Facets("", "KNEE", "", "", 0, 99, false).accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertFalse(new Facets("", "", "", "", 21, 99, false).accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertFalse(new Facets("", "", "", "", 0, 19, false).accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertFalse(new Facets("", "", "", "", 0, 99, true).accepts(HEAD)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertTrue(new Facets("", "", "", "", 0, 99, true).accepts(UNKNOWN)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void whatIsSavedIsLoaded() {
		Facets all = new Facets("MR", "UPPER ARM&=%", "2019", "20200131", 2, 30, true); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(all, Facets.load(all.save()));
		assertEquals(Facets.NONE, Facets.load(Facets.NONE.save()));
		assertEquals(Facets.NONE, Facets.load("least=x&bodyPart=%zz&&=")); //$NON-NLS-1$
	}
}
