package org.dicompreview.viewer.corners;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.eclipse.osgi.util.NLS;

/**
 * One line of a corner: the values of attributes, with a word before them. Immutable.
 *
 * @param label what stands before the values; empty text for nothing
 * @param tags  the attributes, at least one
 * @since 0.1.0
 */
public record CornerLine(String label, List<Integer> tags) {

	private static final String LABEL_END = ":"; //$NON-NLS-1$
	private static final Pattern TAG = Pattern.compile("\\(([0-9A-Fa-f]{4}),([0-9A-Fa-f]{4})\\)"); //$NON-NLS-1$
	private static final Pattern IN_PARENTHESES = Pattern.compile("\\(.*\\)"); //$NON-NLS-1$
	private static final int HEX = 16;

	/** Copies the list. */
	public CornerLine {
		Objects.requireNonNull(label);
		tags = List.copyOf(tags);
		if (tags.isEmpty()) {
			throw new IllegalArgumentException(Messages.CornerLine_none);
		}
	}

	/**
	 * {@return the line that a person wrote: attributes with blanks between them, each as a keyword of PS3.6 or as
	 * {@code (gggg,eeee)}, after a label and a colon where there is one}
	 *
	 * @param text one line
	 * @throws IllegalArgumentException if it names no attribute, or one that has no text; the message says so to people
	 */
	public static CornerLine parse(String text) {
		int colon = text.lastIndexOf(LABEL_END);
		String label = colon < 0 ? "" : text.substring(0, colon).strip(); //$NON-NLS-1$
		String names = text.substring(colon + 1).strip();
		List<Integer> tags = new ArrayList<>();
		for (String name : names.isEmpty() ? new String[0] : names.split("\\s+")) { //$NON-NLS-1$
			tags.add(tag(name));
		}
		return new CornerLine(label, tags);
	}

	private static int tag(String name) {
		Matcher matcher = TAG.matcher(name);
		if (matcher.matches()) {
			return checked(Integer.parseInt(matcher.group(1), HEX) << HEX | Integer.parseInt(matcher.group(2), HEX), name);
		}
		if (IN_PARENTHESES.matcher(name).matches()) {
			throw new IllegalArgumentException(NLS.bind(Messages.CornerLine_noTag, name));
		}
		OptionalInt tag = DataDictionary.tag(name);
		if (tag.isEmpty()) {
			throw new IllegalArgumentException(NLS.bind(Messages.CornerLine_noKeyword, name));
		}
		return checked(tag.getAsInt(), name);
	}

	private static int checked(int tag, String name) {
		Optional<VR> vr = DataDictionary.vr(tag);
		if (vr.isEmpty() && !Tag.isPrivate(tag)) {
			throw new IllegalArgumentException(NLS.bind(Messages.CornerLine_unknown, name));
		}
		if (vr.filter(CornerLine::hasNoText).isPresent()) {
			throw new IllegalArgumentException(NLS.bind(Messages.CornerLine_noText, name, vr.get()));
		}
		return tag;
	}

	private static boolean hasNoText(VR vr) {
		return switch (vr) {
			case OB, OD, OF, OL, OV, OW, SQ, UN -> true;
			default -> false;
		};
	}

	/** {@return the line as a person writes it} */
	public String format() {
		String names = tags.stream().map(CornerLine::name).collect(Collectors.joining(" ")); //$NON-NLS-1$
		return label.isEmpty() ? names : label + LABEL_END + ' ' + names;
	}

	private static String name(int tag) {
		String keyword = Tag.isPrivate(tag) ? "" : DataDictionary.find(tag).map(DataDictionary.Entry::keyword).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
		boolean found = !keyword.isEmpty() && DataDictionary.tag(keyword).orElse(0) == tag;
		return found ? keyword : Tag.format(tag);
	}
}
