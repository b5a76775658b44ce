/**
 * What all streams of JPEG type (ITU-T T.81, T.87) share: markers, segments, headers, and the reader of entropy coded
 * bits. Nothing in here trusts a length or count of the stream.
 */
package org.dicompreview.codec.internal.stream;
