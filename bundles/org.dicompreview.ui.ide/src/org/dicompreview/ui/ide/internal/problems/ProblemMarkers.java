package org.dicompreview.ui.ide.internal.problems;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.validation.Fault;
import org.dicompreview.series.validation.Fault.Category;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;

/** Makes faults into markers. */
final class ProblemMarkers {

	/** Type of markers of single files, and of all ours. */
	static final String FILE = "org.dicompreview.ui.ide.problem"; //$NON-NLS-1$
	/** Type of markers of series; a file may have some of either type. */
	static final String SERIES = "org.dicompreview.ui.ide.seriesProblem"; //$NON-NLS-1$
	/** Attribute: the category of a fault. */
	static final String CATEGORY = "org.dicompreview.category"; //$NON-NLS-1$
	/** Attribute: the rule that was broken. */
	static final String RULE = "org.dicompreview.rule"; //$NON-NLS-1$
	/** Attribute: the tag, 0 for none. */
	static final String TAG = "org.dicompreview.tag"; //$NON-NLS-1$
	/** Attribute: the byte offset as text, -1 for none. */
	static final String OFFSET = "org.dicompreview.offset"; //$NON-NLS-1$
	/** Attribute: the frame from 0, -1 for none. */
	static final String FRAME = "org.dicompreview.frame"; //$NON-NLS-1$
	/** Attribute: Series Instance UID. */
	static final String SERIES_UID = "org.dicompreview.series"; //$NON-NLS-1$

	private ProblemMarkers() {
	}

	/** Puts markers on a file in place of those that it has, but for those of its series. */
	static void replace(IFile file, List<Fault> faults) throws CoreException {
		clear(file);
		for (Fault fault : faults) {
			file.createMarker(FILE, attributes(fault));
		}
	}

	/** Takes the markers off a file, but for those of its series. */
	static void clear(IFile file) throws CoreException {
		file.deleteMarkers(FILE, false, IResource.DEPTH_ZERO);
	}

	/** Takes the markers of series off all files of a project or folder. */
	static void clearSeries(IResource within, Iterable<String> uids) throws CoreException {
		IMarker[] markers = within.findMarkers(SERIES, false, IResource.DEPTH_INFINITE);
		for (IMarker marker : markers) {
			for (String uid : uids) {
				if (uid.equals(marker.getAttribute(SERIES_UID, null))) {
					marker.delete();
				}
			}
		}
	}

	/** Puts a marker of a series on a file. */
	static void addSeries(IFile file, String uid, Fault fault) throws CoreException {
		Map<String, Object> attributes = attributes(fault);
		attributes.put(SERIES_UID, uid);
		file.createMarker(SERIES, attributes);
	}

	private static Map<String, Object> attributes(Fault fault) {
		Problem problem = fault.problem();
		Map<String, Object> attributes = new HashMap<>();
		attributes.put(IMarker.MESSAGE, sentence(Texts.words(problem.what())));
		attributes.put(IMarker.SEVERITY, severity(fault));
		attributes.put(IMarker.LOCATION, place(fault));
		attributes.put(CATEGORY, fault.category().name());
		attributes.put(RULE, fault.rule());
		attributes.put(TAG, problem.tag());
		attributes.put(OFFSET, Long.toString(problem.offset()));
		attributes.put(FRAME, fault.frame());
		return attributes;
	}

	private static String sentence(String words) {
		int first = words.offsetByCodePoints(0, Math.min(1, words.length()));
		return words.substring(0, first).toUpperCase() + words.substring(first);
	}

	private static int severity(Fault fault) {
		if (fault.problem().isNote()) {
			return IMarker.SEVERITY_INFO;
		}
		return fault.category() == Category.DAMAGE || fault.category() == Category.SYNTAX ? IMarker.SEVERITY_ERROR
				: IMarker.SEVERITY_WARNING;
	}

	private static String place(Fault fault) {
		return fault.problem().tag() != 0 ? Tag.format(fault.problem().tag())
				: fault.frame() < 0 ? "" : NLS.bind(Messages.ProblemMarkers_frame, Integer.toString(fault.frame() + 1)); //$NON-NLS-1$
	}
}
