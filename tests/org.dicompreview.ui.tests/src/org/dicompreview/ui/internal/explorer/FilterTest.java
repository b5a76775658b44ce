package org.dicompreview.ui.internal.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FilterTest {

	@Test
	void everyWordMustOccurSomewhere() {
		String text = Filter.fold("Doe, Jane\nMR brain");
		assertTrue(new Filter("brain doe").matches(text));
		assertTrue(new Filter("  jan   mr ").matches(text));
		assertFalse(new Filter("jane ct").matches(text));
	}

	@Test
	void caseAndAccentsDoNotMatter() {
		assertTrue(new Filter("MULLER").matches(Filter.fold("Mu\u0308ller")));
		assertTrue(new Filter("m\u00fcller").matches(Filter.fold("MULLER")));
		assertTrue(new Filter("\u03b4\u03b9\u03bf\u03bd").matches(Filter.fold("\u0394\u03b9\u03bf\u03bd\u03c5\u03c3\u03b9\u03bf\u03c2")));
	}

	@Test
	void spaceAloneIsNoFilter() {
		assertTrue(new Filter(" \t").isEmpty());
		assertEquals(Filter.NONE, new Filter("  "));
		assertTrue(Filter.NONE.matches(""));
	}
}
