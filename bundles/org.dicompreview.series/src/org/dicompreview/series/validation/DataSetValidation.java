package org.dicompreview.series.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DataDictionary.Entry;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.TextKey;
import org.dicompreview.dicom.VR;
import org.dicompreview.series.validation.Fault.Category;

/**
 * Looks at all elements of a data set: at their value representation, length, number and form of values (PS3.5 section 6.2,
 * PS3.6), and whether what its IOD requires is there. What is repeated, in items for example, is told once, with its number.
 * Elements of makers are left alone: what they mean is nobody else's business.
 *
 * @since 0.1.0
 */
public final class DataSetValidation {

	private static final int LONGEST_QUOTE = 40;

	/** What makes faults one. */
	private record Same(TextKey rule, int tag) {
	}

	private final Map<Same, Fault> first = new LinkedHashMap<>();
	private final Map<Same, Integer> count = new LinkedHashMap<>();

	private DataSetValidation() {
	}

	/**
	 * {@return the faults of a data set, with tag and the byte offset of the value, without location; those of a missing attribute
	 * have the offset of the sequence in whose item it is missing, or -1}
	 *
	 * @param data as a reader gives it, with the meta information
	 */
	public static List<Fault> of(DataSet data) {
		DataSetValidation validation = new DataSetValidation();
		validation.elements(data);
		data.string(Tag.SOP_CLASS_UID).ifPresent(sopClass -> validation.required(data, sopClass));
		return validation.faults();
	}

	private List<Fault> faults() {
		List<Fault> faults = new ArrayList<>();
		first.forEach((same, fault) -> {
			int times = count.get(same);
			Problem problem = fault.problem();
			faults.add(times == 1 ? fault : new Fault(fault.category(), new Problem(
					Text.of(problem.what().key(), repeated(problem.what().arguments(), times)), problem.tag(), problem.offset(),
					null, false), -1));
		});
		return faults;
	}

	/** The first argument is what the fault is about. */
	private static Object[] repeated(List<Object> arguments, int times) {
		Object[] all = arguments.toArray();
		all[0] = Text.of(ValidationText.REPEATED, all[0], times);
		return all;
	}

	private void add(Category category, int tag, long offset, TextKey rule, Object... arguments) {
		Same same = new Same(rule, tag);
		first.putIfAbsent(same, new Fault(category, Problem.of(rule, arguments).at(tag, offset), -1));
		count.merge(same, 1, Integer::sum);
	}

	private void elements(DataSet data) {
		for (Element element : data.elements()) {
			if (!Tag.isPrivate(element.tag())) {
				element(element);
			}
			element.items().forEach(this::elements);
		}
	}

	private void element(Element element) {
		Optional<Entry> entry = DataDictionary.find(element.tag());
		VR vr = element.vr();
		entry.filter(known -> !allows(known, vr)).ifPresent(known -> encoding(element, ValidationText.VR_INVALID, vr,
				String.join(", ", known.vrs().stream().map(VR::name).toList()))); //$NON-NLS-1$
		length(element);
		if (element.values().isEmpty() || element.shortened()) {
			return;
		}
		int values = element.values().size();
		if (ValueRules.isMultiple(vr) && entry.filter(known -> !ValueRules.allows(known.vm(), values)).isPresent()) {
			encoding(element, ValidationText.MULTIPLICITY_INVALID, values, entry.get().vm());
		}
		element.values().forEach(value -> value(element, value));
	}

	/** VR UN is allowed for anything that somebody did not know (PS3.5 6.2.2). */
	private static boolean allows(Entry entry, VR vr) {
		return vr == VR.UN || entry.vrs().isEmpty() || entry.vrs().contains(vr);
	}

	private void length(Element element) {
		long length = element.length();
		int size = ValueRules.size(element.vr());
		if (length > 0 && length % size != 0) {
			encoding(element, ValidationText.LENGTH_NO_MULTIPLE, size);
		} else if (length > 0 && length % 2 != 0) {
			encoding(element, ValidationText.LENGTH_ODD);
		}
	}

	private void value(Element element, String value) {
		VR vr = element.vr();
		int longest = ValueRules.longest(vr);
		int length = longest == 0 ? 0 : ValueRules.length(vr, value);
		if (length > longest) {
			encoding(element, ValidationText.VALUE_TOO_LONG, length, vr, longest);
		} else if (!value.isEmpty() && !ValueRules.isValid(vr, value)) {
			encoding(element, ValidationText.VALUE_INVALID, vr, quoted(value));
		}
	}

	private static String quoted(String value) {
		String line = value.replaceAll("\\p{Cntrl}", "\uFFFD"); //$NON-NLS-1$ //$NON-NLS-2$
		return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + '\u2026' : line;
	}

	private void encoding(Element element, ValidationText rule, Object... arguments) {
		Object[] all = new Object[arguments.length + 1];
		all[0] = name(element.tag());
		System.arraycopy(arguments, 0, all, 1, arguments.length);
		add(Category.ENCODING, element.tag(), element.offset(), rule, all);
	}

	private static String name(int tag) {
		return DataDictionary.find(tag).map(Entry::name).orElseGet(() -> Tag.format(tag));
	}

	/** What is missing at the top level is told together: it often is the same in all files of a maker. */
	private void required(DataSet data, String sopClass) {
		String iod = DataDictionary.uidName(sopClass).orElse(sopClass).replaceFirst(" Storage\\b.*", ""); //$NON-NLS-1$ //$NON-NLS-2$
		List<Integer> missing = new ArrayList<>();
		for (int[] path : RequiredAttributes.STANDARD.of(sopClass)) {
			if (path.length == 1 && !data.contains(path[0])) {
				missing.add(path[0]);
			} else {
				required(data, path, 0, null, iod);
			}
		}
		if (!missing.isEmpty()) {
			missing.sort(Integer::compareUnsigned);
			add(Category.REQUIRED, missing.get(0), -1, ValidationText.REQUIRED_MISSING,
					missing.stream().map(DataSetValidation::name).collect(Collectors.joining(", ")), iod); //$NON-NLS-1$
		}
	}

	private void required(DataSet data, int[] path, int depth, Element sequence, String iod) {
		int tag = path[depth];
		Optional<Element> element = data.element(tag);
		if (depth < path.length - 1) {
			element.ifPresent(found -> found.items().forEach(item -> required(item, path, depth + 1, found, iod)));
		} else if (element.isEmpty() || !hasValue(element.get())) {
			boolean missing = element.isEmpty();
			long offset = element.map(Element::offset).orElse(sequence == null ? -1 : sequence.offset());
			if (sequence == null) {
				add(Category.REQUIRED, tag, offset, ValidationText.REQUIRED_EMPTY, name(tag), iod);
			} else {
				add(Category.REQUIRED, tag, offset,
						missing ? ValidationText.REQUIRED_MISSING_IN : ValidationText.REQUIRED_EMPTY_IN, name(tag),
						name(sequence.tag()), iod);
			}
		}
	}

	private static boolean hasValue(Element element) {
		return element.vr() == VR.SQ || !element.items().isEmpty() ? !element.items().isEmpty()
				: element.length() != 0 && (element.shortened() || element.values().stream().anyMatch(value -> !value.isEmpty()));
	}
}
