package org.dicompreview.dcm4che.internal.decode;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.imageio.plugins.dcm.DicomImageReader;
import org.dcm4che3.imageio.plugins.dcm.DicomImageReaderSpi;
import org.dcm4che3.imageio.plugins.dcm.DicomMetaData;
import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dcm4che.internal.Dcm4cheReader;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.Problem;
import org.osgi.service.component.annotations.Component;

/**
 * Uncompressed frames with the image reader of dcm4che-imageio, which gets one frame as an instance of its own: it never
 * sees the file, so it cannot walk through it.
 */
@Component(service = FrameDecoder.class, property = "service.ranking:Integer=100")
public final class Dcm4cheNativeDecoder implements FrameDecoder {

	private static final Set<String> SYNTAXES = Set.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian,
			UID.DeflatedExplicitVRLittleEndian, UID.ExplicitVRBigEndian);

	@Override
	public String name() {
		return "Uncompressed"; //$NON-NLS-1$
	}

	@Override
	public String provider() {
		return Dcm4cheReader.NAME;
	}

	@Override
	public Set<String> transferSyntaxes() {
		return SYNTAXES;
	}

	@Override
	public boolean accepts(EncodedFrame frame) {
		return frame.bitOffset() == 0 && StoredValues.fit(frame.format());
	}

	@Override
	public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		PixelFormat format = frame.format();
		StoredValues.check(format, options);
		int length = Math.toIntExact(format.nativeFrameBits() / 8);
		Optional<Problem> problem = frame.length() >= length ? Optional.empty()
				: Optional.of(Problem.of(ToolkitText.FRAME_INCOMPLETE, frame.length(), length));
		try (DicomImageReader reader = new DicomImageReader(new DicomImageReaderSpi())) {
			reader.setInput(new DicomMetaData(new Attributes(), instance(frame, length)));
			Raster raster = reader.readRaster(0, null);
			return StoredValues.frame(raster, format, problem);
		} catch (IOException e) {
			throw new DecodeException(Problem.of(ToolkitText.FAILED, e.toString()), e);
		}
	}

	/** The frame as the only one of an instance. */
	private static Attributes instance(EncodedFrame frame, int length) {
		PixelFormat format = frame.format();
		Attributes instance = new Attributes();
		instance.setInt(Tag.SamplesPerPixel, VR.US, format.samplesPerPixel());
		instance.setString(Tag.PhotometricInterpretation, VR.CS, format.photometric().name().replace("PALETTE_", "PALETTE ")); //$NON-NLS-1$ //$NON-NLS-2$
		instance.setInt(Tag.PlanarConfiguration, VR.US, format.planarConfiguration());
		instance.setInt(Tag.Rows, VR.US, format.rows());
		instance.setInt(Tag.Columns, VR.US, format.columns());
		instance.setInt(Tag.BitsAllocated, VR.US, format.bitsAllocated());
		instance.setInt(Tag.BitsStored, VR.US, format.bitsStored());
		instance.setInt(Tag.HighBit, VR.US, format.highBit());
		instance.setInt(Tag.PixelRepresentation, VR.US, format.signed() ? 1 : 0);
		boolean whole = frame.offset() == 0 && frame.length() == length && frame.bytes().length == length;
		instance.setBytes(Tag.PixelData, format.bitsAllocated() == 16 ? VR.OW : VR.OB,
				whole ? frame.bytes() : exactly(frame, length));
		return instance;
	}

	private static byte[] exactly(EncodedFrame frame, int length) {
		byte[] bytes = Arrays.copyOfRange(frame.bytes(), frame.offset(),
				frame.offset() + Math.min(length, frame.length()));
		return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
	}
}
