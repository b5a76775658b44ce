package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/** Makes the colours of the image of those that a frame is coded in (ISO/IEC 18181-1, L.2 and L.3, annex E). */
final class ColourOutput {

	private static final int BAND = 32;

	private final ImageHeader image;
	private final FrameHeader header;
	private final int threads;

	ColourOutput(ImageHeader image, FrameHeader header, int threads) {
		this.image = image;
		this.header = header;
		this.threads = threads;
	}

	/** {@return the channels with the image's colours, in as many channels as it has} */
	Planes apply(Planes planes) throws DecodeException {
		int coded = planes.values.length - image.extra.length;
		int wanted = image.colourChannels();
		if (coded == 3 && (image.xyb || header.ycc)) {
			for (int c = 0; c < 3; c++) {
				planes.floats(c, image.depth);
			}
			XybOutput xyb = image.xyb ? new XybOutput(image) : null;
			Parallel.run(Numbers.ceilDiv(planes.height, BAND), threads, () -> planes, (all, band) -> {
				int from = band * BAND * all.width;
				int to = Math.min(all.height, (band + 1) * BAND) * all.width;
				if (xyb != null) {
					xyb.apply(all.values[0], all.values[1], all.values[2], from, to);
				} else {
					luminance(all.values[0], all.values[1], all.values[2], from, to);
				}
			});
		}
		if (coded == wanted) {
			return planes;
		}
		Planes result = new Planes(planes.width, planes.height, wanted + image.extra.length);
		for (int c = 0; c < result.values.length; c++) {
			int from = c < wanted ? c : coded + c - wanted;
			result.values[c] = planes.values[from];
			result.integers[c] = planes.integers[from];
		}
		return result;
	}

	/** From blue difference, luminance and red difference, as in JFIF. */
	private static void luminance(float[] first, float[] second, float[] third, int from, int to) {
		for (int i = from; i < to; i++) {
			float y = second[i] + 128 / 255f;
			float blue = first[i];
			float red = third[i];
			first[i] = y + 1.402f * red;
			second[i] = y - 0.114f * 1.772f / 0.587f * blue - 0.299f * 1.402f / 0.587f * red;
			third[i] = y + 1.772f * blue;
		}
	}
}
