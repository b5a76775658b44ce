package org.dicompreview.ui.internal.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Files and folders that a part of somebody else selects during a walk: of open folders, and some that no open folder holds. */
final class WalkFiles {

	private final List<Path> all = new ArrayList<>();

	/**
	 * Makes further files.
	 *
	 * @param elsewhere a folder to make, for copies of some files
	 * @param roots     the folders of the walk
	 */
	WalkFiles(Path elsewhere, List<Path> roots) throws IOException {
		Files.createDirectory(elsewhere);
		for (Path file : within(roots.get(1).resolve("perfusion"))) { //$NON-NLS-1$
			if (Files.isRegularFile(file)) {
				Files.copy(file, elsewhere.resolve(file.getFileName()));
			}
		}
		Files.copy(roots.get(1).resolve("short.dcm"), elsewhere.resolve("short.dcm")); //$NON-NLS-1$ //$NON-NLS-2$
		Files.copy(roots.get(1).resolve("notes.txt"), elsewhere.resolve("notes.txt")); //$NON-NLS-1$ //$NON-NLS-2$
		Files.createDirectory(elsewhere.resolve("empty")); //$NON-NLS-1$
		all.addAll(within(elsewhere));
		for (Path root : roots) {
			all.addAll(within(root));
		}
	}

	private static List<Path> within(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.sorted().toList();
		}
	}

	/** {@return what to select: one file or folder, or now and then some} */
	List<Path> choose(Random random) {
		int wanted = random.nextInt(5) == 0 ? 2 + random.nextInt(3) : 1;
		return random.ints(wanted, 0, all.size()).distinct().mapToObj(all::get).toList();
	}

	/** Selects files in a part of a page. */
	static void select(IWorkbenchPage page, List<Path> chosen) throws PartInitException {
		IViewPart part = page.showView(DicomPreview.ATTRIBUTES);
		page.activate(part);
		part.getSite().getService(ESelectionService.class).setPostSelection(new StructuredSelection(chosen));
	}
}
