package org.dicompreview.ui.internal.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;

/**
 * Measures how long the UI thread is busy at a time while 10,000 images of one series arrive in an open folder, 500 a second,
 * and how long each takes to the slider, with the tree in the open and a key pressed ten times a second. No test:
 * {@code tests/bench-live} runs it.
 */
class LiveBenchmark extends PreviewTestCase {

	private static final int FILES = Integer.getInteger("dicompreview.live.files", 10_000); //$NON-NLS-1$
	private static final int RATE = Integer.getInteger("dicompreview.live.rate", 500); //$NON-NLS-1$
	private static final long KEY = TimeUnit.MILLISECONDS.toNanos(100);
	private static final Runnable NAP = () -> {};

	private List<DicomObject> all = List.of();

	@Override
	protected List<DicomObject> images(Study study) {
		all = Phantoms.ct(study, 1, FILES + 10, 1, 32);
		return all.subList(0, 10);
	}

	@Test
	void manyFilesOfOneSeries() throws Exception {
		page.showView(DicomPreview.SERIES_EXPLORER);
		long[] written = new long[FILES];
		long[] lags = new long[FILES];
		AtomicInteger count = new AtomicInteger();
		Slice before = viewport.model().slice().orElseThrow();
		Thread writer = new Thread(() -> write(written, count), "writer"); //$NON-NLS-1$
		long start = System.nanoTime();
		writer.start();
		long longest = 0;
		long busy = 0;
		long key = start;
		int shown = 0;
		int keys = 0;
		while (shown < FILES && System.nanoTime() - start < TimeUnit.MINUTES.toNanos(10)) {
			long begin = System.nanoTime();
			if (begin - key >= KEY) {
				key = begin;
				key(keys++ % 2 == 0 ? SWT.ARROW_RIGHT : SWT.ARROW_LEFT, 0);
			} else if (!display.readAndDispatch()) {
				display.timerExec(5, NAP);
				display.sleep();
				continue;
			}
			long end = System.nanoTime();
			longest = Math.max(longest, end - begin);
			busy += end - begin;
			int now = Math.min(count.get(), viewport.model().navigator().stack().map(stack -> stack.slices().size()).orElse(0) - 10);
			for (; shown < now; shown++) {
				lags[shown] = end - written[shown];
			}
		}
		long took = System.nanoTime() - start;
		writer.join();
		Arrays.sort(lags);
		System.out.printf(Locale.ROOT, "%d files, %d a second: all shown after %.1f s%n", FILES, RATE, took / 1e9); //$NON-NLS-1$
		System.out.printf(Locale.ROOT, "  longest task of the UI thread %.1f ms, busy for %.1f s of it%n", longest / 1e6, busy / 1e9); //$NON-NLS-1$
		System.out.printf(Locale.ROOT, "  from the file to the slider %.0f ms at the median, %.0f ms in 95 of 100, %.0f ms at most%n", //$NON-NLS-1$
				lags[FILES / 2] / 1e6, lags[FILES * 95 / 100] / 1e6, lags[FILES - 1] / 1e6);
		assertEquals(FILES, shown);
		assertEquals(0, folders.folders().get(0).state().broken());
		assertNull(viewport.message().isEmpty() ? null : viewport.message());
		assertEquals(before.stack().series().uid(), viewport.model().slice().orElseThrow().stack().series().uid());
	}

	private void write(long[] written, AtomicInteger count) {
		DicomWriter format = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE);
		long start = System.nanoTime();
		for (int i = 0; i < FILES; i++) {
			long due = start + i * TimeUnit.SECONDS.toNanos(1) / RATE;
			for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
				LockSupport.parkNanos(left);
			}
			try {
				Files.write(folder.resolve("live" + i), format.toBytes(all.get(i + 10))); //$NON-NLS-1$
			} catch (java.io.IOException e) {
				throw new java.io.UncheckedIOException(e);
			}
			written[i] = System.nanoTime();
			count.set(i + 1);
		}
	}
}
