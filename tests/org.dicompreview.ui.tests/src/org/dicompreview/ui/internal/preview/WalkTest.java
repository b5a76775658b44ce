package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.viewer.ViewportLayout;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A walker as a witness: after each step, once all is at rest, what the views of each window say must agree. Some seconds in
 * the build; as long as wanted, and over other folders, with {@code tests/walk}. A failure names the seed.
 */
class WalkTest {

	private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("dicompreview.walk.seconds", 20)); //$NON-NLS-1$
	private static final String NONE = "none"; //$NON-NLS-1$
	private static final long SEED = Long.getLong("dicompreview.walk.seed", System.nanoTime()); //$NON-NLS-1$
	/** Walk on after a contradiction, and count them by kind. */
	private static final boolean COUNT = Boolean.getBoolean("dicompreview.walk.count"); //$NON-NLS-1$
	/** On a machine that is busy with other things, a timer may come so late that all seems to be at rest. */
	private static final int CHANCES = 4;

	@TempDir
	private static Path folder;

	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
	private final ILogListener log = (status, plugin) -> note(status);
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private IPerspectiveDescriptor perspective;

	@BeforeEach
	void open() throws Exception {
		System.out.println("Walk: " + LENGTH.toSeconds() + " s, seed " + SEED); //$NON-NLS-1$ //$NON-NLS-2$
		Platform.addLogListener(log);
		perspective = page.getPerspective();
		page.setPerspective(PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(DicomPreview.PERSPECTIVE));
		for (String view : List.of(DicomPreview.SERIES_EXPLORER, DicomPreview.PREVIEW, DicomPreview.ATTRIBUTES)) {
			page.showView(view);
		}
	}

	@AfterEach
	void close() throws PartInitException {
		Platform.removeLogListener(log);
		((PreviewView) page.showView(DicomPreview.PREVIEW)).grid().setLayout(ViewportLayout.SINGLE); // as others expect it
		Arrays.stream(PlatformUI.getWorkbench().getWorkbenchWindows()).filter(window -> window.getActivePage() != page)
				.forEach(window -> window.close());
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		page.setPerspective(perspective);
		folders.roots().forEach(folders::close);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
	}

	private void note(IStatus status) {
		if (status.getSeverity() == IStatus.ERROR) {
			errors.add(status + (status.getException() == null ? "" //$NON-NLS-1$
					: " at " + Arrays.toString(status.getException().getStackTrace()))); //$NON-NLS-1$
		}
	}

	@Test
	void whateverIsDoneAllViewsSpeakOfTheSamePicture() throws Exception {
		List<Path> roots = new ArrayList<>(WalkFolder.write(folder.toRealPath()));
		roots.addAll(given());
		roots.forEach(folders::open);
		WalkFiles files = new WalkFiles(folder.toRealPath().resolve("elsewhere"), roots); //$NON-NLS-1$
		Walker walker = new Walker(roots, files, folder.toRealPath(), new Random(SEED));
		Witness witness = new Witness();
		Map<String, Integer> counted = new TreeMap<>();
		int rests = 0;
		for (long end = System.nanoTime() + LENGTH.toNanos(); System.nanoTime() < end; rests++) {
			List<String> contradictions = contradictions(walker, witness);
			if (!contradictions.isEmpty() && !COUNT) {
				fail("seed " + SEED + ":\n" + String.join("\n", contradictions) + "\nafter\n\t" + walker.history()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			}
			count(contradictions, counted, walker);
			walker.walk();
		}
		System.out.println("Walk: " + rests + " rests, " + walker.summary() + (COUNT ? ", contradictions " + counted : "")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(List.of(), errors, () -> "errors in the log, seed " + SEED); //$NON-NLS-1$
	}

	private static void count(List<String> contradictions, Map<String, Integer> counted, Walker walker) {
		for (String each : contradictions) {
			String kind = each.substring(0, each.indexOf(':'));
			if (counted.merge(kind, 1, Integer::sum) <= 3) {
				System.out.println("Walk: " + each + "\nafter\n\t" + walker.history()); //$NON-NLS-1$ //$NON-NLS-2$
			}
		}
	}

	/** {@return what does not agree, and does not come to agree either when all has come to rest once more} */
	private static List<String> contradictions(Walker walker, Witness witness) throws Exception {
		List<String> all = List.of();
		for (int i = 0; i < CHANCES; i++) {
			walker.rest();
			all = Walker.pages().stream().flatMap(each -> witness.contradictions(each).stream()).toList();
			if (all.isEmpty()) {
				return all;
			}
		}
		return all;
	}

	/** {@return folders that a person names; the build names none} */
	private static List<Path> given() throws IOException {
		List<Path> given = new ArrayList<>();
		for (String name : System.getProperty("dicompreview.walk.folders", NONE).split(File.pathSeparator)) { //$NON-NLS-1$
			if (!name.equals(NONE)) {
				given.add(Path.of(name).toRealPath());
			}
		}
		return given;
	}
}
