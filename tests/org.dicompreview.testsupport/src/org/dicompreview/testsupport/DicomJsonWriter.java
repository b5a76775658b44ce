package org.dicompreview.testsupport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomWebServer.Habit;

/** Writes the DICOM JSON model (PS3.18 F.2) of one instance. */
final class DicomJsonWriter {

	private static final int INLINE = 32;

	private final DicomReaders readers;
	private final InstanceHeader header;
	private final Set<Habit> habits;
	private final String address;
	private final BiConsumer<String, byte[]> bulk;
	private int count;

	/**
	 * @param address of the instance
	 * @param bulk    takes values that are fetched by themselves, with their names below the instance
	 */
	DicomJsonWriter(DicomReaders readers, InstanceHeader header, Set<Habit> habits, String address,
			BiConsumer<String, byte[]> bulk) {
		this.readers = readers;
		this.header = header;
		this.habits = habits;
		this.address = address;
		this.bulk = bulk;
	}

	/** {@return what a search says of a study, a series or an instance} @param level what it is @param group its instances */
	static String match(String level, List<InstanceHeader> group, Set<Habit> habits) {
		InstanceHeader first = group.get(0);
		List<String> attributes = new ArrayList<>();
		int[] tags = switch (level) {
			case "studies" -> new int[] { Tag.STUDY_DATE, Tag.STUDY_TIME, Tag.ACCESSION_NUMBER, Tag.STUDY_DESCRIPTION, //$NON-NLS-1$
					Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX, Tag.STUDY_INSTANCE_UID,
					Tag.STUDY_ID };
			case "series" -> new int[] { Tag.MODALITY, Tag.SERIES_DESCRIPTION, Tag.SERIES_INSTANCE_UID, Tag.SERIES_NUMBER }; //$NON-NLS-1$
			default -> new int[] { Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID, Tag.INSTANCE_NUMBER };
		};
		for (int tag : tags) {
			VR vr = DataDictionary.vr(tag).orElseThrow();
			List<String> values = tag == Tag.SOP_INSTANCE_UID ? List.of(first.sopInstanceUid()) : first.strings(tag);
			attributes.add(attribute(name(tag, habits), vr, values(vr, values, habits)));
		}
		if (!level.equals("instances")) { //$NON-NLS-1$
			int number = level.equals("studies") ? 0x00201208 : 0x00201209; //$NON-NLS-1$
			attributes.add(attribute(name(number, habits), VR.IS, values(VR.IS, List.of(String.valueOf(group.size())), habits)));
		}
		return '{' + String.join(",", attributes) + '}'; //$NON-NLS-1$
	}

	/** {@return the object of the instance} */
	String dataSet() throws IOException {
		return object(readers.readDataSet(header.location(), readers.limits()), true);
	}

	private String object(DataSet set, boolean top) throws IOException {
		List<String> attributes = new ArrayList<>();
		for (Element element : set.elements()) {
			int group = element.tag() >>> 16;
			if (element.tag() == Tag.TRANSFER_SYNTAX_UID && habits.contains(Habit.STATES_TRANSFER_SYNTAX)) {
				attributes.add(attribute(name(0x00083002, habits), VR.UI, quoted(header.transferSyntax().uid())));
			}
			if (group > 2 && group < 0x7FE0) {
				attributes.add(element(set, element));
			}
		}
		if (top && header.hasPixels() && !habits.contains(Habit.NO_PIXELS_IN_METADATA)) {
			int tag = header.pixelLocation().orElseThrow().tag();
			attributes.add('"' + name(tag, habits) + "\":{\"vr\":\"OW\",\"BulkDataURI\":\"" + address + "/pixels\"}"); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return '{' + String.join(",", attributes) + '}'; //$NON-NLS-1$
	}

	private String element(Attributes set, Element element) throws IOException {
		String name = name(element.tag(), habits);
		if (element.vr() == VR.SQ) {
			List<String> items = new ArrayList<>();
			for (DataSet item : element.items()) {
				items.add(object(item, false));
			}
			return attribute(name, VR.SQ, String.join(",", items)); //$NON-NLS-1$
		}
		return switch (element.vr()) {
			case OB, OW, OF, OD, OL, OV, UN -> bytes(name, element);
			default -> attribute(name, element.vr(), values(element.vr(), element.tag() == Tag.SPECIFIC_CHARACTER_SET
					? List.of("ISO_IR 192") : set.strings(element.tag()), habits)); //$NON-NLS-1$
		};
	}

	private String bytes(String name, Element element) throws IOException {
		byte[] value = element.length() <= 0 ? new byte[0]
				: readers.readValue(header.location(), element, readers.limits());
		String start = '"' + name + "\":{\"vr\":\"" + element.vr() + '"'; //$NON-NLS-1$
		if (value.length == 0) {
			return start + '}';
		}
		if (value.length <= INLINE) {
			return start + ",\"InlineBinary\":\"" + Base64.getEncoder().encodeToString(value) + "\"}"; //$NON-NLS-1$ //$NON-NLS-2$
		}
		String place = "bulk/" + count++; //$NON-NLS-1$
		bulk.accept(place, value);
		String uri = habits.contains(Habit.RELATIVE_ADDRESSES) ? place : address + '/' + place;
		return start + ",\"BulkDataURI\":\"" + uri + "\"}"; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String name(int tag, Set<Habit> habits) {
		String name = String.format(Locale.ROOT, "%08X", tag); //$NON-NLS-1$
		return habits.contains(Habit.LOWER_CASE_TAGS) ? name.toLowerCase(Locale.ROOT) : name;
	}

	private static String attribute(String name, VR vr, String values) {
		return '"' + name + "\":{\"vr\":\"" + vr + '"' + (values.isEmpty() ? "}" : ",\"Value\":[" + values + "]}"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private static String values(VR vr, List<String> values, Set<Habit> habits) {
		return values.stream().map(value -> switch (vr) {
			case DS, IS, US, SS, UL, SL, FL, FD, SV, UV -> number(value, habits);
			case AT -> quoted(value.replaceAll("[(),]", "")); //$NON-NLS-1$ //$NON-NLS-2$
			case PN -> person(value);
			default -> value.isEmpty() ? "null" : quoted(value); //$NON-NLS-1$
		}).collect(Collectors.joining(",")); //$NON-NLS-1$
	}

	private static String number(String value, Set<Habit> habits) {
		String plain = value.strip();
		boolean number = plain.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?"); //$NON-NLS-1$
		return plain.isEmpty() ? "null" : number && !habits.contains(Habit.NUMBERS_AS_TEXTS) ? plain : quoted(plain); //$NON-NLS-1$
	}

	private static String person(String value) {
		String[] groups = value.split("=", -1); //$NON-NLS-1$
		List<String> names = List.of("Alphabetic", "Ideographic", "Phonetic"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		List<String> fields = new ArrayList<>();
		Arrays.asList(groups).subList(0, Math.min(groups.length, names.size()))
				.forEach(group -> fields.add(quoted(names.get(fields.size())) + ':' + quoted(group)));
		return '{' + String.join(",", fields) + '}'; //$NON-NLS-1$
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\""); //$NON-NLS-1$
		for (char c : text.toCharArray()) {
			if (c < ' ' || c == '"' || c == '\\') {
				quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c)); //$NON-NLS-1$
			} else {
				quoted.append(c);
			}
		}
		return quoted.append('"').toString();
	}
}
