package org.dicompreview.app.internal.headless;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Finding.Kind;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;

/** Scans folders into one catalog and reports what could not be read. One thread. */
final class HeadlessScan {

	private final SeriesModel model;
	private final Catalog catalog;
	private final Map<InstanceHeader, InstanceLocation> roots = new HashMap<>();
	private final PrintStream errors;
	private int foreign;
	private int broken;

	HeadlessScan(SeriesModel model, List<InstanceLocation> folders, PrintStream errors) throws IOException {
		this.model = model;
		this.errors = errors;
		catalog = model.newCatalog();
		for (InstanceLocation folder : folders) {
			model.scan(folder, model.limits(), new Listener(folder));
		}
	}

	Catalog catalog() {
		return catalog;
	}

	int broken() {
		return broken;
	}

	/**
	 * {@return the path below the folder that was named, with {@code /} between its parts; of the entry of an archive the
	 * archive and the entry}
	 */
	String relativePath(InstanceHeader header) {
		InstanceLocation root = roots.get(header);
		return root == null ? header.location().toString() : relativePath(root, header.location());
	}

	private String relativePath(InstanceLocation root, InstanceLocation location) {
		String name = model.relativeName(root, location);
		boolean entry = location.isInArchive() && FileLocation.path(root).filter(Files::isRegularFile).isPresent();
		return entry ? root.name() + "/" + name : name; //$NON-NLS-1$
	}

	/** {@return how a file is called on standard error: its path, of the entry of an archive behind that of the archive} */
	String place(InstanceHeader header) {
		return place(roots.get(header), header.location());
	}

	private String place(InstanceLocation root, InstanceLocation location) {
		return root == null || !location.isInArchive() ? location.toString()
				: root + "/" + model.relativeName(root, location); //$NON-NLS-1$
	}

	/** Prints what contradicts itself, and as the last line how many files are not DICOM. */
	void printSummary() {
		for (Series series : Headless.series(catalog)) {
			series.findings().stream().filter(finding -> finding.kind() == Kind.CONTRADICTION)
					.forEach(finding -> errors.println(warning(series, finding)));
		}
		errors.println(foreign == 1 ? "1 file is not DICOM." : foreign + " files are not DICOM."); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String warning(Series series, Finding finding) {
		return "warning: " + Rows.clean("series " + series.uid() + " of patient " + series.study().patient().id() //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				+ ": " + Texts.words(finding.message())); //$NON-NLS-1$
	}

	private final class Listener implements ScanListener {
		private final InstanceLocation root;

		Listener(InstanceLocation root) {
			this.root = root;
		}

		@Override
		public void found(List<InstanceHeader> instances) {
			catalog.add(root, instances);
			instances.forEach(header -> {
				roots.put(header, root);
				header.problem().ifPresent(problem -> errors.println(
						(problem.isNote() ? "note: " : "damaged: ") + place(header) + ": " + Texts.words(problem))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			});
		}

		@Override
		public void broken(InstanceLocation location, Problem problem) {
			broken++;
			errors.println("unreadable: " + place(root, location) + ": " + Texts.words(problem)); //$NON-NLS-1$ //$NON-NLS-2$
		}

		@Override
		public void foreign(InstanceLocation location) {
			foreign++;
		}

		@Override
		public void progress(int done, int known) {
			// Nobody watches.
		}

		@Override
		public boolean cancelled() {
			return Thread.currentThread().isInterrupted();
		}
	}
}
