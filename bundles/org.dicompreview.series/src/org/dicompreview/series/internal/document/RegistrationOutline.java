package org.dicompreview.series.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.document.DocumentText;
import org.dicompreview.series.document.InstanceReference;
import org.dicompreview.series.document.OutlineEntry;

/** What a registration maps to what, and by which matrices (PS3.3 C.20.2, C.20.3). */
final class RegistrationOutline {

	private static final int ROW = 4;

	private final Lines lines;

	RegistrationOutline(Lines lines) {
		this.lines = lines;
	}

	/** {@return whether a data set is a registration} */
	static boolean isRegistration(DataSet data) {
		return data.contains(ContentTags.REGISTRATION_SEQUENCE) || data.contains(ContentTags.DEFORMABLE_REGISTRATION_SEQUENCE);
	}

	/** {@return a line for each frame of reference that is mapped} */
	List<OutlineEntry> of(DataSet data) {
		String target = data.string(Tag.FRAME_OF_REFERENCE_UID).orElse("–");
		List<OutlineEntry> entries = new ArrayList<>();
		for (int tag : new int[] { ContentTags.REGISTRATION_SEQUENCE, ContentTags.DEFORMABLE_REGISTRATION_SEQUENCE }) {
			for (DataSet item : data.element(tag).map(Element::items).orElse(List.of())) {
				if (lines.take()) {
					entries.add(entry(tag, item, target));
				}
			}
		}
		return entries;
	}

	private OutlineEntry entry(int tag, DataSet item, String target) {
		String source = item.string(Tag.FRAME_OF_REFERENCE_UID)
				.or(() -> item.string(ContentTags.SOURCE_FRAME_OF_REFERENCE_UID)).orElse("–");
		List<OutlineEntry> below = new ArrayList<>();
		for (DataSet registration : items(item, ContentTags.MATRIX_REGISTRATION_SEQUENCE)) {
			for (DataSet matrix : items(registration, ContentTags.MATRIX_SEQUENCE)) {
				matrix(matrix).ifPresent(below::add);
			}
		}
		for (DataSet image : items(item, Tag.REFERENCED_IMAGE_SEQUENCE)) {
			Optional<InstanceReference> reference = Lines.reference(image);
			if (reference.isPresent() && lines.take()) {
				below.add(new OutlineEntry(Lines.name(Tag.REFERENCED_IMAGE_SEQUENCE), Lines.words(Lines.kind(reference.get())),
						List.of(), reference));
			}
		}
		return OutlineEntry.of(Lines.name(tag), Text.of(DocumentText.MAPS, source, target), below);
	}

	private static List<DataSet> items(DataSet item, int sequence) {
		return item.element(sequence).map(Element::items).orElse(List.of());
	}

	private Optional<OutlineEntry> matrix(DataSet matrix) {
		double[] numbers = matrix.numbers(ContentTags.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX);
		if (numbers.length != ROW * ROW || !lines.take()) {
			return Optional.empty();
		}
		List<OutlineEntry> rows = new ArrayList<>();
		for (int row = 0; row < ROW && lines.take(); row++) {
			StringBuilder text = new StringBuilder();
			for (int column = 0; column < ROW; column++) {
				text.append(column == 0 ? "" : "   ").append(String.format(Locale.ROOT, "%.5f", numbers[row * ROW + column]));
			}
			rows.add(OutlineEntry.of(Text.verbatim(Integer.toString(row + 1)), Lines.words(text.toString())));
		}
		return Optional.of(OutlineEntry.of(Lines.name(ContentTags.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX),
				Lines.words(matrix.string(ContentTags.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX_TYPE).orElse("")), rows));
	}
}
