package org.dicompreview.ui.internal.measure;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementKind;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept comes back as it was. */
class MeasurementFileTest {

	private static final Measurement LINE = new Measurement("a", MeasurementKind.LINE, "Größe \"1\" <mm> & more", "1.2", "1.2.3", 4, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			List.of(new ImagePoint(1 / 3.0, -2.5), new ImagePoint(1e-7, 511.999)));
	private static final Measurement ANGLE = new Measurement("b", MeasurementKind.ANGLE, "", "1.2", "1.2.3", 0, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			List.of(new ImagePoint(1, 2), new ImagePoint(3, 4), new ImagePoint(5, 6)));

	@TempDir
	private Path folder;

	private static void done() {
		until("the jobs", () -> Job.getJobManager().find(StoredMeasurements.JOB_FAMILY).length == 0); //$NON-NLS-1$
	}

	private Path path() {
		return folder.resolve("state/measurements.xml"); //$NON-NLS-1$
	}

	@Test
	void allDigitsAndNamesAreKept() throws Exception {
		MeasurementFile file = new MeasurementFile(path());
		assertEquals(List.of(), file.read());
		file.write(List.of(LINE, ANGLE));
		assertEquals(List.of(LINE, ANGLE), file.read());
		file.write(List.of(ANGLE));
		assertEquals(List.of(ANGLE), file.read());
		try (Stream<Path> files = Files.list(path().getParent())) {
			assertEquals(List.of(path()), files.toList(), "nothing is left beside it"); //$NON-NLS-1$
		}
	}

	@Test
	void whatThisVersionDoesNotKnowIsLeftOut() throws Exception {
		MeasurementFile file = new MeasurementFile(path());
		file.write(List.of(LINE, ANGLE));
		Files.writeString(path(), Files.readString(path()).replace("ANGLE", "SPHERE")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(List.of(LINE), file.read());
	}

	@Test
	void aBrokenFileIsPutAside() throws Exception {
		Files.createDirectories(path().getParent());
		Files.writeString(path(), "<measurements><measurement"); //$NON-NLS-1$
		MeasurementFile file = new MeasurementFile(path());
		assertThrows(IOException.class, file::read);
		file.setAside();
		assertEquals(List.of(), file.read());
		assertTrue(Files.exists(path().resolveSibling("measurements.xml.unreadable"))); //$NON-NLS-1$
	}

	@Test
	void aStoreFindsAgainWhatItHad() throws IOException {
		MeasurementStore before = new MeasurementStore();
		StoredMeasurements storage = new StoredMeasurements(new MeasurementFile(path()));
		storage.attach(before);
		done();
		before.add(LINE);
		before.add(ANGLE);
		storage.detach(before);
		MeasurementStore after = new MeasurementStore();
		StoredMeasurements next = new StoredMeasurements(new MeasurementFile(path()));
		next.attach(after);
		done();
		assertEquals(List.of(LINE, ANGLE), after.all());
		after.remove(List.of(LINE.id()));
		done();
		assertEquals(List.of(ANGLE), new MeasurementFile(path()).read());
		next.detach(after);
	}
}
