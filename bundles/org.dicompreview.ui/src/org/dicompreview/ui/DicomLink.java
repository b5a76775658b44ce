package org.dicompreview.ui;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Slice;
import org.eclipse.osgi.util.NLS;

/**
 * A link to a slice that can stand in mails, tickets and documents:
 * {@code dicompreview:slice?series=1.2.3&instance=1.2.3.4&frame=2&path=%2Fdata%2Fstudy}. What another one wrote may be
 * anything: a link names a place and nothing else, and whoever opens it asks before it looks at folders that are not open.
 * Immutable.
 *
 * @param seriesUid      Series Instance UID; empty text for the first series of the path
 * @param sopInstanceUid SOP Instance UID; empty text for the whole series
 * @param frame          number of the frame from 1; 0 for the first one
 * @param path           folder, archive or file that has it, an absolute path; empty text for one that is open
 * @since 0.1.0
 */
public record DicomLink(String seriesUid, String sopInstanceUid, int frame, String path) {

	/** The scheme of such links. */
	public static final String SCHEME = "dicompreview"; //$NON-NLS-1$

	private static final String ACTION = "slice"; //$NON-NLS-1$
	private static final String SERIES = "series"; //$NON-NLS-1$
	private static final String INSTANCE = "instance"; //$NON-NLS-1$
	private static final String FRAME = "frame"; //$NON-NLS-1$
	private static final String PATH = "path"; //$NON-NLS-1$
	private static final int LONGEST = 8192;
	/** A UID, PS3.5 section 9.1. */
	private static final Pattern UID = Pattern.compile("[0-9.]{1,64}"); //$NON-NLS-1$
	private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}"); //$NON-NLS-1$

	/**
	 * Checks what it is made of.
	 *
	 * @throws IllegalArgumentException says in words what is wrong
	 */
	public DicomLink {
		checkUid(seriesUid);
		checkUid(sopInstanceUid);
		if (seriesUid.isEmpty() && path.isEmpty() || seriesUid.isEmpty() && !sopInstanceUid.isEmpty()
				|| sopInstanceUid.isEmpty() && frame != 0 || frame < 0) {
			throw new IllegalArgumentException(Messages.DicomLink_nothing);
		}
		checkPath(path);
	}

	private static void checkUid(String uid) {
		if (!uid.isEmpty() && !UID.matcher(uid).matches()) {
			throw new IllegalArgumentException(NLS.bind(Messages.DicomLink_uid, shortened(uid)));
		}
	}

	/** Another computer is not asked because of a link: that alone would tell it who asks. */
	private static void checkPath(String path) {
		boolean remote = path.startsWith("//") || path.startsWith("\\\\"); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			if (!path.isEmpty() && (remote || path.chars().anyMatch(Character::isISOControl) || !Path.of(path).isAbsolute())) {
				throw new IllegalArgumentException(NLS.bind(Messages.DicomLink_path, shortened(path)));
			}
		} catch (InvalidPathException e) {
			throw new IllegalArgumentException(NLS.bind(Messages.DicomLink_path, shortened(path)), e);
		}
	}

	private static String shortened(String text) {
		String plain = text.replaceAll("\\p{Cntrl}", "\ufffd"); //$NON-NLS-1$ //$NON-NLS-2$
		return plain.length() > 100 ? plain.substring(0, 100) + '\u2026' : plain;
	}

	/** {@return the link to a slice, with the folder or archive in which it lies} */
	public static DicomLink of(Slice slice) {
		InstanceLocation location = slice.instance().location();
		Optional<Path> place = location.isInArchive() ? location.file() : location.file().map(Path::getParent);
		return new DicomLink(slice.stack().series().uid(), slice.instance().sopInstanceUid(), slice.frame() + 1,
				place.map(Path::toAbsolutePath).map(Path::toString).filter(DicomLink::isPlain).orElse("")); //$NON-NLS-1$
	}

	private static boolean isPlain(String path) {
		return !path.startsWith("\\\\") && path.chars().noneMatch(Character::isISOControl); //$NON-NLS-1$
	}

	/**
	 * {@return the link that a text is}
	 *
	 * @throws IllegalArgumentException says in words why it is none
	 */
	public static DicomLink parse(String text) {
		String link = text.strip();
		String start = SCHEME + ':';
		if (link.length() > LONGEST || !link.toLowerCase(Locale.ROOT).startsWith(start)) {
			throw new IllegalArgumentException(NLS.bind(Messages.DicomLink_noLink, shortened(link)));
		}
		String rest = link.substring(start.length());
		String place = rest.startsWith("//") ? rest.substring(2) : rest; //$NON-NLS-1$
		int question = place.indexOf('?');
		if (question < 0 || !place.substring(0, question).replaceAll("/$", "").equals(ACTION)) { //$NON-NLS-1$ //$NON-NLS-2$
			throw new IllegalArgumentException(NLS.bind(Messages.DicomLink_noLink, shortened(link)));
		}
		Map<String, String> values = values(place.substring(question + 1));
		String frame = values.getOrDefault(FRAME, ""); //$NON-NLS-1$
		if (!frame.isEmpty() && !NUMBER.matcher(frame).matches()) {
			throw new IllegalArgumentException(NLS.bind(Messages.DicomLink_frame, shortened(frame)));
		}
		return new DicomLink(values.getOrDefault(SERIES, ""), values.getOrDefault(INSTANCE, ""), //$NON-NLS-1$ //$NON-NLS-2$
				frame.isEmpty() ? 0 : Integer.parseInt(frame), values.getOrDefault(PATH, "")); //$NON-NLS-1$
	}

	private static Map<String, String> values(String query) {
		Map<String, String> values = new HashMap<>();
		for (String pair : query.split("&")) { //$NON-NLS-1$
			int equals = pair.indexOf('=');
			String key = pair.substring(0, Math.max(0, equals));
			boolean known = key.equals(SERIES) || key.equals(INSTANCE) || key.equals(FRAME) || key.equals(PATH);
			if (!known || values.put(key, decoded(pair.substring(equals + 1))) != null) {
				throw new IllegalArgumentException(NLS.bind(Messages.DicomLink_unknown, shortened(pair)));
			}
		}
		return values;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException(NLS.bind(Messages.DicomLink_unknown, shortened(text)), e);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** {@return the link as text, which {@link #parse} understands; ASCII only} */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(SCHEME).append(':').append(ACTION).append('?');
		append(text, SERIES, seriesUid);
		append(text, INSTANCE, sopInstanceUid);
		append(text, FRAME, frame == 0 ? "" : Integer.toString(frame)); //$NON-NLS-1$
		append(text, PATH, encoded(path));
		return text.toString();
	}

	private static void append(StringBuilder text, String key, String value) {
		if (!value.isEmpty()) {
			text.append(text.charAt(text.length() - 1) == '?' ? "" : "&").append(key).append('=').append(value); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}
}
