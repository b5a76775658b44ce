package org.dicompreview.dicom.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderContentTest {

	/** All headers that an index remembers are void when this changes: it shall not happen by the way. */
	@Test
	void theVersionChangesWithTheListAlone() {
		assertEquals(167870827, HeaderContent.version());
	}

	@ParameterizedTest
	@ValueSource(ints = { Tag.DATA_SET_TRAILING_PADDING, Tag.ITEM, Tag.REFERENCED_FILE_ID, 0x00081040, 0x00291010 })
	void whatIsNotListedIsNotHeldThoughATagNamesIt(int tag) {
		assertEquals(HeaderContent.NOTHING, HeaderContent.of(tag, VR.LO, 4));
	}

	@Test
	void valuesAndItemsAreHeld() {
		assertEquals(HeaderContent.VALUE, HeaderContent.of(Tag.ROWS, VR.US, 2));
		assertEquals(HeaderContent.VALUE, HeaderContent.of(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, VR.SQ, -1));
		assertEquals(HeaderContent.VALUE, HeaderContent.of(Tag.overlay(Tag.OVERLAY_ROWS, 15), VR.US, 2));
	}

	@Test
	void privateElementsAreHeldInWhateverBlockTheyLie() {
		assertEquals(HeaderContent.VALUE, HeaderContent.of(0x00190010, VR.LO, 12));
		assertEquals(HeaderContent.VALUE, HeaderContent.of(0x0019100C, VR.IS, 4));
		assertEquals(HeaderContent.VALUE, HeaderContent.of(0x0019420C, VR.IS, 4));
	}

	@Test
	void ofWhatMayBeLargeThePresenceIsHeld() {
		assertEquals(HeaderContent.PRESENCE, HeaderContent.of(Tag.LUT_DATA, VR.OW, 8));
		assertEquals(HeaderContent.PRESENCE, HeaderContent.of(Tag.overlay(Tag.OVERLAY_DATA, 3), VR.OW, 8));
		assertEquals(HeaderContent.VALUE, HeaderContent.of(Tag.FRAME_TIME_VECTOR, VR.DS, HeaderContent.LONGEST));
		assertEquals(HeaderContent.PRESENCE, HeaderContent.of(Tag.FRAME_TIME_VECTOR, VR.DS, HeaderContent.LONGEST + 1));
	}
}
