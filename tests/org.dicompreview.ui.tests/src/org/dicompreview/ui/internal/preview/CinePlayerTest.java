package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.series.Playback;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The player before a stage that notes what it is told. What it does may be late on a busy machine, but never wrong. */
class CinePlayerTest {

	private static final Playback FILM = new Playback(Playback.POSITION, new double[] { 0, 5, 10, 15, 20, 25 }, 0, 4, false,
			true);

	private static final class NotingStage implements CinePlayer.Stage {
		private final List<Integer> places = new ArrayList<>();
		private int place;
		private boolean ready = true;
		private Optional<Playback> playback = Optional.of(FILM);

		@Override
		public Optional<Playback> playback() {
			return playback;
		}

		@Override
		public int place(int axis) {
			return place;
		}

		@Override
		public void playTo(int axis, int to) {
			place = to;
			places.add(to);
		}

		@Override
		public boolean ready() {
			return ready;
		}

		@Override
		public void playerChanged() {
			// The stage asks the player.
		}
	}

	private final NotingStage stage = new NotingStage();
	private final CinePlayer player = new CinePlayer(Display.getCurrent(), stage);

	@AfterEach
	void stop() {
		player.stop();
	}

	@Test
	void playsOverTheEndAndStops() {
		stage.place = 3;
		player.toggle();
		assertTrue(player.playing());
		until("more than one run", () -> stage.places.size() > 8); //$NON-NLS-1$
		player.toggle();
		assertFalse(player.playing());
		int shown = stage.places.size();
		until("the queue of events is empty", () -> !Display.getCurrent().readAndDispatch()); //$NON-NLS-1$
		assertEquals(shown, stage.places.size());
		assertEquals("", player.text()); //$NON-NLS-1$
	}

	@Test
	void nothingIsAskedForWhileAnImageIsAwaited() {
		player.toggle();
		until("the film runs", () -> !stage.places.isEmpty()); //$NON-NLS-1$
		stage.ready = false;
		stage.places.clear();
		long step = System.nanoTime();
		until("some images are due", () -> System.nanoTime() - step > 60_000_000L); //$NON-NLS-1$
		assertEquals(List.of(), stage.places);
		stage.ready = true;
		player.arrived();
		assertEquals(1, stage.places.size(), "the one that is due now, none of those before"); //$NON-NLS-1$
		assertTrue(player.dropped() >= 5, "images left out: " + player.dropped()); //$NON-NLS-1$
	}

	@Test
	void aFilmThatSweepsTurnsRound() {
		player.setBackAndForth(true);
		player.toggle();
		until("it came to the end and back", () -> stage.places.contains(4) //$NON-NLS-1$
				&& stage.places.lastIndexOf(0) > stage.places.indexOf(4));
		assertTrue(player.backAndForth());
		player.reset(1);
		assertFalse(player.backAndForth(), "another series says for itself"); //$NON-NLS-1$
	}

	@Test
	void thePaceHasSteps() {
		player.changeSpeed(1);
		assertEquals(1.5, player.speed());
		player.changeSpeed(-1);
		player.changeSpeed(-1);
		assertEquals(0.75, player.speed());
		for (int i = 0; i < 20; i++) {
			player.changeSpeed(-1);
		}
		assertEquals(0.1, player.speed());
		player.setSpeed(1);
		assertEquals(1, player.speed());
	}

	@Test
	void withoutAFilmNothingPlays() {
		stage.playback = Optional.empty();
		player.toggle();
		assertFalse(player.playing());
	}
}
