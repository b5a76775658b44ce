package org.dicompreview.ui.internal;

import java.util.function.Supplier;

import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Control;

/** Names of controls for screen readers, where no label beside them says it. */
public final class AccessibleName {

	private AccessibleName() {
	}

	/**
	 * Names a control. UI thread.
	 *
	 * @param name asked whenever a screen reader wants to know
	 */
	public static void set(Control control, Supplier<String> name) {
		control.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = name.get()));
	}
}
