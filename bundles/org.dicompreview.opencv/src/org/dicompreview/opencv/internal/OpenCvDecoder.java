package org.dicompreview.opencv.internal;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageReader;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.Problem;
import org.dicompreview.opencv.internal.Codestream.Process;
import org.opencv.core.CvException;

/**
 * Decodes a family with the native image reader of dcm4che-imageio-opencv. Takes only whole streams whose head says what
 * the data set states: the rest needs care that a native decoder does not take, and is left to others. Decodes no syntax
 * where the native library of OpenCV cannot be loaded.
 */
class OpenCvDecoder implements FrameDecoder {

	/** {@link #provider()}: the same as of the other decoders of this toolkit. */
	static final String PROVIDER = "dcm4che"; //$NON-NLS-1$
	/** Property of the services: before the built-in decoders. */
	static final String RANKING = "service.ranking:Integer=100"; //$NON-NLS-1$

	private final Family family;

	OpenCvDecoder(Family family) {
		this.family = family;
	}

	@Override
	public final String name() {
		return family.label() + " (OpenCV)"; //$NON-NLS-1$
	}

	@Override
	public final String provider() {
		return PROVIDER;
	}

	@Override
	public final Set<String> transferSyntaxes() {
		return NativeLibrary.MISSING.isPresent() ? Set.of() : family.syntaxes();
	}

	@Override
	public final boolean accepts(EncodedFrame frame) {
		return fits(frame.format()) && Codestream.of(frame)
				.filter(head -> head.agrees(frame.format()) && head.ends(frame) && fits(head, frame.format())).isPresent();
	}

	private static boolean fits(PixelFormat format) {
		return format.sampleKind() == SampleKind.INTEGER && (format.bitsAllocated() == 8 || format.bitsAllocated() == 16)
				&& format.highBit() == format.bitsStored() - 1;
	}

	/** Whether it is known what OpenCV makes of these samples: grey as they are, or red, green and blue. */
	private static boolean fits(Codestream head, PixelFormat format) {
		return switch (format.photometric()) {
			case MONOCHROME1, MONOCHROME2, PALETTE_COLOR -> format.samplesPerPixel() == 1;
			case RGB -> format.samplesPerPixel() == 3 && head.process() != Process.DCT;
			case YBR_FULL, YBR_FULL_422 -> format.samplesPerPixel() == 3
					&& (head.process() == Process.DCT || head.process() == Process.JPEG_XL);
			case YBR_ICT, YBR_RCT -> format.samplesPerPixel() == 3 && head.transform();
			default -> false;
		};
	}

	@Override
	public final Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		PixelFormat format = frame.format();
		long bytes = format.pixels() * format.samplesPerPixel() * (format.bitsAllocated() / 8);
		if (bytes > options.frameBytes()) {
			throw new DecodeException(OpenCvText.FRAME_TOO_LARGE, bytes, options.frameBytes());
		}
		if (!accepts(frame)) {
			throw new DecodeException(OpenCvText.HEAD_CONTRADICTED);
		}
		Raster raster = read(frame);
		if (raster.getWidth() != format.columns() || raster.getHeight() != format.rows()
				|| raster.getNumBands() != format.samplesPerPixel()) {
			throw new DecodeException(OpenCvText.VALUE_COUNT, raster.getWidth(), raster.getHeight(), raster.getNumBands());
		}
		boolean color = format.samplesPerPixel() == 3;
		return new Frame(format.columns(), format.rows(), format.samplesPerPixel(), format.bitsStored(), format.signed(),
				color ? Photometric.RGB : format.photometric(), format.photometric(),
				samples(raster, format), Optional.empty());
	}

	private Raster read(EncodedFrame frame) throws DecodeException {
		try {
			ImageReader reader = family.plugIn().createReaderInstance();
			try {
				reader.setInput(new EncodedInput(frame, stated(frame.format())));
				return reader.read(0).getRaster();
			} finally {
				reader.dispose();
			}
		} catch (IOException | CvException | UnsupportedOperationException e) {
			throw new DecodeException(Problem.of(OpenCvText.FAILED, e.getMessage()), e);
		}
	}

	/** What JPEG XL makes of its samples is red, green and blue, whatever they were before. */
	private Photometric stated(PixelFormat format) {
		return family == Family.JPEG_XL && format.samplesPerPixel() == 3 ? Photometric.RGB : format.photometric();
	}

	/** {@return the stored values, in as many bits as Bits Allocated has, in the order of the bands} */
	private static Samples samples(Raster raster, PixelFormat format) throws DecodeException {
		Object values = raster.getDataElements(0, 0, format.columns(), format.rows(), null);
		if (values instanceof byte[] bytes && format.bitsAllocated() == 8) {
			for (int i = 0; format.signed() && i < bytes.length; i++) {
				bytes[i] = (byte) extend(bytes[i], format);
			}
			return new Samples.Bytes(bytes);
		}
		if (format.bitsAllocated() == 16 && (values instanceof short[] || values instanceof byte[])) {
			short[] shorts = values instanceof byte[] bytes ? widen(bytes) : (short[]) values;
			for (int i = 0; format.signed() && i < shorts.length; i++) {
				shorts[i] = (short) extend(shorts[i], format);
			}
			return new Samples.Shorts(shorts);
		}
		throw new DecodeException(OpenCvText.UNEXPECTED_VALUES);
	}

	private static short[] widen(byte[] bytes) {
		short[] shorts = new short[bytes.length];
		for (int i = 0; i < shorts.length; i++) {
			shorts[i] = (short) (bytes[i] & 0xFF);
		}
		return shorts;
	}

	/** {@return a value whose sign stands at Bits Stored} */
	private static int extend(int value, PixelFormat format) {
		int unused = Integer.SIZE - format.bitsStored();
		return value << unused >> unused;
	}
}
