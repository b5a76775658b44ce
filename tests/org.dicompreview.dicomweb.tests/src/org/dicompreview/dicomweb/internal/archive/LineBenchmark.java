package org.dicompreview.dicomweb.internal.archive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.dicompreview.rendering.FrameSession;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.DicomWebServer;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long somebody waits for slices of 512 x 512 pixels, uncompressed, from an archive behind 50 ms of delay; on an idle machine,
 * with {@code -Ddicompreview.line=true}. What is fetched is judged by {@link SliderTest}.
 */
@EnabledIfSystemProperty(named = "dicompreview.line", matches = "true")
final class LineBenchmark {

	private static final int SLICES = 120;
	private static final int SIZE = 512;
	private static final Duration DELAY = Duration.ofMillis(50);
	private static final long MBIT = 1_000_000 / 8;

	@TempDir
	Path folder;
	private DicomWebServer server;
	private Archived archive;
	private List<Slice> slices;
	private FrameSession session;
	/** When each slice was shown first, in ns. */
	private final Map<Slice, Long> shown = new ConcurrentHashMap<>();

	@BeforeEach
	void open() throws IOException {
		SampleStudy.write(folder.resolve("ct"), Phantoms.ct(Study.of("Doe^Jane", "P-1", 1), 1, SLICES, 1, SIZE));
		server = new DicomWebServer();
		server.store(folder.resolve("ct"));
		archive = new Archived(server.base(), folder.resolve("cache"), Optional.empty(), Duration.ofMinutes(1));
		slices = archive.list("studies").series().get(0).stacks().get(0).slices();
		server.delay(DELAY);
		session = archive.loader.open();
	}

	@AfterEach
	void close() throws IOException {
		session.close();
		archive.close();
		server.close();
	}

	private void show(int index) {
		session.show(slices, index, loaded -> {
			if (loaded.frame().isPresent()) {
				shown.putIfAbsent(loaded.slice(), System.nanoTime());
			}
		});
	}

	private long until(int index) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!shown.containsKey(slices.get(index)) && System.nanoTime() < end) {
			TimeUnit.MILLISECONDS.sleep(1);
		}
		return shown.getOrDefault(slices.get(index), end);
	}

	private static long millis(long nanos) {
		return TimeUnit.NANOSECONDS.toMillis(nanos);
	}

	@Test
	void theFirstPictureAndTheNewestWishAt20Mbit() throws InterruptedException {
		server.bandwidth(20 * MBIT);
		long begin = System.nanoTime();
		show(SLICES / 2);
		long first = millis(until(SLICES / 2) - begin);
		List<Long> waits = new ArrayList<>();
		for (int drag = 0; drag < 8; drag++) {
			int last = 0;
			for (int step = 0; step < 20; step++) { // a hand that drags, and rests
				last = (drag * 37 + step * 3) % SLICES;
				show(last);
				TimeUnit.MILLISECONDS.sleep(16);
			}
			long rest = System.nanoTime();
			waits.add(millis(Math.max(0, until(last) - rest)));
		}
		System.out.printf("20 Mbit/s: first picture %d ms, newest wish after a drag %s ms%n", first, waits);
		assertTrue(first < 1000, first + " ms to the first picture");
		assertTrue(Collections.max(waits) < 600, waits.toString());
	}

	@Test
	void scrollingAt15SlicesASecondAt100Mbit() throws InterruptedException {
		server.bandwidth(100 * MBIT);
		show(0);
		until(0);
		List<Long> late = new ArrayList<>();
		for (int index = 1; index < 90; index++) {
			long begin = System.nanoTime();
			show(index);
			TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(1) / 15 - (System.nanoTime() - begin));
			boolean afterTwoSeconds = index > 30;
			if (afterTwoSeconds && !shown.containsKey(slices.get(index))) {
				late.add((long) index);
			}
		}
		System.out.printf("100 Mbit/s: slices that were late after 2 s at 15 a second: %s%n", late);
		assertTrue(late.isEmpty(), late.toString());
	}
}
