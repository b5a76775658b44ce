/**
 * Stored values into SWT {@link org.eclipse.swt.graphics.ImageData}: LUTs, windows, palettes, colour spaces, overlays,
 * scaling to device pixels; and the cache of decoded frames with prefetch. No widgets, no display.
 */
package org.dicompreview.rendering;
