/**
 * Which attributes of an instance stand in which corner of its picture. Without widgets.
 */
package org.dicompreview.viewer.corners;
