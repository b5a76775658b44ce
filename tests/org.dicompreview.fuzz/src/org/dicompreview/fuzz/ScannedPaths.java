package org.dicompreview.fuzz;

import static org.dicompreview.fuzz.Target.check;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.SeriesModel;

/** Hears what a scan finds, and closes the archives at once that would else stay open until somebody collects them. */
final class ScannedPaths implements ScanListener, AutoCloseable {

	private final SeriesModel model;
	private final Path root;
	private final List<InstanceHeader> headers = new ArrayList<>();
	private final Set<FileSystem> archives = new HashSet<>();

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
		Path path = FileLocation.path(location).orElseThrow();
		if (path.getFileSystem() != FileSystems.getDefault()) {
			archives.add(path.getFileSystem());
		}
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

	@Override
	public void close() throws IOException {
		for (FileSystem archive : archives) {
			archive.close();
		}
	}
}
