package org.dicompreview.dicomweb.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which frames are fetched when, with a line on which the test lets each one come. */
final class FrameFetcherTest {

	private final Line line = new Line();
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final FrameFetcher fetcher = new FrameFetcher(line, threads);

	/** Says what is fetched, and gives it when it is told to. */
	private static final class Line implements FrameFetcher.Loader {

		private final BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
		private final BlockingQueue<Integer> aborted = new LinkedBlockingQueue<>();
		private final Map<Integer, CompletableFuture<FrameBytes>> coming = new ConcurrentHashMap<>();

		@Override
		public FrameBytes load(FrameFetcher.Key key, Consumer<FrameFetcher.Handle> running) throws IOException {
			CompletableFuture<FrameBytes> mine = new CompletableFuture<>();
			coming.put(key.frame(), mine);
			running.accept(new FrameFetcher.Handle() {
				@Override
				public void abort() {
					aborted.add(key.frame());
					mine.completeExceptionally(new IOException("aborted"));
				}

				@Override
				public long received() {
					return 0;
				}
			});
			begun.add(key.frame());
			try {
				return mine.get();
			} catch (ExecutionException e) {
				throw (IOException) e.getCause();
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
		}

		@Override
		public void keep(FrameFetcher.Key key, FrameBytes frame) {
			// nothing is kept
		}

		void give(int frame) {
			coming.get(frame).complete(new FrameBytes("", new byte[] { (byte) frame }));
		}

		void fail(int frame) {
			coming.get(frame).completeExceptionally(new IOException("no frame " + frame));
		}

		private static int next(BlockingQueue<Integer> queue) throws InterruptedException {
			Integer next = queue.poll(10, TimeUnit.SECONDS);
			assertTrue(next != null, "nothing happened");
			return next;
		}
	}

	@AfterEach
	void stop() {
		fetcher.close();
		threads.shutdownNow();
	}

	private static FrameFetcher.Key key(int frame) {
		return new FrameFetcher.Key("instance", frame);
	}

	private static List<FrameFetcher.Key> keys(int... frames) {
		List<FrameFetcher.Key> keys = new ArrayList<>();
		for (int frame : frames) {
			keys.add(key(frame));
		}
		return keys;
	}

	private Future<FrameBytes> ask(int frame) {
		return threads.submit(() -> fetcher.frame(key(frame)));
	}

	private static DicomText end(Future<FrameBytes> asked) {
		ExecutionException end = assertThrows(ExecutionException.class, () -> asked.get(10, TimeUnit.SECONDS));
		return (DicomText) ((DicomException) end.getCause()).problem().what().key();
	}

	@Test
	void whoAsksForOneFrameTwiceHasItFetchedOnce() throws Exception {
		Future<FrameBytes> one = ask(7);
		assertEquals(7, Line.next(line.begun));
		Future<FrameBytes> other = ask(7);
		line.give(7);
		assertSame(one.get(), other.get());
		assertSame(one.get(), fetcher.frame(key(7)));
		assertTrue(line.begun.isEmpty());
	}

	@Test
	void whatIsExpectedIsFetchedInItsOrderAFewAtATime() throws Exception {
		fetcher.expect(keys(3, 4, 5, 6));
		List<Integer> first = List.of(Line.next(line.begun), Line.next(line.begun));
		assertEquals(List.of(3, 4), first.stream().sorted().toList());
		assertTrue(line.begun.isEmpty(), "more at a time than a line of which nothing is known takes");
		line.give(3);
		assertEquals(5, Line.next(line.begun));
		assertEquals(3, fetcher.frame(key(3)).bytes()[0]);
	}

	@Test
	void whatIsExpectedNoMoreIsGivenUp() throws Exception {
		Future<FrameBytes> waiting = ask(1);
		assertEquals(1, Line.next(line.begun));
		fetcher.expect(keys(1));
		fetcher.expect(keys(2));
		assertEquals(1, Line.next(line.aborted));
		assertEquals(DicomText.NO_LONGER_WANTED, end(waiting));
		assertEquals(2, Line.next(line.begun));
	}

	@Test
	void whatWasGivenUpIsFetchedAgainWhenItIsExpectedAgain() throws Exception {
		fetcher.expect(keys(1));
		Line.next(line.begun);
		fetcher.expect(keys());
		Line.next(line.aborted);
		fetcher.expect(keys(1));
		assertEquals(1, Line.next(line.begun));
		line.give(1);
		assertEquals(1, fetcher.frame(key(1)).bytes()[0]);
	}

	@Test
	void whatNobodyExpectedIsNotGivenUp() throws Exception {
		Future<FrameBytes> exported = ask(9);
		assertEquals(9, Line.next(line.begun));
		fetcher.expect(keys(1));
		fetcher.expect(keys(2));
		line.give(9);
		assertEquals(9, exported.get().bytes()[0]);
	}

	@Test
	void whatIsWaitedForTakesThePlaceOfWhatIsNot() throws Exception {
		fetcher.expect(keys(1, 2, 3));
		Line.next(line.begun);
		Line.next(line.begun);
		Future<FrameBytes> waiting = ask(3);
		assertEquals(3, Line.next(line.begun));
		assertEquals(2, Line.next(line.aborted), "the one that was least urgent");
		line.give(3);
		assertEquals(3, waiting.get().bytes()[0]);
		assertEquals(2, Line.next(line.begun), "it is fetched again");
	}

	@Test
	void aFailureIsToldAndTriedAgainByWhoAsksAgain() throws Exception {
		Future<FrameBytes> asked = ask(4);
		Line.next(line.begun);
		line.fail(4);
		ExecutionException end = assertThrows(ExecutionException.class, asked::get);
		assertEquals("no frame 4", end.getCause().getMessage());
		fetcher.expect(keys(4)); // not at once for nobody
		assertTrue(line.begun.isEmpty());
		Future<FrameBytes> again = ask(4);
		assertEquals(4, Line.next(line.begun));
		line.give(4);
		assertEquals(4, again.get().bytes()[0]);
	}

	@Test
	void closingGivesUpAll() throws Exception {
		Future<FrameBytes> waiting = ask(1);
		Line.next(line.begun);
		fetcher.close();
		assertEquals(DicomText.NO_LONGER_WANTED, end(waiting));
		assertThrows(DicomException.class, () -> fetcher.frame(key(2)));
	}
}
