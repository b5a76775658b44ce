package org.dicompreview.viewer.internal.document;

import static org.dicompreview.viewer.DisplayEvents.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.series.document.InstanceDocument;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.series.document.InstanceReference;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Study;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pane of a document in a plain shell, used as a person does. */
class DocumentPaneTest {

	private static final RGB TRACE = new RGB(110, 231, 120);

	@TempDir
	private Path folder;
	private final Display display = new Display();
	private final Shell shell = new Shell(display);
	private final DicomReaders readers = DicomReaders.standalone();
	private final InstanceDocuments documents = InstanceDocuments.standalone(readers);
	private final Study study = Study.of("Pane^Test", "D-1", 72); //$NON-NLS-1$ //$NON-NLS-2$
	private final List<InstanceReference> followed = new ArrayList<>();
	private DocumentPane pane;
	private int files;

	@BeforeEach
	void open() {
		shell.setLayout(new FillLayout());
		shell.setSize(700, 500);
		pane = new DocumentPane(shell, documents, followed::add);
		shell.open();
	}

	@AfterEach
	void close() {
		display.dispose();
	}

	private InstanceHeader write(DicomObject object) throws IOException {
		Path file = folder.resolve("document" + files++ + ".dcm"); //$NON-NLS-1$ //$NON-NLS-2$
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, object);
		return readers.readHeader(file, ReadLimits.DEFAULT);
	}

	private void show(InstanceHeader header) {
		pane.show(header);
		until("the document", () -> pane.isSettled()); //$NON-NLS-1$
	}

	private <T extends Control> T find(Class<T> type) {
		return all(pane).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
	}

	private static Stream<Control> all(Composite composite) {
		return Arrays.stream(composite.getChildren()).flatMap(child -> Stream.concat(Stream.of(child),
				child instanceof Composite inner ? all(inner) : Stream.empty()));
	}

	private DicomObject report(String text) {
		DicomObject name = new DicomObject().set(Tag.CODE_VALUE, "1").set(Tag.CODE_MEANING, "Finding"); //$NON-NLS-1$ //$NON-NLS-2$
		DicomObject image = new DicomObject().set(Tag.VALUE_TYPE, "IMAGE").sequence(0x00081199, new DicomObject() //$NON-NLS-1$
				.set(Tag.REFERENCED_SOP_CLASS_UID, Study.CT).set(Tag.REFERENCED_SOP_INSTANCE_UID, "1.2.3")); //$NON-NLS-1$
		return study.instance("1.2.840.10008.5.1.4.1.1.88.11", "SR", 1, "", 1).set(Tag.VALUE_TYPE, "CONTAINER") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				.sequence(Tag.CONTENT_SEQUENCE, new DicomObject().set(Tag.VALUE_TYPE, "TEXT").set(Tag.TEXT_VALUE, text) //$NON-NLS-1$
						.sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE, name), image);
	}

	private static TreeItem item(Tree tree, int... path) {
		TreeItem item = tree.getItem(path[0]);
		for (int i = 1; i < path.length; i++) {
			item = item.getItem(path[i]);
		}
		return item;
	}

	private void select(Tree tree, TreeItem item, int event) {
		tree.setSelection(item);
		Event selection = new Event();
		selection.item = item;
		tree.notifyListeners(event, selection);
	}

	@Test
	void aReportIsATreeWhoseReferencesCanBeFollowedAndWhoseLongTextsCanBeRead() throws IOException {
		String text = "There is a lesion of some size, which has to be looked at again in half a year."; //$NON-NLS-1$
		show(write(report(text)));
		Tree tree = find(Tree.class);
		int root = tree.getItemCount() - 1;
		assertTrue(item(tree, root).getExpanded());
		TreeItem finding = item(tree, root, 0);
		assertEquals("Finding", finding.getText(0)); //$NON-NLS-1$
		assertEquals(text, finding.getText(1));
		select(tree, finding, SWT.Selection);
		assertTrue(find(Text.class).isVisible());
		assertEquals(text, find(Text.class).getText());
		select(tree, finding, SWT.DefaultSelection);
		assertEquals(List.of(), followed);
		TreeItem image = item(tree, root, 1);
		select(tree, image, SWT.Selection);
		assertFalse(find(Text.class).isVisible(), "its value is short"); //$NON-NLS-1$
		select(tree, image, SWT.DefaultSelection);
		assertEquals(List.of(new InstanceReference(Study.CT, "1.2.3", List.of())), followed); //$NON-NLS-1$
		assertFalse(find(WaveformCanvas.class).isVisible());
	}

	@Test
	void whatComesLateIsNotShownAndNothingOfTheFormerOneStays() throws IOException {
		InstanceHeader slow = write(report("of the first one")); //$NON-NLS-1$
		InstanceHeader next = write(report("of the second one")); //$NON-NLS-1$
		CountDownLatch read = new CountDownLatch(1);
		pane.dispose();
		pane = new DocumentPane(shell, new InstanceDocuments() {
			@Override
			public InstanceDocument read(InstanceHeader header) throws IOException {
				if (header == slow) {
					awaitUninterrupted(read);
				}
				return documents.read(header);
			}

			@Override
			public byte[] readAttachment(InstanceHeader header) throws IOException {
				return documents.readAttachment(header);
			}
		}, followed::add);
		shell.layout();
		pane.show(slow);
		assertTrue(pane.shown().isEmpty());
		show(next);
		read.countDown();
		boolean[] later = new boolean[1];
		display.timerExec(300, () -> later[0] = true);
		until("some time", () -> later[0]); //$NON-NLS-1$
		assertEquals(next, pane.shown().orElseThrow().header());
		Tree tree = find(Tree.class);
		assertEquals("of the second one", item(tree, tree.getItemCount() - 1, 0).getText(1)); //$NON-NLS-1$
	}

	private static void awaitUninterrupted(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void aDocumentThatCannotBeReadHasAReason() throws IOException {
		InstanceHeader header = write(report("gone")); //$NON-NLS-1$
		Files.delete(folder.resolve("document0.dcm")); //$NON-NLS-1$
		show(header);
		assertTrue(pane.shown().isEmpty());
		assertTrue(find(Label.class).isVisible());
		assertFalse(find(Label.class).getText().isBlank());
		assertEquals(0, find(Tree.class).getItemCount());
	}

	@Test
	void aPdfIsHandedToAProgramAsItIs() throws IOException {
		byte[] pdf = "%PDF-1.4 << /Type /Page >> ".getBytes(StandardCharsets.US_ASCII); //$NON-NLS-1$
		show(write(study.instance("1.2.840.10008.5.1.4.1.1.104.1", "DOC", 1, "", 1) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.set(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, "application/pdf").set(0x00420015, pdf.length) //$NON-NLS-1$
				.bytes(Tag.ENCAPSULATED_DOCUMENT, VR.OB, pdf)));
		List<Path> opened = new ArrayList<>();
		pane.setLauncher(path -> opened.add(Path.of(path)));
		Button button = find(Button.class);
		assertTrue(button.isVisible());
		button.notifyListeners(SWT.Selection, new Event());
		until("the program", () -> !opened.isEmpty()); //$NON-NLS-1$
		assertTrue(opened.get(0).toString().endsWith(".pdf")); //$NON-NLS-1$
		assertArrayEquals(pdf, Files.readAllBytes(opened.get(0)));
		pane.setLauncher(path -> false);
		button.notifyListeners(SWT.Selection, new Event());
		until("that there is no program", () -> find(Label.class).isVisible()); //$NON-NLS-1$
		show(write(report("no button"))); //$NON-NLS-1$
		assertFalse(button.isVisible());
	}

	private DicomObject ecg(int seconds) {
		byte[] bytes = new byte[seconds * 200];
		bytes[2 * 50] = 100;
		DicomObject channel = new DicomObject().set(0x003A0203, "Lead II").set(0x003A0210, "1").sequence(0x003A0211, //$NON-NLS-1$ //$NON-NLS-2$
				new DicomObject().set(Tag.CODE_VALUE, "uV").set(0x00080102, "UCUM").set(Tag.CODE_MEANING, "microvolt")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		DicomObject group = new DicomObject().set(0x003A0005, 1).set(0x003A0010, bytes.length / 2).set(0x003A001A, "100") //$NON-NLS-1$
				.sequence(0x003A0200, channel).set(0x54001004, 16).set(0x54001006, "SS").bytes(0x54001010, VR.OW, bytes); //$NON-NLS-1$
		return study.instance("1.2.840.10008.5.1.4.1.1.9.1.1", "ECG", 1, "", 1).sequence(Tag.WAVEFORM_SEQUENCE, group); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static ImageData painted(WaveformCanvas canvas) {
		Rectangle area = canvas.getClientArea();
		Image image = new Image(canvas.getDisplay(), area.width, area.height);
		GC gc = new GC(image);
		try {
			Event paint = new Event();
			paint.gc = gc;
			paint.setBounds(area);
			canvas.notifyListeners(SWT.Paint, paint);
			return image.getImageData(100);
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	private static boolean has(ImageData data, RGB color, int x, int y) {
		for (int i = Math.max(0, x - 1); i <= x + 1 && i < data.width; i++) {
			for (int j = Math.max(0, y - 1); j <= y + 1 && j < data.height; j++) {
				RGB there = data.palette.getRGB(data.getPixel(i, j));
				if (Math.abs(there.red - color.red) + Math.abs(there.green - color.green) < 60) {
					return true;
				}
			}
		}
		return false;
	}

	@Test
	void anEcgIsATraceWhosePeakLiesAtItsTime() throws IOException {
		show(write(ecg(60)));
		WaveformCanvas canvas = find(WaveformCanvas.class);
		assertTrue(canvas.isVisible());
		WaveformPlan plan = canvas.plan();
		WaveformPlan.Row row = plan.rows().get(0);
		ImageData data = painted(canvas);
		int peak = (int) Math.round(plan.x(0.5));
		assertTrue(has(data, TRACE, peak, (int) Math.round(plan.y(row, 100))), "the peak"); //$NON-NLS-1$
		assertTrue(has(data, TRACE, (int) Math.round(plan.x(2)), (int) Math.round(plan.y(row, 0))), "the line"); //$NON-NLS-1$
		assertFalse(has(data, TRACE, (int) Math.round(plan.x(2)), (int) Math.round(plan.y(row, 100))));
		assertTrue(canvas.description().contains("Lead II"), canvas.description()); //$NON-NLS-1$
		key(canvas, SWT.ARROW_RIGHT);
		ImageData moved = painted(canvas);
		int by = canvas.getHorizontalBar().getSelection();
		assertTrue(by > 0);
		assertFalse(has(moved, TRACE, peak, (int) Math.round(plan.y(row, 100))));
		key(canvas, SWT.HOME);
		double before = canvas.plan().x(1);
		key(canvas, '+');
		assertEquals(1.25, canvas.plan().x(1) / before, 1e-6);
		key(canvas, SWT.END);
		assertEquals(canvas.plan().width() - canvas.getClientArea().width, canvas.getHorizontalBar().getSelection(), 1);
	}

	private static void key(WaveformCanvas canvas, int code) {
		Event event = new Event();
		event.keyCode = code;
		canvas.notifyListeners(SWT.KeyDown, event);
	}
}
