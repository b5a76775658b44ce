package org.dicompreview.viewer.internal.text;

import java.util.List;

/**
 * Texts around the picture. Immutable.
 *
 * @param edges   left, right, top, bottom
 * @param corners top left, top right, bottom left, bottom right; lines separated by line feeds
 * @param warning what is wrong with the picture, or empty text
 */
public record Annotations(List<String> edges, List<String> corners, String warning) {

	/** No texts. */
	public static final Annotations NONE = new Annotations(List.of("", "", "", ""), List.of("", "", "", ""), ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$
}
