package org.dicompreview.ui.internal.explorer;

import static org.dicompreview.ui.internal.explorer.StillFolders.ROOT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.ui.FolderState.Phase;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.internal.folders.MadeHeader;
import org.dicompreview.ui.internal.preview.PreviewMemory;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Measures how long the UI thread is busy while 100,000 instances come in, batch by batch as from a scan, and after that.
 * No test: {@code tests/bench-tree} runs it.
 */
class TreeBenchmark {

	private static final int INSTANCES = 100_000;
	/** As from a scan of 40,000 files a second, which tells what it has found ten times a second. */
	private static final int BATCH = 4000;
	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
	private static final Runnable NAP = () -> {};

	private final Display display = Display.getDefault();
	private final Shell shell = new Shell(display);
	private final StillFolders folders = new StillFolders();
	private ExplorerPane pane;
	private long longest;
	private long busy;
	private int tasks;

	@BeforeEach
	void open() {
		shell.setLayout(new FillLayout());
		JFaceResources.getColorRegistry().put(JFacePreferences.QUALIFIER_COLOR, new RGB(128, 128, 128));
		folders.state(new FolderState(ROOT, Phase.SCANNING, 0, 0, 0, 0, 0, 0, "")); //$NON-NLS-1$
		pane = new ExplorerPane(shell, folders, new PreviewMemory(),
				new SeriesThumbnails(PlatformUI.getWorkbench().getService(FrameLoader.class),
						PlatformUI.getWorkbench().getService(FrameRenderer.class), folders.thumbnails(), NodeTooltip.SIDE),
				new SeriesPlayer(PlatformUI.getWorkbench().getService(FrameLoader.class),
						PlatformUI.getWorkbench().getService(FrameRenderer.class), NodeTooltip.SIDE),
				NAP);
		shell.setSize(420, 800);
		shell.open();
		rest(500);
		clear();
	}

	@AfterEach
	void close() {
		shell.dispose();
	}

	@Test
	void manyPatientsFileByFileOfAnotherSeries() {
		measure(200, 10, true, false);
	}

	@Test
	void manyPatientsSeriesAfterSeries() {
		measure(200, 10, false, false);
	}

	@Test
	void onePatientFileByFileOfAnotherSeries() {
		measure(1, 5000, true, true);
	}

	@Test
	void onePatientSeriesAfterSeries() {
		measure(1, 5000, false, true);
	}

	private void measure(int patients, int each, boolean mixed, boolean open) {
		List<MadeHeader> series = series(patients, each);
		System.out.printf("%d instances, %d patients, %d series, %s%n", INSTANCES, patients, series.size(), //$NON-NLS-1$
				mixed ? "file by file of another series" : "series after series"); //$NON-NLS-1$ //$NON-NLS-2$
		CompletableFuture<Void> scan = CompletableFuture.runAsync(() -> fill(series, mixed));
		if (open) {
			until(() -> !pane.tree().current().all(Node.OfStudy.class).isEmpty());
			pane.tree().setExpanded(pane.tree().current().all(Node.OfPatient.class).get(0), true);
			pane.tree().setExpanded(pane.tree().current().all(Node.OfStudy.class).get(0), true);
		}
		until(() -> scan.isDone() && pane.tree().current().all(Node.OfSeries.class).size() == series.size()
				&& (!open || items().getItem(0).getItemCount() == each));
		rest(1500);
		report(open ? "it fills, all series in the open" : "it fills"); //$NON-NLS-1$ //$NON-NLS-2$
		pane.tree().collapseAll();
		rest(500);
		report("all collapsed"); //$NON-NLS-1$
		display.asyncExec(() -> pane.tree().setExpanded(pane.tree().current().all(Node.OfPatient.class).get(0), true));
		display.asyncExec(() -> pane.tree().setExpanded(pane.tree().current().all(Node.OfStudy.class).get(0), true));
		rest(1500);
		report("the first patient and study opened"); //$NON-NLS-1$
		for (int i = 1; i <= 20; i++) {
			int row = i * (each - 1) / 20;
			display.asyncExec(() -> pane.tree().tree().setTopItem(items().getItem(0).getItem(row)));
			rest(50);
		}
		report("scrolled to its end in 20 steps"); //$NON-NLS-1$
		pane.filter("number 1"); //$NON-NLS-1$
		rest(2500);
		report("filtered"); //$NON-NLS-1$
		pane.filter(""); //$NON-NLS-1$
		rest(2500);
		report("no longer filtered"); //$NON-NLS-1$
	}

	private TreeItem items() {
		return pane.tree().tree().getItem(0);
	}

	private static List<MadeHeader> series(int patients, int each) {
		List<MadeHeader> series = new ArrayList<>();
		for (int i = 0; i < patients * each; i++) {
			String patient = String.format(Locale.ROOT, "Patient %04d", i / each); //$NON-NLS-1$
			series.add(MadeHeader.image(ROOT, patient, "Study", "Series number " + i % each) //$NON-NLS-1$ //$NON-NLS-2$
					.with(Tag.SERIES_NUMBER, Integer.toString(i % each)));
		}
		return series;
	}

	/** Plays the scan. */
	private void fill(List<MadeHeader> series, boolean mixed) {
		for (int from = 0; from < INSTANCES; from += BATCH) {
			List<InstanceHeader> batch = new ArrayList<>();
			for (int i = from; i < from + BATCH; i++) {
				Path file = ROOT.resolve(Integer.toString(i));
				batch.add(series.get(mixed ? i % series.size() : i * series.size() / INSTANCES).at(file));
			}
			folders.catalog().add(ROOT, batch);
			int done = from + BATCH;
			folders.state(new FolderState(ROOT, Phase.SCANNING, done, INSTANCES, done, 0, 0, 0, "")); //$NON-NLS-1$
			LockSupport.parkNanos(PAUSE);
		}
	}

	private void rest(int milliseconds) {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
		until(() -> System.nanoTime() > end);
	}

	private void until(BooleanSupplier condition) {
		while (!condition.getAsBoolean()) {
			long start = System.nanoTime();
			if (display.readAndDispatch()) {
				long took = System.nanoTime() - start;
				longest = Math.max(longest, took);
				busy += took;
				tasks++;
			} else {
				display.timerExec(5, NAP);
				display.sleep();
			}
		}
	}

	private void report(String what) {
		System.out.printf(Locale.ROOT, "  %-38s longest task %5.1f ms, %5d ms in %d tasks%n", what, longest / 1e6, //$NON-NLS-1$
				TimeUnit.NANOSECONDS.toMillis(busy), tasks);
		clear();
	}

	private void clear() {
		longest = 0;
		busy = 0;
		tasks = 0;
	}
}
