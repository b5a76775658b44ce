package org.dicompreview.ui.internal.archives;

import org.eclipse.osgi.util.NLS;

/**
 * An archive that somebody has opened.
 *
 * @param address where it is
 * @param name    what a person calls it; may be empty
 */
record KnownArchive(String address, String name) {

	/** {@return what it is called in a list} */
	String label() {
		return name.isEmpty() ? address : NLS.bind(Messages.Archives_item, name, address);
	}
}
