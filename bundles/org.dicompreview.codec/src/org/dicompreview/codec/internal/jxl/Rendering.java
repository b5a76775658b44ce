package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/**
 * What is done to the channels of a frame once they are decoded, up to their colours (ISO/IEC 18181-1, annexes J and
 * K).
 */
final class Rendering {

	private final ImageHeader image;
	private final FrameHeader header;
	private final LfGlobal global;
	private final ImageDecoding.Reference[] references;
	private final int threads;

	Rendering(ImageHeader image, FrameHeader header, LfGlobal global, ImageDecoding.Reference[] references,
			int threads) {
		this.image = image;
		this.header = header;
		this.global = global;
		this.references = references;
		this.threads = threads;
	}

	/**
	 * {@return the channels at their full size}
	 *
	 * @param planes the channels, which may be changed
	 * @param varDct how the colours were coded, null if in modular mode
	 * @param number counts the frames of the image
	 */
	Planes render(Planes planes, VarDct varDct, int number) throws DecodeException {
		int colours = planes.values.length - image.extra.length;
		filter(planes, colours, varDct);
		boolean together = header.upsampling != 1;
		for (int upsampling : header.extraUpsampling) {
			together &= upsampling == header.upsampling;
		}
		Planes whole = new Planes(header.upsampling * planes.width, header.upsampling * planes.height,
				planes.values.length);
		Upsampling upsampling = new Upsampling(image, threads);
		for (int i = 0; i < image.extra.length && !together; i++) {
			upsampleExtra(planes, colours + i, i, upsampling);
		}
		if (global.patches != null) {
			global.patches.draw(floats(planes, colours), colours, references, image);
		}
		if (global.splines != null) {
			global.splines.draw(floats(planes, colours), global);
		}
		if (header.upsampling == 1 && global.noise == null) {
			return planes;
		}
		floats(planes, together ? planes.values.length : colours);
		for (int c = 0; c < planes.values.length; c++) {
			boolean small = c < colours || together;
			whole.values[c] = small ? upsampling.apply(planes.values[c], planes.width, planes.height, header.upsampling)
					: planes.values[c];
			whole.integers[c] = planes.integers[c];
		}
		Planes result = cropped(whole);
		if (global.noise != null && colours == 3) {
			new Noise(global, header).add(result, number, threads);
		}
		return result;
	}

	private void filter(Planes planes, int colours, VarDct varDct) throws DecodeException {
		boolean subsampled = header.mostShiftX() + header.mostShiftY() > 0;
		boolean gaborish = header.restoration.gaborish;
		boolean edges = header.restoration.iterations > 0;
		boolean jpeg = header.ycc && varDct != null && varDct.isJpeg();
		if (subsampled || jpeg) {
			floatColours(planes, colours);
			for (int c = 0; c < colours; c++) {
				if (jpeg) {
					JpegSamples.round(planes.values[c], 0, planes.values[c].length);
				}
				planes.values[c] = ChromaUpsampling.apply(planes.values[c], planes.width, planes.height,
						header.shiftX[c], header.shiftY[c]);
				if (jpeg) {
					JpegSamples.roundUpsampled(planes.values[c], planes.width, header.shiftX[c], header.shiftY[c]);
				}
			}
		}
		if (gaborish || edges) {
			floatColours(planes, colours);
			boolean grey = varDct != null && varDct.isGrey();
			int[] used = colours == 1 ? new int[] { 0 } : grey ? new int[] { 1 } : new int[] { 0, 1, 2 };
			if (edges) {
				new EdgeFilter(header, varDct, planes, used).apply(gaborish, threads);
			} else {
				float[][] smooth = new float[colours][planes.width * planes.height];
				Gaborish.apply(planes, used, header.restoration, threads, smooth, 0, planes.width);
				System.arraycopy(smooth, 0, planes.values, 0, colours);
			}
			if (grey) {
				System.arraycopy(planes.values[1], 0, planes.values[2], 0, planes.values[1].length);
			}
		}
	}

	private Planes floatColours(Planes planes, int colours) {
		for (int c = 0; c < colours; c++) {
			planes.floats(c, image.depth);
		}
		return planes;
	}

	private Planes floats(Planes planes, int count) {
		int colours = planes.values.length - image.extra.length;
		for (int c = 0; c < planes.values.length; c++) {
			if (c < count || c < colours || global.patches != null) {
				planes.floats(c, c < colours ? image.depth : image.extra[c - colours].depth());
			}
		}
		return planes;
	}

	/** Brings an extra channel to the size of the colours, or to full size where these are upsampled too. */
	private void upsampleExtra(Planes planes, int channel, int extra, Upsampling upsampling) throws DecodeException {
		int factor = header.extraUpsampling[extra];
		if (factor == 1) {
			return;
		}
		int width = Numbers.ceilDiv(header.fullWidth, factor << 3 * header.lfLevel);
		int height = Numbers.ceilDiv(header.fullHeight, factor << 3 * header.lfLevel);
		float[] values = planes.floats(channel, image.extra[extra].depth());
		float[] large = upsampling.apply(values, width, height, factor);
		int fullWidth = header.upsampling == 1 ? planes.width : header.upsampling * planes.width;
		int fullHeight = header.upsampling == 1 ? planes.height : header.upsampling * planes.height;
		planes.values[channel] = resized(large, width * factor, height * factor, fullWidth, fullHeight);
	}

	private static float[] resized(float[] values, int width, int height, int newWidth, int newHeight) {
		if (width == newWidth && height == newHeight) {
			return values;
		}
		float[] result = new float[newWidth * newHeight];
		for (int y = 0; y < Math.min(height, newHeight); y++) {
			System.arraycopy(values, y * width, result, y * newWidth, Math.min(width, newWidth));
		}
		return result;
	}

	private Planes cropped(Planes whole) {
		int width = header.lfLevel > 0 ? whole.width : header.fullWidth;
		int height = header.lfLevel > 0 ? whole.height : header.fullHeight;
		if (whole.width == width && whole.height == height) {
			return whole;
		}
		Planes result = new Planes(width, height, whole.values.length);
		for (int c = 0; c < whole.values.length; c++) {
			if (whole.values[c] != null) {
				result.values[c] = resized(whole.values[c], whole.width, whole.height, width, height);
			}
		}
		return result;
	}
}
