/**
 * How two data sets differ, attribute by attribute.
 *
 * @since 0.1.0
 */
package org.dicompreview.dicom.compare;
