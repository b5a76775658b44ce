package org.dicompreview.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.junit.jupiter.api.Test;

class AppearanceTest {

	private static final DisplaySettings SHOWN = DisplaySettings.DEFAULT.with(new Orientation(1, true))
			.with(new Placement(2, 0.1, 0));
	private static final Appearance STATE = Appearance.DEFAULT.withState(Optional.of(new PresentationStateChoice("1.2", null))); //$NON-NLS-1$

	@Test
	void theStatePlacesThePictureUntilAPersonMovesIt() {
		Appearance inverted = STATE.edited(settings -> settings.withInvert(true), SHOWN);
		assertTrue(inverted.isPlacedByState());
		assertTrue(inverted.settings().window().invert());
		Appearance zoomed = inverted.edited(settings -> settings.with(settings.placement().zoomedBy(2)), SHOWN);
		assertFalse(zoomed.isPlacedByState());
		assertEquals(SHOWN.with(new Placement(4, 0.2, 0)).withInvert(true), zoomed.settings(), "it goes on from what was shown"); //$NON-NLS-1$
		Appearance turned = zoomed.edited(settings -> settings.with(new Orientation(2, false)), SHOWN);
		assertEquals(4, turned.settings().placement().zoom());
	}

	@Test
	void anotherStateBeginsWithItsOwnLook() {
		Appearance changed = Appearance.DEFAULT.edited(settings -> settings.withInvert(true).with(new Placement(3, 0, 0)),
				DisplaySettings.DEFAULT);
		Appearance applied = changed.withState(STATE.state());
		assertEquals(DisplaySettings.DEFAULT, applied.settings());
		assertTrue(applied.isPlacedByState());
		assertEquals(Appearance.DEFAULT, applied.withState(Optional.empty()));
	}
}
