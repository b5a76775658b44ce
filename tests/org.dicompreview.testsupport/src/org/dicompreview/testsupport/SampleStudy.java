package org.dicompreview.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.Tag;

/**
 * The study that is shown when nobody names a folder: a head as CT and as MR, its localizer, and a colour cine. About 20
 * MB in some 100 files.
 */
public final class SampleStudy {

	private static final Study STUDY = Study.of("Phantom^Sample", "SAMPLE-1", 1); //$NON-NLS-1$ //$NON-NLS-2$
	private static final String FRAME_OF_REFERENCE = STUDY.root() + ".4"; //$NON-NLS-1$
	private static final int CT_SLICES = 64;
	private static final double CT_DISTANCE = 3;
	private static final int MR_SLICES = 36;
	private static final double MR_DISTANCE = 4;
	private static final DicomWriter WRITER = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE);

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
		localizer(Files.createDirectories(folder.resolve("1-localizer"))); //$NON-NLS-1$
		ct(Files.createDirectories(folder.resolve("2-ct"))); //$NON-NLS-1$
		mr(Files.createDirectories(folder.resolve("3-mr"))); //$NON-NLS-1$
		Path cine = Files.createDirectories(folder.resolve("4-cine")); //$NON-NLS-1$
		WRITER.write(cine.resolve("cine.dcm"), HeartCine.instance(STUDY, 4)); //$NON-NLS-1$
	}

	private static void localizer(Path folder) throws IOException {
		List<Plane> planes = List.of(Plane.axial(10, 1, 256), Plane.coronal(0, 1, 256), Plane.sagittal(0, 1, 256));
		for (int i = 0; i < planes.size(); i++) {
			Plane plane = planes.get(i);
			DicomObject image = STUDY.instance(Study.MR, "MR", 1, "Localizer, three planes", i + 1) //$NON-NLS-1$ //$NON-NLS-2$
					.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "LOCALIZER").set(Tag.WINDOW_CENTER, 380) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					.set(Tag.WINDOW_WIDTH, 760);
			Images.place(image, plane, 6, FRAME_OF_REFERENCE);
			Images.grey16(image, plane.columns(), plane.rows(), 12, false, Images.signal(plane, 900 + i, 1));
			WRITER.write(folder.resolve(name(i)), image);
		}
	}

	private static void ct(Path folder) throws IOException {
		for (int i = 0; i < CT_SLICES; i++) {
			Plane plane = Plane.axial((i - CT_SLICES / 2) * CT_DISTANCE, 0.9, 256);
			// numbered from the top, as many scanners do: the order comes from the positions
			DicomObject image = STUDY.instance(Study.CT, "CT", 2, "Head 3 mm", CT_SLICES - i) //$NON-NLS-1$ //$NON-NLS-2$
					.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL").set(Tag.KVP, 120) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					.set(Tag.CONVOLUTION_KERNEL, "H40").set(Tag.RESCALE_INTERCEPT, -1024).set(Tag.RESCALE_SLOPE, 1) //$NON-NLS-1$
					.set(Tag.RESCALE_TYPE, "HU").set(Tag.WINDOW_CENTER, 40, 500).set(Tag.WINDOW_WIDTH, 120, 2000) //$NON-NLS-1$
					.set(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "Brain", "Bone"); //$NON-NLS-1$ //$NON-NLS-2$
			Images.place(image, plane, CT_DISTANCE, FRAME_OF_REFERENCE);
			short[] values = Images.hounsfield(plane, i);
			for (int p = 0; p < values.length; p++) {
				values[p] += 1024;
			}
			Images.grey16(image, plane.columns(), plane.rows(), 12, false, values);
			WRITER.write(folder.resolve(name(i)), image);
		}
	}

	private static void mr(Path folder) throws IOException {
		for (int i = 0; i < MR_SLICES; i++) {
			Plane plane = Plane.sagittal((i - (MR_SLICES - 1) / 2.0) * MR_DISTANCE, 1, 256);
			DicomObject image = STUDY.instance(Study.MR, "MR", 3, "T1 sagittal", i + 1) //$NON-NLS-1$ //$NON-NLS-2$
					.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M").set(Tag.SCANNING_SEQUENCE, "SE") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
					.set(Tag.REPETITION_TIME, 500).set(Tag.ECHO_TIME, 12).set(Tag.MAGNETIC_FIELD_STRENGTH, 1.5)
					.set(Tag.SPACING_BETWEEN_SLICES, MR_DISTANCE).set(Tag.WINDOW_CENTER, 380).set(Tag.WINDOW_WIDTH, 760);
			Images.place(image, plane, MR_DISTANCE, FRAME_OF_REFERENCE);
			Images.grey16(image, plane.columns(), plane.rows(), 12, false, Images.signal(plane, 400 + i, 1));
			WRITER.write(folder.resolve(name(i)), image);
		}
	}

	private static String name(int index) {
		return String.format(Locale.ROOT, "IM%04d.dcm", index + 1); //$NON-NLS-1$
	}
}
