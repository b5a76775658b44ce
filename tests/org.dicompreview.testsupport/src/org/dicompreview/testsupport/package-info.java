/**
 * Makes the DICOM objects that tests read, and the sample study of the product: a writer for every uncompressed
 * encoding, and phantoms. Deterministic: the same call always writes the same bytes.
 */
package org.dicompreview.testsupport;
