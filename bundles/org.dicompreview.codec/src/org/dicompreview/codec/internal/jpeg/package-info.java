/**
 * The JPEG families of ITU-T T.81 with Huffman coding: sequential and progressive DCT of 8 and 12 bits, and lossless.
 * <p>
 * {@link org.dicompreview.codec.internal.jpeg.Codestream} reads headers and finds the scans;
 * {@link org.dicompreview.codec.internal.jpeg.SequentialProcess},
 * {@link org.dicompreview.codec.internal.jpeg.ProgressiveProcess} and
 * {@link org.dicompreview.codec.internal.jpeg.LosslessProcess} decode them. The start of frame marker decides which, not
 * the transfer syntax, since files are labelled wrongly.
 */
package org.dicompreview.codec.internal.jpeg;
