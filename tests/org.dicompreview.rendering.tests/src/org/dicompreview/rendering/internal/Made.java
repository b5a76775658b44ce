package org.dicompreview.rendering.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.internal.frame.DataSetValues;
import org.dicompreview.rendering.internal.frame.FrameFactory;

/** Frames and pictures that tests make. */
public final class Made {

	/** The renderer under test. */
	public static final LutFrameRenderer RENDERER = new LutFrameRenderer(new StandardColorMaps());

	private Made() {
	}

	/** {@return a grey frame of bytes} */
	public static Frame bytes(int columns, Photometric photometric, int... values) {
		byte[] stored = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			stored[i] = (byte) values[i];
		}
		return frame(columns, 1, 8, false, photometric, new Samples.Bytes(stored));
	}

	/** {@return a grey frame of shorts} */
	public static Frame shorts(int columns, int bits, boolean signed, int... values) {
		short[] stored = new short[values.length];
		for (int i = 0; i < values.length; i++) {
			stored[i] = (short) values[i];
		}
		return frame(columns, 1, bits, signed, Photometric.MONOCHROME2, new Samples.Shorts(stored));
	}

	/** {@return a frame of any samples} */
	public static Frame frame(int columns, int channels, int bits, boolean signed, Photometric photometric,
			Samples samples) {
		return new Frame(columns, samples.length() / columns / channels, channels, bits, signed, photometric,
				photometric, samples, Optional.empty());
	}

	/** {@return the frame with what attributes say about it} */
	public static DisplayFrame display(Frame frame, MadeAttributes attributes) {
		return display(frame, attributes, 0, 0, new byte[0]);
	}

	/** {@return frame {@code index} of an instance with raw pixels of 16 bits, of which the lower ones are the image} */
	public static DisplayFrame display(Frame frame, MadeAttributes attributes, int index, int bitsStored, byte[] raw) {
		PixelFormat format = new PixelFormat(frame.rows(), frame.columns(), frame.channels(), 16,
				Math.max(1, bitsStored), Math.max(1, bitsStored) - 1, false, 0, frame.photometric(),
				PixelFormat.SampleKind.INTEGER);
		EncodedFrame encoded = new EncodedFrame(TransferSyntax.of("1.2.840.10008.1.2.1"), format, raw, 0, raw.length, 0);
		return new FrameFactory(new MadeHeader(Path.of("made"), index + 1, attributes), data(attributes)).prepare(frame,
				encoded, index);
	}

	/** {@return settings with a linear window} */
	public static DisplaySettings window(double center, double width) {
		return DisplaySettings.DEFAULT.withWindow(Optional.of(VoiWindow.linear(center, width)));
	}

	/** {@return all bytes of a picture, as numbers} */
	public static int[] pixels(Picture picture) {
		int[] pixels = new int[picture.data().data.length];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = picture.data().data[i] & 0xFF;
		}
		return pixels;
	}

	/** {@return the pixels at stored resolution} */
	public static int[] stored(DisplayFrame frame, DisplaySettings settings) {
		return pixels(RENDERER.renderAtStoredResolution(frame, settings));
	}

	/** {@return attributes as a data set} */
	public static DataSetValues data(Attributes attributes) {
		return new DataSetValues() {
			@Override
			public Attributes attributes() {
				return attributes;
			}

			@Override
			public byte[] bytes(int tag) {
				double[] words = attributes.numbers(tag);
				byte[] bytes = new byte[2 * words.length];
				for (int i = 0; i < words.length; i++) {
					bytes[2 * i] = (byte) (int) words[i];
					bytes[2 * i + 1] = (byte) ((int) words[i] >> 8);
				}
				return bytes;
			}

			@Override
			public List<DataSetValues> items(int tag) {
				return attributes.items(tag).stream().map(Made::data).toList();
			}
		};
	}
}
