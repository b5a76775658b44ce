package org.dicompreview.dicom;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of unique identifiers (PS3.6 annex A and B). */
final class UidTable {

	/** The table of the standard. */
	static final UidTable STANDARD = new UidTable();

	private final Map<String, String> names;

	private UidTable() {
		names = TableText.lines("uids.txt").map(line -> line.split("\t", -1)) //$NON-NLS-1$ //$NON-NLS-2$
				.collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[2]));
	}

	/** {@return the name of this UID} */
	Optional<String> name(String uid) {
		return Optional.ofNullable(names.get(uid));
	}

	/** {@return all UIDs} */
	Stream<String> uids() {
		return names.keySet().stream();
	}
}
