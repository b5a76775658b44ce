package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.internal.corners.CornerTextsPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attributes in the corners, and the preference page that says which. */
class CornerTextsInPreviewTest extends PreviewTestCase {

	private static final int COMMENTS = 0x00104000;
	private static final int TOP_LEFT = 0;

	@Override
	protected List<DicomObject> images(Study study) {
		List<DicomObject> images = super.images(study);
		for (int i = 0; i < images.size(); i++) {
			images.get(i).set(COMMENTS, "note " + i); //$NON-NLS-1$
		}
		return images;
	}

	/** A page with its controls, as the dialog has it. */
	private static final class Page extends CornerTextsPage {

		private Shell shell;

		Combo modality() {
			return all(Combo.class).findFirst().orElseThrow();
		}

		Button own() {
			return all(Button.class).filter(button -> (button.getStyle() & SWT.CHECK) != 0).findFirst().orElseThrow();
		}

		Text field(int corner) {
			return all(Text.class).toList().get(corner);
		}

		<T extends Control> Stream<T> all(Class<T> type) {
			return controls(shell).filter(type::isInstance).map(type::cast);
		}

		private static Stream<Control> controls(Composite parent) {
			return Arrays.stream(parent.getChildren()).flatMap(child -> Stream.concat(Stream.of(child),
					child instanceof Composite inner ? controls(inner) : Stream.empty()));
		}

		void choose(String item) {
			modality().select(modality().indexOf(item));
			modality().notifyListeners(SWT.Selection, new Event());
		}

		void setOwn(boolean on) {
			own().setSelection(on);
			own().notifyListeners(SWT.Selection, new Event());
		}

		void defaults() {
			performDefaults();
		}
	}

	private void onPage(Consumer<Page> work) {
		Page preferences = new Page();
		preferences.shell = new Shell(display);
		try {
			preferences.init(PlatformUI.getWorkbench());
			preferences.createControl(preferences.shell);
			work.accept(preferences);
		} finally {
			preferences.shell.dispose();
		}
	}

	@AfterEach
	void restoreDefaults() {
		onPage(preferences -> {
			preferences.defaults();
			preferences.performOk();
		});
	}

	private String texts() {
		return viewport.description();
	}

	@Test
	void theDefaultTellsThePatientInTheCorner() {
		assertTrue(texts().contains("Preview, Test\nP-"), texts()); //$NON-NLS-1$
		assertTrue(hasLight(ViewportProbe.painted(viewport)), "something is written top left"); //$NON-NLS-1$
	}

	/** {@return whether a pixel of the upper left part is as light as texts are} */
	private static boolean hasLight(ImageData data) {
		for (int y = 0; y < 40; y++) {
			for (int x = 0; x < 60; x++) {
				if (data.palette.getRGB(data.getPixel(x, y)).red > 200) {
					return true;
				}
			}
		}
		return false;
	}

	@Test
	void thePageChangesThePictureAtOnceAndValuesFollowTheSlice() {
		onPage(preferences -> {
			preferences.choose("CT"); //$NON-NLS-1$
			assertTrue(preferences.own().getSelection());
			preferences.field(TOP_LEFT).setText("Remark: PatientComments\n\n(0010,0020)"); //$NON-NLS-1$
			assertTrue(preferences.isValid());
			preferences.performOk();
		});
		assertTrue(texts().startsWith("P-"), texts()); //$NON-NLS-1$
		until("what the scan has not kept", () -> texts().startsWith("Remark note ")); //$NON-NLS-1$ //$NON-NLS-2$
		String before = texts();
		viewport.step(1);
		settled();
		until("the value of the next slice", () -> texts().startsWith("Remark note ") //$NON-NLS-1$ //$NON-NLS-2$
				&& !texts().lines().findFirst().equals(before.lines().findFirst()));
		assertFalse(texts().contains("Preview, Test")); //$NON-NLS-1$
		onPage(preferences -> {
			preferences.choose("CT"); //$NON-NLS-1$
			assertEquals(List.of("Remark: PatientComments", "PatientID"), preferences.field(TOP_LEFT).getText().lines().toList()); //$NON-NLS-1$ //$NON-NLS-2$
			preferences.setOwn(false);
			assertFalse(preferences.field(TOP_LEFT).isEnabled());
			preferences.performOk();
		});
		assertTrue(texts().contains("Preview, Test"), texts()); //$NON-NLS-1$
	}

	@Test
	void aWrongAttributeIsRefusedInWords() {
		onPage(preferences -> {
			preferences.field(TOP_LEFT).setText("PatientName\nPatientNome"); //$NON-NLS-1$
			assertFalse(preferences.isValid());
			assertTrue(preferences.getErrorMessage().contains("PatientNome"), preferences.getErrorMessage()); //$NON-NLS-1$
			assertFalse(preferences.modality().isEnabled(), "what is written must not get lost"); //$NON-NLS-1$
			preferences.field(TOP_LEFT).setText("PatientName"); //$NON-NLS-1$
			assertTrue(preferences.isValid());
			assertNull(preferences.getErrorMessage());
		});
	}
}
