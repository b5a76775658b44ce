package org.dicompreview.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.dicompreview.rendering.DisplaySettings;
import org.junit.jupiter.api.Test;

class AppearanceTest {

	private static final DisplaySettings SHOWN = DisplaySettings.DEFAULT.withOrientation(1, true).withView(2, 0.1, 0);
	private static final Appearance STATE = Appearance.DEFAULT.withState(Optional.of(new PresentationStateChoice("1.2", null))); //$NON-NLS-1$

	@Test
	void theStatePlacesThePictureUntilAPersonMovesIt() {
		Appearance inverted = STATE.edited(settings -> settings.withInvert(true), SHOWN);
		assertTrue(inverted.isPlacedByState());
		assertTrue(inverted.settings().invert());
		Appearance zoomed = inverted.edited(settings -> settings.withView(settings.zoom() * 2, settings.panX(), 0), SHOWN);
		assertFalse(zoomed.isPlacedByState());
		assertEquals(SHOWN.withView(4, 0.1, 0).withInvert(true), zoomed.settings(), "it goes on from what was shown"); //$NON-NLS-1$
		Appearance turned = zoomed.edited(settings -> settings.withOrientation(2, false), SHOWN);
		assertEquals(4, turned.settings().zoom());
	}

	@Test
	void anotherStateBeginsWithItsOwnLook() {
		Appearance changed = Appearance.DEFAULT.edited(settings -> settings.withInvert(true).withView(3, 0, 0), DisplaySettings.DEFAULT);
		Appearance applied = changed.withState(STATE.state());
		assertEquals(DisplaySettings.DEFAULT, applied.settings());
		assertTrue(applied.isPlacedByState());
		assertEquals(Appearance.DEFAULT, applied.withState(Optional.empty()));
	}
}
