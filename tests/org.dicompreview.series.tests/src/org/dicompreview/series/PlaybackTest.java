package org.dicompreview.series;

import static org.dicompreview.series.Stacks.make;
import static org.dicompreview.series.Stacks.only;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.dicom.Tag;
import org.junit.jupiter.api.Test;

class PlaybackTest {

	private static final double[] AXIAL = { 1, 0, 0, 0, 1, 0 };

	private static TestHeader cine(int frames) {
		return new TestHeader("cine").with(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME).frames(frames);
	}

	private static Playback of(TestHeader... headers) {
		return Playback.of(only(List.of(headers)));
	}

	@Test
	void theFrameTimeIsThePace() {
		Playback film = of(cine(4).with(Tag.FRAME_TIME, 40));
		assertEquals(Playback.POSITION, film.axis());
		assertArrayEquals(new double[] { 0, 40, 80, 120, 160 }, film.times());
		assertEquals(25, film.rate());
		assertTrue(film.stated());
		assertFalse(film.sweeping());
	}

	@Test
	void theVectorGivesEachFrameItsOwnTime() {
		Playback film = of(cine(4).with(Tag.FRAME_TIME_VECTOR, new double[] { 0, 10, 30, 20 }));
		assertArrayEquals(new double[] { 0, 10, 40, 60, 80 }, film.times(), "the last stays as long as the others on average");
	}

	@Test
	void theRecommendedRateComesBeforeTheTimeOfAcquisition() {
		assertEquals(12.5, of(cine(4).with(Tag.FRAME_TIME, 40).with(Tag.RECOMMENDED_DISPLAY_FRAME_RATE, 12.5)).rate(), 1e-9);
		assertEquals(30, of(cine(4).with(Tag.CINE_RATE, 30)).rate(), 1e-9);
	}

	@Test
	void withoutAPaceTheFilmRunsAtItsDefault() {
		Playback film = of(cine(4).with(Tag.FRAME_TIME, 0));
		assertFalse(film.stated());
		assertEquals(Playback.RATE, film.rate(), 1e-9);
		assertEquals(Playback.RATE, Playback.of(only(make(5, i -> new TestHeader("f" + i).with(Tag.INSTANCE_NUMBER, i)))).rate(),
				1e-9);
	}

	/** Nothing says that they are times; but what else would be repeated so often. */
	@Test
	void repetitionsOfAVolumeAreACourseOfTime() {
		TestHeader[] images = new TestHeader[12];
		Arrays.setAll(images, i -> new TestHeader("v" + i).with(Tag.INSTANCE_NUMBER, i + 1)
				.with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL)
				.with(Tag.IMAGE_POSITION_PATIENT, new double[] { 0, 0, 5 * (i % 3) }));
		SliceStack stack = only(List.of(images));
		assertEquals(List.of("repeat"), stack.axes().stream().map(Axis::name).toList());
		assertEquals(0, Playback.of(stack).axis());
		TestHeader[] twice = Arrays.copyOf(images, 6);
		assertEquals(Playback.POSITION, of(twice).axis(), "before and after");
	}

	@Test
	void trimmedEndsAreNotPlayed() {
		Playback film = of(cine(10).with(Tag.FRAME_TIME, 20).with(Tag.START_TRIM, 3).with(Tag.STOP_TRIM, 6));
		assertEquals(2, film.first());
		assertEquals(5, film.last());
		assertEquals(List.of(2, 3, 4, 5, 2, 3), shown(film, false, 6, 20));
	}

	@Test
	void aFilmStartsOverOrTurnsRound() {
		Playback film = of(cine(4).with(Tag.FRAME_TIME, 10).with(Tag.PREFERRED_PLAYBACK_SEQUENCING, 1));
		assertTrue(film.sweeping());
		assertEquals(List.of(0, 1, 2, 3, 0, 1, 2, 3, 0), shown(film, false, 9, 10));
		assertEquals(List.of(0, 1, 2, 3, 2, 1, 0, 1, 2), shown(film, true, 9, 10));
		assertEquals(8, film.step(85, true), "steps count on over the ends");
	}

	/** Follows the film from one change to the next, as a player does. */
	@Test
	void theTimeUntilTheNextImageLeadsToIt() {
		Playback film = of(cine(4).with(Tag.FRAME_TIME_VECTOR, new double[] { 0, 10, 30, 20 }));
		for (boolean sweeping : new boolean[] { false, true }) {
			double elapsed = 0;
			for (int step = 0; step < 20; step++) {
				assertEquals(step, film.step(elapsed + 1e-6, sweeping));
				double wait = film.untilNext(elapsed + 1e-6, sweeping);
				assertTrue(wait > 0 && wait <= 30);
				elapsed += 1e-6 + wait;
			}
		}
	}

	@Test
	void aTimeAxisPlaysWhileThePositionStays() {
		SliceStack stack = only(make(4, t -> new TestHeader("t" + t).with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL).frames(6,
				(item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, new double[] { 0, 0, 2.4 * i })
						.with(Tag.TEMPORAL_POSITION_INDEX, t + 1))));
		Playback film = Playback.of(stack);
		assertEquals(0, film.axis());
		assertEquals(3, film.last());
		assertEquals(200, film.due(2));
	}

	@Test
	void anEchoIsNoCourseOfTime() {
		SliceStack stack = only(make(6, i -> new TestHeader("f" + i).with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL)
				.with(Tag.IMAGE_POSITION_PATIENT, new double[] { 0, 0, i / 2 }).with(Tag.ECHO_TIME, 10 + i % 2)));
		assertEquals(1, stack.axes().size());
		assertEquals(Playback.POSITION, Playback.of(stack).axis());
	}

	@Test
	void nonsenseIsBounded() {
		assertEquals(1, of(cine(3).with(Tag.FRAME_TIME, 1e9)).times()[1] / 60_000);
		assertEquals(1000, of(cine(3).with(Tag.RECOMMENDED_DISPLAY_FRAME_RATE, 1e9)).rate(), 1e-9);
		Playback film = of(cine(3).with(Tag.FRAME_TIME, 10).with(Tag.START_TRIM, 99).with(Tag.STOP_TRIM, -5));
		assertEquals(film.first(), film.last());
		assertEquals(List.of(0, 0), shown(film, true, 2, 10));
	}

	private static List<Integer> shown(Playback film, boolean sweeping, int count, double each) {
		List<Integer> all = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			all.add(film.indexOf(film.step((i + 0.5) * each, sweeping), sweeping));
		}
		return all;
	}
}
