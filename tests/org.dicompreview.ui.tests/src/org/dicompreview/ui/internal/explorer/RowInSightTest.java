package org.dicompreview.ui.internal.explorer;

import static org.dicompreview.ui.internal.Conditions.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.testsupport.ManyPatients;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.ui.internal.settings.Settings;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The row of what the Preview shows, in a tree that is much longer than the view is high. */
class RowInSightTest {

	private static final String LAST_WITH_IMAGES = "Ugo"; //$NON-NLS-1$
	private static final int NINE_SLICES = 9;
	private static final int TWO_STACKS = 8;

	@TempDir
	private Path folder;
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final ScannedFolders folders = PlatformUI.getWorkbench().getService(ScannedFolders.class);
	private Path root;
	private ExplorerProbe explorer;
	private IViewPart preview;

	@BeforeEach
	void open() throws Exception {
		root = folder.toRealPath();
		ManyPatients.write(root);
		Settings.node().put(Settings.EXPLORER_THUMBNAILS, "0"); // so that there is room for all rows //$NON-NLS-1$
		show();
		folders.open(root);
		until("all that is in the folder", () -> folders.lastOpened().isEmpty() //$NON-NLS-1$
				&& folders.states().stream().noneMatch(state -> state.busy()));
	}

	private void show() throws Exception {
		explorer = new ExplorerProbe(page.showView(DicomPreview.SERIES_EXPLORER));
		preview = page.showView(DicomPreview.PREVIEW);
	}

	@AfterEach
	void close() {
		hide();
		Settings.node().remove(Settings.EXPLORER_THUMBNAILS);
		folders.close(root);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
	}

	private void hide() {
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
	}

	private void run(String command) throws Exception {
		page.activate(preview);
		preview.getSite().getService(IHandlerService.class).executeCommand("org.dicompreview.ui.preview." + command, null); //$NON-NLS-1$
	}

	private Series series(int images) {
		return folders.catalog().patients().stream().filter(patient -> patient.name().contains(LAST_WITH_IMAGES))
				.flatMap(patient -> patient.studies().stream()).flatMap(study -> study.series().stream())
				.filter(series -> series.imageCount() == images).findFirst().orElseThrow();
	}

	private Optional<Object> row(Series series) {
		return explorer.rows().stream().filter(row -> Adapters.adapt(row, Series.class) == series).findFirst();
	}

	private void untilSelected(String what, Series series, int stack) {
		until(what, () -> {
			List<Object> rows = explorer.selected();
			SliceStack selected = rows.size() == 1 ? Adapters.adapt(rows.get(0), SliceStack.class) : null;
			return selected != null && selected.series() == series && selected.index() == stack;
		});
	}

	private void untilInSight() {
		for (Object row : explorer.withParents(explorer.selected().get(0))) {
			until("in sight: " + ExplorerProbe.text(row), () -> explorer.inSight(row)); //$NON-NLS-1$
		}
	}

	@Test
	void theRowOfAStackIsInSightWithTheRowsAboveItAlsoWhenTheViewsOpenAgain() throws Exception {
		until("the first patient", () -> !explorer.selected().isEmpty()); //$NON-NLS-1$
		untilInSight();
		Series ct = series(NINE_SLICES);
		Series series = series(TWO_STACKS);
		until("its row", () -> row(ct).isPresent()); //$NON-NLS-1$
		explorer.click(row(ct).get());
		until("the CT", () -> Adapters.adapt(preview, Series.class) == ct); //$NON-NLS-1$
		run("nextSeries"); //$NON-NLS-1$
		until("the series with two stacks", () -> Adapters.adapt(preview, Series.class) == series); //$NON-NLS-1$
		untilSelected("the row of its first stack", series, 0); //$NON-NLS-1$
		run("nextStack"); //$NON-NLS-1$
		untilSelected("the row of the next stack", series, 1); //$NON-NLS-1$
		untilInSight();
		hide();
		show();
		untilSelected("the row of the stack once more", series, 1); //$NON-NLS-1$
		untilInSight();
	}
}
