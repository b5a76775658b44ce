package org.dicompreview.codec;

import java.util.Optional;

import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Problem;

/**
 * A decoded frame: stored values before any LUT (PS3.3 C.7.6.3), as the corpus README and {@code export --format raw}
 * define them. Uncompressed and RLE data: only the Bits Stored up to High Bit, extended by Pixel Representation.
 * Compressed data: the codec's values; sign extended from Bits Stored where Pixel Representation is 1 and the codestream
 * is unsigned; {@link #shown()} leaves out what is no part of the image. 4:2:2 and 4:2:0 are brought to full size. The value array takes 8, 16 or 32 bits a value after Bits
 * Allocated (at least 8, 9-16 in shorts, 17-32 in ints), whatever the codestream's own depth.
 *
 * @param columns     width in pixels; the declared width shifted right by the reduction (rounded up) if one was asked for
 * @param rows        height in pixels, likewise
 * @param channels    samples per pixel, 1-4
 * @param bitsStored  significant bits of a value, 1-32 (64 for doubles)
 * @param signed      whether integer values are signed
 * @param photometric what the values really are, by the codestream's own signs where it has any
 * @param stated      what the data set states they are
 * @param samples     the values, {@code columns * rows * channels} of them
 * @param problem     why the frame is not whole (truncated, damaged); what could be decoded is in
 *                    {@code samples}, the rest is 0
 * @param note        what a person should know of how it was decoded: that another decoder had to; absent if nothing
 * @param display     the values for display where they are not {@code samples}: of compressed data whose codestream has
 *                    bits outside the Bits Stored up to High Bit
 */
public record Frame(int columns, int rows, int channels, int bitsStored, boolean signed, Photometric photometric,
		Photometric stated, Samples samples, Optional<Problem> problem, Optional<Problem> note,
		Optional<Samples> display) {

	/** Checks that the number of values fits the size. */
	public Frame {
		if ((long) columns * rows * channels != samples.length()
				|| display.isPresent() && display.get().length() != samples.length()) {
			throw new IllegalArgumentException("samples do not fit " + columns + 'x' + rows + 'x' + channels); //$NON-NLS-1$
		}
	}

	/** A frame without a note, whose values are those for display. */
	public Frame(int columns, int rows, int channels, int bitsStored, boolean signed, Photometric photometric,
			Photometric stated, Samples samples, Optional<Problem> problem) {
		this(columns, rows, channels, bitsStored, signed, photometric, stated, samples, problem, Optional.empty(),
				Optional.empty());
	}

	/** {@return the same frame with a note} */
	public Frame withNote(Problem note) {
		return new Frame(columns, rows, channels, bitsStored, signed, photometric, stated, samples, problem,
				Optional.of(note), display);
	}

	/** {@return the frame with the values for display: whatever the coding, only the Bits Stored up to High Bit} */
	public Frame shown() {
		return display.isEmpty() ? this
				: new Frame(columns, rows, channels, bitsStored, signed, photometric, stated, display.get(), problem,
						note, Optional.empty());
	}

	/** {@return bytes that the values take in memory} */
	public long byteSize() {
		return (long) samples.length() * (samples.bytesPerValue() + display.map(Samples::bytesPerValue).orElse(0));
	}
}
