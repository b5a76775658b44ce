package org.dicompreview.dcm4che.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real files beside the checkout. */
final class Corpus {

	private Corpus() {
	}

	/** {@return its folder; the test is skipped where there is none} */
	static Path folder() {
		String property = System.getProperty("dicompreview.corpus", ""); //$NON-NLS-1$ //$NON-NLS-2$
		assumeTrue(!property.isEmpty() && Files.isDirectory(Path.of(property)), "no corpus of real files is there"); //$NON-NLS-1$
		return Path.of(property);
	}

	/** {@return its files, relative to the folder} */
	static List<String> files() throws IOException {
		return Files.readAllLines(folder().resolve("manifest.tsv")).stream().skip(1) //$NON-NLS-1$
				.map(line -> line.substring(0, line.indexOf('\t'))).toList();
	}
}
