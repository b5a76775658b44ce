package org.dicompreview.rendering.internal.cache;

/**
 * Where a person is on a path and which way they are going; decides what to load before it is asked for. Ranks count
 * from 1, nearest first: while scrolling, two slices ahead come before each one behind. Who steps from one end of the
 * path to the other plays a loop: the ends are neighbours from then on. Used under the loader's lock.
 */
final class ScrollTracker {

	/** Longer steps are jumps, which have no direction. */
	private static final int LONGEST_STEP = 16;
	private static final int FIRST_REACH = 4;
	private static final int MOST_DOUBLINGS = 12;

	private final int size;
	private int index;
	private boolean looping;
	private boolean jumped;
	private int direction;
	private int streak;
	private int stride = 1;

	/** @param index where the person is @param size length of the path */
	ScrollTracker(int index, int size) {
		this.index = index;
		this.size = size;
	}

	/** Takes a step. */
	void moveTo(int next) {
		int step = next - index;
		index = next;
		if (Math.abs(step) == size - 1 && size > LONGEST_STEP) {
			looping = true;
			step = -Integer.signum(step);
		}
		jumped = Math.abs(step) > LONGEST_STEP;
		if (step == 0) {
			return;
		}
		if (jumped) {
			direction = 0;
			streak = 0;
			return;
		}
		int way = Integer.signum(step);
		streak = way == direction ? streak + 1 : 1;
		direction = way;
		stride = Math.abs(step);
	}

	int index() {
		return index;
	}

	/** {@return whether the last step was a jump} */
	boolean jumped() {
		return jumped;
	}

	/** {@return up to which rank the direction of scrolling asks for; it doubles with each step in one direction} */
	int reach() {
		return FIRST_REACH * stride << Math.min(streak, MOST_DOUBLINGS);
	}

	/** {@return the index of a rank; may lie outside the path unless that is a loop} */
	int at(int rank) {
		return looping ? Math.floorMod(straight(rank), size) : straight(rank);
	}

	private int straight(int rank) {
		if (direction == 0) {
			return (rank & 1) == 1 ? index + (rank + 1) / 2 : index - rank / 2;
		}
		int triple = (rank - 1) / 3;
		return switch (rank % 3) {
			case 1 -> index + direction * (2 * triple + 1);
			case 2 -> index + direction * (2 * triple + 2);
			default -> index - direction * (triple + 1);
		};
	}

	/** {@return the rank of an index, 0 for where the person is: far ones are evicted first} */
	int rank(int place) {
		int rank = rankOf(place - index);
		return looping ? Math.min(rank, Math.min(rankOf(place - index + size), rankOf(place - index - size))) : rank;
	}

	private int rankOf(int distance) {
		int ahead = distance;
		if (direction == 0) {
			return ahead > 0 ? 2 * ahead - 1 : -2 * ahead;
		}
		ahead *= direction;
		if (ahead > 0) {
			return 3 * ((ahead - 1) / 2) + (ahead - 1) % 2 + 1;
		}
		return -3 * ahead;
	}
}
