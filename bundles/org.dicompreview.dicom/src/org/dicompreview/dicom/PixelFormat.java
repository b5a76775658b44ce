package org.dicompreview.dicom;

/**
 * The Image Pixel attributes of an instance (PS3.3 C.7.6.3) as the file states them, checked against limits.
 *
 * @param rows                Rows, 1-65535 (larger only where the Pixel Data are consistent with it)
 * @param columns             Columns, likewise
 * @param samplesPerPixel     Samples per Pixel, 1-4
 * @param bitsAllocated       Bits Allocated, 1-64
 * @param bitsStored          Bits Stored, 1 to Bits Allocated
 * @param highBit             High Bit, Bits Stored - 1 to Bits Allocated - 1
 * @param signed              Pixel Representation is 1
 * @param planarConfiguration Planar Configuration: 0 samples by pixel, 1 planes
 * @param photometric         Photometric Interpretation
 * @param sampleKind          which of the pixel data attributes holds the values
 */
public record PixelFormat(int rows, int columns, int samplesPerPixel, int bitsAllocated, int bitsStored, int highBit,
		boolean signed, int planarConfiguration, Photometric photometric, SampleKind sampleKind) {

	/** The pixel data attribute, PS3.3 C.7.6.3 and C.7.6.24. */
	public enum SampleKind {
		/** Pixel Data (7FE0,0010). */
		INTEGER,
		/** Float Pixel Data (7FE0,0008), 32 bits IEEE 754. */
		FLOAT,
		/** Double Float Pixel Data (7FE0,0009), 64 bits IEEE 754. */
		DOUBLE;

		/** {@return which values a pixel data attribute holds} @param tag which one; of any other attribute integers */
		public static SampleKind of(int tag) {
			return switch (tag) {
				case Tag.FLOAT_PIXEL_DATA -> FLOAT;
				case Tag.DOUBLE_FLOAT_PIXEL_DATA -> DOUBLE;
				default -> INTEGER;
			};
		}
	}

	/**
	 * {@return the format that an instance states, with what can be repaired repaired}
	 *
	 * @param attributes of the instance
	 * @param kind       which pixel data attribute there is
	 * @param file       for messages; {@code null} is allowed
	 * @throws DicomException if there is no size or no depth that can be meant
	 */
	public static PixelFormat of(Attributes attributes, SampleKind kind, InstanceLocation file) throws DicomException {
		return PixelFormats.of(attributes, kind, file);
	}

	/** {@return the number of pixels of a frame} */
	public long pixels() {
		return (long) rows * columns;
	}

	/** {@return the bits of one native frame; 4:2:2 has two samples a pixel on average (PS3.3 C.7.6.3.1.2)} */
	public long nativeFrameBits() {
		long samples = switch (photometric) {
			case YBR_FULL_422, YBR_PARTIAL_422 -> samplesPerPixel == 3 ? 2 : samplesPerPixel;
			default -> samplesPerPixel;
		};
		return pixels() * samples * bitsAllocated;
	}
}
