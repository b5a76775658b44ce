package org.dicompreview.testsupport;

import java.nio.file.Path;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;

/** The files of instances that are files. */
public final class Locations {

	private Locations() {
	}

	/** {@return the file of an instance} */
	public static Path path(InstanceHeader header) {
		return path(header.location());
	}

	/** {@return the file at a location} */
	public static Path path(InstanceLocation location) {
		return FileLocation.path(location).orElseThrow();
	}
}
