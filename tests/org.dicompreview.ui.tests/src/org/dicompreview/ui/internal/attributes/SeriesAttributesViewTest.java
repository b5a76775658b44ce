package org.dicompreview.ui.internal.attributes;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.attributes.SeriesValues.Variation;
import org.dicompreview.ui.internal.folders.MadeHeader;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of elements over a series: table, plot and Preview go along with each other. */
@SuppressWarnings("nls")
class SeriesAttributesViewTest {

	private static final int SLICES = 12;

	@TempDir
	static Path folder;

	private final Display display = Display.getCurrent();
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private IViewPart preview;
	private AttributesView attributes;
	private SeriesAttributesView view;

	@BeforeAll
	static void make() throws IOException {
		List<DicomObject> ct = Phantoms.ct(Study.of("Phantom^Values", "VAL-1", 71), 1, SLICES, 2, 32);
		for (int i = 0; i < SLICES; i++) {
			ct.get(i).set(Tag.ACQUISITION_NUMBER, (i * 5) % SLICES);
		}
		ct.get(3).remove(Tag.ACQUISITION_NUMBER);
		SampleStudy.write(folder, ct);
	}

	@BeforeEach
	void open() throws Exception {
		folders.open(folder);
		until("the series", () -> folders.catalog().series().size() == 1
				&& folders.catalog().series().get(0).imageCount() == SLICES);
		preview = page.showView(DicomPreview.PREVIEW);
		attributes = (AttributesView) page.showView(DicomPreview.ATTRIBUTES);
		page.showView(DicomPreview.SERIES_EXPLORER).getSite().getSelectionProvider()
				.setSelection(new StructuredSelection(folders.catalog().series().get(0)));
		until("the series", () -> slice().isPresent());
		page.activate(preview);
		run("org.dicompreview.ui.preview.firstSlice");
		until("the attributes", () -> slice().filter(slices().get(0)::equals).isPresent()
				&& attributes.shows(Target.of(slice().get())));
	}

	@AfterEach
	void close() {
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.roots().forEach(folders::close);
		until("nothing is left open", () -> folders.catalog().series().isEmpty());
	}

	private Optional<Slice> slice() {
		return Optional.ofNullable(Adapters.adapt(preview, Slice.class));
	}

	private Series series() {
		return folders.catalog().series().get(0);
	}

	private List<Slice> slices() {
		return series().stacks().get(0).slices();
	}

	private void run(String command) throws Exception {
		PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
	}

	/** Chooses elements in DICOM Attributes, as a person does. */
	private void choose(String... tags) throws Exception {
		List<Row> rows = Arrays.stream(tags).map(tag -> Samples.row(attributes.pane().table().current().roots(), tag)).toList();
		page.activate(attributes);
		attributes.pane().table().viewer().setSelection(new StructuredSelection(rows));
		run("org.dicompreview.ui.attributes.overSeries");
		view = (SeriesAttributesView) page.findView(DicomPreview.SERIES_ATTRIBUTES);
		until("all values", () -> values().read() == SLICES && values().columns().size() == tags.length);
	}

	private SeriesValues values() {
		return view.pane().values();
	}

	private Table table() {
		return view.pane().table();
	}

	private List<String> column(int column) {
		return IntStream.range(0, table().getItemCount()).mapToObj(row -> table().getItem(row).getText(column)).toList();
	}

	private static String number(Slice slice, int tag) {
		return slice.instance().integer(tag).stream().mapToObj(Integer::toString).findFirst().orElse("");
	}

	@Test
	void theTableHasTheValuesOfAllSlices() throws Exception {
		choose("(0008,0060)", "(0020,0012)", "(0020,0013)");
		assertEquals(SLICES, table().getItemCount());
		assertEquals(Set.of("CT"), new HashSet<>(column(2)));
		assertEquals(slices().stream().map(slice -> number(slice, Tag.INSTANCE_NUMBER)).toList(), column(4));
		List<Variation> variations = IntStream.range(0, 3).mapToObj(values()::variation).toList();
		assertEquals(List.of(Variation.CONSTANT, Variation.MISSING, Variation.VARYING), variations);
		assertEquals("= Modality", table().getColumn(2).getText());
		assertEquals("\u2205 AcquisitionNumber", table().getColumn(3).getText());
		assertEquals("\u2260 InstanceNumber", table().getColumn(4).getText());
		assertEquals(1, values().lacking(1));
	}

	@Test
	void aRowGoesToItsSliceAndTheSliceOnScreenIsMarked() throws Exception {
		choose("(0020,0013)");
		assertEquals(slices().indexOf(slice().orElseThrow()), marked());
		for (int row : new int[] { 1, SLICES - 1 }) {
			page.activate(view);
			table().setSelection(row);
			table().notifyListeners(SWT.Selection, new Event());
			until("the slice", () -> slice().filter(slices().get(row)::equals).isPresent() && marked() == row);
		}
		page.activate(preview);
		run("org.dicompreview.ui.preview.firstSlice");
		until("the first slice", () -> marked() == 0);
	}

	private int marked() {
		List<String> numbers = column(0);
		return IntStream.range(0, numbers.size()).filter(row -> numbers.get(row).startsWith("\u25B8")).findFirst().orElse(-1);
	}

	@Test
	void aClickIntoThePlotGoesThere() throws Exception {
		choose("(0020,0013)");
		ValuePlot plot = view.pane().valuePlot();
		page.activate(view);
		page.toggleZoom(page.getReference(view));
		until("room for the plot", () -> plot.getClientArea().width > 50 && plot.getClientArea().height > 30);
		Event event = new Event();
		event.button = 1;
		event.x = plot.place(2);
		plot.notifyListeners(SWT.MouseDown, event);
		until("the slice", () -> slice().filter(slices().get(2)::equals).isPresent() && marked() == 2);
		Event key = new Event();
		key.keyCode = SWT.ARROW_RIGHT;
		plot.notifyListeners(SWT.KeyDown, key);
		until("the next slice", () -> marked() == 3);
		int place = plot.place(3);
		assertTrue(isLine(plot, place), "a line at the slice on screen");
		assertFalse(isLine(plot, plot.place(9)));
		page.toggleZoom(page.getReference(view));
	}

	/** {@return whether a line across the plot has one colour that the rest has not} */
	private boolean isLine(ValuePlot plot, int x) {
		Rectangle area = plot.getClientArea();
		Image image = new Image(display, area.width, area.height);
		GC gc = new GC(image);
		plot.paint(gc, area);
		gc.dispose();
		ImageData data = image.getImageData(100);
		image.dispose();
		int background = data.getPixel(x + 12, area.height / 2);
		int other = 0;
		for (int y = 10; y < area.height - 40; y++) {
			if (data.getPixel(x, y) != background) {
				other++;
			}
		}
		return other > (area.height - 50) * 3 / 4;
	}

	@Test
	void columnsSortAndTheSearchLeavesRows() throws Exception {
		choose("(0020,0012)");
		table().getColumn(2).notifyListeners(SWT.Selection, new Event());
		List<String> sorted = slices().stream().map(slice -> number(slice, Tag.ACQUISITION_NUMBER)).filter(text -> !text.isEmpty())
				.map(Integer::valueOf).sorted().map(Object::toString).toList();
		assertEquals(sorted, column(2).subList(0, SLICES - 1), "as numbers, not as texts");
		assertEquals("", column(2).get(SLICES - 1), "what has none comes last");
		table().getColumn(2).notifyListeners(SWT.Selection, new Event());
		assertEquals("11", column(2).get(0));
		assertEquals("", column(2).get(SLICES - 1));
		Text search = find(view.pane(), Text.class);
		search.setText("11");
		until("rows with 11", () -> table().getItemCount() > 0 && table().getItemCount() < SLICES);
		search.setText("");
		until("all rows", () -> table().getItemCount() == SLICES);
	}

	private static <T extends Control> T find(Control control, Class<T> type) {
		if (type.isInstance(control)) {
			return type.cast(control);
		}
		return control instanceof Composite parent
				? Arrays.stream(parent.getChildren()).map(child -> find(child, type)).filter(found -> found != null).findFirst()
						.orElse(null)
				: null;
	}

	@Test
	void rowsAreCopiedAsCsv() throws Exception {
		choose("(0008,0008)", "(0020,0013)");
		page.activate(view);
		run("org.dicompreview.ui.seriesAttributes.copyCsv");
		until("the clipboard", () -> clipboard().startsWith("Image,Place,ImageType,InstanceNumber,SOPInstanceUID,Frame\r\n"));
		List<String> lines = clipboard().lines().toList();
		assertEquals(SLICES + 1, lines.size());
		Slice first = slices().get(0);
		assertTrue(lines.get(1).startsWith("1,") && lines.get(1).contains("," + number(first, Tag.INSTANCE_NUMBER) + ",")
				&& lines.get(1).endsWith("," + first.instance().sopInstanceUid() + ",1"), lines.get(1));
	}

	private String clipboard() {
		Clipboard clipboard = new Clipboard(display);
		try {
			return clipboard.getContents(TextTransfer.getInstance()) instanceof String text ? text : "";
		} finally {
			clipboard.dispose();
		}
	}

	@Test
	void columnsAndAxisAreThereAgainAfterARestart() throws Exception {
		choose("(0020,0013)", "(0008,0060)");
		List<SeriesColumn> columns = values().columns();
		for (SeriesColumn column : columns) {
			SeriesColumn loaded = SeriesColumn.load(column.save()).orElseThrow();
			assertEquals(column, loaded);
			assertEquals(column.name(), loaded.name());
		}
		assertTrue(SeriesColumn.load("ElementRow x 0/A").isEmpty());
		assertTrue(SeriesColumn.load("").isEmpty());
		Combo over = find(view.pane(), Combo.class);
		over.select(PlotData.Over.POSITION.ordinal());
		over.notifyListeners(SWT.Selection, new Event());
		var memento = org.eclipse.ui.XMLMemento.createWriteRoot("view");
		view.saveState(memento);
		SeriesAttributesView other = new SeriesAttributesView();
		other.init(view.getViewSite(), memento);
		assertEquals(columns, other.columns());
		assertEquals("POSITION", memento.getString("over"));
	}

	/** {@return what the row of an element shows as its value} */
	private String shown(String tag) {
		var viewer = attributes.pane().table().viewer();
		Row row = Samples.row(attributes.pane().table().current().roots(), tag);
		return viewer.testFindItem(row) instanceof TreeItem item ? item.getText(5) : "";
	}

	@Test
	void attributesSayHowTheyAreOverTheSeries() throws Exception {
		assertEquals("CT", shown("(0008,0060)"));
		page.activate(attributes);
		run(CompareSeriesHandler.COMMAND);
		try {
			until("the signs", () -> shown("(0008,0060)").equals("= CT"));
			assertTrue(shown("(0020,0013)").startsWith("\u2260 "), shown("(0020,0013)"));
			assertTrue(shown("(0020,0012)").startsWith("\u2205 "), shown("(0020,0012)"));
			page.activate(preview);
			run("org.dicompreview.ui.preview.nextSlice");
			until("the next slice", () -> attributes.shows(Target.of(slice().get())));
			assertEquals("= CT", shown("(0008,0060)"));
		} finally {
			page.activate(attributes);
			run(CompareSeriesHandler.COMMAND);
		}
		assertEquals("CT", shown("(0008,0060)"));
	}

	/** Reading ends with the view. */
	@Test
	void aClosedViewReadsNothing() throws Exception {
		choose("(0020,0013)");
		page.hideView(view);
		until("no job", () -> Job.getJobManager().find(SeriesAttributesView.JOB_FAMILY).length == 0);
	}

	@Test
	void onlyRowsInViewAreFilled() {
		SeriesModel model = PlatformUI.getWorkbench().getService(SeriesModel.class);
		var catalog = model.newCatalog();
		int count = 2000;
		List<InstanceHeader> headers = IntStream.range(0, count)
				.<InstanceHeader>mapToObj(i -> MadeHeader.image(folder.resolve("made" + i), "P", "Study", "Series")).toList();
		catalog.add(folder, headers);
		List<Slice> slices = catalog.series().get(0).stacks().stream().flatMap(stack -> stack.slices().stream()).toList();
		assertEquals(count, slices.size());
		SeriesColumn column = new SeriesColumn(new RowPath(null, ElementRow.class, Tag.INSTANCE_NUMBER, 0), "InstanceNumber");
		String[][] values = IntStream.range(0, count).mapToObj(i -> new String[] { Integer.toString(i * 7919 % count) })
				.toArray(String[][]::new);
		Shell shell = new Shell(display);
		try {
			shell.setLayout(new FillLayout());
			SeriesValuePane pane = new SeriesValuePane(shell, PlotData.Over.NUMBER, slice -> {});
			int[] filled = new int[1];
			pane.table().addListener(SWT.SetData, event -> filled[0]++);
			shell.setSize(500, 600);
			shell.open();
			pane.show(new SeriesValues(slices, List.of(column), values, 0));
			until("rows", () -> filled[0] > 5);
			long start = System.nanoTime();
			pane.table().getColumn(2).notifyListeners(SWT.Selection, new Event());
			long millis = (System.nanoTime() - start) / 1_000_000;
			until("sorted rows", () -> pane.table().getItem(0).getText(2).equals("0"));
			assertTrue(filled[0] < 400, () -> "filled: " + filled[0]);
			assertTrue(millis < 1000, () -> "ms to sort: " + millis);
		} finally {
			shell.dispose();
		}
	}
}
