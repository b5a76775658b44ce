package org.dicompreview.dicom.internal;

import java.io.IOException;
import java.util.Optional;

import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;

/** Frames that a reader found in place of the one that failed. */
record NotedPixels(PixelSource source, Problem said) implements PixelSource {

	@Override
	public PixelFormat format() {
		return source.format();
	}

	@Override
	public int frameCount() {
		return source.frameCount();
	}

	@Override
	public Optional<Problem> note() {
		return Optional.of(said);
	}

	@Override
	public EncodedFrame frame(int frame) throws IOException {
		return source.frame(frame);
	}

	@Override
	public Optional<EncodedFrame> rows(int frame, int first, int count) throws IOException {
		return source.rows(frame, first, count);
	}

	@Override
	public void close() throws IOException {
		source.close();
	}
}
