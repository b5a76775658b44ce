/**
 * What other objects of a patient say of places in an image: masks of segmentations, contours of structure sets, dose. Found
 * by frame of reference, and worked out for one slice at a time, without widgets.
 */
package org.dicompreview.rendering.overlay;
