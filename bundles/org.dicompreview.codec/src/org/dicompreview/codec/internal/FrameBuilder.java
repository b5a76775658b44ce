package org.dicompreview.codec.internal;

import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;

/**
 * Makes the {@link Frame} of a compressed frame: checks the codestream's size against the data set and the limits,
 * allocates the value array that the decoder fills (interleaved by pixel), and brings signs into order.
 *
 * <pre>
 * FrameBuilder builder = FrameBuilder.of(frame, options, new StreamImage(columns, rows, components, precision, false));
 * switch (builder.samples()) ... // fill
 * return builder.build(photometric, damage);
 * </pre>
 */
public final class FrameBuilder {

	private final PixelFormat format;
	private final StreamImage stream;
	private final int columns;
	private final int rows;
	private final Samples samples;

	private FrameBuilder(PixelFormat format, StreamImage stream, int reduction, DecodeOptions options)
			throws DecodeException {
		this.format = format;
		this.stream = stream;
		columns = reduced(stream.columns(), reduction);
		rows = reduced(stream.rows(), reduction);
		int width = SampleArrays.widthFor(Math.max(format.bitsAllocated(), stream.precision()));
		samples = SampleArrays.allocate(width,
				SampleArrays.checkedCount(columns, rows, stream.components(), width, options));
	}

	/** A builder at full size, see {@link #of(EncodedFrame, DecodeOptions, StreamImage, int)}. */
	public static FrameBuilder of(EncodedFrame frame, DecodeOptions options, StreamImage stream)
			throws DecodeException {
		return of(frame, options, stream, 0);
	}

	/**
	 * Checks and allocates.
	 *
	 * @param frame     the frame
	 * @param options   limits
	 * @param stream    what the codestream's header says, at full size
	 * @param reduction how often the decoder really halves the size, 0 for full size
	 * @return a builder with an array of zeros
	 * @throws DecodeException if the codestream's size is not the stated one, its precision is above 32 bits, or the
	 *                         frame exceeds the limit
	 */
	public static FrameBuilder of(EncodedFrame frame, DecodeOptions options, StreamImage stream, int reduction)
			throws DecodeException {
		PixelFormat format = frame.format();
		if (stream.columns() != format.columns() || stream.rows() != format.rows()
				|| stream.components() != format.samplesPerPixel()) {
			throw new DecodeException(DecodeText.IMAGE_SIZE_CONTRADICTED, stream, format.columns(), format.rows(),
					format.samplesPerPixel());
		}
		if (stream.precision() < 1 || stream.precision() > 32) {
			throw new DecodeException(DecodeText.VALUE_BITS_UNSUPPORTED, stream.precision());
		}
		return new FrameBuilder(format, stream, reduction, options);
	}

	/** {@return the size after so many halvings, rounded up; at least 1} */
	public static int reduced(int size, int reduction) {
		return (int) ((size + (1L << reduction) - 1) >> reduction);
	}

	/** {@return width of the decoded frame} */
	public int columns() {
		return columns;
	}

	/** {@return height of the decoded frame} */
	public int rows() {
		return rows;
	}

	/** {@return samples per pixel} */
	public int channels() {
		return stream.components();
	}

	/**
	 * {@return the array to fill: value {@code (row * columns + column) * channels + channel}; bytes, shorts or ints.
	 * Values of signed codestreams are stored sign extended, those of unsigned ones zero extended}
	 */
	public Samples samples() {
		return samples;
	}

	/** Finishes the frame of a coding without loss, see {@link #build(Photometric, Damage, boolean)}. */
	public Frame build(Photometric actual, Damage damage) {
		return build(actual, damage, false);
	}

	/**
	 * Finishes the frame. Where Pixel Representation is 1 and the codestream is unsigned, the values are sign extended
	 * from Bits Stored.
	 *
	 * @param actual what the values are by the codestream's own signs; the stated one where it has none
	 * @param damage why the frame is not whole, or nothing
	 * @param lossy  whether values can be a little off, and so outside their range
	 * @return the frame; Bits Stored is as stated, but for values that contradict it
	 */
	public Frame build(Photometric actual, Damage damage, boolean lossy) {
		ShownValues shown = ShownValues.of(samples, format, stream, lossy); // before values are changed in place
		if (format.signed() && !stream.signed()) {
			int bits = Math.min(32, Math.max(1, format.bitsStored()));
			new StoredBits(bits, bits - 1, true).apply(samples);
		}
		return new Frame(columns, rows, stream.components(), shown.bits(), format.signed() || stream.signed(), actual,
				format.photometric(), samples, damage.problem(), Optional.empty(), shown.samples());
	}
}
