package org.dicompreview.architecture;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The bundles and what each of them may know. */
final class Rooms {

	static final String OURS = "org.dicompreview.";

	/** What each bundle may use of the others. A bundle that is missing here fails the test. */
	static final Map<String, Set<String>> MAY_USE = Map.of( //
			"dicom", Set.of(), //
			"codec", Set.of("dicom"), //
			"series", Set.of("dicom"), //
			"rendering", Set.of("dicom", "codec", "series"), //
			"viewer", Set.of("dicom", "codec", "series", "rendering"), //
			"ui", Set.of("dicom", "codec", "series", "rendering", "viewer"), //
			"video", Set.of("dicom", "codec"), //
			"dcm4che", Set.of("dicom", "codec"), //
			"opencv", Set.of("dicom", "codec"), //
			"app", Set.of("dicom", "codec", "series", "rendering", "viewer", "ui"));

	/** Packages of others that a bundle may name, beside java and OSGi annotations; the rest is not its business. */
	static final Map<String, Pattern> MAY_IMPORT = Map.of( //
			"dicom", Pattern.compile("java\\..*|org\\.osgi\\..*"), //
			"codec", Pattern.compile("java\\..*|org\\.osgi\\..*"), //
			"series", Pattern.compile("java\\..*|org\\.osgi\\..*|org\\.h2\\.mvstore.*"), //
			"video", Pattern.compile("java\\..*|org\\.osgi\\..*"), //
			"dcm4che", Pattern.compile("java\\..*|javax\\.imageio\\..*|org\\.osgi\\..*|org\\.dcm4che3\\..*"), //
			"opencv", Pattern.compile("java\\..*|javax\\.imageio\\..*|org\\.osgi\\..*|org\\.dcm4che3\\..*|org\\.opencv\\..*"), //
			"rendering",
			Pattern.compile("java\\..*|javax\\.(imageio|management)\\..*|org\\.osgi\\..*|org\\.eclipse\\.swt\\.(graphics\\..*|SWT)"), //
			"viewer",
			Pattern.compile(
					"java\\..*|org\\.osgi\\..*|org\\.eclipse\\.swt\\..*|org\\.eclipse\\.jface\\..*|org\\.eclipse\\.osgi\\.util\\.NLS"
							+ "|org\\.eclipse\\.core\\.runtime\\.(jobs\\..*|IProgressMonitor|IStatus|Status)"));

	private Rooms() {
	}

	/** {@return the short name of the bundle} @param packageOrBundle a full name that begins with {@link #OURS} */
	static String of(String packageOrBundle) {
		return packageOrBundle.substring(OURS.length()).split("\\.")[0];
	}
}
