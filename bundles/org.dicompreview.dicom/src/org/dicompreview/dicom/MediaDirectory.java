package org.dicompreview.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.dicom.internal.media.FileIds;
import org.dicompreview.dicom.internal.media.DirectoryRecords;

/**
 * What a DICOMDIR (PS3.3 annex F, PS3.10 section 8) says is on its medium. It is no more than a hint: callers look at
 * the folder too, for what the directory misses.
 *
 * @param files   the files to which it refers and that are there, each once, in the order of their records
 * @param missing the File IDs, with {@code /} between their parts, for which there is no file below the folder of the
 *                DICOMDIR
 */
public record MediaDirectory(List<Path> files, List<String> missing) {

	/** The name of a DICOMDIR, in any case of letters. */
	public static final String NAME = "DICOMDIR"; //$NON-NLS-1$
	/** SOP class of a DICOMDIR: Media Storage Directory Storage. */
	public static final String SOP_CLASS_UID = "1.2.840.10008.1.3.10"; //$NON-NLS-1$

	/** Copies the lists. */
	public MediaDirectory {
		files = List.copyOf(files);
		missing = List.copyOf(missing);
	}

	/** {@return whether this is the header of a DICOMDIR} */
	public static boolean isDirectory(InstanceHeader header) {
		return SOP_CLASS_UID.equals(header.sopClassUid());
	}

	/**
	 * Reads a DICOMDIR and looks for the files of its records. Names are compared without regard to case, with or
	 * without an extension or the version number of ISO 9660; nothing outside of the folder of the DICOMDIR is ever
	 * looked at, also not through links.
	 *
	 * @param reader reads it
	 * @param file   the DICOMDIR
	 * @param limits bounds
	 * @return what it refers to
	 * @throws DicomException if it is damaged so that nothing can be read
	 * @throws IOException    if the file cannot be read
	 */
	public static MediaDirectory read(DicomReader reader, Path file, ReadLimits limits) throws IOException {
		FileIds ids = new FileIds(file.toAbsolutePath().getParent());
		DirectoryRecords.of(reader.readDataSet(file, limits)).forEach(ids::add);
		return new MediaDirectory(ids.found(), ids.missing());
	}
}
