package org.dicompreview.ui.internal.attributes;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.SelectedFiles;
import org.dicompreview.ui.internal.Selected;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.eclipse.core.runtime.Adapters;

/**
 * What the view shows: a file as it was when it was scanned, and one of its frames.
 *
 * @param location where it is
 * @param reading  which reading of it: its header, else what its problem or another part says
 * @param frame    from 0; -1 for an instance without images
 */
record Target(InstanceLocation location, Object reading, int frame) {

	/** Of a file that no scan has seen. @param version changes with the file */
	private record Unscanned(Object version) {
	}

	/** {@return what a selected object stands for, or {@code null} if it is no instance} */
	static Target of(Object selected) {
		Slice slice = Adapters.adapt(selected, Slice.class);
		if (slice != null) {
			return of(slice.instance(), slice.frame());
		}
		InstanceHeader header = Adapters.adapt(selected, InstanceHeader.class);
		if (header != null) {
			return of(header, -1);
		}
		FileProblem broken = Adapters.adapt(selected, FileProblem.class);
		if (broken != null) {
			return broken.foreign() ? null : new Target(broken.location(), broken.message(), -1);
		}
		return Selected.files(selected).filter(files -> files.paths().size() == 1).map(Target::of).orElse(null);
	}

	/** {@return whether this may be a folder, or a file of another kind, which nobody asked to be shown here} */
	boolean anyFile() {
		return reading instanceof Unscanned;
	}

	private static Target of(SelectedFiles file) {
		return new Target(FileLocation.unseen(file.paths().get(0)), new Unscanned(file.version()), -1);
	}

	private static Target of(InstanceHeader header, int frame) {
		return new Target(header.location(), header, frame);
	}

	/** {@return whether nothing but the frame is another} */
	boolean sameFile(Target other) {
		return other != null && location.equals(other.location) && reading.equals(other.reading);
	}
}
