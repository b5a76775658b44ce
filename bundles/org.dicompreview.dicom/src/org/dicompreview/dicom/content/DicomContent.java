package org.dicompreview.dicom.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Tells by its first bytes whether a file is DICOM: by preamble and prefix (PS3.10 section 7.1), by the prefix alone, or,
 * where both are missing, by elements in order as a data set begins with (PS3.5 section 7.1). Quick rather than thorough: a
 * reader may still refuse the file. Plain functions, for any thread.
 *
 * @since 0.1.0
 */
public final class DicomContent {

	private static final int PREFIX_AT = 128;
	private static final int START = 2048;
	private static final int ELEMENTS_TO_SEE = 4;
	private static final int LONGEST_EARLY_VALUE = 1 << 16;
	/** The groups that data sets begin with: meta information, directory, identity, patient, acquisition, relationship. */
	private static final Set<Integer> EARLY_GROUPS = Set.of(2, 4, 8, 0x10, 0x18, 0x20);
	/** May come soon in what says little else. */
	private static final int IMAGE_GROUP = 0x28;
	private static final Set<String> SHORT = Set.of("AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "PN", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$ //$NON-NLS-12$ //$NON-NLS-13$
			"SH", "SL", "SS", "ST", "TM", "UI", "UL", "US"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
	private static final Set<String> LONG = Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$ //$NON-NLS-12$ //$NON-NLS-13$
	/** Files of an archive that are looked at. */
	private static final int ENTRIES = 4;

	private DicomContent() {
	}

	/**
	 * {@return whether what a stream begins with is DICOM} Reads 132 bytes, or 2 KiB if those may be elements.
	 *
	 * @param in is left open
	 */
	public static boolean isDicom(InputStream in) throws IOException {
		byte[] start = in.readNBytes(PREFIX_AT + 4);
		if (hasPrefix(start, PREFIX_AT) || hasPrefix(start, 0)) {
			return true;
		}
		if (!mayBeElements(start)) {
			return false;
		}
		byte[] more = new byte[START];
		System.arraycopy(start, 0, more, 0, start.length);
		int length = start.length + in.readNBytes(more, start.length, START - start.length);
		return seesElements(more, length, false) || seesElements(more, length, true);
	}

	/**
	 * {@return whether a stream is a ZIP archive with DICOM in it, as far as its first files tell}
	 *
	 * @param in is left open
	 */
	public static boolean isArchive(InputStream in) throws IOException {
		@SuppressWarnings("resource") // which would close what is not ours
		ZipInputStream archive = new ZipInputStream(in);
		int seen = 0;
		for (ZipEntry entry = archive.getNextEntry(); entry != null && seen < ENTRIES; entry = archive.getNextEntry()) {
			if (!entry.isDirectory()) {
				if (isDicom(archive)) {
					return true;
				}
				seen++;
			}
		}
		return false;
	}

	private static boolean hasPrefix(byte[] bytes, int at) {
		return bytes.length >= at + 4 && bytes[at] == 'D' && bytes[at + 1] == 'I' && bytes[at + 2] == 'C' && bytes[at + 3] == 'M';
	}

	private static boolean mayBeElements(byte[] start) {
		return start.length >= 12 && (EARLY_GROUPS.contains(u16(start, 0, false)) || EARLY_GROUPS.contains(u16(start, 0, true)));
	}

	private static boolean seesElements(byte[] bytes, int length, boolean bigEndian) {
		int at = 0;
		long before = -1;
		int seen = 0;
		while (seen < ELEMENTS_TO_SEE && at + 12 <= length) {
			int group = u16(bytes, at, bigEndian);
			long tag = (long) group << 16 | u16(bytes, at + 2, bigEndian);
			boolean early = EARLY_GROUPS.contains(group) || at > 0 && group == IMAGE_GROUP;
			int size = early && tag > before ? elementSize(bytes, at, bigEndian) : -1;
			if (size < 0) {
				return false;
			}
			before = tag;
			at += size;
			seen++;
		}
		// Either enough of them, or the file ends with one, or one reaches beyond what was read.
		return seen == ELEMENTS_TO_SEE || seen > 1 && (at == length || at > length && length == START);
	}

	/** {@return the length of header and value together, -1 if this is none that stands at the start of a data set} */
	private static int elementSize(byte[] bytes, int at, boolean bigEndian) {
		String stated = (char) (bytes[at + 4] & 0xFF) + "" + (char) (bytes[at + 5] & 0xFF); //$NON-NLS-1$
		int header = LONG.contains(stated) ? 12 : 8;
		long value = SHORT.contains(stated) ? u16(bytes, at + 6, bigEndian)
				: (long) u16(bytes, at + header - (bigEndian ? 4 : 2), bigEndian) << 16
						| u16(bytes, at + header - (bigEndian ? 2 : 4), bigEndian);
		boolean explicit = header == 12 || SHORT.contains(stated);
		if (value > LONGEST_EARLY_VALUE || value % 2 != 0 || !explicit && !isSmall(bytes, at, bigEndian, value)) {
			return -1;
		}
		return header + (int) value;
	}

	/** Without a VR an element says little about itself: most groups begin with short ones. */
	private static boolean isSmall(byte[] bytes, int at, boolean bigEndian, long length) {
		boolean groupLength = u16(bytes, at + 2, bigEndian) == 0;
		return groupLength ? length == 4 : length <= 1024;
	}

	private static int u16(byte[] bytes, int at, boolean bigEndian) {
		int first = bytes[at] & 0xFF;
		int second = bytes[at + 1] & 0xFF;
		return bigEndian ? first << 8 | second : second << 8 | first;
	}
}
