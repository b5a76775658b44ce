package org.dicompreview.dicom.internal.pixels;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.internal.model.Bytes;

/** Frames of native pixel data: one after the other, without gaps, not even to the next byte (PS3.5 section 8.1.1). */
final class NativePixels implements PixelSource {

	private final InstanceBytes source;
	private final InstanceLocation file;
	private final TransferSyntax syntax;
	private final PixelFormat format;
	private final long start;
	private final long end;
	private final long frameBits;
	private final int frames;
	private final int word;

	/**
	 * @param start position of the first byte
	 * @param end   position behind the last one that is there
	 * @param bits  bits of a frame
	 * @param word  bytes of a word if words are big endian, else 1
	 */
	NativePixels(InstanceBytes source, InstanceLocation file, TransferSyntax syntax, PixelFormat format, long start, long end,
			long bits, int frames, int word) {
		this.source = source;
		this.file = file;
		this.syntax = syntax;
		this.format = format;
		this.start = start;
		this.end = end;
		this.frameBits = bits;
		this.frames = frames;
		this.word = word;
	}

	@Override
	public PixelFormat format() {
		return format;
	}

	@Override
	public int frameCount() {
		return frames;
	}

	@Override
	public EncodedFrame frame(int frame) throws IOException {
		Objects.checkIndex(frame, frames);
		return read(frame, Math.multiplyExact(frameBits, frame), frameBits, format);
	}

	@Override
	public Optional<EncodedFrame> rows(int frame, int first, int count) throws IOException {
		Objects.checkIndex(frame, frames);
		Objects.checkFromIndexSize(first, count, format.rows());
		if (format.samplesPerPixel() > 1 || format.bitsAllocated() % 8 != 0) {
			return Optional.empty();
		}
		long rowBits = (long) format.columns() * format.bitsAllocated();
		PixelFormat some = new PixelFormat(count, format.columns(), 1, format.bitsAllocated(), format.bitsStored(),
				format.highBit(), format.signed(), format.planarConfiguration(), format.photometric(), format.sampleKind());
		return Optional.of(read(frame, Math.multiplyExact(frameBits, frame) + rowBits * first, rowBits * count, some));
	}

	private EncodedFrame read(int frame, long firstBit, long bits, PixelFormat of) throws IOException {
		long first = firstBit >>> 3;
		int lead = (int) (first % word);
		int bitOffset = (int) (firstBit & 7);
		long wanted = lead + (bitOffset + bits + 7 >>> 3);
		long from = start + first - lead;
		long there = Math.min(wanted + word - 1 - (wanted + word - 1) % word, end - from);
		if (there <= lead) {
			throw missing(frame, from);
		}
		byte[] bytes = new byte[(int) there];
		int read = source.read(from, bytes, 0, bytes.length);
		if (read <= lead) {
			throw missing(frame, from);
		}
		if (word > 1) {
			Bytes.swap(bytes, 0, read, word);
		}
		return new EncodedFrame(syntax, of, bytes, lead, (int) Math.min(wanted, read) - lead, bitOffset);
	}

	private DicomException missing(int frame, long position) {
		return new DicomException(Problem.of(DicomText.PIXEL_DATA_END_BEFORE_FRAME, frame + 1).at(Tag.PIXEL_DATA, position).in(file));
	}

	@Override
	public void close() throws IOException {
		source.close();
	}
}
