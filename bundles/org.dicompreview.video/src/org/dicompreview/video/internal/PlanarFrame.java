package org.dicompreview.video.internal;

import java.util.Arrays;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;

/**
 * A decoded picture in planes.
 *
 * @param number of its frame
 * @param layout how the planes are laid out
 * @param colors whether they are of the full range, and by which matrix colours were made
 * @param bytes  luminance, then both chrominances; wider values little endian
 */
record PlanarFrame(int number, Layout layout, Colors colors, byte[] bytes) {

	/** What the stream says of its colours. @param fullRange whether luminance is 0-255 @param hd whether the matrix is that of ITU-R BT.709 */
	record Colors(boolean fullRange, boolean hd) {
	}

	/**
	 * The layout of planes.
	 *
	 * @param columns    width in pixels
	 * @param rows       height in pixels
	 * @param shiftX     by how many bits the width of chrominance is less
	 * @param shiftY     by how many bits its height is less
	 * @param channels   1 or 3
	 * @param bits       significant bits of a value, 8-16
	 */
	record Layout(int columns, int rows, int shiftX, int shiftY, int channels, int bits) {

		private int width(int channel) {
			return channel == 0 ? columns : columns + (1 << shiftX) - 1 >> shiftX;
		}

		private int height(int channel) {
			return channel == 0 ? rows : rows + (1 << shiftY) - 1 >> shiftY;
		}

		/** {@return bytes of a frame} */
		long byteSize() {
			long values = (long) columns * rows + (channels - 1L) * width(1) * height(1);
			return values * (bits > 8 ? 2 : 1);
		}
	}

	/** {@return the stored values with chrominance brought to full size by repeating it} @param stated by the data set */
	Frame frame(PixelFormat stated) throws DecodeException {
		if (layout.columns() != stated.columns() || layout.rows() != stated.rows()) {
			throw new DecodeException(VideoText.FRAME_SIZE_CONTRADICTED, layout.columns(), layout.rows(), stated.columns(), stated.rows());
		}
		int channels = stated.samplesPerPixel() == 1 ? 1 : layout.channels();
		Samples samples = layout.bits() > 8 ? shorts(channels) : bytes(channels);
		Photometric actual = channels == 1 ? Photometric.MONOCHROME2 : colors.hd()
				? colors.fullRange() ? Photometric.YBR_FULL_709 : Photometric.YBR_PARTIAL_709
				: colors.fullRange() ? Photometric.YBR_FULL : Photometric.YBR_PARTIAL_420;
		return new Frame(layout.columns(), layout.rows(), channels, layout.bits(), false, actual, stated.photometric(), samples,
				Optional.empty());
	}

	private Samples bytes(int channels) {
		if (channels == 1) {
			return new Samples.Bytes(bytes.length == layout.columns() * layout.rows() ? bytes
					: Arrays.copyOf(bytes, layout.columns() * layout.rows()));
		}
		byte[] values = new byte[layout.columns() * layout.rows() * channels];
		int plane = 0;
		for (int channel = 0; channel < channels; channel++) {
			int width = layout.width(channel);
			int shiftX = channel == 0 ? 0 : layout.shiftX();
			int shiftY = channel == 0 ? 0 : layout.shiftY();
			int to = channel;
			for (int y = 0; y < layout.rows(); y++) {
				int row = plane + (y >> shiftY) * width;
				for (int x = 0; x < layout.columns(); x++, to += channels) {
					values[to] = bytes[row + (x >> shiftX)];
				}
			}
			plane += width * layout.height(channel);
		}
		return new Samples.Bytes(values);
	}

	private Samples shorts(int channels) {
		short[] values = new short[layout.columns() * layout.rows() * channels];
		int plane = 0;
		for (int channel = 0; channel < channels; channel++) {
			int width = layout.width(channel);
			int shiftX = channel == 0 ? 0 : layout.shiftX();
			int shiftY = channel == 0 ? 0 : layout.shiftY();
			int to = channel;
			for (int y = 0; y < layout.rows(); y++) {
				int row = plane + (y >> shiftY) * width;
				for (int x = 0; x < layout.columns(); x++, to += channels) {
					int at = 2 * (row + (x >> shiftX));
					values[to] = (short) (bytes[at] & 0xFF | bytes[at + 1] << 8);
				}
			}
			plane += width * layout.height(channel);
		}
		return new Samples.Shorts(values);
	}
}
