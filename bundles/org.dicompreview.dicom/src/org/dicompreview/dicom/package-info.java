/**
 * Reading of DICOM objects: headers for a scan, whole data sets, and encoded frames. Plain Java without user
 * interface; all types are safe for use by several threads unless they say otherwise.
 */
package org.dicompreview.dicom;
