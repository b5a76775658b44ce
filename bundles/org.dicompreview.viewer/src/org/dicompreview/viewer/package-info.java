/**
 * Viewports: a model of what is shown, without widgets, and the control that shows it, for any SWT composite, with or
 * without a workbench. {@link org.dicompreview.viewer.Viewports} makes them.
 */
package org.dicompreview.viewer;
