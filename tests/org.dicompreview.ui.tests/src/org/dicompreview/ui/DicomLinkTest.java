package org.dicompreview.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links as text. */
class DicomLinkTest {

	private static final String PATH = Path.of("/data/a b&c=d+\u00e9%").toAbsolutePath().toString(); //$NON-NLS-1$

	@Test
	void aLinkIsTheSameAfterItsWayThroughText() {
		DicomLink link = new DicomLink("1.2.3", "1.2.3.4", 7, PATH); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(link, DicomLink.parse(link.toString()));
		assertTrue(link.toString().matches("[!-~]+"), link.toString()); //$NON-NLS-1$
		DicomLink series = new DicomLink("1.2.3", "", 0, ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals("dicompreview:slice?series=1.2.3", series.toString()); //$NON-NLS-1$
		assertEquals(series, DicomLink.parse(" DicomPreview://slice/?series=1.2.3\n")); //$NON-NLS-1$
		assertEquals(PATH, DicomLink.parse(new DicomLink("", "", 0, PATH).toString()).path()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "dicompreview:", "http://slice?series=1", "dicompreview:run?series=1", "dicompreview:slice?",
			"dicompreview:slice?series=1&command=org.eclipse.ui.file.exit", "dicompreview:slice?series=1&series=2",
			"dicompreview:slice?series=1;rm", "dicompreview:slice?series=%3Cscript%3E", "dicompreview:slice?series=1&instance=../..",
			"dicompreview:slice?instance=1.2", "dicompreview:slice?series=1&frame=1", "dicompreview:slice?series=1&instance=2&frame=0",
			"dicompreview:slice?series=1&instance=2&frame=-1", "dicompreview:slice?series=1&instance=2&frame=9999999999",
			"dicompreview:slice?path=relative/path", "dicompreview:slice?path=%2F%2Fserver%2Fshare",
			"dicompreview:slice?path=%5C%5Cserver%5Cshare", "dicompreview:slice?path=%2Fdata%00", "dicompreview:slice?path=%2Fa%0Ab",
			"dicompreview:slice?path=%zz", "dicompreview:slice?series=12345678901234567890123456789012345678901234567890123456789012345" })
	void whatIsNoLinkIsRefusedInWords(String text) {
		String words = assertThrows(IllegalArgumentException.class, () -> DicomLink.parse(text)).getMessage();
		assertTrue(words.contains(" "), words); //$NON-NLS-1$
		assertFalse(words.chars().anyMatch(Character::isISOControl), words);
	}

	@Test
	void aLinkWithoutEndIsRefused() {
		String words = assertThrows(IllegalArgumentException.class,
				() -> DicomLink.parse("dicompreview:slice?path=%2F" + "a".repeat(100_000))).getMessage(); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(words.length() < 400, words);
	}
}
