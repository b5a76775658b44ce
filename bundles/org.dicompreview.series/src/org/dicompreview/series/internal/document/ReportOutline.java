package org.dicompreview.series.internal.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.document.DocumentText;
import org.dicompreview.series.document.InstanceReference;
import org.dicompreview.series.document.OutlineEntry;

/**
 * The content tree of a structured report or a key object selection (PS3.3 C.17.3). What an item refers to within the tree is
 * named and not entered, so that references in a circle do no harm.
 */
final class ReportOutline {

	private static final int DEEPEST = 64;
	/** Spatial coordinates that are written out. */
	private static final int POINTS = 16;

	private final DataSet root;
	private final Lines lines;

	ReportOutline(DataSet root, Lines lines) {
		this.root = root;
		this.lines = lines;
	}

	/** {@return whether a data set has a content tree} */
	static boolean isReport(DataSet data) {
		return data.contains(Tag.CONTENT_SEQUENCE) || data.contains(Tag.VALUE_TYPE);
	}

	/** {@return the title of the document, with its content below it} */
	List<OutlineEntry> entries() {
		List<OutlineEntry> entries = new ArrayList<>();
		if (lines.take()) {
			entries.add(entry(root, 0));
		}
		return entries;
	}

	private OutlineEntry entry(DataSet item, int depth) {
		List<OutlineEntry> below = new ArrayList<>();
		if (depth < DEEPEST) {
			for (DataSet child : item.element(Tag.CONTENT_SEQUENCE).map(Element::items).orElse(List.of())) {
				if (!lines.take()) {
					break;
				}
				below.add(entry(child, depth + 1));
			}
		}
		return new OutlineEntry(name(item), value(item), below, reference(item));
	}

	private static Text name(Attributes item) {
		return Lines.words(Lines.meaning(item, Tag.CONCEPT_NAME_CODE_SEQUENCE).or(() -> item.string(Tag.VALUE_TYPE))
				.or(() -> item.string(ContentTags.RELATIONSHIP_TYPE)).orElse("–"));
	}

	private Text value(DataSet item) {
		double[] path = item.numbers(ContentTags.REFERENCED_CONTENT_ITEM_IDENTIFIER);
		if (path.length > 0) {
			return Text.of(DocumentText.SEE, target(path));
		}
		return switch (item.string(Tag.VALUE_TYPE).orElse("")) {
			case "TEXT" -> text(item, Tag.TEXT_VALUE);
			case "CODE" -> Lines.words(Lines.meaning(item, ContentTags.CONCEPT_CODE_SEQUENCE).orElse(""));
			case "NUM" -> Lines.words(number(item));
			case "DATETIME" -> text(item, ContentTags.DATE_TIME);
			case "DATE" -> text(item, ContentTags.DATE);
			case "TIME" -> text(item, ContentTags.TIME);
			case "PNAME" -> Lines.words(item.string(ContentTags.PERSON_NAME).orElse("").split("=")[0].replace('^', ' ').strip());
			case "UIDREF" -> text(item, ContentTags.UID);
			case "SCOORD", "SCOORD3D" -> Lines.words(coordinates(item));
			case "TCOORD" -> Lines.words(times(item));
			default -> Lines.words(reference(item).map(Lines::kind).orElse(""));
		};
	}

	private static Text text(DataSet item, int tag) {
		return item.element(tag).filter(element -> !element.values().isEmpty()).map(Lines::value).orElse(Lines.words(""));
	}

	private static String number(Attributes item) {
		Optional<Attributes> measured = item.items(ContentTags.MEASURED_VALUE_SEQUENCE).stream().findFirst();
		Optional<String> value = measured.flatMap(each -> each.string(ContentTags.NUMERIC_VALUE));
		if (value.isEmpty()) {
			return Lines.meaning(item, ContentTags.NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE).orElse("");
		}
		Optional<Attributes> unit = measured.get().items(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).stream().findFirst();
		String symbol = unit.flatMap(Lines::unit).orElse("");
		return symbol.isEmpty() ? value.get() : value.get() + ' ' + symbol;
	}

	private static String coordinates(Attributes item) {
		double[] data = item.numbers(ContentTags.GRAPHIC_DATA);
		int size = "SCOORD3D".equals(item.string(Tag.VALUE_TYPE).orElse("")) ? 3 : 2;
		StringBuilder text = new StringBuilder(item.string(ContentTags.GRAPHIC_TYPE).orElse(""));
		for (int i = 0; i + size <= data.length && i < POINTS * size; i += size) {
			text.append(i == 0 ? " (" : ", (");
			for (int j = 0; j < size; j++) {
				text.append(j == 0 ? "" : "; ").append(Lines.number(data[i + j]));
			}
			text.append(')');
		}
		return data.length > POINTS * size ? text.append(" …").toString() : text.toString();
	}

	private static String times(Attributes item) {
		for (int tag : new int[] { ContentTags.REFERENCED_SAMPLE_POSITIONS, ContentTags.REFERENCED_TIME_OFFSETS,
				ContentTags.REFERENCED_DATE_TIME }) {
			List<String> values = item.strings(tag);
			if (!values.isEmpty()) {
				return item.string(ContentTags.TEMPORAL_RANGE_TYPE).orElse("") + ' '
						+ values.stream().limit(POINTS).collect(Collectors.joining(", "));
			}
		}
		return "";
	}

	private static Optional<InstanceReference> reference(Attributes item) {
		return item.items(ContentTags.REFERENCED_SOP_SEQUENCE).stream().findFirst().flatMap(Lines::reference);
	}

	/** {@return what the item at a path is called: the number of the root, then of each item below, from 1} */
	private Text target(double[] path) {
		DataSet item = root;
		for (int i = 1; i < path.length; i++) {
			List<DataSet> items = item.element(Tag.CONTENT_SEQUENCE).map(Element::items).orElse(List.of());
			int index = (int) path[i] - 1;
			if (index < 0 || index >= items.size()) {
				return Lines.words(Arrays.stream(path).mapToObj(Lines::number).collect(Collectors.joining(".")));
			}
			item = items.get(index);
		}
		return name(item);
	}
}
