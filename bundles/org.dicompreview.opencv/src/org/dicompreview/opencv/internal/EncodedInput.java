package org.dicompreview.opencv.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;

import javax.imageio.stream.ImageInputStreamImpl;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.VR;
import org.dcm4che3.imageio.codec.BytesWithImageImageDescriptor;
import org.dcm4che3.imageio.codec.ImageDescriptor;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;

/** An encoded frame as dcm4che's native image readers take it: its bytes, and what the data set states. For one thread. */
final class EncodedInput extends ImageInputStreamImpl implements BytesWithImageImageDescriptor {

	private final byte[] bytes;
	private final ImageDescriptor stated;

	/** @param photometric what the reader is to think of the samples */
	EncodedInput(EncodedFrame frame, Photometric photometric) {
		bytes = Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length());
		stated = stated(frame.format(), photometric);
	}

	private static ImageDescriptor stated(PixelFormat format, Photometric photometric) {
		Attributes attributes = new Attributes();
		attributes.setInt(Tag.SamplesPerPixel, VR.US, format.samplesPerPixel());
		attributes.setString(Tag.PhotometricInterpretation, VR.CS,
				photometric.name().replace("PALETTE_", "PALETTE ")); //$NON-NLS-1$ //$NON-NLS-2$
		attributes.setInt(Tag.Rows, VR.US, format.rows());
		attributes.setInt(Tag.Columns, VR.US, format.columns());
		attributes.setInt(Tag.BitsAllocated, VR.US, format.bitsAllocated());
		attributes.setInt(Tag.BitsStored, VR.US, format.bitsStored());
		attributes.setInt(Tag.PixelRepresentation, VR.US, format.signed() ? 1 : 0);
		return new ImageDescriptor(attributes);
	}

	/** {@return the frame alone: the reader hands the whole array on, whatever the limits of the buffer} */
	@Override
	public ByteBuffer getBytes() {
		return ByteBuffer.wrap(bytes);
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return stated;
	}

	@Override
	public long length() {
		return bytes.length;
	}

	@Override
	public int read() {
		bitOffset = 0;
		return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : -1;
	}

	@Override
	public int read(byte[] into, int offset, int length) {
		bitOffset = 0;
		if (streamPos >= bytes.length) {
			return -1;
		}
		int count = (int) Math.min(length, bytes.length - streamPos);
		System.arraycopy(bytes, (int) streamPos, into, offset, count);
		streamPos += count;
		return count;
	}
}
