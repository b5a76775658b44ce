package org.dicompreview.dicom.internal.pixels;

import java.io.IOException;
import java.util.Arrays;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;

/** Fragments read as one stream. Immutable but for the source. */
final class FragmentStream implements PixelStream {

	private final InstanceBytes source;
	private final TransferSyntax syntax;
	private final PixelFormat format;
	private final int frames;
	private final Fragments fragments;
	/** Where each fragment begins in the stream; the length of the stream as a last entry. */
	private final long[] starts;

	FragmentStream(InstanceBytes source, InstanceLocation file, TransferSyntax syntax, PixelFormat format, int frames, Fragments fragments)
			throws DicomException {
		if (fragments.count() == 0) {
			throw new DicomException(Problem.of(DicomText.NO_FRAGMENTS).at(Tag.PIXEL_DATA, -1).in(file));
		}
		this.source = source;
		this.syntax = syntax;
		this.format = format;
		this.frames = frames;
		this.fragments = fragments;
		starts = new long[fragments.count() + 1];
		for (int i = 0; i < fragments.count(); i++) {
			starts[i + 1] = starts[i] + fragments.length(i);
		}
	}

	@Override
	public TransferSyntax transferSyntax() {
		return syntax;
	}

	@Override
	public PixelFormat format() {
		return format;
	}

	@Override
	public int statedFrames() {
		return frames;
	}

	@Override
	public long length() {
		return starts[starts.length - 1];
	}

	@Override
	public int read(long position, byte[] target, int offset, int length) throws IOException {
		int fragment = Arrays.binarySearch(starts, position);
		fragment = fragment < 0 ? -fragment - 2 : fragment;
		int done = 0;
		while (done < length && fragment < fragments.count()) {
			long within = position + done - starts[fragment];
			int wanted = (int) Math.min(length - done, fragments.length(fragment) - within);
			int read = source.read(fragments.position(fragment) + within, target, offset + done, wanted);
			done += read;
			if (read < wanted) {
				break;
			}
			fragment++;
		}
		return done;
	}

	@Override
	public void close() throws IOException {
		source.close();
	}
}
