package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;

/** Decodes the frames of a codestream up to the one that is seen first (ISO/IEC 18181-1, clause 9 and annex F). */
final class ImageDecoding {

	private static final int SLOTS = 4;
	/** Frames of an image may together have so many times the values that the image has. */
	private static final int MAX_WORK = 8;
	/** Values whose decoding takes as long as all that a frame without any takes. */
	private static final int LEAST_WORK = 1 << 15;
	private static final long SMALL = 1 << 20;
	private static final long MAX_PIXELS = 1 << 30;

	private final ImageHeader header;
	private final Container stream;
	private final int threads;
	private final Damage damage;
	private final Reference[] references = new Reference[SLOTS];
	private final Planes[] lowFrequencies = new Planes[SLOTS];
	private final long limit;
	private int position;
	private long work;
	private int frames;
	private boolean transformed;
	private boolean lastShown;

	/**
	 * An earlier frame.
	 *
	 * @param planes        its channels
	 * @param beforeColours whether the colours are still as they are coded
	 */
	record Reference(Planes planes, boolean beforeColours) {
	}

	ImageDecoding(ImageHeader header, Container stream, int position, int threads, Damage damage) {
		this.header = header;
		this.stream = stream;
		this.position = position;
		this.threads = threads;
		this.damage = damage;
		transformed = header.xyb;
		limit = SMALL + 4L * header.width * header.height * (3 + header.extra.length);
	}

	/** {@return whether colours were coded in another way than they are given out} */
	boolean isTransformed() {
		return transformed;
	}

	/** {@return the channels of the image} */
	Planes decode() throws DecodeException {
		if (header.preview != null) {
			passPreview();
		}
		Planes canvas = null;
		while (true) {
			try {
				Planes shown = decodeFrame();
				canvas = shown == null ? canvas : shown;
				if (lastShown) {
					return canvas;
				}
			} catch (DecodeException e) {
				if (canvas == null) {
					throw e;
				}
				damage.report(e.problem());
				return canvas;
			}
		}
	}

	private void passPreview() throws DecodeException {
		Bits bits = new Bits(stream.bytes(), position, stream.end());
		FrameHeader frame = FrameHeader.read(bits, header, header.preview[0], header.preview[1]);
		position = Sections.read(bits, frame, stream.bytes(), stream.end()).end;
	}

	/** {@return what is seen after the next frame, null if that is nothing new} */
	private Planes decodeFrame() throws DecodeException {
		Bits bits = new Bits(stream.bytes(), position, stream.end());
		FrameHeader frame = FrameHeader.read(bits, header, header.width, header.height);
		charge(frame);
		Sections sections = Sections.read(bits, frame, stream.bytes(), stream.end());
		position = sections.end;
		if (!sections.isWhole()) {
			damage.report(JxlText.TRUNCATED, stream.end(), frames);
		}
		Planes low = null;
		if (frame.has(FrameHeader.USE_LF_FRAME)) {
			low = frame.lfLevel < SLOTS ? lowFrequencies[frame.lfLevel] : null;
			if (low == null) {
				throw new DecodeException(JxlText.NO_LOW_FREQUENCIES);
			}
		}
		FrameDecoding decoding = new FrameDecoding(header, frame, sections, references, low, threads, damage, limit);
		Planes planes = decoding.decode(frames);
		frames++;
		transformed |= frame.ycc;
		lastShown = frame.isShown() && (frame.last || frame.duration > 0);
		return place(frame, decoding, planes);
	}

	/** Makes sure that no codestream takes much more memory and time than its image. */
	private void charge(FrameHeader frame) throws DecodeException {
		long values = (long) frame.fullWidth * frame.fullHeight * (3 + header.extra.length);
		work += values + LEAST_WORK;
		if (values > limit || work > MAX_WORK * limit || (long) frame.fullWidth * frame.fullHeight > MAX_PIXELS) {
			throw new DecodeException(JxlText.FRAMES_LARGER_THAN_IMAGE, frame.fullWidth, frame.fullHeight);
		}
	}

	private Planes place(FrameHeader frame, FrameDecoding decoding, Planes planes) throws DecodeException {
		if (frame.type == FrameHeader.LOW_FREQUENCY) {
			lowFrequencies[frame.lfLevel - 1] = planes;
			return null;
		}
		boolean referable = !frame.last && (frame.duration == 0 || frame.saveAs != 0);
		if (referable && frame.saveBeforeColours) {
			references[frame.saveAs] = new Reference(planes, true);
			if (!frame.isShown()) {
				return null;
			}
			planes = planes.copy();
		}
		Planes coloured = decoding.colours(planes);
		Planes shown = frame.isShown() ? new Blender(header, frame, references).blend(coloured) : coloured;
		if (referable && !frame.saveBeforeColours) {
			references[frame.saveAs] = new Reference(shown, false);
		}
		return frame.isShown() ? shown : null;
	}
}
