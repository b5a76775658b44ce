package org.dicompreview.series.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.VR;
import org.dicompreview.series.document.DocumentText;
import org.dicompreview.series.document.InstanceReference;
import org.dicompreview.series.document.OutlineEntry;

/** What any object says, as labelled facts: without what patient, study and series have in common. */
final class FactOutline {

	private static final String SEQUENCE = " Sequence";
	private static final int DEEPEST = 64;
	/** Keywords that end so name the item that they stand in, the first of them before the others. */
	private static final List<String> NAMES = List.of("Label", "Name", "Identifier", "Description");

	private final Lines lines;
	private final Set<Integer> told;

	/** @param lines makes the lines @param told what is said elsewhere of the data set */
	FactOutline(Lines lines, Set<Integer> told) {
		this.lines = lines;
		this.told = told;
	}

	/** {@return the facts of a data set} */
	List<OutlineEntry> of(DataSet data) {
		List<OutlineEntry> entries = new ArrayList<>();
		for (Element element : data.elements()) {
			int group = Tag.group(element.tag());
			boolean ofOthers = group == 0x0002 || group == 0x0010 || group == 0x0020 || group == 0x0008 && element.vr() != VR.SQ;
			if (!ofOthers && !told.contains(element.tag())) {
				entry(element, 0).ifPresent(entries::add);
			}
		}
		return entries;
	}

	private List<OutlineEntry> elements(DataSet item, int depth) {
		List<OutlineEntry> entries = new ArrayList<>();
		for (Element element : item.elements()) {
			entry(element, depth).ifPresent(entries::add);
		}
		return entries;
	}

	private Optional<OutlineEntry> entry(Element element, int depth) {
		boolean silent = Tag.isPrivateCreator(element.tag()) || (element.tag() & 0xFFFF) == 0
				|| element.vr() != VR.SQ && element.values().isEmpty() || element.vr() == VR.SQ && element.items().isEmpty();
		if (silent || depth > DEEPEST || !lines.take()) {
			return Optional.empty();
		}
		Text name = name(element);
		if (element.vr() != VR.SQ) {
			return Optional.of(OutlineEntry.of(name, Lines.value(element)));
		}
		List<DataSet> items = element.items();
		if (items.size() == 1) {
			return Optional.of(item(name, items.get(0), depth));
		}
		List<OutlineEntry> each = new ArrayList<>();
		for (int i = 0; i < items.size() && lines.take(); i++) {
			each.add(item(Text.of(DocumentText.ITEM, i + 1), items.get(i), depth));
		}
		return Optional.of(OutlineEntry.of(name, Text.verbatim(Integer.toString(items.size())), each));
	}

	private OutlineEntry item(Text name, DataSet item, int depth) {
		Optional<InstanceReference> reference = Lines.reference(item);
		if (reference.isPresent()) {
			return new OutlineEntry(name, Lines.words(Lines.kind(reference.get())), List.of(), reference);
		}
		if (item.contains(Tag.CODE_MEANING)) {
			return OutlineEntry.of(name, Lines.words(Lines.meaning(item).orElse("")));
		}
		return OutlineEntry.of(name, Lines.words(label(item)), elements(item, depth + 1));
	}

	/** {@return what tells an item from others, for people; empty text if nothing does} */
	private static String label(DataSet item) {
		List<Element> elements = item.elements();
		for (String wanted : NAMES) {
			for (Element element : elements) {
				boolean fits = element.vr() != VR.SQ && !element.values().isEmpty()
						&& DataDictionary.find(element.tag()).filter(entry -> entry.keyword().endsWith(wanted)).isPresent();
				if (fits) {
					return element.values().get(0);
				}
			}
		}
		return "";
	}

	private static Text name(Element element) {
		String name = DataDictionary.find(element.tag(), element.creator()).map(DataDictionary.Entry::name)
				.filter(known -> !known.isEmpty()).orElseGet(() -> Tag.format(element.tag()));
		return Lines.words(name.endsWith(SEQUENCE) ? name.substring(0, name.length() - SEQUENCE.length()) : name);
	}
}
