package org.dicompreview.dicomweb.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.dicompreview.rendering.FrameSession;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.DicomWebServer;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The slider over a series behind a long line: what is asked for, by count. Times are printed, not judged. */
final class SliderTest {

	private static final int SLICES = 500;
	private static final int SIZE = 64;
	private static final Duration DELAY = Duration.ofMillis(50);
	private static final long MBIT_20 = 20_000_000 / 8;

	@TempDir
	Path folder;
	private DicomWebServer server;
	private Archived archive;
	private List<Slice> slices;
	private FrameSession session;
	private final BlockingQueue<LoadedFrame> shown = new LinkedBlockingQueue<>();

	@BeforeEach
	void open() throws IOException {
		SampleStudy.write(folder.resolve("ct"), Phantoms.ct(Study.of("Doe^Jane", "P-1", 1), 1, SLICES, 1, SIZE));
		server = new DicomWebServer();
		server.store(folder.resolve("ct"));
		archive = new Archived(server.base(), folder.resolve("cache"), Optional.empty(), Duration.ofMinutes(1));
		Catalog catalog = archive.list("studies");
		Series series = catalog.series().get(0);
		slices = series.stacks().get(0).slices();
		assertEquals(SLICES, slices.size());
		server.delay(DELAY);
		server.bandwidth(MBIT_20);
		server.mostAtOnce();
		session = archive.loader.open();
	}

	@AfterEach
	void close() throws IOException {
		session.close();
		archive.close();
		server.close();
	}

	private long frames() {
		return server.requests().stream().filter(path -> path.contains("/frames/")).count();
	}

	private long different() {
		return new HashSet<>(server.requests().stream().filter(path -> path.contains("/frames/")).toList()).size();
	}

	private LoadedFrame show(int index) throws InterruptedException {
		session.show(slices, index, shown::add);
		return next(index);
	}

	private LoadedFrame next(int index) throws InterruptedException {
		LoadedFrame loaded = shown.poll(20, TimeUnit.SECONDS);
		assertTrue(loaded != null, "nothing is shown");
		assertEquals(slices.get(index), loaded.slice());
		assertTrue(loaded.frame().isPresent(), () -> loaded.reason().toString());
		return loaded;
	}

	@Test
	void metadataOfASeriesAreOneRequestAndTheFirstPictureOneMore() throws InterruptedException {
		assertEquals(1, server.requests().stream().filter(path -> path.endsWith("/metadata")).count());
		assertEquals(0, frames());
		long begin = System.nanoTime();
		show(SLICES / 2);
		System.out.printf("first picture after %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
		assertTrue(server.requests().stream().filter(path -> path.contains("/frames/")).findFirst().orElseThrow()
				.contains(slices.get(SLICES / 2).instance().sopInstanceUid()), "the first frame is the wanted one");
	}

	@Test
	void draggingFetchesWhatIsWantedLastAndNotAllOnTheWay() throws InterruptedException {
		show(0);
		long before = frames();
		int wishes = 0;
		for (int index = 40; index < SLICES; index += 5) { // faster than the line
			session.show(slices, index, shown::add);
			wishes++;
		}
		int last = 40 + (wishes - 1) * 5;
		long begin = System.nanoTime();
		LoadedFrame loaded = shown.poll(20, TimeUnit.SECONDS);
		while (loaded != null && loaded.slice() != slices.get(last)) {
			loaded = shown.poll(20, TimeUnit.SECONDS); // what came in time on the way
		}
		assertTrue(loaded != null, "the last wish is not fulfilled");
		System.out.printf("last of %d wishes after %d ms%n", wishes, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
		long passed = last - 40;
		assertTrue(frames() - before < passed / 2, frames() - before + " frames of " + passed + " that were passed");
	}

	@Test
	void scrollingFindsWhatWasFetchedBefore() throws InterruptedException {
		show(100);
		long begin = System.nanoTime();
		for (int index = 101; index <= 160; index++) {
			show(index);
		}
		System.out.printf("60 slices in %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
		long again = frames() - different();
		assertTrue(again <= FrameFetcher.MOST, () -> again + " frames are fetched again, more than may have made room");
		assertTrue(frames() >= 61, "each slice is fetched");
		assertTrue(server.mostAtOnce() <= FrameFetcher.MOST + 1, "no more at once than that");
	}

	@Test
	void anArchiveThatGoesAndComesIsAMessageOnTheSliceAndTheNextWishWorks() throws Exception {
		show(10);
		int port = server.port();
		server.close();
		session.show(slices, 300, shown::add);
		LoadedFrame failed = shown.poll(20, TimeUnit.SECONDS);
		assertTrue(failed.frame().isEmpty());
		assertTrue(failed.reason().orElseThrow().toString().contains("cannot be reached"), failed.reason().toString());
		server = new DicomWebServer(port);
		server.store(folder.resolve("ct"));
		show(301);
		show(300);
	}
}
