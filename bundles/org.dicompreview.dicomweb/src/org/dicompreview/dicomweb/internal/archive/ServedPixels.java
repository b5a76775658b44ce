package org.dicompreview.dicomweb.internal.archive;

import java.io.IOException;
import java.util.Objects;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicomweb.internal.http.AnswerException;

/**
 * The frames of an instance in an archive, fetched one by one; from the whole instance where the archive gives no frames, or
 * other ones than its metadata say.
 */
final class ServedPixels implements PixelSource {

	private static final TransferSyntax NATIVE = TransferSyntax.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
	private static final int BITS = 8;

	private final DicomWebSource source;
	private final InstanceHeader header;
	private final DicomReaders readers;
	private final ReadLimits limits;
	private final PixelFormat format;
	/** Guarded by this. */
	private PixelSource whole;
	private boolean closed;

	ServedPixels(DicomWebSource source, InstanceHeader header, DicomReaders readers, ReadLimits limits, PixelFormat format) {
		this.source = source;
		this.header = header;
		this.readers = readers;
		this.limits = limits;
		this.format = format;
	}

	@Override
	public PixelFormat format() {
		return format;
	}

	@Override
	public int frameCount() {
		return header.frameCount();
	}

	@Override
	public EncodedFrame frame(int frame) throws IOException {
		Objects.checkIndex(frame, frameCount());
		if (!source.givesFrames(header, format)) {
			return whole().frame(frame);
		}
		AnswerException refused;
		try {
			FrameBytes bytes = source.frame(header.location().key(), frame);
			TransferSyntax syntax = syntax(bytes);
			if (syntax != null) {
				source.gaveFrame();
				return new EncodedFrame(syntax, format, bytes.bytes(), 0, bytes.bytes().length, 0);
			}
			refused = null; // not what the metadata say: the instance knows
		} catch (AnswerException e) {
			if (!e.mayWorkAnotherWay()) {
				throw e;
			}
			refused = e;
		}
		try {
			EncodedFrame encoded = whole().frame(frame);
			source.refusedFrame(header.location().key());
			return encoded;
		} catch (AnswerException e) {
			throw refused == null ? e : refused;
		}
	}

	/** {@return how a frame is encoded; {@code null} if that cannot be} */
	private TransferSyntax syntax(FrameBytes frame) {
		TransferSyntax stated = frame.syntax().isEmpty() ? header.transferSyntax() : TransferSyntax.of(frame.syntax());
		long nativeBytes = (format.nativeFrameBits() + BITS - 1) / BITS;
		long length = frame.bytes().length;
		boolean fits = length == nativeBytes || length == nativeBytes + (nativeBytes & 1);
		if (stated.encapsulated()) { // some archives decode and do not say so
			return fits && !frame.syntax().equals(stated.uid()) ? NATIVE : length == 0 ? null : stated;
		}
		return fits && !stated.bigEndian() ? NATIVE : null;
	}

	private PixelSource whole() throws IOException {
		synchronized (this) {
			if (whole != null) {
				return whole;
			}
		}
		PixelSource opened = source.openWhole(header, readers, limits);
		synchronized (this) {
			if (whole == null && !closed) {
				whole = opened;
				return opened;
			}
		}
		if (closed) {
			return opened; // whoever still reads a frame may do so; the file goes with the cache
		}
		opened.close();
		return whole;
	}

	@Override
	public synchronized void close() throws IOException {
		closed = true;
		if (whole != null) {
			whole.close();
		}
	}
}
