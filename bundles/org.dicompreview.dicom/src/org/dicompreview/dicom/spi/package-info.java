/**
 * What a provider of a {@link org.dicompreview.dicom.spi.DicomReader} implements and builds upon. Whoever only reads DICOM
 * objects asks {@link org.dicompreview.dicom.DicomReaders}.
 */
package org.dicompreview.dicom.spi;
