package org.dicompreview.dicom.internal;

import java.util.ServiceLoader;

import org.dicompreview.dicom.spi.DicomReader;

/** The readers on the class path, where there is no OSGi. */
public final class ClassPathReaders extends RankedReaders {

	/** Called by {@link ServiceLoader}. */
	public ClassPathReaders() {
		ServiceLoader.load(DicomReader.class, DicomReader.class.getClassLoader()).forEach(this::append);
	}
}
