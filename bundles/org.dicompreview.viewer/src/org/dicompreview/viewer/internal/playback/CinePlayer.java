package org.dicompreview.viewer.internal.playback;

import java.util.Optional;

import org.dicompreview.series.Playback;
import org.dicompreview.viewer.PlaybackState;
import org.eclipse.swt.widgets.Display;

/**
 * Plays a stack by the clock: at each moment it shows the image that is due then. Images that are a little late are made up
 * for one after the other, more are left out, so that nothing lines up. UI thread only.
 */
public final class CinePlayer {

	/** What the player moves. */
	public interface Stage {

		/** {@return how the stack on stage plays; absent if there is nothing to play} */
		Optional<Playback> film();

		/** {@return whether and how it is to play} */
		PlaybackState playback();

		/** {@return where the stack stands along an axis, in the order of the stack} */
		int place(int axis);

		/** Moves the stack along an axis. */
		void playTo(int axis, int place);

		/** {@return whether the image of the last move has come or soon will, so that the next may be asked for} */
		boolean ready();
	}

	private static final double MILLISECOND = 1e6;
	/** So late, in ms, may images come before some are left out: a short pause of the machine then costs none. */
	private static final double MOST_LATE = 50;

	private final Display display;
	private final Stage stage;
	private final Runnable tick = this::tick;
	private final FrameRate rate = new FrameRate();
	/** What plays; {@code null} while nothing does. */
	private Playback film;
	/** A moment, and how far the film was then, in ms at normal speed. */
	private long origin;
	private double originElapsed;
	private long step;
	private long dropped;

	/** @param display of the stage @param stage what is moved */
	public CinePlayer(Display display, Stage stage) {
		this.display = display;
		this.stage = stage;
	}

	/** Takes up that playing began or ended or has another pace, see {@link Stage#playback()}. @param before how it was */
	public void playbackChanged(PlaybackState before) {
		PlaybackState now = stage.playback();
		if (now.playing() && film == null) {
			stage.film().ifPresent(this::begin);
		} else if (!now.playing()) {
			close();
		} else {
			adapt(before, now);
		}
	}

	/** Begins where the stack stands. */
	private void begin(Playback newFilm) {
		film = newFilm;
		dropped = 0;
		rate.clear();
		boolean sweeping = stage.playback().backAndForth();
		setOrigin(film.due(stage.place(film.axis())));
		step = film.step(originElapsed, sweeping);
		if (film.indexOf(step, sweeping) != stage.place(film.axis())) {
			stage.playTo(film.axis(), film.indexOf(step, sweeping)); // outside of what is played
		}
		tick();
	}

	private void adapt(PlaybackState before, PlaybackState now) {
		if (now.speed() != before.speed()) {
			setOrigin(elapsed(before.speed()));
			rate.clear();
		}
		if (now.backAndForth() != before.backAndForth()) {
			setOrigin(film.due(film.indexOf(step, before.backAndForth())));
			step = film.step(originElapsed, now.backAndForth());
		}
	}

	/** Ends where the stack stands. */
	public void close() {
		film = null;
		display.timerExec(-1, tick);
	}

	/**
	 * Shows the image that is due, or the first of those that are, unless the one before is still awaited: it comes back when
	 * that has come.
	 */
	private void tick() {
		if (film == null) {
			return;
		}
		PlaybackState how = stage.playback();
		long due = film.step(elapsed(how.speed()), how.backAndForth());
		if (due != step && stage.ready()) {
			long next = due < step || lateness(due - step, how.speed()) > MOST_LATE ? due : step + 1;
			dropped += Math.max(0, next - step - 1);
			step = next;
			stage.playTo(film.axis(), film.indexOf(next, how.backAndForth()));
		}
		if (film != null) {
			double wait = film.untilNext(elapsed(how.speed()), how.backAndForth()) / how.speed();
			display.timerExec((int) Math.max(1, Math.ceil(wait)), tick);
		}
	}

	/** {@return how long a number of images plays, in ms} */
	private double lateness(long steps, double speed) {
		return steps * 1000 / (film.rate() * speed);
	}

	/** Hears that the image that was asked for has come. */
	public void arrived() {
		if (film != null && film.step(elapsed(stage.playback().speed()), stage.playback().backAndForth()) != step) {
			tick();
		}
	}

	/** Hears that another image was painted. */
	public void painted() {
		if (film != null) {
			rate.add(System.nanoTime());
		}
	}

	private double elapsed(double speed) {
		return originElapsed + (System.nanoTime() - origin) / MILLISECOND * speed;
	}

	private void setOrigin(double elapsed) {
		originElapsed = elapsed;
		origin = System.nanoTime();
	}

	/** {@return images that were due since the start but could not be shown in time} */
	public long dropped() {
		return dropped;
	}

	/** {@return images a second as painted; 0 before it is known} */
	public double measuredRate() {
		return rate.perSecond();
	}
}
