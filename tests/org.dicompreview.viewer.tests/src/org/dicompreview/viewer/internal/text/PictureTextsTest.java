package org.dicompreview.viewer.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.viewer.PlaybackState;
import org.junit.jupiter.api.Test;

class PictureTextsTest {

	private static final List<String> AXIAL = List.of("R", "L", "A", "P"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	@Test
	void lettersTurnWithThePicture() {
		assertEquals(AXIAL, edges(0, false));
		assertEquals(List.of("P", "A", "R", "L"), edges(1, false)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(List.of("L", "R", "P", "A"), edges(2, false)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(List.of("A", "P", "L", "R"), edges(3, false)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void lettersFlipBeforeTheyTurn() {
		assertEquals(List.of("L", "R", "A", "P"), edges(0, true)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(List.of("P", "A", "L", "R"), edges(1, true)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void thePaceIsSaidWhileItPlays() {
		assertEquals("", PictureTexts.playback(PlaybackState.STOPPED, 25, 3)); //$NON-NLS-1$
		PlaybackState playing = new PlaybackState(true, 1, false);
		assertEquals("\u25b6", PictureTexts.playback(playing, 0, 0)); //$NON-NLS-1$
		assertEquals("\u25b6 25 / s", PictureTexts.playback(playing, 25, 0)); //$NON-NLS-1$
		assertEquals("\u25b6 25 / s  \u00d7 2\n3 dropped", PictureTexts.playback(new PlaybackState(true, 2, false), 25, 3)); //$NON-NLS-1$
	}

	private static List<String> edges(int turns, boolean flip) {
		return PictureTexts.edges(AXIAL, DisplaySettings.DEFAULT.with(new Orientation(turns, flip)));
	}
}
