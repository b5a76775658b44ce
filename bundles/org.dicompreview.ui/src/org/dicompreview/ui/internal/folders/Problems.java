package org.dicompreview.ui.internal.folders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.InstanceLocation;

/** Counts all that a scan could not use and names the first of them, so that memory stays bounded. Thread-safe. */
final class Problems {

	/** So many broken files, so many missing and so many foreign ones are kept by name. */
	static final int NAMED = 5_000;

	/** Those of one kind. */
	private static final class Kind {

		private final Map<InstanceLocation, FileProblem> named = new LinkedHashMap<>();
		private int count;

		void add(FileProblem problem) {
			if (named.containsKey(problem.location())) {
				named.put(problem.location(), problem);
				return;
			}
			count++;
			if (named.size() < NAMED) {
				named.put(problem.location(), problem);
			}
		}

		void remove(InstanceLocation location) {
			if (named.remove(location) != null) {
				count--;
			}
		}
	}

	private final Kind broken = new Kind();
	private final Kind missing = new Kind();
	private final Kind foreign = new Kind();

	synchronized void addBroken(InstanceLocation location, String message) {
		remove(location);
		broken.add(new FileProblem(location, message));
	}

	synchronized void addMissing(InstanceLocation location, String message) {
		missing.add(new FileProblem(location, message, true));
	}

	synchronized void addForeign(InstanceLocation location) {
		remove(location);
		foreign.add(new FileProblem(location, "")); //$NON-NLS-1$
	}

	/** Takes back what was said of a location. */
	synchronized void remove(InstanceLocation location) {
		broken.remove(location);
		missing.remove(location);
		foreign.remove(location);
	}

	synchronized int brokenCount() {
		return broken.count;
	}

	synchronized int missingCount() {
		return missing.count;
	}

	synchronized int foreignCount() {
		return foreign.count;
	}

	/** {@return those known by name: broken ones in the order of the scan, then missing and foreign ones} */
	synchronized List<FileProblem> named() {
		List<FileProblem> all = new ArrayList<>(broken.named.values());
		all.addAll(missing.named.values());
		all.addAll(foreign.named.values());
		return all;
	}
}
