package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.Tag;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.eclipse.core.commands.Command;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;

/** Images that a key object selection names, as a filter of the slider. */
class KeyImagesInPreviewTest extends PreviewTestCase {

	private static final String SELECTION = "1.2.840.10008.5.1.4.1.1.88.59"; //$NON-NLS-1$
	private static final String KEY_IMAGES_ONLY = "org.dicompreview.ui.preview.keyImagesOnly"; //$NON-NLS-1$

	private Study study;

	@Override
	protected List<DicomObject> images(Study own) {
		study = own;
		return Phantoms.ct(own, 1, 9, 3, 64);
	}

	/** {@return a selection of images of the series by their instance numbers, which run against the slider} */
	private static DicomObject selection(Study of, Study referenced, int... numbers) {
		List<DicomObject> items = new ArrayList<>();
		for (int number : numbers) {
			items.add(new DicomObject().set(Tag.VALUE_TYPE, "IMAGE").sequence(0x00081199, //$NON-NLS-1$
					new DicomObject().set(Tag.REFERENCED_SOP_CLASS_UID, Study.CT).set(Tag.REFERENCED_SOP_INSTANCE_UID,
							referenced.root() + ".3.1." + number))); //$NON-NLS-1$
		}
		return of.instance(SELECTION, "KO", 6, "Key images", 1).set(Tag.VALUE_TYPE, "CONTAINER") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE,
						new DicomObject().set(Tag.CODE_VALUE, "113000").set(Tag.CODE_MEANING, "Of Interest")) //$NON-NLS-1$ //$NON-NLS-2$
				.sequence(Tag.CONTENT_SEQUENCE, items);
	}

	private void open(DicomObject selection) throws Exception {
		SampleStudy.write(folder.resolve("selection"), List.of(selection)); //$NON-NLS-1$
		folders.open(folder);
		until("the selection", () -> series().size() == 2); //$NON-NLS-1$
	}

	private int index() {
		return viewport.model().navigator().index();
	}

	@Test
	void theSliderStopsAtKeyImagesAloneWhileThatIsWanted() throws Exception {
		Command command = view.getSite().getService(ICommandService.class).getCommand(KEY_IMAGES_ONLY);
		assertFalse(command.isEnabled(), "nobody has marked anything"); //$NON-NLS-1$
		open(selection(study, study, 8, 3)); // at 1 and 6
		until("the key images", () -> viewport.model().keyImages().marks().size() == 2); //$NON-NLS-1$
		assertTrue(viewport.model().keyImages().marks().get(0).title().equals("Of Interest")); //$NON-NLS-1$
		assertEquals(4, index());
		execute(KEY_IMAGES_ONLY, Map.of());
		assertEquals(6, index());
		viewport.model().moveBy(-1);
		assertEquals(1, index());
		viewport.model().moveBy(-1);
		assertEquals(1, index(), "there is none before it"); //$NON-NLS-1$
		Scale scale = ViewportProbe.scale(viewport);
		scale.setSelection(4);
		scale.notifyListeners(SWT.Selection, new Event());
		assertEquals(6, index());
		assertEquals(6, scale.getSelection());
		scale.setSelection(8);
		scale.notifyListeners(SWT.Selection, new Event());
		assertEquals(6, index());
		assertEquals(6, scale.getSelection(), "the slider goes back"); //$NON-NLS-1$
		execute(KEY_IMAGES_ONLY, Map.of());
		viewport.model().moveBy(1);
		assertEquals(7, index());
	}

	@Test
	void keyImagesOfAnotherStudyMarkNothing() throws Exception {
		Study other = Study.of("Somebody^Else", "ELSE", 4713); //$NON-NLS-1$ //$NON-NLS-2$
		open(selection(other, study, 8));
		boolean[] later = new boolean[1];
		display.timerExec(500, () -> later[0] = true);
		until("some time", () -> later[0] && viewport.isSettled()); //$NON-NLS-1$
		assertTrue(viewport.model().keyImages().marks().isEmpty());
	}
}
