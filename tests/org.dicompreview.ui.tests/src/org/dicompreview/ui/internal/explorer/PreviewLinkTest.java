package org.dicompreview.ui.internal.explorer;

import static org.dicompreview.ui.internal.explorer.MadeObjects.made;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.ui.internal.preview.Shown;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The row that goes along with a Preview that only says what it shows, in a tree without files. */
class PreviewLinkTest {

	private final Shell shell = new Shell(Display.getDefault());
	private final ExplorerTree tree = new ExplorerTree(shell, series -> {});
	private final PreviewLink link = new PreviewLink(tree, PlatformUI.getWorkbench().getService(SeriesModel.class).newCatalog());
	private final Patient patient = made(Patient.class, Map.of());
	private final Study study = made(Study.class, Map.of("patient", patient)); //$NON-NLS-1$
	private final Series first = made(Series.class, Map.of("study", study, "imageCount", 1, "modality", "CT")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	private final Series second = made(Series.class, Map.of("study", study, "imageCount", 1, "modality", "MR")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	private final SliceStack stack = made(SliceStack.class, Map.of("series", second, "index", 1)); //$NON-NLS-1$ //$NON-NLS-2$

	PreviewLinkTest() {
		shell.setLayout(new FillLayout());
	}

	@AfterEach
	void close() {
		shell.dispose();
	}

	@Test
	void theRowOfWhatIsShownIsSelectedAgainWhenAnotherThatWasSelectedGoes() {
		show(row(first), row(second));
		follow(second, Optional.empty());
		assertSelected(row(second));
		click(row(first));
		show(row(second));
		follow(second, Optional.empty());
		assertSelected(row(second));
	}

	@Test
	void theRowOfTheStackIsSelectedAsSoonAsItIsThere() {
		show(row(first), row(second));
		follow(second, Optional.of(stack));
		assertSelected(row(second));
		show(row(first), row(second, row(stack)));
		follow(second, Optional.of(stack));
		assertSelected(row(stack));
	}

	@Test
	void theRowOfTheSeriesStaysIfAPersonHasSelectedIt() {
		show(row(first), row(second));
		click(row(second));
		tree.tellAgain();
		follow(second, Optional.of(stack));
		show(row(first), row(second, row(stack)));
		follow(second, Optional.of(stack));
		assertSelected(row(second));
	}

	@Test
	void whatAPersonHasCollapsedStaysSo() {
		show(row(first), row(second));
		follow(second, Optional.of(stack));
		tree.collapseAll();
		show(row(first), row(second), row(made(Series.class, Map.of("study", study, "imageCount", 1, "modality", "US")))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		follow(second, Optional.of(stack));
		assertFalse(tree.isExpanded(tree.current().root().children().get(0)));
	}

	private void show(Node... series) {
		Node ofStudy = new Node.OfStudy(study, Label.of("study"), List.of(series)); //$NON-NLS-1$
		Node ofPatient = new Node.OfPatient(patient, Label.of("patient"), List.of(ofStudy)); //$NON-NLS-1$
		tree.show(new Snapshot(List.of(ofPatient), List.of(), Filter.NONE));
		tree.finish();
	}

	private static Node row(Series series, Node... children) {
		return new Node.OfSeries(series, Label.of(series.modality()), List.of(children));
	}

	private static Node row(SliceStack stack) {
		return new Node.OfStack(stack, Label.of("stack"), List.of()); //$NON-NLS-1$
	}

	private void follow(Series series, Optional<SliceStack> ofSeries) {
		Shown shown = new Shown(Optional.of(series), ofSeries, Optional.empty(), false);
		link.follow(new IAdaptable() {
			@Override
			public <T> T getAdapter(Class<T> type) {
				return type.isInstance(shown) ? type.cast(shown) : null;
			}
		});
	}

	private void click(Node node) {
		Event event = new Event();
		event.item = tree.item(node);
		tree.tree().setSelection(tree.item(node));
		tree.tree().notifyListeners(SWT.Selection, event);
	}

	private void assertSelected(Node node) {
		assertEquals(List.of(node), tree.getSelection().toList());
		assertEquals(List.of(tree.item(node)), Arrays.asList(tree.tree().getSelection()));
	}
}
