package org.dicompreview.viewer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.dicompreview.viewer.FakeImage;
import org.dicompreview.viewer.ImagePoint;
import org.junit.jupiter.api.Test;

class MeasurementStoreTest {

	private final MeasurementStore store = new MeasurementStore();

	private static Measurement line(String id, String name) {
		return new Measurement(id, MeasurementKind.LINE, name, "1", "1.2", 0, //$NON-NLS-1$ //$NON-NLS-2$
				List.of(new ImagePoint(1, 2), new ImagePoint(3, 4)));
	}

	private List<String> names() {
		return store.all().stream().map(Measurement::name).toList();
	}

	@Test
	void whatWasDoneIsUndoneAndDoneAgain() {
		Measurement first = line("a", "First"); //$NON-NLS-1$ //$NON-NLS-2$
		store.add(first);
		store.add(line("b", "Second")); //$NON-NLS-1$ //$NON-NLS-2$
		store.replace(first.withName("Renamed")); //$NON-NLS-1$
		assertEquals(List.of("Renamed", "Second"), names()); //$NON-NLS-1$ //$NON-NLS-2$
		store.remove(List.of("a")); //$NON-NLS-1$
		assertEquals(List.of("Second"), names()); //$NON-NLS-1$
		store.undo();
		assertEquals(List.of("Renamed", "Second"), names(), "where it was"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		store.undo();
		store.undo();
		assertEquals(List.of("First"), names()); //$NON-NLS-1$
		store.redo();
		store.redo();
		store.redo();
		assertEquals(List.of("Second"), names()); //$NON-NLS-1$
		assertFalse(store.canRedo());
		store.undo();
		store.add(line("c", "Third")); //$NON-NLS-1$ //$NON-NLS-2$
		assertFalse(store.canRedo(), "another way was taken"); //$NON-NLS-1$
		for (int i = 0; i < 4; i++) {
			assertTrue(store.canUndo());
			store.undo();
		}
		assertFalse(store.canUndo());
		assertTrue(names().isEmpty());
	}

	@Test
	void listenersHearOfChangesOnly() {
		AtomicInteger heard = new AtomicInteger();
		store.addListener(heard::incrementAndGet);
		Measurement line = line("a", "First"); //$NON-NLS-1$ //$NON-NLS-2$
		store.add(line);
		assertEquals(1, heard.get());
		store.replace(line);
		store.replace(line("b", "Unknown")); //$NON-NLS-1$ //$NON-NLS-2$
		store.remove(List.of("b")); //$NON-NLS-1$
		store.select(Optional.of("a")); //$NON-NLS-1$
		store.redo();
		assertEquals(1, heard.get());
		store.select(Optional.empty());
		assertEquals(2, heard.get());
	}

	@Test
	void whatIsNewIsSelectedAndWhatIsGoneIsNot() {
		store.add(line("a", "First")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("First", store.selected().orElseThrow().name()); //$NON-NLS-1$
		store.remove(List.of("a")); //$NON-NLS-1$
		assertTrue(store.selected().isEmpty());
		store.undo();
		store.select(Optional.of("a")); //$NON-NLS-1$
		store.undo();
		assertTrue(store.selected().isEmpty());
	}

	@Test
	void whatWasKeptComesBeforeWhatIsNewAndIsNotUndone() {
		store.add(line("new", "New")); //$NON-NLS-1$ //$NON-NLS-2$
		store.restore(List.of(line("kept", "Kept"), line("new", "Older"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(List.of("Kept", "New"), names()); //$NON-NLS-1$ //$NON-NLS-2$
		store.undo();
		assertEquals("Kept", names().get(0)); //$NON-NLS-1$
		assertFalse(store.canUndo());
	}

	@Test
	void namesCountByKind() {
		assertEquals("Line 1", store.nextName(MeasurementKind.LINE)); //$NON-NLS-1$
		store.add(line("a", "Line 1")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("Line 2", store.nextName(MeasurementKind.LINE)); //$NON-NLS-1$
		assertEquals("Ellipse 1", store.nextName(MeasurementKind.ELLIPSE)); //$NON-NLS-1$
	}

	@Test
	void measurementsBelongToTheirInstanceAndFrame() {
		store.add(line("a", "Here")); //$NON-NLS-1$ //$NON-NLS-2$
		store.add(new Measurement("b", MeasurementKind.LINE, "Next frame", "1", "1.2", 1, line("", "").points())); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
		store.add(new Measurement("c", MeasurementKind.LINE, "Elsewhere", "1", "1.9", 0, line("", "").points())); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
		assertEquals(List.of("Here"), store.on(FakeImage.axial(0, 0)).stream().map(Measurement::name).toList()); //$NON-NLS-1$
		assertEquals(3, store.all().size());
	}

	@Test
	void theHandlesOfARegionAreItsCorners() {
		Measurement rectangle = MeasurementValuesTest.measurement(MeasurementKind.RECTANGLE, 1, 2, 5, 8);
		for (int i = 0; i < 4; i++) {
			Measurement changed = rectangle.withHandle(i, new ImagePoint(3, 4));
			assertEquals(new ImagePoint(3, 4), changed.handles().get(i));
			assertEquals(rectangle.handles().get((i + 2) % 4), changed.handles().get((i + 2) % 4), "the opposite one stays"); //$NON-NLS-1$
		}
		assertEquals(List.of(new ImagePoint(0, 4), new ImagePoint(4, 10)), rectangle.movedBy(-1, 2).points());
	}

	@Test
	void aKindHasSoManyPoints() {
		assertThrows(IllegalArgumentException.class, () -> MeasurementValuesTest.measurement(MeasurementKind.ANGLE, 1, 2, 3, 4));
		assertThrows(IllegalArgumentException.class,
				() -> MeasurementValuesTest.measurement(MeasurementKind.LINE, 1, 2, 3, Double.NaN));
	}
}
