package org.dicompreview.rendering.internal.color;

import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.rendering.internal.scale.RowSource;

/** Red, green and blue of a colour frame. Immutable, for any thread. */
@FunctionalInterface
public interface ColorRows extends RowSource {

	@Override
	default int channels() {
		return 3;
	}

	/** {@return the complementary colours} */
	default ColorRows inverted() {
		return (row, from, to, out, at) -> {
			read(row, from, to, out, at);
			for (int i = at; i < at + 3 * (to - from); i++) {
				out[i] = (byte) ~out[i];
			}
		};
	}

	/** {@return the colours as the screen shows them} @param profile says what the values mean, or is {@code null} */
	default ColorRows through(IccTable profile) {
		return profile == null ? this : profile.apply(this);
	}

	/**
	 * {@return the colours of a frame with three or four samples a pixel; absent if its samples are no integers of up to
	 * 32 bits}
	 *
	 * @param frame the frame
	 */
	static Optional<ColorRows> of(Frame frame) {
		if (frame.channels() < 3 || frame.samples() instanceof Samples.Floats
				|| frame.samples() instanceof Samples.Doubles) {
			return Optional.empty();
		}
		ColorSpace space = ColorSpace.of(frame.photometric(), frame.channels());
		if (frame.samples() instanceof Samples.Bytes bytes && frame.bitsStored() == 8 && frame.channels() == 3) {
			if (space == ColorSpace.RGB) {
				return Optional.of(direct(bytes.values(), frame.columns()));
			}
			if (space == ColorSpace.YBR_FULL) {
				return Optional.of(full(bytes.values(), frame.columns()));
			}
		}
		ByteSamples samples = ByteSamples.of(frame.samples(), frame.bitsStored());
		return Optional.of(converted(samples, frame.columns(), frame.channels(), space));
	}

	private static ColorRows direct(byte[] values, int columns) {
		return (row, from, to, out, at) -> System.arraycopy(values, (row * columns + from) * 3, out, at, (to - from) * 3);
	}

	private static ColorRows full(byte[] values, int columns) {
		return (row, from, to, out, at) -> {
			int target = at;
			int end = (row * columns + to) * 3;
			for (int i = (row * columns + from) * 3; i < end; i += 3) {
				int y = ((values[i] & 0xFF) << 16) + 0x8000;
				int b = (values[i + 1] & 0xFF) - 128;
				int r = (values[i + 2] & 0xFF) - 128;
				out[target++] = ColorSpace.clamp(y + ColorSpace.R_CR * r >> 16);
				out[target++] = ColorSpace.clamp(y - ColorSpace.G_CB * b - ColorSpace.G_CR * r >> 16);
				out[target++] = ColorSpace.clamp(y + ColorSpace.B_CB * b >> 16);
			}
		};
	}

	private static ColorRows converted(ByteSamples samples, int columns, int channels, ColorSpace space) {
		return (row, from, to, out, at) -> {
			int target = at;
			for (int pixel = row * columns + from; pixel < row * columns + to; pixel++) {
				int i = pixel * channels;
				int rgb = space.rgb(samples.get(i), samples.get(i + 1), samples.get(i + 2),
						channels > 3 ? samples.get(i + 3) : 0);
				out[target++] = (byte) (rgb >> 16);
				out[target++] = (byte) (rgb >> 8);
				out[target++] = (byte) rgb;
			}
		};
	}
}
