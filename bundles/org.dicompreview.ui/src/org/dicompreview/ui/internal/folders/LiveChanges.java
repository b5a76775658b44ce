package org.dicompreview.ui.internal.folders;

import java.util.List;
import java.util.function.Supplier;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.ChangeListener;

/**
 * Takes what became of changed files into what is said of a root.
 *
 * @param problems those that are in view
 * @param changed  tells the views
 * @param rescan   has the root scanned again
 */
record LiveChanges(Supplier<Problems> problems, Runnable changed, Runnable rescan) implements ChangeListener {

	@Override
	public void found(List<InstanceHeader> instances) {
		instances.forEach(header -> problems.get().remove(header.location()));
		changed.run();
	}

	@Override
	public void broken(InstanceLocation location, Problem problem) {
		problems.get().addBroken(location, Texts.words(problem));
		changed.run();
	}

	@Override
	public void foreign(InstanceLocation location) {
		problems.get().addForeign(location);
		changed.run();
	}

	@Override
	public void gone(InstanceLocation location) {
		problems.get().remove(location);
		changed.run();
	}

	@Override
	public void needsScan() {
		rescan.run();
	}
}
