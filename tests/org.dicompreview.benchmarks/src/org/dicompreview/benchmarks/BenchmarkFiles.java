package org.dicompreview.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Images;
import org.dicompreview.testsupport.Plane;
import org.dicompreview.testsupport.Study;

/**
 * The files that are measured: 500 CT images, 20,000 small files in 200 series with foreign files among them, and
 * 100,000 that are smaller still.
 */
final class BenchmarkFiles {

	private static final int SERIES = 200;
	private static final int PER_SERIES = 100;
	private static final int FOREIGN = 1000;

	private BenchmarkFiles() {
	}

	/** {@return the files of a folder, which is filled first if it is not there} */
	static List<Path> ct(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			Files.createDirectories(folder);
			for (int i = 0; i < 500; i++) {
				DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(folder.resolve("CT" + i + ".dcm"), image(1, i, 512)); //$NON-NLS-1$ //$NON-NLS-2$
			}
		}
		return files(folder);
	}

	/** {@return the files of a folder, which is filled first if it is not there} */
	static List<Path> small(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			Random random = new Random(1);
			for (int series = 0; series < SERIES; series++) {
				Path nested = Files.createDirectories(folder.resolve("patient" + series / 20) //$NON-NLS-1$
						.resolve("study" + series / 5) //$NON-NLS-1$
						.resolve("series" + series)); //$NON-NLS-1$
				for (int i = 0; i < PER_SERIES; i++) {
					DicomWriter.of(DicomWriter.EXPLICIT_LITTLE)
							.write(nested.resolve("IM" + i + ".dcm"), image(series, i, 64)); //$NON-NLS-1$ //$NON-NLS-2$
				}
				for (int i = 0; i < FOREIGN / SERIES; i++) {
					byte[] noise = new byte[5000];
					random.nextBytes(noise);
					Files.write(nested.resolve("notes" + i + ".txt"), noise); //$NON-NLS-1$ //$NON-NLS-2$
				}
			}
		}
		return files(folder);
	}

	/** {@return a folder of 100,000 images in 1,000 series, which is filled first if it is not there} */
	static Path large(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			for (int series = 0; series < 5 * SERIES; series++) {
				Path nested = Files.createDirectories(folder.resolve("study" + series / 5).resolve("series" + series)); //$NON-NLS-1$ //$NON-NLS-2$
				for (int i = 0; i < PER_SERIES; i++) {
					DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(nested.resolve("IM" + i), image(series, i, 8)); //$NON-NLS-1$
				}
			}
		}
		return folder;
	}

	/** {@return all files below a folder} */
	static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> walk = Files.walk(folder)) {
			return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
		}
	}

	/** A header as scanners write them: some 140 elements, two private blocks, references. */
	private static DicomObject image(int series, int number, int size) {
		Study study = Study.of("Bench^Mark" + series / 20, "B" + series / 20, series / 5); //$NON-NLS-1$ //$NON-NLS-2$
		DicomObject object = study.instance(Study.CT, "CT", series, "Thorax 1.0 B60f " + series, number) //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL", "CT_SOM5 SPI").set(Tag.KVP, 120) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				.set(Tag.ACQUISITION_TIME, String.format("1015%02d.%06d", number % 60, number)) //$NON-NLS-1$
				.set(Tag.CONTENT_TIME, String.format("1015%02d.%06d", number % 60, number + 7)) //$NON-NLS-1$
				.set(Tag.PROTOCOL_NAME, "ThoraxRoutine").set(Tag.BODY_PART_EXAMINED, "CHEST") //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.RESCALE_INTERCEPT, -1024).set(Tag.RESCALE_SLOPE, 1).set(Tag.WINDOW_CENTER, 50, -600)
				.set(Tag.WINDOW_WIDTH, 350, 1200).set(Tag.SLICE_LOCATION, -number * 1.5)
				.sequence(Tag.REFERENCED_IMAGE_SEQUENCE, reference(study, 1), reference(study, 2))
				.sequence(Tag.SOURCE_IMAGE_SEQUENCE, reference(study, number));
		for (int i = 0; i < 70; i++) {
			object.set(0x00180000 | 0x9300 + 2 * i, VR.LO, "a value of some length " + i); //$NON-NLS-1$
		}
		object.set(0x00290010, VR.LO, "SIEMENS CSA HEADER").set(0x00190010, VR.LO, "SIEMENS CT VA0  COAD") //$NON-NLS-1$ //$NON-NLS-2$
				.bytes(0x00291010, VR.OB, new byte[1200]);
		for (int i = 0; i < 12; i++) {
			object.set(0x00191050 + i, VR.DS, i * 1.5);
		}
		Images.place(object, Plane.axial(-number * 1.5, 0.7, size), 1.5, study.root() + ".4"); //$NON-NLS-1$
		return Images.grey16(object, size, size, 12, false, new short[size * size]);
	}

	private static DicomObject reference(Study study, int number) {
		return new DicomObject().set(Tag.REFERENCED_SOP_CLASS_UID, Study.CT).set(Tag.REFERENCED_SOP_INSTANCE_UID,
				study.root() + ".9." + number); //$NON-NLS-1$
	}

	/** Opens each file, reads 32 KiB, closes it: what nobody can be faster than. @return bytes that were read */
	static long bareLoop(List<Path> files, ByteBuffer buffer) throws IOException {
		long total = 0;
		for (Path file : files) {
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
				buffer.clear();
				total += Math.max(0, channel.read(buffer));
			}
		}
		return total;
	}
}
