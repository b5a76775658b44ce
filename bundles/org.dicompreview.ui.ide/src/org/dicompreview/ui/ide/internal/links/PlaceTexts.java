package org.dicompreview.ui.ide.internal.links;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what leads to DICOM files in lines of text: paths, UIDs, and links to slices. Plain functions. */
final class PlaceTexts {

	/** What a text is. */
	enum Kind {
		/** A link to a slice. */
		LINK,
		/** A path of a file, absolute or not. */
		PATH,
		/** A UID, of whatever. */
		UID
	}

	/** What stands in a line. @param offset in the line, from 0 @param text without quotes */
	record Place(Kind kind, int offset, String text) {

		boolean covers(int position) {
			return position >= offset && position <= offset + text.length();
		}
	}

	/** More of a line is not looked at: lines of a log can be very long. */
	private static final int LONGEST = 2000;
	private static final String FILE = "\\.(?:dcm|dicom|ima)"; //$NON-NLS-1$
	private static final Pattern LINK = Pattern.compile("dicompreview:[\\w?=&%.:/~-]*[\\w%/~-]", Pattern.CASE_INSENSITIVE); //$NON-NLS-1$
	/** Within quotes a path may have spaces. */
	private static final Pattern QUOTED = Pattern.compile("([\"'])([^\"'<>|]{1,400}?(?:" + FILE + "|\\bDICOMDIR))\\1", //$NON-NLS-1$ //$NON-NLS-2$
			Pattern.CASE_INSENSITIVE);
	private static final Pattern PATH = Pattern.compile("[^\\s\"'<>|()\\[\\]=,;]{0,400}?(?:" + FILE + "|\\bDICOMDIR)(?![\\w/\\\\])", //$NON-NLS-1$ //$NON-NLS-2$
			Pattern.CASE_INSENSITIVE);
	/** Shorter ones are numbers of versions. */
	private static final Pattern UID = Pattern.compile("(?<![\\w.])[0-2](?:\\.(?:0|[1-9][0-9]*)){2,40}(?![\\w])"); //$NON-NLS-1$
	private static final int SHORTEST_UID = 10;
	private static final int LONGEST_UID = 64;

	private PlaceTexts() {
	}

	/** {@return what stands in a line, from left to right, none within another} */
	static List<Place> in(String line) {
		String part = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
		List<Place> places = new ArrayList<>();
		add(places, Kind.LINK, LINK.matcher(part), 0);
		add(places, Kind.PATH, QUOTED.matcher(part), 2);
		add(places, Kind.PATH, PATH.matcher(part), 0);
		add(places, Kind.UID, UID.matcher(part), 0);
		places.sort(Comparator.comparingInt(Place::offset));
		return places;
	}

	private static void add(List<Place> places, Kind kind, Matcher matcher, int group) {
		while (matcher.find()) {
			Place place = new Place(kind, matcher.start(group), matcher.group(group));
			boolean free = places.stream().noneMatch(
					other -> place.offset() < other.offset() + other.text().length()
							&& other.offset() < place.offset() + place.text().length());
			int length = place.text().length();
			if (free && (kind != Kind.UID || length >= SHORTEST_UID && length <= LONGEST_UID)) {
				places.add(place);
			}
		}
	}
}
