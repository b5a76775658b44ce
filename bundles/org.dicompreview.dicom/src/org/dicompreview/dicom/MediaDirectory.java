package org.dicompreview.dicom;

import java.nio.file.Path;
import java.util.List;

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
}
