package org.dicompreview.ui.internal.preview;

import java.util.stream.IntStream;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;

/** Keys that go wherever the focus is, by way of the bindings of the workbench. UI thread only. */
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

	/** What the screen is told, now and then gets lost between it and the window; so the control is told of the key. */
	private static void press(int key, char character, int... modifiers) {
		Event event = new Event();
		event.stateMask = IntStream.of(modifiers).reduce(0, (all, each) -> all | each);
		event.keyCode = character == 0 ? key : character;
		event.character = character != 0 && (event.stateMask & SWT.SHIFT) != 0 ? Character.toUpperCase(character)
				: key == SWT.ESC ? SWT.ESC : character;
		Control focus = DISPLAY.getFocusControl();
		focus.notifyListeners(SWT.KeyDown, event);
		if (!focus.isDisposed()) {
			focus.notifyListeners(SWT.KeyUp, event);
		}
	}
}
