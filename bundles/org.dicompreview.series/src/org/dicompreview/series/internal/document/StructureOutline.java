package org.dicompreview.series.internal.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.document.DocumentText;
import org.dicompreview.series.document.OutlineEntry;

/** The structures of an RT Structure Set (PS3.3 C.8.8.5, C.8.8.6) with what kind they are and how many contours they have. */
final class StructureOutline {

	private final Lines lines;

	StructureOutline(Lines lines) {
		this.lines = lines;
	}

	/** {@return a line for each structure} */
	OutlineEntry of(DataSet data) {
		Map<Integer, Attributes> contours = byNumber(data, ContentTags.ROI_CONTOUR_SEQUENCE);
		Map<Integer, Attributes> observations = byNumber(data, ContentTags.RT_ROI_OBSERVATIONS_SEQUENCE);
		List<OutlineEntry> entries = new ArrayList<>();
		List<Attributes> structures = data.items(Tag.STRUCTURE_SET_ROI_SEQUENCE);
		for (Attributes structure : structures) {
			if (!lines.take()) {
				break;
			}
			int number = structure.integer(Tag.ROI_NUMBER).orElse(-1);
			String kind = observations.containsKey(number)
					? observations.get(number).string(ContentTags.RT_ROI_INTERPRETED_TYPE).orElse("") : "";
			entries.add(entry(structure.string(Tag.ROI_NAME).orElse(Integer.toString(number)), kind, contours.get(number)));
		}
		return OutlineEntry.of(Text.of(DocumentText.STRUCTURES), Text.verbatim(Integer.toString(structures.size())), entries);
	}

	private static Map<Integer, Attributes> byNumber(DataSet data, int sequence) {
		Map<Integer, Attributes> items = new HashMap<>();
		data.items(sequence).forEach(item -> item.integer(ContentTags.REFERENCED_ROI_NUMBER)
				.ifPresent(number -> items.putIfAbsent(number, item)));
		return items;
	}

	private OutlineEntry entry(String name, String kind, Attributes drawn) {
		Map<String, Integer> kinds = new TreeMap<>();
		int count = 0;
		if (drawn != null) {
			for (Attributes contour : drawn.items(ContentTags.CONTOUR_SEQUENCE)) {
				kinds.merge(contour.string(ContentTags.CONTOUR_GEOMETRIC_TYPE).orElse("–"), 1, Integer::sum);
				count++;
			}
		}
		List<OutlineEntry> below = new ArrayList<>();
		kinds.forEach((type, number) -> {
			if (lines.take()) {
				below.add(OutlineEntry.of(Lines.words(type), Text.of(DocumentText.CONTOURS, number)));
			}
		});
		Text contours = Text.of(DocumentText.CONTOURS, count);
		return OutlineEntry.of(Lines.words(name), kind.isEmpty() ? contours : Lines.words(kind + ", " + contours), below);
	}
}
