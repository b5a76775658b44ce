package org.dicompreview.ui.internal.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FilterTest {

	@Test
	void everyWordMustOccurSomewhere() {
		String text = Filter.fold("Doe, Jane\nMR brain"); //$NON-NLS-1$
		assertTrue(new Filter("brain doe").matches(text)); //$NON-NLS-1$
		assertTrue(new Filter("  jan   mr ").matches(text)); //$NON-NLS-1$
		assertFalse(new Filter("jane ct").matches(text)); //$NON-NLS-1$
	}

	@Test
	void caseAndAccentsDoNotMatter() {
		assertTrue(new Filter("MULLER").matches(Filter.fold("Mu\u0308ller"))); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(new Filter("m\u00fcller").matches(Filter.fold("MULLER"))); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(new Filter("\u03b4\u03b9\u03bf\u03bd").matches(Filter.fold("\u0394\u03b9\u03bf\u03bd\u03c5\u03c3\u03b9\u03bf\u03c2"))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void spaceAloneIsNoFilter() {
		assertTrue(new Filter(" \t").isEmpty()); //$NON-NLS-1$
		assertEquals(Filter.NONE, new Filter("  ")); //$NON-NLS-1$
		assertTrue(Filter.NONE.matches("")); //$NON-NLS-1$
	}
}
