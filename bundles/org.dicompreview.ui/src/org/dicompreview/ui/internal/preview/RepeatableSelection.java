package org.dicompreview.ui.internal.preview;

import org.eclipse.jface.viewers.ISelection;

/** A selection that its part tells again, also with other objects for what was selected, though nobody has chosen anew. */
public interface RepeatableSelection extends ISelection {

	/** {@return what identifies the choice: the same object each time that the selection is told again} */
	Object choice();
}
