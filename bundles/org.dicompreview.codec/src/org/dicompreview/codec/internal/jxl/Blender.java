package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/** Puts a frame upon an earlier one (ISO/IEC 18181-1, F.2). */
final class Blender {

	private final ImageHeader header;
	private final FrameHeader frame;
	private final ImageDecoding.Reference[] references;

	Blender(ImageHeader header, FrameHeader frame, ImageDecoding.Reference[] references) {
		this.header = header;
		this.frame = frame;
		this.references = references;
	}

	private boolean replacesAll(Planes planes) {
		boolean replaces = frame.blending.mode() == Blending.REPLACE;
		for (Blending each : frame.extraBlending) {
			replaces &= each.mode() == Blending.REPLACE;
		}
		return replaces && frame.x0 == 0 && frame.y0 == 0 && planes.width == header.width
				&& planes.height == header.height;
	}

	/** {@return the image after the frame was put upon it} */
	Planes blend(Planes top) throws DecodeException {
		if (replacesAll(top)) {
			return top;
		}
		int colours = header.colourChannels();
		int channels = colours + header.extra.length;
		Planes result = new Planes(header.width, header.height, channels);
		for (int c = 0; c < channels; c++) {
			result.values[c] = below(c, c < colours ? frame.blending.source() : frame.extraBlending[c - colours].source());
			top.floats(c, c < colours ? header.depth : header.extra[c - colours].depth());
		}
		int left = Math.max(0, frame.x0);
		int right = (int) Math.min(header.width, (long) frame.x0 + top.width);
		int first = Math.max(0, frame.y0);
		int last = (int) Math.min(header.height, (long) frame.y0 + top.height);
		Mixer mixer = new Mixer(header, colours);
		for (int y = first; y < last && left < right; y++) {
			mixer.mix(result.values, y * result.width + left, top.values, (y - frame.y0) * top.width + left - frame.x0,
					right - left, frame.blending, frame.extraBlending);
		}
		return result;
	}

	private float[] below(int channel, int slot) throws DecodeException {
		ImageDecoding.Reference reference = references[slot];
		if (reference == null) {
			return new float[header.width * header.height];
		}
		Planes planes = reference.planes();
		if (reference.beforeColours() && (header.xyb || frame.ycc) || planes.width != header.width
				|| planes.height != header.height) {
			throw new DecodeException(JxlText.FRAME_WITHOUT_REFERENCE);
		}
		int colours = header.colourChannels();
		return planes.floats(channel, channel < colours ? header.depth : header.extra[channel - colours].depth()).clone();
	}
}
