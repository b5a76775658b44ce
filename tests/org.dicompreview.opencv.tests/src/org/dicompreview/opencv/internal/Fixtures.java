package org.dicompreview.opencv.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.InflaterInputStream;

import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.TransferSyntax;

/** The frames that independent encoders made for the tests of {@code codec}. */
final class Fixtures {

	private static final Path FOLDER = Path.of(System.getProperty("dicompreview.root"), //$NON-NLS-1$
			"tests/org.dicompreview.codec.tests/resources/fixtures"); //$NON-NLS-1$

	/**
	 * One frame.
	 *
	 * @param name      folder and name
	 * @param frame     the encoded frame
	 * @param expected  its stored values
	 * @param tolerance how much a value may differ; more than 0 where the coding is lossy
	 */
	record Fixture(String name, EncodedFrame frame, int[] expected, int tolerance) {
	}

	private Fixtures() {
	}

	/** {@return the frames of a folder} */
	static List<Fixture> of(String folder) throws IOException {
		return Files.readAllLines(FOLDER.resolve(folder).resolve("frames.tsv")).stream().skip(1) //$NON-NLS-1$
				.map(line -> fixture(folder, line.split("\t", -1))).toList(); //$NON-NLS-1$
	}

	private static Fixture fixture(String folder, String[] row) {
		int[] numbers = Arrays.stream(row, 2, 10).mapToInt(Integer::parseInt).toArray();
		PixelFormat format = new PixelFormat(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5],
				numbers[6] == 1, numbers[7], Photometric.of(row[10]), PixelFormat.SampleKind.valueOf(row[11]));
		try {
			byte[] bytes = Files.readAllBytes(FOLDER.resolve(folder).resolve(row[0]));
			byte[] expected = new InflaterInputStream(
					new ByteArrayInputStream(Files.readAllBytes(FOLDER.resolve(folder).resolve(row[13])))).readAllBytes();
			return new Fixture(folder + '/' + row[0],
					new EncodedFrame(TransferSyntax.of(row[1]), format, bytes, 0, bytes.length, 0),
					values(expected, format), Integer.parseInt(row[14]));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** As the contract compares them. */
	private static int[] values(byte[] raw, PixelFormat format) {
		int width = format.bitsAllocated() > 16 ? 4 : format.bitsAllocated() > 8 ? 2 : 1;
		int[] values = new int[raw.length / width];
		for (int i = 0; i < values.length; i++) {
			for (int n = 0; n < width; n++) {
				values[i] |= (raw[i * width + n] & 0xFF) << 8 * n;
			}
			if (format.signed()) {
				int unused = Integer.SIZE - 8 * width;
				values[i] = values[i] << unused >> unused;
			}
		}
		return values;
	}
}
