package org.dicompreview.rendering.internal.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.FrameSession;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedFrameLoaderTest {

	private final MadeFiles files = new MadeFiles();
	private final HandWorkers workers = new HandWorkers();
	private final List<String> got = new ArrayList<>();
	private final Consumer<LoadedFrame> receiver = loaded -> got.add(name(loaded.slice()));
	private SharedFrameLoader loader;

	@BeforeEach
	void open() {
		loader = new SharedFrameLoader(files.reader(), files.decoders(), workers, 2);
	}

	@AfterEach
	void close() {
		loader.close();
	}

	private static String name(Slice slice) {
		return Locations.path(slice.instance()) + "#" + slice.frame();
	}

	private static BitSet bits(int... indices) {
		BitSet bits = new BitSet();
		IntStream.of(indices).forEach(bits::set);
		return bits;
	}

	private void decodesNothing() {
		files.decoded.clear();
	}

	@Test
	void neverDeliversWhatANewerRequestReplaced() {
		List<Slice> path = MadeFiles.series("a", 100);
		FrameSession session = loader.open();
		session.show(path, 10, receiver);
		session.show(path, 40, receiver);
		session.show(path, 70, receiver);
		workers.run();
		assertEquals(List.of("a70#0"), got);
		assertEquals(List.of("a70#0"), files.decoded, "the newest request only, as long as more may follow");
		workers.pass();
		workers.run();
		assertTrue(files.decoded.indexOf("a10#0") > files.decoded.indexOf("a50#0"), "only a neighbour now");
	}

	@Test
	void waitsWithNeighboursOnlyAfterAJump() {
		loader.setBudget(20 * MadeFiles.FRAME);
		List<Slice> path = MadeFiles.series("a", 100);
		FrameSession session = loader.open();
		session.show(path, 10, receiver);
		workers.run();
		assertTrue(session.cached().get(11), "a series that is opened is not jumped into");
		session.show(path, 70, receiver);
		workers.run();
		assertFalse(session.cached().get(71), "just after the jump");
		session.show(path, 71, receiver);
		workers.run();
		assertTrue(session.cached().get(72), "a step ends the wait");
		session.show(path, 40, receiver);
		session.show(path, 90, receiver);
		workers.run();
		assertFalse(session.cached().get(91), "just after another jump");
		workers.pass();
		workers.run();
		assertTrue(session.cached().get(91), "after a while");
		assertFalse(session.cached().get(41), "what was jumped over");
	}

	@Test
	void viewsThatMoveTogetherFasterThanFramesComeAreServedInTurn() {
		List<Slice> leading = MadeFiles.series("a", 100);
		List<Slice> following = MadeFiles.series("b", 100);
		FrameSession leader = loader.open();
		FrameSession follower = loader.open();
		int[] index = { 10 };
		Runnable both = () -> {
			leader.show(leading, index[0], receiver);
			follower.show(following, index[0], receiver);
		};
		files.onDecode = () -> {
			if (index[0] < 50) {
				index[0] += 10;
				both.run();
			}
		};
		both.run();
		workers.run();
		List<String> awaited = files.decoded.stream().filter(frame -> frame.endsWith("0#0")).limit(6).toList();
		assertEquals(List.of("a10#0", "b20#0", "a30#0", "b40#0", "a50#0", "b50#0"), awaited);
	}

	@Test
	void dropsAnOutcomeThatComesTooLate() {
		List<Slice> path = MadeFiles.series("a", 100);
		FrameSession session = loader.open();
		files.onDecode = () -> {
			files.onDecode = () -> {};
			session.show(path, 50, receiver);
		};
		session.show(path, 10, receiver);
		workers.run();
		assertEquals(List.of("a50#0"), got);
	}

	@Test
	void goesByTheLimitsOfTheReadersAndTriesAgainWhenTheyChange() {
		DicomReaders reader = files.reader();
		SharedFrameLoader limited = new SharedFrameLoader(reader, files.decoders(), workers, 2);
		List<Boolean> shown = new ArrayList<>();
		ReadLimits few = new ReadLimits(64, 1000, 1 << 20, MadeFiles.SIDE * MadeFiles.SIDE - 1, 1 << 20);
		reader.setLimits(few);
		List<Slice> path = MadeFiles.series("a", 3);
		FrameSession session = limited.open();
		session.show(path, 1, loaded -> shown.add(loaded.frame().isPresent()));
		workers.run();
		assertEquals(List.of(false), shown);
		assertEquals(few, files.limits, "that pixels are opened by");
		assertTrue(limited.load(path.get(0)).reason().isPresent());
		reader.setLimits(ReadLimits.DEFAULT);
		limited.retry();
		workers.run();
		assertEquals(List.of(false, true), shown, "what is on show is tried again by itself");
		assertEquals(bits(0, 1, 2), session.cached());
		decodesNothing();
		limited.retry();
		workers.run();
		assertEquals(List.of(), files.decoded, "what is there is left alone");
		assertEquals(List.of(false, true), shown);
		limited.close();
	}

	@Test
	void keepsNothingForAViewThatShowsNothing() {
		List<Slice> path = MadeFiles.series("a", 3);
		FrameSession session = loader.open();
		session.show(path, 1, receiver);
		session.release();
		workers.run();
		assertEquals(List.of(), got, "what was asked for before");
		session.show(path, 1, receiver);
		workers.run();
		assertEquals(List.of("a1#0"), got);
		FrameSession other = loader.open();
		other.show(path.subList(0, 1), 0, receiver);
		workers.run();
		session.release();
		assertEquals(new BitSet(), session.cached());
		assertEquals(bits(0), other.cached(), "what another view wants");
		other.release();
		assertEquals(0, loader.cachedBytes());
		session.show(path, 2, receiver);
		workers.run();
		assertEquals("a2#0", got.get(got.size() - 1), "it goes on");
	}

	@Test
	void answersFromTheCacheAtOnce() {
		List<Slice> path = MadeFiles.series("a", 3);
		FrameSession session = loader.open();
		session.show(path, 1, receiver);
		workers.run();
		assertEquals(bits(0, 1, 2), session.cached());
		decodesNothing();
		session.show(path, 2, receiver);
		assertEquals(List.of("a1#0", "a2#0"), got);
		workers.run();
		assertEquals(List.of(), files.decoded);
	}

	@Test
	void loadsAFrameOnceForAllWhoAsk() {
		List<Slice> path = MadeFiles.series("a", 5);
		FrameSession one = loader.open();
		FrameSession two = loader.open();
		files.onDecode = () -> {
			files.onDecode = () -> {};
			two.show(path, 2, receiver);
			assertTrue(workers.step());
		};
		one.show(path, 2, receiver);
		workers.run();
		assertEquals(List.of("a2#0", "a2#0"), got);
		assertEquals(1, files.decoded.stream().filter("a2#0"::equals).count());
	}

	@Test
	void prefetchesAheadOfTravel() {
		loader.setBudget(1000 * MadeFiles.FRAME);
		List<Slice> path = MadeFiles.series("a", 1000);
		FrameSession session = loader.open();
		session.show(path, 500, receiver);
		session.show(path, 499, receiver);
		workers.run();
		assertEquals(List.of("a499#0", "a498#0", "a497#0", "a500#0", "a496#0", "a495#0", "a501#0"),
				files.decoded.subList(0, 7));
		assertTrue(session.cached().cardinality() >= 250, "a view at rest fills a quarter of the budget");
		assertTrue(session.cached().cardinality() <= 260);
	}

	@Test
	void reachesFartherTheLongerOneGoes() {
		long frames = 400;
		loader.setBudget(frames * MadeFiles.FRAME);
		List<Slice> path = MadeFiles.series("a", 1000);
		FrameSession session = loader.open();
		for (int i = 0; i < 8; i++) {
			session.show(path, 300 + i, receiver);
		}
		workers.run();
		assertTrue(session.cached().cardinality() > 390);
		assertTrue(loader.cachedBytes() <= frames * MadeFiles.FRAME);
		assertTrue(session.cached().get(307 + 200), "two thirds lie ahead");
		assertFalse(session.cached().get(0));
	}

	@Test
	void evictsFarFramesFirstAndNeverThePinnedOne() {
		loader.setBudget(9 * MadeFiles.FRAME);
		List<Slice> path = MadeFiles.series("a", 100);
		FrameSession session = loader.open();
		session.show(path, 50, receiver);
		session.show(path, 51, receiver);
		session.show(path, 52, receiver);
		session.show(path, 53, receiver);
		workers.run();
		assertEquals(bits(51, 52, 53, 54, 55, 56, 57, 58), minus(session.cached(), 50, 59));
		assertTrue(loader.cachedBytes() <= 9 * MadeFiles.FRAME);
		loader.setBudget(1);
		assertEquals(bits(53), session.cached());
	}

	private static BitSet minus(BitSet bits, int... indices) {
		bits.andNot(bits(indices));
		return bits;
	}

	@Test
	void neverLoadsWhatItWouldHaveToEvict() {
		loader.setBudget(5 * MadeFiles.FRAME);
		List<Slice> path = MadeFiles.series("a", 100);
		FrameSession session = loader.open();
		session.show(path, 50, receiver);
		workers.run();
		assertEquals(files.decoded.stream().distinct().count(), files.decoded.size());
		assertEquals(5, session.cached().cardinality());
		assertEquals(5, files.decoded.size());
	}

	@Test
	void theBudgetHoldsOverALongSeries() {
		long budget = 128 * MadeFiles.FRAME;
		loader.setBudget(budget);
		List<Slice> path = MadeFiles.series("a", 10_000);
		FrameSession session = loader.open();
		Random random = new Random(5);
		int index = 0;
		for (int step = 0; step < 2000; step++) {
			index = step % 200 < 150 ? (index + 1) % path.size() : random.nextInt(path.size());
			int wanted = index;
			session.show(path, wanted, loaded -> got.add(name(loaded.slice())));
			do {
				assertTrue(loader.cachedBytes() <= budget, () -> loader.cachedBytes() + " bytes at " + wanted);
			} while (workers.step());
			assertTrue(session.cached().get(wanted), "what is on screen is cached");
		}
		assertEquals(2000, got.size());
	}

	@Test
	void aQuarterOfTheHeapIsForFramesButNoMoreThanHalfAGigabyte() {
		assertEquals(64L << 20, SharedFrameLoader.defaultBudget(256L << 20));
		assertEquals(512L << 20, SharedFrameLoader.defaultBudget(16L << 30));
	}

	@Test
	void whatIsDecodedWhileTheSeriesChangesIsNotKept() {
		FrameSession session = loader.open();
		session.show(MadeFiles.series("a", 20), 5, receiver);
		assertTrue(workers.step());
		files.onDecode = () -> {
			files.onDecode = () -> {};
			session.show(MadeFiles.series("b", 1), 0, receiver);
		};
		workers.run();
		assertEquals(List.of("a5#0", "b0#0"), got);
		assertEquals(MadeFiles.FRAME, loader.cachedBytes());
		assertEquals(3, files.decoded.size(), "one frame was under way when the series changed");
	}

	@Test
	void remembersFailures() {
		List<Slice> path = MadeFiles.series("gone", 1);
		List<LoadedFrame> outcomes = new ArrayList<>();
		FrameSession session = loader.open();
		session.show(path, 0, outcomes::add);
		workers.run();
		session.show(path, 0, outcomes::add);
		assertEquals(2, outcomes.size());
		assertEquals("The file is no longer there", outcomes.get(1).reason().orElseThrow().toString());
		assertTrue(outcomes.get(1).frame().isEmpty());
		assertEquals(1, files.decoded.size());
	}

	@Test
	void reasonsDoNotNameTheFile() {
		assertEquals("the frames are missing at (7FE0,0010) (byte 99)", reason("damaged"));
		assertEquals("Input/output error", reason("locked"));
		assertEquals("The file is no longer there", reason("gone"));
	}

	private String reason(String name) {
		return Texts.words(loader.load(MadeFiles.series(name, 1).get(0)).reason().orElseThrow());
	}

	@Test
	void anotherSeriesFreesTheMemoryOfTheFirst() {
		FrameSession session = loader.open();
		session.show(MadeFiles.series("a", 20), 5, receiver);
		workers.run();
		assertEquals(20 * MadeFiles.FRAME, loader.cachedBytes());
		session.show(MadeFiles.series("b", 20), 5, receiver);
		assertEquals(0, loader.cachedBytes());
		decodesNothing();
		workers.run();
		assertTrue(files.decoded.stream().allMatch(name -> name.startsWith("b")), "no prefetching of the old path");
	}

	@Test
	void anotherPathThroughTheSeriesKeepsWhatItHas() {
		FrameSession session = loader.open();
		List<Slice> path = MadeFiles.series("a", 20);
		session.show(path, 5, receiver);
		workers.run();
		decodesNothing();
		session.show(path.subList(0, 10), 9, receiver);
		workers.run();
		assertEquals(List.of(), files.decoded);
		assertEquals(10, session.cached().cardinality());
		assertEquals(20 * MadeFiles.FRAME, loader.cachedBytes());
	}

	@Test
	void closingAViewFreesWhatOnlyItShows() {
		List<Slice> path = MadeFiles.series("a", 10);
		FrameSession one = loader.open();
		FrameSession two = loader.open();
		one.show(path, 5, receiver);
		two.show(path.subList(0, 3), 1, receiver);
		workers.run();
		one.close();
		assertEquals(3 * MadeFiles.FRAME, loader.cachedBytes());
		two.close();
		assertEquals(0, loader.cachedBytes());
		got.clear();
		two.show(path, 1, receiver);
		workers.run();
		assertEquals(List.of(), got);
	}

	@Test
	void filesAreClosedWhenNothingIsLoaded() {
		FrameSession session = loader.open();
		session.show(MadeFiles.movie("m", 8), 0, receiver);
		workers.run();
		assertEquals(8, files.decoded.size());
		assertEquals(1, files.open, "one file for all frames");
		workers.pass();
		assertEquals(0, files.open);
		session.show(MadeFiles.series("a", 8), 0, receiver);
		workers.run();
		assertEquals(0, files.open, "files with one frame are closed at once");
	}

	@Test
	void filesStayOpenOnlyWhileExportGoesOn() {
		List<Slice> movie = MadeFiles.movie("m", 3);
		loader.load(movie.get(0));
		loader.load(movie.get(1));
		assertEquals(1, files.open);
		workers.pass();
		assertEquals(1, files.open, "something was loaded meanwhile");
		workers.pass();
		assertEquals(0, files.open);
		assertEquals(0, loader.cachedBytes());
	}

	@Test
	void lackOfMemoryIsAReasonAndEmptiesTheCache() {
		List<Slice> path = MadeFiles.series("a", 2);
		FrameSession session = loader.open();
		session.show(path, 0, receiver);
		workers.run();
		session.show(MadeFiles.series("a", 3), 2, loaded -> got.add(loaded.reason().orElseThrow().toString()));
		files.onDecode = () -> {
			files.onDecode = () -> {};
			throw new OutOfMemoryError("made");
		};
		workers.step();
		assertEquals("a0#0", got.get(0));
		assertTrue(got.get(1).startsWith("There is not enough memory"), got.get(1));
		assertEquals(bits(2), session.cached());
	}

	@Test
	void anErrorInADecoderIsAReason() {
		files.onDecode = () -> {
			throw new IllegalStateException("made");
		};
		LoadedFrame loaded = loader.load(MadeFiles.series("a", 1).get(0));
		assertTrue(loaded.reason().orElseThrow().toString().contains("made"));
		assertEquals(0, loader.cachedBytes());
	}

	@Test
	void tellsOfChangesAtAPace() {
		FrameSession session = loader.open();
		List<BitSet> heard = new ArrayList<>();
		session.onCacheChange(() -> heard.add(session.cached()));
		session.show(MadeFiles.series("a", 6), 0, receiver);
		workers.run();
		assertEquals(List.of(), heard);
		workers.pass();
		assertEquals(List.of(bits(0, 1, 2, 3, 4, 5)), heard);
	}

	@Test
	void aReceiverThatFailsStopsNobody() {
		List<Slice> path = MadeFiles.series("a", 5);
		FrameSession session = loader.open();
		session.show(path, 0, loaded -> {
			throw new IllegalStateException("made");
		});
		assertThrows(IllegalStateException.class, workers::step);
		workers.run();
		session.show(path, 1, receiver);
		assertEquals(List.of("a1#0"), got);
		assertEquals(5, session.cached().cardinality());
	}

	private void showSlow(FrameSession session, List<Slice> path, int index) {
		session.show(path, index, loaded -> got.add(name(loaded.slice()) + ' ' + side(loaded)),
				coarse -> got.add(name(coarse.slice()) + " coarse " + side(coarse)));
	}

	private static int side(LoadedFrame loaded) {
		return loaded.frame().orElseThrow().frame().columns();
	}

	@Test
	void slowFramesAreCoarseFirst() {
		files.full = 2000;
		List<Slice> path = MadeFiles.slow("s", 3, 2000);
		FrameSession session = loader.open();
		showSlow(session, path, 1);
		workers.run();
		assertEquals(List.of("s1#0 coarse 32", "s1#0 2000"), got);
		showSlow(session, path, 2);
		assertEquals("s2#0 2000", got.get(2), "what is cached needs no coarse frame");
		session.show(MadeFiles.slow("t", 1, 2000), 0, receiver);
		workers.run();
		assertEquals(List.of("t0#0"), got.subList(3, got.size()), "nobody asked for a coarse frame");
	}

	@Test
	void aDecoderThatCannotReduceDecodesOnce() {
		files.full = 2000;
		files.ignoreReduction = true;
		FrameSession session = loader.open();
		showSlow(session, MadeFiles.slow("s", 1, 2000), 0);
		workers.run();
		assertEquals(List.of("s0#0 2000"), got);
		assertEquals(1, files.decoded.size());
	}

	@Test
	void aCoarseFrameThatComesTooLateIsDropped() {
		files.full = 2000;
		List<Slice> path = MadeFiles.slow("s", 3, 2000);
		FrameSession session = loader.open();
		files.onDecode = () -> {
			files.onDecode = () -> {};
			showSlow(session, path, 2);
		};
		showSlow(session, path, 0);
		workers.run();
		assertEquals(List.of("s2#0 coarse 32", "s2#0 2000"), got);
	}
}
