package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import javax.management.JMException;

import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.OpenFolders;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who selects, scrolls, windows, plays, closes and reopens at random: some seconds in the build, as long as
 * wanted with {@code tests/stress}. Nothing may be left behind, and there the event loop may never stand still.
 */
class StressTest {

	private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("dicompreview.stress.seconds", 5)); //$NON-NLS-1$
	/** How long an event may take, in ms; 0 in the build, where other things run on the machine. */
	private static final int FREEZE = Integer.getInteger("dicompreview.stress.freeze", 0); //$NON-NLS-1$
	private static final long SEED = Long.getLong("dicompreview.stress.seed", System.nanoTime()); //$NON-NLS-1$
	private static final Duration WARM_UP = Duration.ofSeconds(FREEZE > 0 ? 30 : 1);
	private static final int REPORTED = 100;
	/** What the workbench itself may keep: the parts that were active last. */
	private static final int KEPT_VIEWS = 2;
	private static final int COLLECTIONS = 6;
	private static final long KEPT_BYTES = 8 << 20;
	/** Eclipse's menu and tool items listen to their commands for ever (HandledContributionItem.generateCommand). */
	private static final long KEPT_BYTES_PER_VIEW = 48 << 10;
	private static final String OWN = "org.dicompreview."; //$NON-NLS-1$
	private static final long KEPT_OWN_BYTES = 1 << 20;
	private static final int LARGEST = 12;

	@TempDir
	static Path folder;

	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final FrameLoader loader = PlatformUI.getWorkbench().getService(FrameLoader.class);
	private final List<String> undisposed = Collections.synchronizedList(new ArrayList<>());

	@BeforeEach
	void make() throws IOException {
		System.out.println("Stress: " + LENGTH.toSeconds() + " s, seed " + SEED); //$NON-NLS-1$ //$NON-NLS-2$
		SampleStudy.write(folder.resolve("sample")); //$NON-NLS-1$
		Study study = Study.of("Stress^Test", "S-2", 2); //$NON-NLS-1$ //$NON-NLS-2$
		SampleStudy.write(folder.resolve("more/ct"), Phantoms.ct(study, 1, 120, 2, 512)); //$NON-NLS-1$
		SampleStudy.write(folder.resolve("more/perfusion"), Phantoms.perfusion(study, 2, 8, 12, 128)); //$NON-NLS-1$
		SampleStudy.write(folder.resolve("more/palette"), List.of(Phantoms.palette(study, 3, 1, 256))); //$NON-NLS-1$
		Resource.setNonDisposeHandler(leak -> undisposed.add(trace(leak)));
	}

	@AfterEach
	void close() {
		Resource.setNonDisposeHandler(null);
		closeAll();
	}

	@Test
	void whateverIsDoneNothingIsLeftBehind() throws Exception {
		RandomUser user = new RandomUser(page, folders, roots(), new Random(SEED));
		user.work(WARM_UP);
		closeAll();
		HeapClasses before = heap();
		int closings = user.closings();
		undisposed.clear();
		List<String> freezes = work(user);
		List<WeakReference<PreviewView>> views = user.closedPreviews();
		closeAll();
		HeapClasses after = heap();
		long grown = after.total("") - before.total(""); //$NON-NLS-1$ //$NON-NLS-2$
		System.out.println("Stress: " + user.summary() + "; heap after collection " + before.total("") / 1024 + " KB before, " //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				+ after.total("") / 1024 + " KB after; " + freezes.size() + " events above " + limit() + " ms"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		freezes.forEach(System.out::println);
		after.growth(before, LARGEST).forEach(System.out::println);
		assertEquals(List.of(), undisposed, "resources of SWT that nobody disposed"); //$NON-NLS-1$
		assertEquals(0, loader.cachedBytes(), "frames without a view"); //$NON-NLS-1$
		long alive = views.stream().filter(view -> view.get() != null).count();
		assertTrue(alive <= KEPT_VIEWS, alive + " of " + views.size() + " closed views are still held"); //$NON-NLS-1$ //$NON-NLS-2$
		long own = after.total(OWN) - before.total(OWN);
		assertTrue(own < KEPT_OWN_BYTES, "objects of these bundles take " + own + " bytes more"); //$NON-NLS-1$ //$NON-NLS-2$
		long kept = KEPT_BYTES + (user.closings() - closings) * KEPT_BYTES_PER_VIEW;
		assertTrue(grown < kept, "the heap grew by " + grown + " bytes, more than " + kept); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(FREEZE == 0 || freezes.isEmpty(), () -> String.join("\n", freezes)); //$NON-NLS-1$
	}

	private List<String> work(RandomUser user) throws Exception {
		try (Freezes freezes = new Freezes(Duration.ofMillis(limit()))) {
			user.work(LENGTH);
			return freezes.reports();
		}
	}

	private static int limit() {
		return FREEZE == 0 ? REPORTED : FREEZE;
	}

	/** {@return the folders to work on: made ones, and the series of the corpus in a long run} */
	private static List<Path> roots() {
		List<Path> roots = new ArrayList<>(List.of(folder.resolve("sample"), folder.resolve("more"))); //$NON-NLS-1$ //$NON-NLS-2$
		Path corpus = Path.of(System.getProperty("dicompreview.corpus", "none")); //$NON-NLS-1$ //$NON-NLS-2$
		if (FREEZE > 0 && Files.isDirectory(corpus)) {
			roots.add(corpus.resolve("series")); //$NON-NLS-1$
			roots.add(corpus.resolve("multiframe")); //$NON-NLS-1$
			roots.add(corpus.resolve("non-image")); //$NON-NLS-1$
		}
		return roots;
	}

	private void closeAll() {
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.roots().forEach(folders::close);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
	}

	/** {@return what is in use after collecting some times, while what was posted is handled} */
	private static HeapClasses heap() throws JMException {
		for (int i = 0; i < COLLECTIONS; i++) {
			handleEvents();
			System.gc();
			System.runFinalization();
		}
		return HeapClasses.now();
	}

	/** Handles what has been posted; fails if something posts forever. */
	private static void handleEvents() {
		long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
		while (Display.getCurrent().readAndDispatch()) {
			assertTrue(System.nanoTime() < end, "something posts events without end"); //$NON-NLS-1$
		}
	}

	private static String trace(Error leak) {
		StringBuilder text = new StringBuilder();
		for (StackTraceElement element : leak.getStackTrace()) {
			text.append('\n').append(element);
		}
		return text.toString();
	}
}
