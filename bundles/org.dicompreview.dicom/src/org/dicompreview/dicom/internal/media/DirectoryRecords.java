package org.dicompreview.dicom.internal.media;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Tag;

/** The directory records of a DICOMDIR (PS3.3 F.3.2.2). */
public final class DirectoryRecords {

	private static final int RECORD_IN_USE_FLAG = 0x00041410;

	private DirectoryRecords() {
	}

	/** {@return the parts of the Referenced File ID of every record that is in use and has one} */
	public static Stream<List<String>> of(DataSet directory) {
		return directory.items(Tag.DIRECTORY_RECORD_SEQUENCE).stream()
				.filter(entry -> entry.integer(RECORD_IN_USE_FLAG).orElse(1) != 0).map(DirectoryRecords::fileId)
				.filter(parts -> !parts.isEmpty());
	}

	/** Some writers put the whole path into one value. */
	private static List<String> fileId(Attributes entry) {
		List<String> parts = new ArrayList<>();
		for (String value : entry.strings(Tag.REFERENCED_FILE_ID)) {
			for (String part : value.split("/")) { //$NON-NLS-1$
				if (!part.isBlank()) {
					parts.add(part.strip());
				}
			}
		}
		return parts;
	}
}
