package org.dicompreview.app.internal.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlessScanTest {

	@TempDir
	private Path temporary;

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	private static byte[] image() {
		return DicomWriter.of(DicomWriter.EXPLICIT_LITTLE)
				.toBytes(Phantoms.ct(Study.of("Doe^Jane", "4711", 9), 1, 1, 5, 8).get(0)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private Path study() throws IOException {
		Path folder = Files.createDirectories(temporary.resolve("study/sub")); //$NON-NLS-1$
		Files.write(folder.resolve("plain.dcm"), image()); //$NON-NLS-1$
		byte[] damaged = Arrays.copyOf(image(), image().length - 20);
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("pack.zip")))) { //$NON-NLS-1$
			zip.putNextEntry(new ZipEntry("inner/1.dcm")); //$NON-NLS-1$
			zip.write(damaged);
			zip.putNextEntry(new ZipEntry("../out.dcm")); //$NON-NLS-1$
			zip.write(damaged);
		}
		return folder.getParent();
	}

	private Set<String> paths(Path root) throws IOException {
		HeadlessScan scan = new HeadlessScan(SeriesModel.standalone(DicomReaders.standalone()), List.of(FileLocation.unseen(root)),
				new PrintStream(errors, true, StandardCharsets.UTF_8));
		return Headless.series(scan.catalog()).stream().map(Series::instances).flatMap(List::stream)
				.map(scan::relativePath).collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void entriesOfArchivesAreNamedWithTheirArchive() throws IOException {
		Path study = study();
		assertEquals(Set.of("sub/pack.zip/inner/1.dcm", "sub/plain.dcm"), paths(study)); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(Set.of("pack.zip/inner/1.dcm", "plain.dcm"), paths(study.resolve("sub"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(Set.of("pack.zip/inner/1.dcm"), paths(study.resolve("sub/pack.zip"))); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(Set.of("plain.dcm"), paths(study.resolve("sub/plain.dcm"))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void whatIsWrongNamesTheFileOnce() throws IOException {
		Path study = study();
		for (Path root : List.of(study, study.resolve("sub/pack.zip"))) { //$NON-NLS-1$
			errors.reset();
			paths(root);
			List<String> lines = errors.toString(StandardCharsets.UTF_8).lines().toList();
			String archive = study.resolve("sub/pack.zip").toString(); //$NON-NLS-1$
			assertEquals(2, lines.size(), lines::toString);
			assertTrue(lines.stream().anyMatch(line -> line.startsWith("damaged: " + archive + "/inner/1.dcm: the pixel")), //$NON-NLS-1$ //$NON-NLS-2$
					lines::toString);
			assertTrue(lines.stream().anyMatch(line -> line.startsWith("unreadable: " + archive + "/__/out.dcm: The archive entry")), //$NON-NLS-1$ //$NON-NLS-2$
					lines::toString);
		}
	}
}
