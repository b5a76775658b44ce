/**
 * What a provider of decoders implements. Whoever wants a frame decoded asks {@link org.dicompreview.codec.FrameDecoders}.
 */
package org.dicompreview.codec.spi;
