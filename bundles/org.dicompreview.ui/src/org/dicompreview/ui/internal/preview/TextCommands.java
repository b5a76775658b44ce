package org.dicompreview.ui.internal.preview;

import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.ui.internal.CommandErrors;
import org.dicompreview.viewer.SliceNavigator;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;

/** Commands with parameters that people write: they ask for what is not given. UI thread only. */
final class TextCommands {

	/** Number of a slice from 1, or {@code first}, {@code middle}, {@code last}. */
	private static final String NUMBER = "org.dicompreview.ui.preview.goToSlice.number"; //$NON-NLS-1$
	/** Position of a slice in mm. */
	private static final String POSITION = "org.dicompreview.ui.preview.goToSlice.position"; //$NON-NLS-1$
	/** Centre and width of a window, with a slash between them. */
	private static final String VALUES = "org.dicompreview.ui.preview.windowDialog.values"; //$NON-NLS-1$

	private TextCommands() {
	}

	/** Moves the slider to a slice. */
	static void goToSlice(Viewport viewport, ExecutionEvent event) throws ExecutionException {
		SliceNavigator navigator = viewport.model().navigator();
		String number = event.getParameter(NUMBER);
		String position = event.getParameter(POSITION);
		if (number != null && position != null) {
			throw CommandErrors.error(Messages.TextCommands_both);
		}
		if (position != null) {
			viewport.model().moveTo(SliceTexts.indexOfPosition(navigator, position));
		} else if (number != null) {
			viewport.model().moveTo(SliceTexts.index(navigator, number));
		} else {
			askForSlice(viewport);
		}
	}

	private static void askForSlice(Viewport viewport) throws ExecutionException {
		SliceNavigator navigator = viewport.model().navigator();
		InputDialog dialog = new InputDialog(viewport.control().getShell(), Messages.TextCommands_goTo, SliceTexts.hint(navigator),
				Integer.toString(navigator.index() + 1), text -> problem(navigator, text));
		if (dialog.open() == Window.OK && !viewport.control().isDisposed()) {
			viewport.model().moveTo(SliceTexts.index(navigator, dialog.getValue()));
		}
	}

	private static String problem(SliceNavigator navigator, String text) {
		try {
			SliceTexts.index(navigator, text);
			return null;
		} catch (ExecutionException e) {
			return e.getMessage();
		}
	}

	/** {@return whether a window is given} */
	static boolean hasWindow(ExecutionEvent event) {
		return event.getParameter(VALUES) != null;
	}

	/** Displays with a window that is given. */
	static void setWindow(Viewport viewport, ExecutionEvent event) throws ExecutionException {
		VoiWindow window = window(event.getParameter(VALUES));
		viewport.model().setWindow(window.center(), window.width());
	}

	/**
	 * {@return the window of a text}
	 *
	 * @param text centre and width in modality values, for example {@code 40/400}
	 * @throws ExecutionException says in words that it is none
	 */
	static VoiWindow window(String text) throws ExecutionException {
		String[] parts = text.split("/", -1); //$NON-NLS-1$
		try {
			if (parts.length == 2) {
				return VoiWindow.linear(Double.parseDouble(parts[0].strip()), checkedWidth(parts[1]));
			}
		} catch (IllegalArgumentException e) { // no number, or none that a window can have
			throw new ExecutionException(CommandErrors.error(Messages.TextCommands_window, text).getMessage(), e);
		}
		throw CommandErrors.error(Messages.TextCommands_window, text);
	}

	/** A linear window is at least 1 wide, PS3.3 C.11.2.1.2.1. */
	private static double checkedWidth(String text) {
		double width = Double.parseDouble(text.strip());
		if (!(width >= 1)) {
			throw new IllegalArgumentException(text);
		}
		return width;
	}
}
