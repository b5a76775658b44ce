package org.dicompreview.dicom.internal.parse;

import java.io.IOException;
import java.util.Arrays;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.internal.io.Input;
import org.dicompreview.dicom.internal.model.Bytes;

/** Fetches the values that were left in the file. */
public final class ValueReader {

	private ValueReader() {
	}

	/**
	 * {@return the bytes of a value as {@link org.dicompreview.dicom.spi.DicomReader#readValue} says}
	 *
	 * @param file    the file
	 * @param element an element of it
	 * @param limits  bounds
	 * @throws IOException if the value is too long, has no bytes of its own, or cannot be read
	 */
	public static byte[] read(InstanceLocation file, Element element, ReadLimits limits) throws IOException {
		if (element.length() < 0 || element.length() > limits.valueBytes()) {
			Problem problem = element.length() < 0 ? Problem.of(DicomText.NO_LENGTH)
					: Problem.of(DicomText.VALUE_TOO_LONG, element.length());
			throw new DicomException(problem.at(element.tag(), element.offset()).in(file));
		}
		try (InstanceBytes source = file.source().open(file)) {
			DicomInput input = new DicomInput();
			input.begin(source, file, limits, Input.FIRST_READ, limits.inflatedBytes());
			boolean meta = element.tag() >>> 16 == 2;
			InstanceBytes from = meta ? source : input.input().source();
			boolean swap = input.isBigEndian() && !meta && !isStatedUnknown(from, element.offset());
			byte[] bytes = read(from, element);
			if (swap) {
				Bytes.swap(bytes, 0, bytes.length, element.vr());
			}
			return bytes;
		}
	}

	/** Values of VR UN are little endian also in big-endian data sets, whatever VR the dictionary knows for them. */
	private static boolean isStatedUnknown(InstanceBytes source, long offset) throws IOException {
		byte[] vr = new byte[2];
		return source.read(offset - 8, vr, 0, 2) == 2 && vr[0] == 'U' && vr[1] == 'N';
	}

	private static byte[] read(InstanceBytes source, Element element) throws IOException {
		long there = source.size() == InstanceBytes.UNKNOWN ? element.length() : source.size() - element.offset();
		byte[] bytes = new byte[(int) Math.max(0, Math.min(element.length(), there))];
		int read = source.read(element.offset(), bytes, 0, bytes.length);
		return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
	}
}
