package org.dicompreview.series.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.VR;
import org.dicompreview.series.document.DocumentText;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.series.document.InstanceReference;
import org.dicompreview.series.document.OutlineEntry;

/** Makes the lines of one outline, and counts them. For one thread. */
final class Lines {

	/** Values of an attribute that are written out. */
	private static final int VALUES = 12;
	private static final int LONGEST = 4000;

	private int left = InstanceDocuments.ENTRIES;

	/** {@return whether there may be one line more} */
	boolean take() {
		left--;
		return left >= 0;
	}

	/** {@return whether lines had to be left out} */
	boolean exhausted() {
		return left < 0;
	}

	/** {@return words of the file} */
	static Text words(String words) {
		return Text.verbatim(words.length() > LONGEST ? words.substring(0, LONGEST) + '…' : words);
	}

	/** {@return what an attribute is called} */
	static Text name(int tag) {
		return words(DataDictionary.find(tag).map(DataDictionary.Entry::name).orElseGet(() -> Tag.format(tag)));
	}

	/** Adds a line about a text attribute, if it has a value. */
	void add(List<OutlineEntry> lines, DataSet data, int tag) {
		Optional<Element> element = data.element(tag).filter(each -> !each.values().isEmpty());
		if (element.isPresent() && take()) {
			lines.add(OutlineEntry.of(name(tag), value(element.get())));
		}
	}

	/** {@return the meaning of the first code of a sequence; absent if it has none} */
	static Optional<String> meaning(Attributes item, int sequence) {
		return item.items(sequence).stream().findFirst().flatMap(Lines::meaning);
	}

	/** {@return the meaning of a code, else its value; absent if it has none} */
	static Optional<String> meaning(Attributes code) {
		return code.string(Tag.CODE_MEANING).or(() -> code.string(Tag.CODE_VALUE));
	}

	/** {@return a unit as people write it: its code in UCUM where that is short, else its meaning; empty text for none} */
	static Optional<String> unit(Attributes code) {
		Optional<String> symbol = code.string(Tag.CODE_VALUE).filter(value -> !value.startsWith("{")
				&& "UCUM".equals(code.string(ContentTags.CODING_SCHEME_DESIGNATOR).orElse("")));
		return symbol.or(() -> meaning(code)).filter(unit -> !"1".equals(unit));
	}

	/** {@return the instance that an item names} */
	static Optional<InstanceReference> reference(Attributes item) {
		return item.string(Tag.REFERENCED_SOP_INSTANCE_UID).map(uid -> {
			List<Integer> frames = new ArrayList<>();
			for (double frame : item.numbers(Tag.REFERENCED_FRAME_NUMBER)) {
				frames.add((int) frame);
			}
			return new InstanceReference(item.string(Tag.REFERENCED_SOP_CLASS_UID).orElse(""), uid, frames);
		});
	}

	/** {@return what a reference leads to, in the words of the standard} */
	static String kind(InstanceReference reference) {
		String suffix = " Storage";
		String name = DataDictionary.uidName(reference.sopClassUid()).orElse(reference.sopInstanceUid());
		String kind = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
		return reference.frames().isEmpty() ? kind
				: kind + " #" + reference.frames().stream().map(String::valueOf).collect(Collectors.joining(", "));
	}

	/** {@return the values of an element that is no sequence} */
	static Text value(Element element) {
		List<String> values = element.values();
		if (isBinary(element.vr())) {
			return Text.of(DocumentText.BYTES, element.length());
		}
		String first = values.stream().limit(VALUES).map(value -> value(element.vr(), value))
				.collect(Collectors.joining(", "));
		if (element.shortened()) {
			return values.size() == 1 ? words(first + '…') : Text.of(DocumentText.FIRST_BYTES, first, element.length());
		}
		return values.size() <= VALUES ? words(first) : Text.of(DocumentText.FIRST_VALUES, first, values.size());
	}

	private static boolean isBinary(VR vr) {
		return switch (vr) {
			case OB, OW, OD, OF, OL, OV, UN -> true;
			default -> false;
		};
	}

	private static String value(VR vr, String value) {
		return switch (vr) {
			case DA -> date(value);
			case TM -> time(value);
			case DT -> value.length() >= 14 ? date(value.substring(0, 8)) + ' ' + time(value.substring(8)) : date(value);
			case UI -> DataDictionary.uidName(value).orElse(value);
			default -> value;
		};
	}

	/** {@return a date as 2024-02-29; what is none stays} */
	static String date(String value) {
		return value.matches("\\d{8}") ? value.substring(0, 4) + '-' + value.substring(4, 6) + '-' + value.substring(6) : value;
	}

	/** {@return a time as 08:15:00; what is none stays} */
	static String time(String value) {
		return value.matches("\\d{6}.*") ? value.substring(0, 2) + ':' + value.substring(2, 4) + ':' + value.substring(4)
				: value;
	}

	/** {@return numbers as people write them, with as many digits as say something} */
	static String number(double value) {
		String text = String.format(Locale.ROOT, "%.6g", value);
		return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value)
				: text.contains("e") || !text.contains(".") ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
	}
}
