package org.dicompreview.opencv.internal;

import java.util.Set;

import javax.imageio.spi.ImageReaderSpi;

import org.dcm4che3.data.UID;
import org.dcm4che3.opencv.NativeJ2kImageReaderSpi;
import org.dcm4che3.opencv.NativeJLSImageReaderSpi;
import org.dcm4che3.opencv.NativeJPEGImageReaderSpi;
import org.dcm4che3.opencv.NativeJXLImageReaderSpi;

/** The families of transfer syntaxes that OpenCV decodes, as dcm4che divides them. */
enum Family {

	/** JPEG with one scan after the other, and lossless. */
	JPEG("JPEG", new NativeJPEGImageReaderSpi(), UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit, //$NON-NLS-1$
			UID.JPEGSpectralSelectionNonHierarchical68, UID.JPEGFullProgressionNonHierarchical1012, UID.JPEGLossless,
			UID.JPEGLosslessSV1),
	/** JPEG-LS. */
	JPEG_LS("JPEG-LS", new NativeJLSImageReaderSpi(), UID.JPEGLSLossless, UID.JPEGLSNearLossless), //$NON-NLS-1$
	/** JPEG 2000, also with high throughput. */
	JPEG_2000("JPEG 2000", new NativeJ2kImageReaderSpi(), UID.JPEG2000Lossless, UID.JPEG2000, UID.HTJ2KLossless, //$NON-NLS-1$
			UID.HTJ2KLosslessRPCL, UID.HTJ2K),
	/** JPEG XL. */
	JPEG_XL("JPEG XL", new NativeJXLImageReaderSpi(), UID.JPEGXLLossless, UID.JPEGXLJPEGRecompression, UID.JPEGXL); //$NON-NLS-1$

	private final String label;
	private final ImageReaderSpi plugIn;
	private final Set<String> syntaxes;

	Family(String label, ImageReaderSpi plugIn, String... syntaxes) {
		this.label = label;
		this.plugIn = plugIn;
		this.syntaxes = Set.of(syntaxes);
	}

	/** {@return what people call it} */
	String label() {
		return label;
	}

	/** {@return what makes image readers; never registered with ImageIO} */
	ImageReaderSpi plugIn() {
		return plugIn;
	}

	/** {@return UIDs of its transfer syntaxes} */
	Set<String> syntaxes() {
		return syntaxes;
	}
}
