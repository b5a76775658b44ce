/**
 * Decoding of encoded frames into stored values, one {@link org.dicompreview.codec.spi.FrameDecoder} service a family of
 * transfer syntaxes, all in Java. All types are safe for use by several threads unless they say otherwise.
 */
package org.dicompreview.codec;
