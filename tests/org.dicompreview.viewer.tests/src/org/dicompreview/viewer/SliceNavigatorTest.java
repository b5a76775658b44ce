package org.dicompreview.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.series.Axis;
import org.dicompreview.series.Playback;
import org.dicompreview.series.SliceStack;
import org.junit.jupiter.api.Test;

class SliceNavigatorTest {

	private static final Axis TIME = new Axis("time", "Time", List.of("1", "2", "3")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

	private final SliceNavigator navigator = new SliceNavigator();

	@Test
	void nothingIsShownAtFirstAndAfterClear() {
		assertEquals(0, navigator.count());
		assertEquals(Optional.empty(), navigator.current());
		assertFalse(navigator.moveTo(0));
		show(new FakeStack(5, List.of(), Set.of()));
		navigator.clear();
		assertEquals(0, navigator.count());
		assertEquals(List.of(), navigator.path());
	}

	@Test
	void walksEveryPositionAndStopsAtTheEnds() {
		show(new FakeStack(5, List.of(), Set.of()));
		assertEquals(2, navigator.index());
		assertTrue(navigator.moveTo(99));
		assertEquals(4, navigator.index());
		assertFalse(navigator.moveTo(5));
		assertTrue(navigator.moveTo(-1));
		assertEquals(0, navigator.index());
		assertEquals(0, navigator.current().orElseThrow().position());
		assertEquals(5, navigator.path().size());
	}

	@Test
	void reversingKeepsTheSliceAndSwapsTheEnds() {
		show(new FakeStack(5, List.of(), Set.of()));
		navigator.moveTo(1);
		navigator.setReversed(true);
		assertEquals(3, navigator.index());
		assertEquals(1, navigator.current().orElseThrow().position());
		assertEquals(20, navigator.leftOffset().orElseThrow());
		assertEquals(-20, navigator.rightOffset().orElseThrow());
		assertEquals("H", navigator.leftLetters()); //$NON-NLS-1$
		assertEquals("F", navigator.rightLetters()); //$NON-NLS-1$
		assertEquals(3, navigator.pathIndex());
	}

	@Test
	void theFurtherAxisChangesThePath() {
		show(new FakeStack(4, List.of(TIME), Set.of()));
		assertTrue(navigator.moveAxis(0, 2));
		assertFalse(navigator.moveAxis(0, 7));
		assertEquals(2, navigator.coordinate(0));
		assertEquals(2, navigator.index(), "the position stays"); //$NON-NLS-1$
		assertEquals(List.of(0, 1, 2), navigator.path().stream().map(slice -> slice.coordinate(0)).toList(),
				"the way runs along the axis that is moved"); //$NON-NLS-1$
		assertEquals(2, navigator.pathIndex());
		navigator.moveTo(3);
		assertEquals(4, navigator.path().size());
		assertTrue(navigator.path().stream().allMatch(slice -> slice.coordinate(0) == 2));
		assertEquals(3, navigator.pathIndex());
	}

	@Test
	void playingRunsInTheOrderOfTheStack() {
		show(new FakeStack(5, List.of(TIME), Set.of()));
		navigator.setReversed(true);
		assertTrue(navigator.moveToPlace(Playback.POSITION, 0));
		assertEquals(4, navigator.index());
		assertEquals(0, navigator.place(Playback.POSITION));
		assertTrue(navigator.moveToPlace(0, 1));
		assertEquals(1, navigator.place(0));
	}

	@Test
	void whatIsInMemoryIsShownWhereItLiesOnTheSlider() {
		show(new FakeStack(4, List.of(TIME), Set.of(List.of(1, 0))));
		BitSet ofPath = new BitSet();
		ofPath.set(1, 3);
		BitSet expected = new BitSet();
		expected.set(2, 4);
		assertEquals(expected, navigator.onSlider(ofPath));
		navigator.moveAxis(0, 1);
		assertEquals(new BitSet(), navigator.onSlider(ofPath));
	}

	@Test
	void aGapHasNoSliceButAPlaceOnTheSlider() {
		show(new FakeStack(4, List.of(TIME), Set.of(List.of(1, 0))));
		assertEquals(4, navigator.count());
		assertEquals(3, navigator.path().size());
		navigator.moveTo(1);
		assertEquals(Optional.empty(), navigator.current());
		assertEquals(-1, navigator.pathIndex());
		navigator.moveTo(2);
		assertEquals(1, navigator.pathIndex());
	}

	private void show(SliceStack stack) {
		navigator.show(stack, stack.start());
	}
}
