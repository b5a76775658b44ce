package org.dicompreview.rendering.internal.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.dicompreview.dicom.Problem;
import org.dicompreview.rendering.FrameSession;
import org.dicompreview.rendering.Thumbnail;
import org.dicompreview.rendering.BackgroundSession;
import org.dicompreview.rendering.internal.Made;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThumbnailTest {

	private static final int SIDE = 16;
	private static final long LONG_ENOUGH = 60;

	private final MadeFiles files = new MadeFiles();
	private final HandWorkers workers = new HandWorkers();
	/** What was delivered: names of slices, those of thumbnails with an asterisk. */
	private final List<String> got = new ArrayList<>();
	private final Consumer<Thumbnail> receiver = thumbnail -> got.add(name(thumbnail.slice()) + "*");
	private SharedFrameLoader loader;
	private BackgroundSession<Thumbnail> thumbnails;

	@BeforeEach
	void open() {
		loader = new SharedFrameLoader(files.reader(), files.decoders(), workers, 2);
		thumbnails = loader.openThumbnails(Made.RENDERER, SIDE, SIDE);
	}

	@AfterEach
	void close() {
		loader.close();
	}

	private static String name(Slice slice) {
		return Locations.path(slice.instance()).toString();
	}

	private void show(FrameSession session, List<Slice> path, int index) {
		session.show(path, index, loaded -> got.add(name(loaded.slice())));
	}

	/** Does something while the next frame is decoded. */
	private void whileDecoding(Runnable task) {
		files.onDecode = () -> {
			files.onDecode = () -> {};
			task.run();
		};
	}

	@Test
	void picturesComeOneByOneInTheOrderThatTheyWereAskedFor() {
		List<Thumbnail> made = new ArrayList<>();
		List<Slice> slices = MadeFiles.series("t", 3);
		thumbnails.request(List.of(slices.get(2), slices.get(0), slices.get(1)), made::add);
		assertEquals(List.of(), made, "nothing is made on the thread of the caller");
		workers.run();
		assertEquals(List.of(slices.get(2), slices.get(0), slices.get(1)), made.stream().map(Thumbnail::slice).toList());
		made.forEach(each -> assertEquals(SIDE, each.picture().orElseThrow().data().width));
		assertEquals(0, loader.cachedBytes(), "their frames are forgotten");
		assertEquals(3, files.decoded.size());
	}

	@Test
	void noneIsBegunBeforeSlicesAndNeighboursAreThere() {
		FrameSession session = loader.open();
		thumbnails.request(MadeFiles.series("t", 2), receiver);
		show(session, MadeFiles.series("a", 20), 5);
		workers.run();
		assertEquals(List.of("a5", "t0*", "t1*"), got);
		assertEquals(List.of("t0#0", "t1#0"), files.decoded.subList(20, 22), "after all neighbours");
	}

	@Test
	void aSliceThatIsAskedForIsLoadedWhileAThumbnailIsMade() {
		FrameSession session = loader.open();
		thumbnails.request(MadeFiles.series("t", 3), receiver);
		whileDecoding(() -> {
			show(session, MadeFiles.series("a", 20), 5);
			workers.run();
			assertEquals(List.of("a5"), got);
			assertEquals(20, session.cached().cardinality(), "neighbours are prefetched too");
		});
		workers.run();
		assertEquals(List.of("a5", "t0*", "t1*", "t2*"), got);
	}

	@Test
	void aSliceWhoseThumbnailIsBeingMadeIsLoadedAllTheSame() {
		List<Slice> path = MadeFiles.series("a", 1);
		FrameSession session = loader.open();
		thumbnails.request(path, receiver);
		whileDecoding(() -> {
			show(session, path, 0);
			workers.run();
			assertEquals(List.of("a0"), got);
		});
		workers.run();
		assertEquals(List.of("a0", "a0*"), got);
	}

	@Test
	void afterEachThumbnailSlicesComeFirst() {
		FrameSession session = loader.open();
		thumbnails.request(MadeFiles.series("t", 3), receiver);
		whileDecoding(() -> show(session, MadeFiles.series("a", 20), 5));
		workers.run();
		assertEquals("t0#0", files.decoded.get(0));
		assertEquals(List.of("t1#0", "t2#0"), files.decoded.subList(21, 23));
	}

	@Test
	void aJumpIsNotFollowedByThumbnailsButByNeighbours() {
		loader.setBudget(20 * MadeFiles.FRAME);
		FrameSession session = loader.open();
		List<Slice> path = MadeFiles.series("a", 100);
		show(session, path, 10);
		workers.run();
		show(session, path, 70);
		thumbnails.request(MadeFiles.series("t", 1), receiver);
		workers.run();
		assertFalse(files.decoded.contains("t0#0"), "neighbours wait after a jump, and so do thumbnails");
		workers.pass();
		workers.run();
		assertTrue(files.decoded.indexOf("t0#0") > files.decoded.indexOf("a71#0"));
	}

	@Test
	void theNewestRequestReplacesWhatHasNotBegun() {
		List<Slice> old = MadeFiles.series("old", 3);
		List<Slice> other = MadeFiles.series("new", 2);
		whileDecoding(() -> thumbnails.request(other, receiver));
		thumbnails.request(old, receiver);
		workers.run();
		assertEquals(List.of("old0#0", "new0#0", "new1#0"), files.decoded);
		assertEquals(List.of("new0*", "new1*"), got, "what was begun is not wanted any more");
	}

	@Test
	void whatIsBeingMadeServesANewerRequestThatWantsItToo() {
		List<Slice> old = MadeFiles.series("t", 3);
		List<String> newer = new ArrayList<>();
		whileDecoding(() -> thumbnails.request(old.subList(0, 2), each -> newer.add(name(each.slice()))));
		thumbnails.request(old, receiver);
		workers.run();
		assertEquals(List.of("t0", "t1"), newer);
		assertEquals(List.of(), got);
		assertEquals(2, files.decoded.size());
	}

	@Test
	void theSessionWithTheNewestRequestComesFirst() {
		thumbnails.request(MadeFiles.series("one", 2), receiver);
		try (BackgroundSession<Thumbnail> other = loader.openThumbnails(Made.RENDERER, SIDE, SIDE)) {
			other.request(MadeFiles.series("two", 2), receiver);
			workers.run();
		}
		assertEquals(List.of("two0*", "two1*", "one0*", "one1*"), got);
	}

	@Test
	void aRequestForNothingCancelsAndSoDoesClosing() {
		whileDecoding(() -> thumbnails.request(List.of(), receiver));
		thumbnails.request(MadeFiles.series("t", 3), receiver);
		workers.run();
		whileDecoding(thumbnails::close);
		thumbnails.request(MadeFiles.series("u", 3), receiver);
		workers.run();
		assertEquals(List.of(), got);
		assertEquals(List.of("t0#0", "u0#0"), files.decoded);
		thumbnails.request(MadeFiles.series("v", 3), receiver);
		workers.run();
		assertEquals(2, files.decoded.size(), "a session that is closed makes nothing");
	}

	@Test
	void aFrameThatIsCachedNeedsNoDecoding() {
		List<Slice> path = MadeFiles.series("a", 3);
		FrameSession session = loader.open();
		show(session, path, 1);
		workers.run();
		files.decoded.clear();
		thumbnails.request(path, receiver);
		workers.run();
		assertEquals(List.of(), files.decoded);
		assertEquals(List.of("a1", "a0*", "a1*", "a2*"), got);
	}

	@Test
	void largeImagesAreDecodedSmallWhereTheDecoderCan() {
		files.full = 2000;
		List<Thumbnail> made = new ArrayList<>();
		thumbnails.request(MadeFiles.slow("s", 1, 2000), made::add);
		workers.run();
		assertTrue(made.get(0).picture().isPresent());
		assertEquals(5, SliceLoader.reduction(MadeFiles.slow("s", 1, 2000).get(0), SIDE, SIDE), "no more than that");
		assertEquals(1, SliceLoader.reduction(MadeFiles.slow("s", 1, 63).get(0), SIDE, SIDE));
		assertEquals(2, SliceLoader.reduction(MadeFiles.slow("s", 1, 64).get(0), SIDE, SIDE));
		assertEquals(0, SliceLoader.reduction(MadeFiles.series("s", 1).get(0), SIDE, SIDE), "of unknown size");
	}

	@Test
	void errorsAreReasons() {
		List<Thumbnail> made = new ArrayList<>();
		thumbnails.request(MadeFiles.series("gone", 1), made::add);
		workers.run();
		assertEquals(Optional.of("The file is no longer there"), made.get(0).reason().map(Problem::toString));
		whileDecoding(() -> {
			throw new OutOfMemoryError("made");
		});
		FrameSession session = loader.open();
		show(session, MadeFiles.series("a", 1), 0);
		thumbnails.request(MadeFiles.series("t", 1), made::add);
		workers.run();
		whileDecoding(() -> {
			throw new OutOfMemoryError("made");
		});
		thumbnails.request(MadeFiles.series("u", 1), made::add);
		workers.run();
		assertEquals(Optional.of("There is not enough memory for this image"), made.get(2).reason().map(Problem::toString));
		try (BackgroundSession<Thumbnail> broken = loader.openThumbnails(null, SIDE, SIDE)) {
			broken.request(MadeFiles.series("v", 1), made::add);
			workers.run();
			assertTrue(made.get(3).reason().orElseThrow().toString().contains("error in this program"));
		}
		assertThrows(IllegalArgumentException.class, () -> loader.openThumbnails(Made.RENDERER, 0, 1));
	}

	@Test
	void otherWorkOnFramesWaitsLikewise() {
		FrameSession session = loader.open();
		List<String> sizes = new ArrayList<>();
		try (BackgroundSession<String> work = loader.openBackground(loaded -> name(loaded.slice()) + ' '
				+ loaded.frame().map(frame -> frame.frame().columns()).orElse(0), SIDE, SIDE)) {
			work.request(MadeFiles.series("w", 2), sizes::add);
			show(session, MadeFiles.series("a", 3), 1);
			workers.run();
			work.request(MadeFiles.series("gone", 1), sizes::add);
			workers.run();
		}
		int columns = loader.load(MadeFiles.series("w", 1).get(0)).frame().orElseThrow().frame().columns();
		assertEquals(List.of("w0 " + columns, "w1 " + columns, "gone0 0"), sizes);
		assertEquals(List.of("w0#0", "w1#0"), files.decoded.subList(3, 5), "after all neighbours");
	}

	@Test
	void aReceiverThatFailsStopsNobody() {
		thumbnails.request(MadeFiles.series("t", 2), thumbnail -> {
			got.add(name(thumbnail.slice()));
			throw new IllegalStateException("made");
		});
		assertThrows(IllegalStateException.class, workers::step);
		assertThrows(IllegalStateException.class, workers::step);
		assertEquals(List.of("t0", "t1"), got);
	}

	@Test
	void filesOfThumbnailsAreTheirOwnAndAreClosed() {
		FrameSession session = loader.open();
		session.show(MadeFiles.movie("m", 2), 0, loaded -> {});
		workers.run();
		thumbnails.request(MadeFiles.movie("n", 2), receiver);
		workers.run();
		assertEquals(2, files.open);
		workers.pass();
		assertEquals(2, files.open, "something was loaded meanwhile");
		workers.pass();
		assertEquals(0, files.open);
	}

	@Test
	void onRealThreadsAThumbnailThatTakesForeverHoldsUpNothing() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch shown = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(1);
		SharedFrameLoader threaded = new SharedFrameLoader(files.reader(), files.decoders(), new ThreadWorkers(3), 2);
		files.onDecode = () -> {
			if (Thread.currentThread().getName().startsWith("DICOM") && begun.getCount() > 0) {
				begun.countDown();
				await(shown);
			}
		};
		try (FrameSession session = threaded.open();
				BackgroundSession<Thumbnail> slow = threaded.openThumbnails(Made.RENDERER, SIDE, SIDE)) {
			slow.request(MadeFiles.series("t", 1), thumbnail -> done.countDown());
			await(begun);
			List<Slice> path = MadeFiles.series("a", 50);
			CountDownLatch neighbours = new CountDownLatch(1);
			session.onCacheChange(() -> {
				if (session.cached().cardinality() == 50) {
					neighbours.countDown();
				}
			});
			session.show(path, 25, loaded -> got.add(name(loaded.slice())));
			await(neighbours);
			assertEquals(List.of("a25"), got);
			assertEquals(1, done.getCount(), "the thumbnail is still being made");
			shown.countDown();
			await(done);
		} finally {
			shown.countDown();
			threaded.close();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertTrue(latch.await(LONG_ENOUGH, TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
