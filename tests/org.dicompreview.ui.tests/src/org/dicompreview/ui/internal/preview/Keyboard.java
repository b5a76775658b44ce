package org.dicompreview.ui.internal.preview;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;

/** Keys as events of the screen: they go wherever the focus is. UI thread only. */
final class Keyboard {

	private static final Display DISPLAY = Display.getCurrent();

	private Keyboard() {
	}

	/** {@return whether keys go to a Preview, and are those of its commands} */
	static boolean isFor(PreviewView view) {
		IContextService contexts = PlatformUI.getWorkbench().getService(IContextService.class);
		return DISPLAY.getActiveShell() == view.getSite().getShell() && view.getSite().getPage().getActivePart() == view
				&& contexts.getActiveContextIds().contains(DicomPreview.PREVIEW_CONTEXT);
	}

	/** Presses a key that has a character. @param modifiers held down meanwhile, for example {@code SWT.ALT} */
	static void type(char character, int... modifiers) {
		press(0, character, modifiers);
	}

	/** Presses a key that has none. @param key as SWT has it @param modifiers held down meanwhile */
	static void press(int key, int... modifiers) {
		press(key, '\0', modifiers);
	}

	private static void press(int key, char character, int... modifiers) {
		for (int modifier : modifiers) {
			post(SWT.KeyDown, modifier, '\0');
		}
		post(SWT.KeyDown, key, character);
		post(SWT.KeyUp, key, character);
		for (int modifier : modifiers) {
			post(SWT.KeyUp, modifier, '\0');
		}
	}

	private static void post(int type, int key, char character) {
		Event event = new Event();
		event.type = type;
		event.keyCode = key;
		event.character = character;
		assertTrue(DISPLAY.post(event), "the screen takes no events"); //$NON-NLS-1$
	}
}
