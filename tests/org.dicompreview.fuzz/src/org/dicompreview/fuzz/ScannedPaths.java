package org.dicompreview.fuzz;

import static org.dicompreview.fuzz.Target.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.SeriesModel;

/** Hears what a scan finds. */
final class ScannedPaths implements ScanListener {

	private final SeriesModel model;
	private final Path root;
	private final List<InstanceHeader> headers = new ArrayList<>();

	ScannedPaths(SeriesModel model, Path root) {
		this.model = model;
		this.root = root;
	}

	List<InstanceHeader> headers() {
		return headers;
	}

	@Override
	public void found(List<InstanceHeader> instances) {
		instances.forEach(header -> heard(header.location()));
		headers.addAll(instances);
	}

	@Override
	public void broken(InstanceLocation location, Problem problem) {
		heard(location);
		check("what is broken has a reason", !problem.toString().isBlank(), location);
	}

	@Override
	public void foreign(InstanceLocation location) {
		heard(location);
	}

	private void heard(InstanceLocation location) {
		String name = model.relativeName(root, location);
		check("a file has a name", !name.isEmpty(), location);
		check("names lead nowhere else", !List.of(name.split("/")).contains(".."), name);
	}

	@Override
	public void progress(int done, int known) {
		check("no more is done than is known", done <= known, done + " of " + known);
	}

	@Override
	public boolean cancelled() {
		return false;
	}
}
