package org.dicompreview.dcm4che.internal.decode;

import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.ImageReaderSpi;

import org.dcm4che3.data.UID;
import org.dcm4che3.imageio.plugins.rle.RLEImageReaderSpi;
import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dcm4che.internal.Dcm4cheReader;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.Problem;
import org.osgi.service.component.annotations.Component;

/** RLE Lossless (PS3.5 annex G) with the RLE plug-in of dcm4che-imageio. */
@Component(service = FrameDecoder.class, property = "service.ranking:Integer=100")
public final class Dcm4cheRleDecoder implements FrameDecoder {

	private static final Set<String> SYNTAXES = Set.of(UID.RLELossless);

	private final ImageReaderSpi plugIn = new RLEImageReaderSpi();

	@Override
	public String name() {
		return "RLE"; //$NON-NLS-1$
	}

	@Override
	public String provider() {
		return Dcm4cheReader.NAME;
	}

	@Override
	public Set<String> transferSyntaxes() {
		return SYNTAXES;
	}

	/** The plug-in has 16 bits only for one sample a pixel. */
	@Override
	public boolean accepts(EncodedFrame frame) {
		PixelFormat format = frame.format();
		return StoredValues.fit(format) && (format.bitsAllocated() == 8 || format.samplesPerPixel() == 1);
	}

	@Override
	public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		PixelFormat format = frame.format();
		StoredValues.check(format, options);
		FrameStream stream = new FrameStream(frame);
		try {
			ImageReader reader = plugIn.createReaderInstance();
			reader.setInput(stream);
			ImageReadParam param = new ImageReadParam();
			param.setDestinationType(type(format));
			Raster raster = reader.readRaster(0, param);
			reader.dispose();
			return StoredValues.frame(raster, format, stream.isExhausted()
					? Optional.of("The RLE data end early; what is missing is shown as 0") //$NON-NLS-1$
					: Optional.empty());
		} catch (EOFException e) {
			throw new DecodeException(Problem.of(ToolkitText.FRAME_TOO_SHORT, frame.length()), e);
		} catch (IOException e) {
			throw new DecodeException(Problem.of(ToolkitText.FAILED, e.getMessage()), e);
		}
	}

	/** The plug-in fills one bank for each byte plane of 8-bit data. */
	private static ImageTypeSpecifier type(PixelFormat format) {
		int kind = format.bitsAllocated() == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
		int space = format.samplesPerPixel() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
		ColorModel colors = new ComponentColorModel(ColorSpace.getInstance(space), false, false,
				ColorModel.OPAQUE, kind);
		SampleModel samples = new BandedSampleModel(kind, format.columns(), format.rows(), format.samplesPerPixel());
		return new ImageTypeSpecifier(colors, samples);
	}
}
