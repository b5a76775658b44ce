package org.dicompreview.testsupport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.dicompreview.dicom.Tag;

/**
 * Small studies of more patients than a tree shows at once: each has a CT and a series with two stacks, the last two have
 * nothing but a report.
 */
public final class ManyPatients {

	private static final String REPORT = "1.2.840.10008.5.1.4.1.1.88.11"; //$NON-NLS-1$
	private static final List<String> WITH_IMAGES = List.of("Alba", "Bruno", "Clara", "Dario", "Elena", "Fabio", "Gina", "Hugo", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
			"Irma", "Jakob", "Klara", "Livio", "Marta", "Nino", "Olga", "Paolo", "Quinn", "Rosa", "Sandro", "Tilda", "Ugo"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$ //$NON-NLS-12$ //$NON-NLS-13$
	private static final List<String> WITH_REPORT = List.of("Yvonne", "Zora"); //$NON-NLS-1$ //$NON-NLS-2$
	private static final int FIRST = 100;
	private static final int SLICES = 9;
	private static final int PLANES = 4;
	private static final double DISTANCE = 6;
	private static final int SIZE = 64;

	private ManyPatients() {
	}

	/**
	 * Writes the studies.
	 *
	 * @param arguments the folder, which is made if it is missing
	 * @throws IOException if writing fails
	 */
	public static void main(String[] arguments) throws IOException {
		if (arguments.length != 1) {
			throw new IllegalArgumentException("one argument is needed: the folder to write to"); //$NON-NLS-1$
		}
		write(Path.of(arguments[0]));
	}

	/**
	 * Writes the studies.
	 *
	 * @param folder which is made if it is missing
	 * @throws IOException if writing fails
	 */
	public static void write(Path folder) throws IOException {
		int number = FIRST;
		for (String name : WITH_IMAGES) {
			Study study = study(name, number++);
			SampleStudy.write(folder.resolve(name).resolve("ct"), Phantoms.ct(study, 1, SLICES, DISTANCE, SIZE)); //$NON-NLS-1$
			SampleStudy.write(folder.resolve(name).resolve("mr"), //$NON-NLS-1$
					Phantoms.mr(study, 2, "Axial and coronal", "M", DISTANCE, planes())); //$NON-NLS-1$ //$NON-NLS-2$
		}
		for (String name : WITH_REPORT) {
			SampleStudy.write(folder.resolve(name), List.of(study(name, number++).instance(REPORT, "SR", 1, "Findings", 1) //$NON-NLS-1$ //$NON-NLS-2$
					.sequence(Tag.CONTENT_SEQUENCE, new DicomObject().set(Tag.CODE_VALUE, "T-1")))); //$NON-NLS-1$
		}
	}

	private static List<Plane> planes() {
		List<Plane> planes = new ArrayList<>();
		IntStream.range(0, PLANES).forEach(i -> planes.add(Plane.axial(i * DISTANCE, 256.0 / SIZE, SIZE)));
		IntStream.range(0, PLANES).forEach(i -> planes.add(Plane.coronal(i * DISTANCE, 256.0 / SIZE, SIZE)));
		return planes;
	}

	private static Study study(String name, int number) {
		return Study.of("Many^" + name, "M-" + number, number); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
