package org.dicompreview.series.validation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.DataDictionary;

/** Which attributes an IOD requires: those of type 1 without condition, by SOP class. */
final class RequiredAttributes {

	/** The table that comes with this bundle; loaded when it is first asked for. */
	static final RequiredAttributes STANDARD = new RequiredAttributes();

	private final Map<String, List<int[]>> bySopClass = new HashMap<>();

	private RequiredAttributes() {
		Map<String, List<int[]>> modules = new HashMap<>();
		for (String line : lines()) {
			String[] words = line.split(" "); //$NON-NLS-1$
			if (words[0].equals("module")) { //$NON-NLS-1$
				modules.put(words[1], Arrays.stream(words).skip(2).map(RequiredAttributes::path).toList());
			} else {
				List<int[]> paths = new ArrayList<>();
				Arrays.stream(words).skip(1).forEach(module -> paths.addAll(modules.get(module)));
				bySopClass.put(words[0], paths);
			}
		}
	}

	/** {@return paths of tags: sequences, then the attribute in their items; none for a SOP class that is not in the table} */
	List<int[]> of(String sopClass) {
		return bySopClass.getOrDefault(sopClass, List.of());
	}

	private static int[] path(String keywords) {
		return Arrays.stream(keywords.split(">")).mapToInt(keyword -> DataDictionary.tag(keyword) //$NON-NLS-1$
				.orElseThrow(() -> new IllegalStateException(keyword))).toArray();
	}

	private static List<String> lines() {
		try (InputStream in = RequiredAttributes.class.getResourceAsStream("required.txt"); //$NON-NLS-1$
				BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
			return reader.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
