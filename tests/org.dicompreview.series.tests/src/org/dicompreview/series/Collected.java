package org.dicompreview.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Texts;

/** Hears all that a scan tells, into a catalog. */
final class Collected implements ScanListener {

	private final Path root;
	private final Catalog catalog;
	final List<InstanceHeader> found = new ArrayList<>();
	final Map<Path, String> broken = new TreeMap<>();
	final Map<Path, String> missing = new TreeMap<>();
	final List<Path> foreign = new ArrayList<>();
	final List<Path> directories = new ArrayList<>();
	int batches;
	int progress;
	int done;
	int known;

	Collected(Path root, Catalog catalog) {
		this.root = root;
		this.catalog = catalog;
	}

	/** {@return what a scan found} */
	static Collected scan(SeriesModel model, Path root) throws IOException {
		Collected collected = new Collected(root, model.newCatalog());
		model.scan(root, collected);
		return collected;
	}

	Catalog catalog() {
		return catalog;
	}

	@Override
	public void found(List<InstanceHeader> instances) {
		batches++;
		found.addAll(instances);
		catalog.add(root, instances);
	}

	@Override
	public void broken(InstanceLocation location, Problem problem) {
		broken.put(path(location), Texts.words(problem));
	}

	@Override
	public void missing(InstanceLocation location, Problem problem) {
		missing.put(path(location), Texts.words(problem));
	}

	@Override
	public void foreign(InstanceLocation location) {
		foreign.add(path(location));
	}

	@Override
	public void mediaDirectory(InstanceLocation location) {
		directories.add(path(location));
	}

	@Override
	public void progress(int filesDone, int filesKnown) {
		progress++;
		done = filesDone;
		known = filesKnown;
	}

	@Override
	public boolean cancelled() {
		return false;
	}

	/** {@return the file, of what is in an archive the path of the archive and behind it the name within} */
	private static Path path(InstanceLocation location) {
		return FileLocation.path(location).orElseGet(() -> Path.of(location.toString()));
	}
}
