/**
 * Measurements on images: what people drew, what follows from it, and where it is kept. Without widgets.
 */
package org.dicompreview.viewer.measure;
