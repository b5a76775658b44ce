/**
 * Other planes through stacks whose images lie on a regular grid: axial, coronal, sagittal, their own and oblique ones, as
 * stacks whose slices are loaded and shown like any others. Values are for any thread.
 */
package org.dicompreview.rendering.planes;
