package org.dicompreview.ui.internal.attributes;

/**
 * Where a row stands, whatever file it was read from: rows of two instances with equal paths are the same row to the
 * user.
 *
 * @param parent     the row above, or {@code null}
 * @param kind       the class of row
 * @param key        what tells it from its siblings: a tag, or the index of an item
 * @param occurrence tells siblings with the same key apart, from 0
 */
record RowPath(RowPath parent, Class<? extends Row> kind, long key, int occurrence) {
}
