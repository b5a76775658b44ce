package org.dicompreview.rendering.internal.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.dicompreview.rendering.FrameSession;
import org.dicompreview.series.Slice;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The loader on real threads. */
class ThreadedLoaderTest {

	private static final int SLICES = 300;
	private static final long LONG_ENOUGH = 60;

	private final MadeFiles files = new MadeFiles();

	@RepeatedTest(20)
	void outcomesNeverGoBackInTime() throws InterruptedException {
		List<Slice> path = MadeFiles.series("a", SLICES);
		ConcurrentLinkedQueue<Integer> got = new ConcurrentLinkedQueue<>();
		CountDownLatch last = new CountDownLatch(1);
		SharedFrameLoader loader = new SharedFrameLoader(files.reader(), files.decoders(), new ThreadWorkers(4), 4);
		try (FrameSession session = loader.open()) {
			for (int i = 0; i < SLICES; i++) {
				int index = i;
				session.show(path, i, loaded -> {
					got.add(index);
					if (index == SLICES - 1) {
						last.countDown();
					}
				});
			}
			assertTrue(last.await(LONG_ENOUGH, TimeUnit.SECONDS), "the newest request is answered");
		} finally {
			loader.close();
		}
		List<Integer> order = List.copyOf(got);
		assertEquals(order.stream().sorted().toList(), order, "an older outcome came after a newer one");
		assertEquals(1, Collections.frequency(order, SLICES - 1));
	}

	@Test
	void twoViewsOfOneSeriesShareTheWork() throws InterruptedException {
		List<Slice> path = MadeFiles.series("a", SLICES);
		CountDownLatch all = new CountDownLatch(2);
		SharedFrameLoader loader = new SharedFrameLoader(files.reader(), files.decoders(), new ThreadWorkers(4), 4);
		CountDownLatch idle = new CountDownLatch(1);
		try (FrameSession one = loader.open(); FrameSession two = loader.open()) {
			one.onCacheChange(() -> {
				if (one.cached().cardinality() == SLICES) {
					idle.countDown();
				}
			});
			one.show(path, 10, loaded -> all.countDown());
			two.show(path, 10, loaded -> all.countDown());
			assertTrue(all.await(LONG_ENOUGH, TimeUnit.SECONDS));
			assertTrue(idle.await(LONG_ENOUGH, TimeUnit.SECONDS), "all neighbours are fetched");
		} finally {
			loader.close();
		}
		Set<String> distinct = new HashSet<>(files.decoded);
		assertEquals(SLICES, distinct.size());
		assertEquals(SLICES, files.decoded.size(), "each frame is decoded once");
	}
}
