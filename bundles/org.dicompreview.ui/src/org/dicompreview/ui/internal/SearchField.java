package org.dicompreview.ui.internal;

import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** Makes the fields to search with that stand at the top of a view. UI thread. */
public final class SearchField {

	private SearchField() {
	}

	/**
	 * {@return a field across a parent with a grid}
	 *
	 * @param message what can be searched for, shown while the field is empty
	 * @param name    for screen readers
	 * @param clear   empties the field and shows everything again: called for Escape and for the icon that clears
	 */
	public static Text create(Composite parent, String message, Supplier<String> name, Runnable clear) {
		Text text = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(message);
		AccessibleName.set(text, name);
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 2).applyTo(text);
		text.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.ESC) {
				clear.run();
				event.doit = false;
			}
		});
		text.addListener(SWT.DefaultSelection, event -> {
			if (event.detail == SWT.ICON_CANCEL) {
				clear.run();
				text.redraw(); // not every theme does after the icon was clicked
			}
		});
		return text;
	}
}
