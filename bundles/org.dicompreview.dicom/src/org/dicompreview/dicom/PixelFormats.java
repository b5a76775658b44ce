package org.dicompreview.dicom;

import org.dicompreview.dicom.PixelFormat.SampleKind;

/** Makes a {@link PixelFormat} of the attributes of an instance, repairing what can be repaired. */
final class PixelFormats {

	private PixelFormats() {
	}

	/**
	 * {@return the format}
	 *
	 * @param attributes of the instance
	 * @param kind       which pixel data attribute there is
	 * @param file       for messages; {@code null} is allowed
	 * @throws DicomException if there is no size or no depth that can be meant
	 */
	static PixelFormat of(Attributes attributes, SampleKind kind, InstanceLocation file) throws DicomException {
		int rows = size(attributes, Tag.ROWS, file);
		int columns = size(attributes, Tag.COLUMNS, file);
		int samples = attributes.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
		if (samples < 1 || samples > 4) {
			throw new DicomException(Problem.of(DicomText.SAMPLES_PER_PIXEL, samples).at(Tag.SAMPLES_PER_PIXEL, -1).in(file));
		}
		int allocated = allocated(attributes, kind, file);
		int stored = attributes.integer(Tag.BITS_STORED).orElse(allocated);
		if (stored < 1 || stored > allocated) {
			stored = allocated;
		}
		int high = attributes.integer(Tag.HIGH_BIT).orElse(stored - 1);
		if (high < stored - 1 || high >= allocated) {
			high = stored - 1;
		}
		boolean signed = attributes.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
		int planar = attributes.integer(Tag.PLANAR_CONFIGURATION).orElse(0) == 1 ? 1 : 0;
		Photometric photometric = Photometric.of(attributes.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(null));
		return new PixelFormat(rows, columns, samples, allocated, stored, high, signed, planar, photometric, kind);
	}

	private static int size(Attributes attributes, int tag, InstanceLocation file) throws DicomException {
		int size = attributes.integer(tag).orElse(0);
		if (size < 1) {
			throw new DicomException(Problem.of(attributes.contains(tag) ? DicomText.NO_IMAGE_SIZE
					: DicomText.IMAGE_SIZE_MISSING).at(tag, -1).in(file));
		}
		return size;
	}

	private static int allocated(Attributes attributes, SampleKind kind, InstanceLocation file) throws DicomException {
		int expected = kind == SampleKind.FLOAT ? 32 : kind == SampleKind.DOUBLE ? 64 : 0;
		if (expected != 0) {
			return expected;
		}
		int allocated = attributes.integer(Tag.BITS_ALLOCATED).orElseGet(() -> roundUp(attributes));
		if (allocated < 1 || allocated > 64) {
			throw new DicomException(Problem.of(DicomText.BITS_ALLOCATED, allocated).at(Tag.BITS_ALLOCATED, -1).in(file));
		}
		return allocated;
	}

	private static int roundUp(Attributes attributes) {
		int stored = attributes.integer(Tag.BITS_STORED).orElse(0);
		return stored <= 0 || stored > 64 ? 0 : stored <= 8 ? 8 : stored <= 16 ? 16 : stored <= 32 ? 32 : 64;
	}
}
