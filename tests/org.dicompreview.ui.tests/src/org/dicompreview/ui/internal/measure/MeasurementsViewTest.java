package org.dicompreview.ui.internal.measure;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.RegionStatistics;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementKind;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of measurements, and what people do with it. */
class MeasurementsViewTest {

	private static final double SPACING = 230.0 / 64;
	private static int studies = 4800;

	@TempDir
	private Path folder;
	private final Display display = Display.getCurrent();
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final MeasurementStore store = PlatformUI.getWorkbench().getService(MeasurementStore.class);
	private List<Slice> slices;
	private IWorkbenchPart preview;
	private MeasurementsView view;
	private Table table;

	@BeforeEach
	void open() throws Exception {
		SampleStudy.write(folder, Phantoms.ct(Study.of("List^Test", "L-1", studies++), 1, 9, 3, 64)); //$NON-NLS-1$ //$NON-NLS-2$
		folders.open(folder);
		until("the series", () -> series().size() == 1 && series().get(0).imageCount() == 9); //$NON-NLS-1$
		slices = series().get(0).stacks().get(0).slices();
		preview = page.showView(DicomPreview.PREVIEW);
		add("Length", MeasurementKind.LINE, 2, new ImagePoint(10, 10), new ImagePoint(20, 10)); //$NON-NLS-1$
		add("Brain, \"left\"", MeasurementKind.ELLIPSE, 6, new ImagePoint(20, 20), new ImagePoint(30, 40)); //$NON-NLS-1$
		view = (MeasurementsView) page.showView(DicomPreview.MEASUREMENTS);
		table = view.table().getTable();
		rows(2);
	}

	private void add(String name, MeasurementKind kind, int slice, ImagePoint... points) {
		store.add(Measurement.create(kind, name, series().get(0).uid(), slices.get(slice), List.of(points)));
	}

	private void rows(int count) {
		until("rows", () -> table.getItemCount() == count //$NON-NLS-1$
				&& view.rows().stream().map(MeasurementRow::measurement).toList().equals(store.all()));
	}

	@AfterEach
	void close() {
		store.remove(store.all().stream().map(Measurement::id).toList());
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.roots().forEach(folders::close);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
	}

	private List<Series> series() {
		return folders.catalog().patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(study -> study.series().stream()).toList();
	}

	private void select(int... rows) {
		page.activate(view);
		table.setFocus();
		table.setSelection(rows);
		table.notifyListeners(SWT.Selection, new Event());
	}

	private void run(String command) throws Exception {
		until("the focus", table::isFocusControl); //$NON-NLS-1$
		view.getSite().getService(IHandlerService.class).executeCommand(command, null);
	}

	private String clipboard() {
		Clipboard clipboard = new Clipboard(display);
		try {
			return (String) clipboard.getContents(TextTransfer.getInstance());
		} finally {
			clipboard.dispose();
		}
	}

	@Test
	void eachRowTellsValueAndImage() {
		String length = Math.round(10 * SPACING * 10) / 10.0 + " mm"; //$NON-NLS-1$
		assertEquals(List.of("Length", "Line", length, "Head 3.0 mm", "3 of 9 (-6 mm)"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				texts(0));
		assertTrue(texts(1).get(2).matches("\\d+ mm² · 35\\.9 mm × 71\\.9 mm · Mean .* HU .*"), () -> texts(1).toString()); //$NON-NLS-1$
	}

	private List<String> texts(int row) {
		return IntStream.range(0, table.getColumnCount()).mapToObj(i -> table.getItem(row).getText(i)).toList();
	}

	@Test
	void aSelectedRowIsShownInThePreview() {
		select(1);
		until("the slice of the ellipse", () -> slices.get(6).equals(preview.getAdapter(Slice.class))); //$NON-NLS-1$
		assertEquals("Brain, \"left\"", store.selected().orElseThrow().name()); //$NON-NLS-1$
		select(0);
		until("the slice of the line", () -> slices.get(2).equals(preview.getAdapter(Slice.class))); //$NON-NLS-1$
	}

	@Test
	void whatIsSelectedOnAPictureIsSelectedInTheListAndStaysWhereItIs() {
		select(1);
		until("the slice of the ellipse", () -> slices.get(6).equals(preview.getAdapter(Slice.class))); //$NON-NLS-1$
		store.select(Optional.of(store.all().get(0).id()));
		until("the row", () -> table.getSelectionIndex() == 0); //$NON-NLS-1$
		assertEquals(1, ((StructuredSelection) view.getSite().getSelectionProvider().getSelection()).size());
		assertEquals(slices.get(6), preview.getAdapter(Slice.class));
	}

	@Test
	void rowsAreDeletedAndComeBackByTheCommandsOfTheEditMenu() throws Exception {
		List<Measurement> all = store.all();
		select(0, 1);
		run(IWorkbenchCommandConstants.EDIT_DELETE);
		assertTrue(store.all().isEmpty());
		rows(0);
		run(IWorkbenchCommandConstants.EDIT_UNDO);
		assertEquals(all, store.all());
		rows(2);
		run(IWorkbenchCommandConstants.EDIT_REDO);
		assertTrue(store.all().isEmpty());
		page.activate(preview);
		view.getSite().getService(IHandlerService.class).executeCommand(IWorkbenchCommandConstants.EDIT_UNDO, null);
		assertEquals(all, store.all(), "also in the Preview"); //$NON-NLS-1$
	}

	@Test
	void aRowIsRenamedInPlace() throws Exception {
		select(0);
		run("org.eclipse.ui.edit.rename"); //$NON-NLS-1$
		Text editor = Arrays.stream(table.getChildren()).filter(Text.class::isInstance).map(Text.class::cast)
				.filter(Control::isVisible).findFirst().orElseThrow();
		assertEquals("Length", editor.getText()); //$NON-NLS-1$
		editor.setText("Diameter"); //$NON-NLS-1$
		editor.notifyListeners(SWT.DefaultSelection, new Event());
		assertEquals("Diameter", store.all().get(0).name()); //$NON-NLS-1$
		rows(2);
		assertEquals("Diameter", table.getItem(0).getText(0)); //$NON-NLS-1$
		store.undo();
		rows(2);
		assertEquals("Length", table.getItem(0).getText(0)); //$NON-NLS-1$
	}

	@Test
	void rowsAreCopiedAsTextAndAsCsv() throws Exception {
		select(0);
		run(IWorkbenchCommandConstants.EDIT_COPY);
		assertEquals(String.join("\t", texts(0)), clipboard()); //$NON-NLS-1$
		select(0, 1);
		run("org.dicompreview.ui.measurements.copyCsv"); //$NON-NLS-1$
		List<String> lines = clipboard().lines().toList();
		assertEquals(3, lines.size());
		assertTrue(lines.get(1).startsWith("Length,LINE," + series().get(0).uid() + ',' //$NON-NLS-1$
				+ slices.get(2).instance().sopInstanceUid() + ",1,3 of 9 (-6 mm)," + 10 * SPACING + ",mm,"), lines.get(1)); //$NON-NLS-1$ //$NON-NLS-2$
		RegionStatistics expected = PlatformUI.getWorkbench().getService(FrameLoader.class).load(slices.get(6)).frame().orElseThrow()
				.statistics(store.all().get(1).region().orElseThrow()).get(0);
		assertTrue(lines.get(2).startsWith("\"Brain, \"\"left\"\"\",ELLIPSE,"), lines.get(2)); //$NON-NLS-1$
		assertTrue(lines.get(2).endsWith(",PIXEL_SPACING," + expected.count() + ',' + expected.mean() + ',' //$NON-NLS-1$
				+ expected.standardDeviation() + ',' + expected.minimum() + ',' + expected.maximum()
				+ ",HU,20.0 20.0;30.0 40.0"), lines.get(2)); //$NON-NLS-1$
	}

	@Test
	void theHistogramOfARegionIsShown() throws Exception {
		select(1);
		run("org.dicompreview.ui.measurements.histogram"); //$NON-NLS-1$
		Shell dialog = Arrays.stream(display.getShells()).filter(shell -> shell.getText().startsWith("Histogram of Brain")) //$NON-NLS-1$
				.findFirst().orElseThrow();
		assertEquals("org.dicompreview.ui.histogram", dialog.getData("org.eclipse.ui.help"), "what F1 explains"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		try {
			long count = PlatformUI.getWorkbench().getService(FrameLoader.class).load(slices.get(6)).frame().orElseThrow()
					.statistics(store.all().get(1).region().orElseThrow()).get(0).count();
			until("the number of pixels", () -> labels(dialog).contains(", " + count + " pixels")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		} finally {
			dialog.close();
		}
	}

	private static String labels(Composite parent) {
		StringBuilder texts = new StringBuilder();
		for (Control child : parent.getChildren()) {
			texts.append(child instanceof Label label ? label.getText()
					: child instanceof Composite inner ? labels(inner) : ""); //$NON-NLS-1$
		}
		return texts.toString();
	}

	@Test
	void whatIsNotInTheOpenFoldersIsListedWithoutValue() {
		folders.close(folder);
		until("no value", () -> table.getItemCount() == 2 && texts(0).get(4).isEmpty()); //$NON-NLS-1$
		assertEquals("not in the open folders", texts(0).get(2)); //$NON-NLS-1$
		assertFalse(texts(0).get(0).isEmpty());
	}
}
