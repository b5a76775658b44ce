package org.dicompreview.ui.internal.links;

import java.util.Objects;

import org.dicompreview.series.Slice;
import org.dicompreview.ui.DicomLink;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** Links on the clipboard. UI thread only. */
public final class LinkText {

	private LinkText() {
	}

	/** Puts the link to a slice on the clipboard. */
	public static void copy(Slice slice, Display display) {
		Clipboard clipboard = new Clipboard(display);
		try {
			clipboard.setContents(new Object[] { DicomLink.of(slice).toString() }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}

	/** {@return the text on the clipboard, or empty text} */
	static String onClipboard(Display display) {
		Clipboard clipboard = new Clipboard(display);
		try {
			return Objects.requireNonNullElse((String) clipboard.getContents(TextTransfer.getInstance()), ""); //$NON-NLS-1$
		} finally {
			clipboard.dispose();
		}
	}
}
