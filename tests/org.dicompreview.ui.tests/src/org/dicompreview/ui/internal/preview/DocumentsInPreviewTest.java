package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Series;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;

/** What the Preview shows of instances without pictures, and where their references lead. */
class DocumentsInPreviewTest extends PreviewTestCase {

	private static final String REPORT = "1.2.840.10008.5.1.4.1.1.88.11"; //$NON-NLS-1$
	private static final String REFERENCED_IMAGE = "3.1.4"; //$NON-NLS-1$

	private Study study;

	@Override
	protected List<DicomObject> images(Study own) {
		study = own;
		return Phantoms.ct(own, 1, 9, 3, 64);
	}

	/** {@return a report that speaks of an image of a study} */
	private static DicomObject report(Study of, int number, String words, Study referenced) {
		DicomObject text = new DicomObject().set(Tag.VALUE_TYPE, "TEXT").set(Tag.TEXT_VALUE, words); //$NON-NLS-1$
		DicomObject image = new DicomObject().set(Tag.VALUE_TYPE, "IMAGE").sequence(0x00081199, //$NON-NLS-1$
				new DicomObject().set(Tag.REFERENCED_SOP_CLASS_UID, Study.CT).set(Tag.REFERENCED_SOP_INSTANCE_UID,
						referenced.root() + '.' + REFERENCED_IMAGE));
		return of.instance(REPORT, "SR", 5, "Findings", number).set(Tag.VALUE_TYPE, "CONTAINER") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.sequence(Tag.CONTENT_SEQUENCE, text, image);
	}

	private Series open(int count, DicomObject... reports) throws Exception {
		SampleStudy.write(folder.resolve("reports" + count), List.of(reports)); //$NON-NLS-1$
		folders.open(folder);
		until("the reports", () -> reports(count).isPresent()); //$NON-NLS-1$
		return reports(count).orElseThrow();
	}

	private Optional<Series> reports(int count) {
		return series().stream().filter(each -> each.modality().equals("SR") && each.documents().size() == count).findFirst(); //$NON-NLS-1$
	}

	private Stream<Control> all(Composite composite) {
		return Arrays.stream(composite.getChildren()).flatMap(child -> Stream.concat(Stream.of(child),
				child instanceof Composite inner ? all(inner) : Stream.empty()));
	}

	private Optional<Tree> tree() {
		return all(viewport.control()).filter(Tree.class::isInstance).map(Tree.class::cast).filter(Tree::isVisible).findFirst();
	}

	private Optional<TreeItem> line(String value) {
		return tree().flatMap(tree -> Stream.of(tree.getItems()).flatMap(this::lines)
				.filter(item -> item.getText(1).equals(value)).findFirst());
	}

	private Stream<TreeItem> lines(TreeItem item) {
		return Stream.concat(Stream.of(item), Stream.of(item.getItems()).flatMap(this::lines));
	}

	private void followReference() {
		TreeItem reference = line("CT Image").orElseThrow(); //$NON-NLS-1$
		tree().orElseThrow().setSelection(reference);
		Event event = new Event();
		event.item = reference;
		tree().orElseThrow().notifyListeners(SWT.DefaultSelection, event);
	}

	@Test
	void aReferenceOfAReportLeadsToItsImageAndAnImageHasNoOutline() throws Exception {
		assertTrue(tree().isEmpty());
		Series series = open(1, report(study, 1, "All is well", study)); //$NON-NLS-1$
		viewport.show(series);
		until("the outline", () -> line("All is well").isPresent()); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(viewport.message().contains("Basic Text SR"), viewport.message()); //$NON-NLS-1$
		assertEquals(new RGB(0, 0, 0), color(2, 2), "the message stands on a band of its own"); //$NON-NLS-1$
		followReference();
		until("the image", () -> viewport.isSettled() && viewport.model().slice() //$NON-NLS-1$
				.filter(slice -> slice.instance().sopInstanceUid().endsWith(REFERENCED_IMAGE)).isPresent());
		assertTrue(tree().isEmpty());
		assertTrue(viewport.canvas().getSize().y > viewport.control().getSize().y / 2);
	}

	private RGB color(int x, int y) {
		var data = ViewportProbe.painted(viewport);
		return data.palette.getRGB(data.getPixel(x, y));
	}

	@Test
	void aReferenceNeverLeadsToAnotherPatient() throws Exception {
		Study other = Study.of("Somebody^Else", "ELSE", 4711); //$NON-NLS-1$ //$NON-NLS-2$
		Series series = open(1, report(other, 1, "Not of this patient", study)); //$NON-NLS-1$
		viewport.show(series);
		until("the outline", () -> line("Not of this patient").isPresent()); //$NON-NLS-1$ //$NON-NLS-2$
		followReference();
		assertFalse(viewport.isBusy());
		assertTrue(viewport.model().slice().isEmpty());
		assertTrue(ViewportProbe.underPointer(viewport).contains("not among"), ViewportProbe.underPointer(viewport)); //$NON-NLS-1$
	}

	@Test
	void oneOfSeveralDocumentsOfASeriesIsChosenAndPublished() throws Exception {
		Series series = open(2, report(study, 1, "The first", study), report(study, 2, "The second", study)); //$NON-NLS-1$ //$NON-NLS-2$
		viewport.show(series);
		until("the first", () -> line("The first").isPresent()); //$NON-NLS-1$ //$NON-NLS-2$
		Combo choice = ViewportProbe.stackChoice(viewport);
		assertTrue(choice.isVisible());
		assertEquals(2, choice.getItemCount());
		choice.select(1);
		choice.notifyListeners(SWT.Selection, new Event());
		until("the second", () -> line("The second").isPresent()); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(line("The first").isEmpty()); //$NON-NLS-1$
		String second = series.documents().get(1).sopInstanceUid();
		until("its publication", () -> Witness.published(view) instanceof InstanceHeader header //$NON-NLS-1$
				&& header.sopInstanceUid().equals(second)); // files may be read anew meanwhile
		viewport.show(series().stream().filter(each -> each.imageCount() > 0).findFirst().orElseThrow());
		until("images again", () -> viewport.isSettled() && tree().isEmpty()); //$NON-NLS-1$
		assertFalse(choice.isVisible());
	}

	@Test
	void keysBelongToTheOutlineWhileItHasTheFocus() throws Exception {
		Series series = open(1, report(study, 1, "Words", study)); //$NON-NLS-1$
		viewport.show(series);
		until("the outline", () -> line("Words").isPresent()); //$NON-NLS-1$ //$NON-NLS-2$
		EContextService contexts = view.getSite().getService(EContextService.class);
		Event focus = new Event();
		tree().orElseThrow().notifyListeners(SWT.FocusIn, focus);
		assertFalse(contexts.getActiveContextIds().contains(DicomPreview.PREVIEW_CONTEXT));
		tree().orElseThrow().notifyListeners(SWT.FocusOut, new Event());
		assertTrue(contexts.getActiveContextIds().contains(DicomPreview.PREVIEW_CONTEXT));
	}
}
