package org.dicompreview.viewer.internal.playback;

import static org.dicompreview.viewer.DisplayEvents.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.series.Playback;
import org.dicompreview.viewer.PlaybackState;
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
		private Optional<Playback> film = Optional.of(FILM);
		private PlaybackState playback = PlaybackState.STOPPED;

		@Override
		public Optional<Playback> film() {
			return film;
		}

		@Override
		public PlaybackState playback() {
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
	}

	private final NotingStage stage = new NotingStage();
	private final Display display = new Display();
	private final CinePlayer player = new CinePlayer(display, stage);

	@AfterEach
	void stop() {
		player.close();
		display.dispose();
	}

	private void play(boolean on) {
		change(new PlaybackState(on, stage.playback.speed(), stage.playback.backAndForth()));
	}

	private void change(PlaybackState next) {
		PlaybackState before = stage.playback;
		stage.playback = next;
		player.playbackChanged(before);
	}

	@Test
	void playsOverTheEndAndStops() {
		stage.place = 3;
		play(true);
		until("more than one run", () -> stage.places.size() > 8); //$NON-NLS-1$
		play(false);
		int shown = stage.places.size();
		until("the queue of events is empty", () -> !display.readAndDispatch()); //$NON-NLS-1$
		assertEquals(shown, stage.places.size());
	}

	@Test
	void nothingIsAskedForWhileAnImageIsAwaited() {
		play(true);
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
		change(new PlaybackState(true, 1, true));
		until("it came to the end and back", () -> stage.places.contains(4) //$NON-NLS-1$
				&& stage.places.lastIndexOf(0) > stage.places.indexOf(4));
	}

	@Test
	void withoutAFilmNothingPlays() {
		stage.film = Optional.empty();
		play(true);
		long begin = System.nanoTime();
		until("some images would be due", () -> System.nanoTime() - begin > 60_000_000L); //$NON-NLS-1$
		assertEquals(List.of(), stage.places);
	}
}
