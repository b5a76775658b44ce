package org.dicompreview.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.InflaterInputStream;

import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.TransferSyntax;

/** The frames in {@code resources/fixtures}, which the scripts in {@code make-fixtures} make. */
public final class Fixtures {

	/** Folders of fixtures. */
	public static final List<String> FOLDERS = List.of("uncompressed", "rle", "jpeg", "jpegls", "jpeg2000", "htj2k",
			"jxl");

	/**
	 * One frame.
	 *
	 * @param folder    its folder
	 * @param name      its name there
	 * @param frame     the encoded frame
	 * @param expected  the values as raw export has them
	 * @param tolerance how much a value may differ
	 */
	public record Fixture(String folder, String name, EncodedFrame frame, byte[] expected, int tolerance) {

		@Override
		public String toString() {
			return folder + '/' + name;
		}
	}

	private Fixtures() {
	}

	/** {@return the frames of a folder} */
	public static List<Fixture> of(String folder) {
		String table = new String(read(folder, "frames.tsv"), StandardCharsets.UTF_8);
		return table.lines().skip(1).map(line -> fixture(folder, line.split("\t", -1))).toList();
	}

	/** {@return the frame with this name} */
	public static Fixture of(String folder, String name) {
		return of(folder).stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
	}

	private static Fixture fixture(String folder, String[] row) {
		int[] numbers = Arrays.stream(row, 2, 10).mapToInt(Integer::parseInt).toArray();
		PixelFormat format = new PixelFormat(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5],
				numbers[6] == 1, numbers[7], Photometric.of(row[10]), PixelFormat.SampleKind.valueOf(row[11]));
		byte[] bytes = read(folder, row[0]);
		EncodedFrame frame = new EncodedFrame(TransferSyntax.of(row[1]), format, bytes, 0, bytes.length,
				Integer.parseInt(row[12]));
		return new Fixture(folder, row[0], frame, expected(folder, row[13]), Integer.parseInt(row[14]));
	}

	private static byte[] read(String folder, String name) {
		String path = "/fixtures/" + folder + '/' + name;
		try (InputStream in = Fixtures.class.getResourceAsStream(path)) {
			if (in == null) {
				throw new FileNotFoundException(path);
			}
			return in.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** {@return the decoded values in a file} */
	public static byte[] expected(String folder, String name) {
		try (InflaterInputStream in = new InflaterInputStream(
				new ByteArrayInputStream(read(folder, name)))) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			in.transferTo(out);
			return out.toByteArray();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
