package org.dicompreview.rendering;

import java.util.Optional;

/**
 * A text that a presentation state puts on a frame (PS3.3 C.10.5). Places are in frame pixels, pixel n reaching from n to
 * n + 1, whatever units the state uses.
 *
 * @param text   the text, its lines separated by line feeds
 * @param box    column and row of two opposite corners of the box that the text shall fit: left, top, right, bottom in
 *               the picture as it is turned by the state; absent if only an anchor is given
 * @param anchor column and row of what the text speaks of
 * @param line   whether a line leads from the text to the anchor
 */
public record TextAnnotation(String text, Optional<double[]> box, Optional<double[]> anchor, boolean line) {
}
