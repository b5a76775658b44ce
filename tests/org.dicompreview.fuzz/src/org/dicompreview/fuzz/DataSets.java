package org.dicompreview.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.DicomWriter.Layout;

/**
 * Several instances in one input: each begins with the prefix of a DICOM file, without a preamble. So whatever is cut
 * out, put in or doubled, there are instances.
 */
final class DataSets {

	private static final byte[] PREFIX = { 'D', 'I', 'C', 'M' };

	private DataSets() {
	}

	/** {@return instances as an input} @param objects the instances @param trailer what else the target reads */
	static byte[] join(List<DicomObject> objects, int... trailer) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		DicomWriter writer = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).with(Layout.NO_PREAMBLE);
		objects.forEach(object -> out.writeBytes(writer.toBytes(object)));
		for (int number : trailer) {
			out.write(number);
		}
		return out.toByteArray();
	}

	/**
	 * {@return the instances of an input}
	 * @param input the bytes
	 * @param end where the last one ends
	 * @param most how many
	 */
	static List<byte[]> split(byte[] input, int end, int most) {
		List<byte[]> all = new ArrayList<>();
		int from = next(input, 0, end);
		while (from < end && all.size() < most) {
			int to = next(input, from + PREFIX.length, end);
			all.add(Arrays.copyOfRange(input, from, to));
			from = to;
		}
		return all;
	}

	private static int next(byte[] input, int from, int end) {
		for (int i = from; i + PREFIX.length <= end; i++) {
			if (Arrays.equals(input, i, i + PREFIX.length, PREFIX, 0, PREFIX.length)) {
				return i;
			}
		}
		return end;
	}
}
