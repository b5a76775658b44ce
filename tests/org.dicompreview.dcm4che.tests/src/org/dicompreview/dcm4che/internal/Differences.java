package org.dicompreview.dcm4che.internal;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;

/** What two readers say differently of one file. */
final class Differences {

	private static final List<Integer> TAGS = Stream.of(Tag.class.getFields()).map(Differences::value).toList();

	private final List<String> found = new ArrayList<>();

	private Differences() {
	}

	private static int value(Field field) {
		try {
			return field.getInt(null);
		} catch (IllegalAccessException e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * {@return the differences, one a line; empty if the headers say the same}
	 *
	 * @param expected of the built-in reader
	 * @param actual   of dcm4che
	 */
	static List<String> of(InstanceHeader expected, InstanceHeader actual) {
		Differences differences = new Differences();
		differences.compare("transfer syntax", expected.transferSyntax(), actual.transferSyntax());
		differences.compare("SOP Class UID", expected.sopClassUid(), actual.sopClassUid());
		differences.compare("SOP Instance UID", expected.sopInstanceUid(), actual.sopInstanceUid());
		differences.compare("pixels", expected.hasPixels(), actual.hasPixels());
		differences.compare("frames", expected.frameCount(), actual.frameCount());
		differences.compare("problem", expected.problem().isPresent(), actual.problem().isPresent());
		if (!expected.pixelLocation().equals(actual.pixelLocation()) && !expected.transferSyntax().deflated()) {
			differences.compare("pixel location", expected.pixelLocation(), actual.pixelLocation());
		}
		differences.attributes("", expected, actual);
		int last = Math.min(expected.frameCount(), actual.frameCount()) - 1;
		if (last >= 0) {
			differences.attributes("frame 1 ", expected.frame(0), actual.frame(0));
			differences.attributes("frame " + (last + 1) + ' ', expected.frame(last), actual.frame(last));
		}
		return differences.found;
	}

	/** {@return the differences between two data sets} */
	static List<String> of(DataSet expected, DataSet actual) {
		Differences differences = new Differences();
		differences.compare("problem", expected.problem().isPresent(), actual.problem().isPresent());
		differences.elements("", expected, actual);
		return differences.found;
	}

	private void elements(String where, DataSet expected, DataSet actual) {
		compare(where + "elements", tags(expected), tags(actual));
		for (Element element : expected.elements()) {
			Element other = actual.element(element.tag()).orElse(null);
			if (other != null) {
				element(where + Tag.format(element.tag()), element, other);
			}
		}
	}

	/** dcm4che does not keep group lengths, which are retired (PS3.5 7.2); padding (PS3.5 7.4) is no content. */
	private static List<String> tags(DataSet set) {
		return set.elements().stream().map(Element::tag)
				.filter(tag -> (tag & 0xFFFF) != 0 && tag != Tag.DATA_SET_TRAILING_PADDING).map(Tag::format).toList();
	}

	/** Without a VR in the file, a private element is UN (PS3.5 section 6.2.2) to whom does not know its creator. */
	private void element(String what, Element expected, Element actual) {
		if (Tag.isPrivate(expected.tag()) && actual.vr() == VR.UN && expected.vr() != VR.UN) {
			compare(what + " length", expected.length(), actual.length());
			return;
		}
		compare(what + " VR", expected.vr(), actual.vr());
		compare(what + " length", expected.length(), actual.length());
		compare(what + " offset", expected.offset(), actual.offset());
		compare(what + " creator", expected.creator(), actual.creator());
		compare(what + " shortened", expected.shortened(), actual.shortened());
		if (!expected.shortened()) {
			compare(what, printable(expected.values()), printable(actual.values()));
		}
		compare(what + " items", expected.items().size(), actual.items().size());
		for (int i = 0; i < Math.min(expected.items().size(), actual.items().size()); i++) {
			elements(what + '[' + i + ']', expected.items().get(i), actual.items().get(i));
		}
	}

	/** dcm4che ends lines of texts as Java does. */
	private static List<String> printable(List<String> values) {
		return values.stream().map(value -> value.replaceAll("[\\x00-\\x1F]+", " ").strip())
				.filter(value -> !value.isEmpty() || values.size() > 1).toList();
	}

	private void compare(String what, Object expected, Object actual) {
		if (!expected.equals(actual)) {
			found.add(what + ": built-in " + shortened(expected) + ", dcm4che " + shortened(actual));
		}
	}

	private static String shortened(Object value) {
		String text = String.valueOf(value);
		return text.length() > 90 ? text.substring(0, 90) + "..." : text;
	}

	private void attributes(String where, Attributes expected, Attributes actual) {
		for (int tag : TAGS) {
			String what = where + Tag.format(tag);
			compare(what + " presence", expected.contains(tag), actual.contains(tag));
			compare(what, expected.strings(tag), actual.strings(tag));
			compare(what + " numbers", Arrays.toString(expected.numbers(tag)), Arrays.toString(actual.numbers(tag)));
			List<Attributes> items = expected.items(tag);
			List<Attributes> others = actual.items(tag);
			compare(what + " items", items.size(), others.size());
			for (int i = 0; i < Math.min(items.size(), others.size()) && i < 4; i++) {
				attributes(what + '[' + i + ']', items.get(i), others.get(i));
			}
		}
	}
}
