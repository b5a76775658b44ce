package org.dicompreview.series.document;

import java.util.OptionalInt;

/**
 * A document of another format within an instance (PS3.3 C.24.2). Immutable.
 *
 * @param mimeType what it is, for example {@code application/pdf}; empty text where that is not said
 * @param suffix   of a file with it, for example {@code .pdf}
 * @param length   in bytes
 * @param pages    number of pages, where that can be told
 * @since 0.1.0
 */
public record Attachment(String mimeType, String suffix, long length, OptionalInt pages) {
}
