package org.dicompreview.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;

/**
 * Whole processes over the same files, from their start to their end: {@code ProcessBenchmark FOLDER} makes the files in
 * FOLDER if they are missing. A Java machine starts, scans the folder to a complete tree, or has it from the index, and
 * ends; beside it dcmdump, gdcmdump and pydicom, where they are installed, look for one attribute of each file.
 */
public final class ProcessBenchmark {

	private static final int ROUNDS = 3;
	private static final PrintStream OUT = System.out;
	private static final String PYDICOM = """
			import os, sys, pydicom
			count = 0
			for folder, _, names in os.walk(sys.argv[1]):
			    for name in names:
			        try:
			            pydicom.dcmread(os.path.join(folder, name), stop_before_pixels=True).SeriesInstanceUID
			            count += 1
			        except pydicom.errors.InvalidDicomError:
			            pass
			print(count, 'images of pydicom')
			""";

	private ProcessBenchmark() {
	}

	/** Opens a folder, with an index if one is named, and ends when its tree is complete. */
	static final class Open {

		private Open() {
		}

		/** @param arguments the folder, and the folder of the index */
		public static void main(String[] arguments) throws IOException {
			Path root = Path.of(arguments[0]);
			SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());
			Catalog catalog = model.newCatalog();
			if (arguments.length == 1) {
				scan(model, catalog, root);
				report(catalog);
				return;
			}
			try (HeaderIndex index = model.openIndex(Path.of(arguments[1]))) {
				catalog.add(root, index.recall(root));
				report(catalog);
				if (catalog.patients().isEmpty()) {
					scan(model, catalog, root); // to be remembered
				}
			}
		}

		private static void report(Catalog catalog) {
			int images = catalog.patients().stream().flatMap(patient -> patient.studies().stream())
					.flatMap(study -> study.series().stream()).mapToInt(Series::imageCount).sum();
			long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
			OUT.printf(Locale.ROOT, "%d images of %d patients %d ms after the start of the Java machine%n", images, //$NON-NLS-1$
					catalog.patients().size(), uptime);
		}
	}

	private static void scan(SeriesModel model, Catalog catalog, Path root) throws IOException {
		model.scan(root, new ScanListener() {
			@Override
			public void found(List<InstanceHeader> instances) {
				catalog.add(root, instances);
			}

			@Override
			public void broken(InstanceLocation path, Problem problem) {
				throw new IllegalStateException(path + ": " + problem); //$NON-NLS-1$
			}

			@Override
			public void foreign(InstanceLocation path) {
				// they cost time, and that is all
			}

			@Override
			public void progress(int done, int known) {
				// nobody looks
			}

			@Override
			public boolean cancelled() {
				return false;
			}
		});
	}

	/** @param arguments the folder */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path folder = Path.of(arguments[0]);
		int files = BenchmarkFiles.small(folder.resolve("small")).size(); //$NON-NLS-1$
		String root = folder.resolve("small").toString(); //$NON-NLS-1$
		String index = folder.resolve("index-process").toString(); //$NON-NLS-1$
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		String[] open = { java, "-cp", System.getProperty("java.class.path"), Open.class.getName() }; //$NON-NLS-1$ //$NON-NLS-2$
		report("this project", files, ROUNDS, join(open, root)); //$NON-NLS-1$
		run(join(open, root, index));
		report("this project, from the index", files, ROUNDS, join(open, root, index)); //$NON-NLS-1$
		String each = "find \"$1\" -type f -print0 | xargs -0 -n 500 "; //$NON-NLS-1$
		tool("dcmdump", "sh", files, "-c", each + "dcmdump -q +P 0020,000e", "sh", root); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		tool("gdcmdump", "gdcmdump", files, "-r", root); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Path script = Files.writeString(folder.resolve("headers.py"), PYDICOM); //$NON-NLS-1$
		boolean first = run("python3", "-c", "import pydicom; print(1)").isPresent(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		tool("pydicom", first ? "python3" : "/usr/bin/python3", files, script.toString(), root); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static String[] join(String[] command, String... arguments) {
		List<String> all = new ArrayList<>(Arrays.asList(command));
		all.addAll(Arrays.asList(arguments));
		return all.toArray(String[]::new);
	}

	private static void tool(String name, String program, int files, String... arguments)
			throws IOException, InterruptedException {
		String asked = program.equals("sh") ? name : program; //$NON-NLS-1$
		if (run("sh", "-c", "command -v " + asked).isEmpty()) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			OUT.println(name + " is not installed"); //$NON-NLS-1$
		} else {
			report(name, files, 1, join(new String[] { program }, arguments));
		}
	}

	private static void report(String what, int files, int rounds, String... command)
			throws IOException, InterruptedException {
		double best = Double.MAX_VALUE;
		Optional<String> said = Optional.empty();
		for (int i = 0; i < rounds; i++) {
			long start = System.nanoTime();
			said = run(command);
			best = Math.min(best, (System.nanoTime() - start) / 1e6);
		}
		OUT.printf(Locale.ROOT, "%s: %.0f ms, %.1f us a file%s%n", what, best, best * 1000 / files, //$NON-NLS-1$
				said.filter(text -> text.contains("images of")).map(text -> " (" + text + ')').orElse("")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** {@return the last line that a command printed} */
	private static Optional<String> run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String last = null;
		try (var lines = process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				last = line;
			}
		}
		process.waitFor();
		return Optional.ofNullable(last);
	}
}
