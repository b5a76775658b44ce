package org.dicompreview.architecture;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The bundles and what each of them may know. */
final class Rooms {

	static final String OURS = "org.dicompreview.";
	/** The one room whose name is longer than a word. */
	private static final String IDE = "ui.ide";

	/** What each bundle may use of the others. A bundle that is missing here fails the test. */
	static final Map<String, Set<String>> MAY_USE = Map.ofEntries( //
			Map.entry("dicom", Set.of()), //
			Map.entry("codec", Set.of("dicom")), //
			Map.entry("series", Set.of("dicom")), //
			Map.entry("rendering", Set.of("dicom", "codec", "series")), //
			Map.entry("viewer", Set.of("dicom", "codec", "series", "rendering")), //
			Map.entry("ui", Set.of("dicom", "codec", "series", "rendering", "viewer")), //
			Map.entry("video", Set.of("dicom", "codec")), //
			Map.entry("dicomweb", Set.of("dicom", "series")), //
			Map.entry("dcm4che", Set.of("dicom", "codec")), //
			Map.entry("opencv", Set.of("dicom", "codec")), //
			Map.entry("ui.ide", Set.of("dicom", "codec", "series", "rendering", "viewer", "ui")), //
			Map.entry("app", Set.of("dicom", "codec", "series", "rendering", "viewer", "ui")));

	/** Packages of others that a bundle may name, beside java and OSGi annotations; the rest is not its business. */
	static final Map<String, Pattern> MAY_IMPORT = Map.of( //
			"dicom", Pattern.compile("java\\..*|org\\.osgi\\..*"), //
			"codec", Pattern.compile("java\\..*|org\\.osgi\\..*"), //
			"series",
			Pattern.compile(
					"java\\..*|javax\\.xml\\.stream\\..*|org\\.osgi\\..*|org\\.h2\\.mvstore.*|org\\.apache\\.commons\\.compress\\..*"), //
			"video", Pattern.compile("java\\..*|org\\.osgi\\..*"), //
			"dicomweb", Pattern.compile("java\\..*|javax\\.net\\.ssl\\..*|org\\.osgi\\..*|com\\.fasterxml\\.jackson\\.core\\..*"), //
			"dcm4che", Pattern.compile("java\\..*|javax\\.imageio\\..*|org\\.osgi\\..*|org\\.dcm4che3\\..*"), //
			"opencv", Pattern.compile("java\\..*|javax\\.imageio\\..*|org\\.osgi\\..*|org\\.dcm4che3\\..*|org\\.opencv\\..*"), //
			"rendering",
			Pattern.compile("java\\..*|javax\\.(imageio|management)\\..*|org\\.osgi\\..*|org\\.eclipse\\.swt\\.(graphics\\..*|SWT)"), //
			// Any workbench, with or without resources.
			"ui", Pattern.compile("(?!org\\.eclipse\\.(core\\.(resources|filesystem)|ui\\.ide|compare|team)\\.).*"), //
			"viewer",
			Pattern.compile(
					"java\\..*|org\\.osgi\\..*|org\\.eclipse\\.swt\\..*|org\\.eclipse\\.jface\\..*|org\\.eclipse\\.osgi\\.util\\.NLS"
							+ "|org\\.eclipse\\.core\\.runtime\\.(jobs\\..*|IProgressMonitor|IStatus|Status)"));

	private Rooms() {
	}

	/** {@return the short name of the bundle} @param packageOrBundle a full name that begins with {@link #OURS} */
	static String of(String packageOrBundle) {
		String name = packageOrBundle.substring(OURS.length());
		return name.equals(IDE) || name.startsWith(IDE + '.') ? IDE : name.split("\\.")[0];
	}
}
