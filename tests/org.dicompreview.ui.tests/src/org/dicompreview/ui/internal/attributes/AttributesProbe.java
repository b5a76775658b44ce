package org.dicompreview.ui.internal.attributes;

import org.eclipse.ui.IViewPart;

/** What the Attributes view says, for tests of other packages. UI thread only. */
public final class AttributesProbe {

	private AttributesProbe() {
	}

	/** {@return the heading of the view: the file, and the frame from the second one on} */
	public static String heading(IViewPart view) {
		return ((AttributesView) view).getContentDescription();
	}

	/** {@return the value of an element at the top level as it is on screen, without padding; empty if there is none} */
	public static String value(IViewPart view, String tag) {
		return ((AttributesView) view).pane().table().current().roots().stream().filter(row -> row.tag().equals(tag))
				.findFirst().map(row -> row.value().strip().replace("\0", "")).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** {@return the message in place of elements; empty if there are elements} */
	public static String message(IViewPart view) {
		return ((AttributesView) view).pane().message();
	}
}
