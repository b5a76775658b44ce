package org.dicompreview.series.internal.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Finding.Kind;
import org.dicompreview.series.SeriesText;
import org.dicompreview.series.Slice;

/** Looks for files that do not go together. */
final class FileDiagnosis {

	private static final int MOST_NAMED = 3;
	/** What all files of a series should agree on, with the key of its name. */
	private static final Map<Integer, SeriesText> COMMON = common();

	private FileDiagnosis() {
	}

	private static Map<Integer, SeriesText> common() {
		Map<Integer, SeriesText> tags = new LinkedHashMap<>();
		tags.put(Tag.PATIENT_ID, SeriesText.PATIENT_ID);
		tags.put(Tag.ISSUER_OF_PATIENT_ID, SeriesText.ISSUER_OF_PATIENT_ID);
		tags.put(Tag.PATIENT_NAME, SeriesText.PATIENT_NAME);
		tags.put(Tag.PATIENT_BIRTH_DATE, SeriesText.BIRTH_DATE);
		tags.put(Tag.PATIENT_SEX, SeriesText.SEX);
		tags.put(Tag.STUDY_INSTANCE_UID, SeriesText.STUDY_UID);
		tags.put(Tag.STUDY_DATE, SeriesText.STUDY_DATE);
		return tags;
	}

	/** {@return a finding if several files carry the same SOP Instance UID, with those of the slices that they give} */
	static Optional<Finding> duplicates(Collection<InstanceHeader> instances, List<Slice> slices) {
		Map<String, Integer> count = new HashMap<>();
		for (InstanceHeader instance : instances) {
			if (!instance.sopInstanceUid().isEmpty()) {
				count.merge(instance.sopInstanceUid(), 1, Integer::sum);
			}
		}
		Set<String> repeated = new HashSet<>();
		int files = 0;
		for (Map.Entry<String, Integer> entry : count.entrySet()) {
			if (entry.getValue() > 1) {
				repeated.add(entry.getKey());
				files += entry.getValue();
			}
		}
		if (repeated.isEmpty()) {
			return Optional.empty();
		}
		List<Slice> affected = slices.stream().filter(slice -> repeated.contains(slice.instance().sopInstanceUid()))
				.toList();
		Text message = Text.of(SeriesText.DUPLICATE_INSTANCES, Integer.toString(files),
				Integer.toString(repeated.size()));
		return Optional.of(new Finding(Kind.DUPLICATE_INSTANCES, message, affected));
	}

	/** {@return a finding for each attribute in which files contradict each other; what is missing contradicts nothing} */
	static List<Finding> contradictions(Collection<InstanceHeader> instances) {
		List<Finding> findings = new ArrayList<>();
		COMMON.forEach((tag, key) -> {
			Map<String, String> values = new LinkedHashMap<>();
			Set<String> seen = new HashSet<>();
			for (InstanceHeader instance : instances) {
				instance.string(tag).filter(seen::add).ifPresent(value -> values.putIfAbsent(comparable(value), value));
			}
			if (values.size() > 1) {
				findings.add(new Finding(Kind.CONTRADICTION,
						Text.of(SeriesText.CONTRADICTION, Text.of(key), some(values.values())), List.of()));
			}
		});
		return findings;
	}

	/** Names are the same without regard to case, trailing delimiters and spaces. */
	private static String comparable(String value) {
		return value.toLowerCase(Locale.ROOT).replaceAll("[\\^=\\s]+$", "").replaceAll("[\\^\\s]+", " "); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	/** {@return some of the values, each once} */
	static String some(Collection<String> values) {
		List<String> sorted = new ArrayList<>(new TreeSet<>(values));
		String text = String.join(", ", sorted.subList(0, Math.min(MOST_NAMED, sorted.size()))); //$NON-NLS-1$
		return sorted.size() > MOST_NAMED ? text + ", …" : text; //$NON-NLS-1$
	}
}
