package org.dicompreview.app.internal.headless;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.dicompreview.series.Slice;

/** Names of exported files, each given once. */
final class FileNames {

	private static final int LONGEST_UID = 128;

	private final Set<String> given = new HashSet<>();

	/** {@return {@code NNNN_<sop_instance_uid>_<frame>} with the suffix; a number is added where that was given before} */
	String next(Slice slice, String suffix) {
		String uid = slice.instance().sopInstanceUid().replaceAll("[^0-9A-Za-z.-]", "_"); //$NON-NLS-1$ //$NON-NLS-2$
		String stem = String.format(Locale.ROOT, "%04d_%s_%d", slice.position() + 1, //$NON-NLS-1$
				uid.substring(0, Math.min(uid.length(), LONGEST_UID)), slice.frame() + 1);
		String name = stem + suffix;
		for (int copy = 2; !given.add(name); copy++) {
			name = stem + '_' + copy + suffix;
		}
		return name;
	}
}
