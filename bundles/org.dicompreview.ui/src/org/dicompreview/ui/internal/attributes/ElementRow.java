package org.dicompreview.ui.internal.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DataDictionary.Entry;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.eclipse.osgi.util.NLS;

/** An element, with its items if it is a sequence. */
final class ElementRow extends Row {

	/** More items than this are shown in ranges. */
	static final int RANGE = 1000;

	private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\\f\\t]+\\s*"); //$NON-NLS-1$
	private static final String SHORTENED = " \u2026"; //$NON-NLS-1$

	private final Element element;
	private final Optional<Entry> entry;

	ElementRow(Row parent, Element element, long key, int occurrence) {
		super(parent, key, occurrence);
		this.element = element;
		entry = DataDictionary.find(element.tag(), element.creator());
	}

	Element element() {
		return element;
	}

	@Override
	String tag() {
		return Tag.format(element.tag());
	}

	@Override
	String keyword() {
		return entry.map(Entry::keyword).orElse(""); //$NON-NLS-1$
	}

	@Override
	String name() {
		String name = entry.map(Entry::name).orElse(""); //$NON-NLS-1$
		if (element.creator().isEmpty()) {
			return name;
		}
		return name.isEmpty() ? '[' + element.creator() + ']' : name + " [" + element.creator() + ']'; //$NON-NLS-1$
	}

	@Override
	String vr() {
		return element.vr().name();
	}

	@Override
	String length() {
		return element.length() < 0 ? Messages.ElementRow_undefined : Long.toString(element.length());
	}

	@Override
	String value() {
		String text = String.join("\\", element.values()); //$NON-NLS-1$
		return element.shortened() && !text.isEmpty() ? text + SHORTENED : text;
	}

	@Override
	String shown() {
		if (element.vr() == VR.SQ || !element.items().isEmpty()) {
			int count = element.items().size();
			return count == 1 ? Messages.ElementRow_item : NLS.bind(Messages.ElementRow_items, count);
		}
		String text = BREAKS.matcher(value()).replaceAll(" \u21B5 "); //$NON-NLS-1$
		if (element.vr() == VR.UI) {
			return DataDictionary.uidName(text).map(name -> text + "  (" + name + ')').orElse(text); //$NON-NLS-1$
		}
		return text;
	}

	@Override
	List<String> details() {
		List<String> lines = new ArrayList<>();
		lines.add(tag() + ' ' + entry.map(Entry::name).orElse(Messages.ElementRow_unknown));
		if (!keyword().isEmpty()) {
			lines.add(keyword());
		}
		if (!element.creator().isEmpty()) {
			lines.add(NLS.bind(Messages.ElementRow_creator, element.creator()));
		}
		lines.add(NLS.bind(Messages.ElementRow_encoding, new Object[] { vr(), length(), Long.toString(element.offset()) }));
		entry.ifPresent(known -> lines.add(NLS.bind(known.retired() ? Messages.ElementRow_multiplicityRetired
				: Messages.ElementRow_multiplicity, known.vm())));
		return lines;
	}

	@Override
	boolean hasChildren() {
		return !element.items().isEmpty();
	}

	@Override
	List<Row> children() {
		int count = element.items().size();
		List<Row> rows = new ArrayList<>();
		if (count > RANGE) {
			for (int from = 0; from < count; from += RANGE) {
				rows.add(new RangeRow(this, element.items(), from, Math.min(count, from + RANGE)));
			}
		} else {
			for (int i = 0; i < count; i++) {
				rows.add(new ItemRow(this, element.items().get(i), i));
			}
		}
		return rows;
	}
}
