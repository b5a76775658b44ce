package org.dicompreview.ui.internal.preview;

import java.util.Optional;

import org.dicompreview.series.Playback;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;

/**
 * Plays a stack by the clock: at each moment it wants the image that is due then. Images that are a little late are made up
 * for one after the other, more are left out, so that nothing lines up. UI thread only.
 */
final class CinePlayer {

	/** What the player moves. */
	interface Stage {

		/** {@return how the stack on stage plays; absent if there is nothing to play} */
		Optional<Playback> playback();

		/** {@return where the stack stands along an axis, in the order of the stack} */
		int place(int axis);

		/** Moves the stack along an axis. */
		void playTo(int axis, int place);

		/** {@return whether the image of the last move has come or soon will, so that the next may be asked for} */
		boolean ready();

		/** Hears that playing has begun or ended or has another pace. */
		void playerChanged();
	}

	private static final double[] SPEEDS = { 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 4 };
	private static final double MILLISECOND = 1e6;
	/** So late, in ms, may images come before some are left out: a short pause of the machine then costs none. */
	private static final double MOST_LATE = 50;

	private final Display display;
	private final Stage stage;
	private final Runnable tick = this::tick;
	private final FrameRate rate = new FrameRate();
	private Playback playback;
	private boolean backAndForth;
	private Optional<Boolean> chosen = Optional.empty();
	private double speed = 1;
	/** A moment, and how far the film was then, in ms at normal speed. */
	private long origin;
	private double originElapsed;
	private long step;
	private long dropped;

	CinePlayer(Display display, Stage stage) {
		this.display = display;
		this.stage = stage;
	}

	boolean playing() {
		return playback != null;
	}

	/** Begins where the stack stands, or ends. */
	void toggle() {
		if (playing()) {
			stop();
		} else {
			stage.playback().ifPresent(this::play);
		}
	}

	private void play(Playback film) {
		playback = film;
		backAndForth = chosen.orElse(film.sweeping());
		dropped = 0;
		rate.clear();
		setOrigin(film.due(stage.place(film.axis())));
		step = film.step(originElapsed, backAndForth);
		if (film.indexOf(step, backAndForth) != stage.place(film.axis())) {
			stage.playTo(film.axis(), film.indexOf(step, backAndForth)); // outside of what is played
		}
		stage.playerChanged();
		tick();
	}

	/** Ends where the stack stands. */
	void stop() {
		if (playing()) {
			close();
			stage.playerChanged();
		}
	}

	/** Ends without a word to the stage. */
	void close() {
		playback = null;
		display.timerExec(-1, tick);
	}

	/**
	 * Shows the image that is due, or the first of those that are, unless the one before is still awaited: it comes back when
	 * that has come.
	 */
	private void tick() {
		if (!playing()) {
			return;
		}
		long due = playback.step(elapsed(), backAndForth);
		if (due != step && stage.ready()) {
			long next = due < step || lateness(due - step) > MOST_LATE ? due : step + 1;
			dropped += Math.max(0, next - step - 1);
			step = next;
			stage.playTo(playback.axis(), playback.indexOf(next, backAndForth));
		}
		double wait = playback.untilNext(elapsed(), backAndForth) / speed;
		display.timerExec((int) Math.max(1, Math.ceil(wait)), tick);
	}

	/** {@return how long a number of images plays, in ms} */
	private double lateness(long steps) {
		return steps * 1000 / (playback.rate() * speed);
	}

	/** Hears that the image that was asked for has come. */
	void arrived() {
		if (playing() && playback.step(elapsed(), backAndForth) != step) {
			tick();
		}
	}

	/** Hears that another image was painted. */
	void painted() {
		if (playing()) {
			rate.add(System.nanoTime());
		}
	}

	private double elapsed() {
		return originElapsed + (System.nanoTime() - origin) / MILLISECOND * speed;
	}

	private void setOrigin(double elapsed) {
		originElapsed = elapsed;
		origin = System.nanoTime();
	}

	double speed() {
		return speed;
	}

	/** Changes the pace. @param factor of the normal pace, above 0 */
	void setSpeed(double factor) {
		setOrigin(playing() ? elapsed() : 0);
		speed = factor;
		rate.clear();
		stage.playerChanged();
	}

	/** Takes the next of the paces. @param direction 1 for a faster one, -1 for a slower one */
	void changeSpeed(int direction) {
		int next = -1;
		for (int i = 0; i < SPEEDS.length; i++) {
			boolean beyond = direction > 0 ? SPEEDS[i] > speed : SPEEDS[i] < speed;
			if (beyond && (next < 0 || direction < 0)) {
				next = i;
			}
		}
		if (next >= 0) {
			setSpeed(SPEEDS[next]);
		}
	}

	/** Begins with another series. @param factor the pace that a person chose for it */
	void reset(double factor) {
		stop();
		chosen = Optional.empty();
		backAndForth = false;
		speed = factor;
	}

	/** {@return whether it runs back from its end, as far as that is known} */
	boolean backAndForth() {
		return backAndForth;
	}

	/** Runs back from the end, or starts over there, whatever the file says. */
	void setBackAndForth(boolean on) {
		chosen = Optional.of(on);
		if (playing()) {
			setOrigin(playback.due(playback.indexOf(step, backAndForth)));
			step = playback.step(originElapsed, on);
		}
		backAndForth = on;
		stage.playerChanged();
	}

	/** {@return images that were due since the start but could not be shown in time} */
	long dropped() {
		return dropped;
	}

	/** {@return images a second as painted; 0 before it is known} */
	double measuredRate() {
		return rate.perSecond();
	}

	/** {@return the pace for people: as measured, and how it differs from the normal one; empty text when nothing plays} */
	String text() {
		if (!playing()) {
			return ""; //$NON-NLS-1$
		}
		String measured = rate.perSecond() == 0 ? Messages.CinePlayer_starting
				: NLS.bind(Messages.CinePlayer_rate, PictureTexts.number(rate.perSecond(), 1));
		String paced = speed == 1 ? measured : NLS.bind(Messages.CinePlayer_speed, measured, PictureTexts.number(speed, 2));
		return dropped == 0 ? paced : paced + '\n' + NLS.bind(Messages.CinePlayer_dropped, dropped);
	}
}
