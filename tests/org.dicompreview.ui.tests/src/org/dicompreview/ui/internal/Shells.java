package org.dicompreview.ui.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** Answers dialogs that wait for a person. UI thread only. */
public final class Shells {

	private static final int TICK_MS = 20;

	private Shells() {
	}

	/** {@return the dialog with a title; absent while it is not open} */
	public static Optional<Shell> titled(String title) {
		return Arrays.stream(Display.getCurrent().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(title))
				.findFirst();
	}

	/** Does something with a dialog as soon as it is open; the caller goes on at once. */
	public static void whenOpen(String title, Consumer<Shell> then) {
		Display display = Display.getCurrent();
		display.timerExec(TICK_MS, new Runnable() {
			@Override
			public void run() {
				titled(title).ifPresentOrElse(then, () -> display.timerExec(TICK_MS, this));
			}
		});
	}

	/** {@return all controls of a type within a dialog} */
	public static <T extends Control> List<T> all(Composite parent, Class<T> type) {
		return controls(parent).filter(type::isInstance).map(type::cast).toList();
	}

	private static Stream<Control> controls(Composite parent) {
		return Arrays.stream(parent.getChildren()).flatMap(child -> Stream.concat(Stream.of(child),
				child instanceof Composite inner ? controls(inner) : Stream.empty()));
	}

	/** Presses a button, or closes a dialog that has no such one, so that no test waits for ever. @param label without mnemonic */
	public static void press(Shell shell, String label) {
		all(shell, Button.class).stream().filter(button -> button.getText().replace("&", "").equals(label)).findFirst() //$NON-NLS-1$ //$NON-NLS-2$
				.ifPresentOrElse(button -> button.notifyListeners(SWT.Selection, new Event()), shell::close);
	}
}
