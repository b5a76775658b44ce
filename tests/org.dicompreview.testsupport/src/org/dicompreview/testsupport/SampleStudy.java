package org.dicompreview.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The study that is shown when nobody names a folder: a head as CT and as MR, its localizer, and a colour cine. About
 * 20 MB in some 100 files.
 */
public final class SampleStudy {

	private static final int SIZE = 256;
	private static final int CT_SLICES = 64;
	private static final double CT_DISTANCE = 3;
	private static final int MR_SLICES = 36;
	private static final double MR_DISTANCE = 4;

	private SampleStudy() {
	}

	/**
	 * Writes the study.
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
	 * Writes the study.
	 *
	 * @param folder which is made if it is missing
	 * @throws IOException if writing fails
	 */
	public static void write(Path folder) throws IOException {
		Study study = Study.of("Phantom^Sample", "SAMPLE-1", 1); //$NON-NLS-1$ //$NON-NLS-2$
		List<Plane> sagittal = new ArrayList<>();
		for (int i = 0; i < MR_SLICES; i++) {
			sagittal.add(Plane.sagittal((i - (MR_SLICES - 1) / 2.0) * MR_DISTANCE, 1, SIZE));
		}
		write(folder.resolve("1-localizer"), Phantoms.localizer(study, 1, SIZE)); //$NON-NLS-1$
		write(folder.resolve("2-ct"), Phantoms.ct(study, 2, CT_SLICES, CT_DISTANCE, SIZE)); //$NON-NLS-1$
		write(folder.resolve("3-mr"), Phantoms.mr(study, 3, "T1 sagittal", "M", MR_DISTANCE, sagittal)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		write(folder.resolve("4-cine"), List.of(Phantoms.cine(study, 4))); //$NON-NLS-1$
	}

	/**
	 * Writes instances as files {@code IM0001.dcm} and so on in Explicit VR Little Endian.
	 *
	 * @param folder    which is made if it is missing
	 * @param instances what to write
	 * @return the files
	 * @throws IOException if writing fails
	 */
	public static List<Path> write(Path folder, List<DicomObject> instances) throws IOException {
		return write(folder, instances, DicomWriter.of(DicomWriter.EXPLICIT_LITTLE));
	}

	/** As {@link #write(Path, List)} in another encoding. @return the files @throws IOException if writing fails */
	public static List<Path> write(Path folder, List<DicomObject> instances, DicomWriter writer) throws IOException {
		Files.createDirectories(folder);
		List<Path> files = new ArrayList<>();
		for (DicomObject instance : instances) {
			Path file = folder.resolve(String.format(Locale.ROOT, "IM%04d.dcm", files.size() + 1)); //$NON-NLS-1$
			writer.write(file, instance);
			files.add(file);
		}
		return files;
	}
}
