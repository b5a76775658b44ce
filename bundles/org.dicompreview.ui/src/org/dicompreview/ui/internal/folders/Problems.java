package org.dicompreview.ui.internal.folders;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.InstanceLocation;

/** Counts all that a scan could not use and names the first of them, so that memory stays bounded. Thread-safe. */
final class Problems {

	/** So many broken files, so many missing and so many foreign ones are kept by name. */
	static final int NAMED = 5_000;

	private final List<FileProblem> broken = new ArrayList<>();
	private final List<FileProblem> missing = new ArrayList<>();
	private final List<FileProblem> foreign = new ArrayList<>();
	private int brokenCount;
	private int missingCount;
	private int foreignCount;

	synchronized void addBroken(InstanceLocation location, String message) {
		brokenCount++;
		if (broken.size() < NAMED) {
			broken.add(new FileProblem(location, message));
		}
	}

	synchronized void addMissing(InstanceLocation location, String message) {
		missingCount++;
		if (missing.size() < NAMED) {
			missing.add(new FileProblem(location, message, true));
		}
	}

	synchronized void addForeign(InstanceLocation location) {
		foreignCount++;
		if (foreign.size() < NAMED) {
			foreign.add(new FileProblem(location, "")); //$NON-NLS-1$
		}
	}

	synchronized int brokenCount() {
		return brokenCount;
	}

	synchronized int missingCount() {
		return missingCount;
	}

	synchronized int foreignCount() {
		return foreignCount;
	}

	/** {@return those known by name: broken ones in the order of the scan, then missing and foreign ones} */
	synchronized List<FileProblem> named() {
		List<FileProblem> all = new ArrayList<>(broken.size() + missing.size() + foreign.size());
		all.addAll(broken);
		all.addAll(missing);
		all.addAll(foreign);
		return all;
	}
}
