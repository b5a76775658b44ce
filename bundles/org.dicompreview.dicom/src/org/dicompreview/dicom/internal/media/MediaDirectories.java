package org.dicompreview.dicom.internal.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.MediaDirectory;
import org.dicompreview.dicom.Tag;

/** Makes sense of a DICOMDIR (PS3.3 F.3.2.2). */
public final class MediaDirectories {

	private static final int RECORD_IN_USE_FLAG = 0x00041410;

	private MediaDirectories() {
	}

	/**
	 * {@return what a DICOMDIR refers to}
	 *
	 * @param directory its data set
	 * @param folder    in which it lies
	 * @throws IOException if the folder cannot be read
	 */
	public static MediaDirectory of(DataSet directory, Path folder) throws IOException {
		FileIds ids = new FileIds(folder);
		fileIds(directory).forEach(ids::add);
		return new MediaDirectory(ids.found(), ids.missing());
	}

	/** {@return the parts of the Referenced File ID of every record that is in use and has one} */
	private static Stream<List<String>> fileIds(DataSet directory) {
		return directory.items(Tag.DIRECTORY_RECORD_SEQUENCE).stream()
				.filter(entry -> entry.integer(RECORD_IN_USE_FLAG).orElse(1) != 0).map(MediaDirectories::fileId)
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
