package org.dicompreview.dicom.internal.pixels;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

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

/** One compressed frame that stands in the pixel data without fragments, which the standard does not allow. */
final class CodestreamPixels implements PixelSource {

	private final InstanceBytes source;
	private final InstanceLocation file;
	private final TransferSyntax syntax;
	private final PixelFormat format;
	private final long start;
	private final int length;

	CodestreamPixels(InstanceBytes source, InstanceLocation file, TransferSyntax syntax, PixelFormat format, long start, long length,
			int frameBytes) throws DicomException {
		if (length > frameBytes) {
			throw new DicomException(Problem.of(DicomText.ENCODED_FRAME_TOO_LARGE, length).at(Tag.PIXEL_DATA, start).in(file));
		}
		this.source = source;
		this.file = file;
		this.syntax = syntax;
		this.format = format;
		this.start = start;
		this.length = (int) length;
	}

	@Override
	public PixelFormat format() {
		return format;
	}

	@Override
	public int frameCount() {
		return 1;
	}

	@Override
	public EncodedFrame frame(int frame) throws IOException {
		Objects.checkIndex(frame, 1);
		byte[] bytes = new byte[length];
		int read = source.read(start, bytes, 0, length);
		if (read == 0) {
			throw new DicomException(Problem.of(DicomText.ENDS_BEFORE_PIXEL_DATA).at(Tag.PIXEL_DATA, start).in(file));
		}
		TransferSyntax real = Codestreams.correction(syntax, bytes, 0, read).orElse(syntax);
		return new EncodedFrame(real, format, read == length ? bytes : Arrays.copyOf(bytes, read), 0, read, 0);
	}

	@Override
	public void close() throws IOException {
		source.close();
	}
}
