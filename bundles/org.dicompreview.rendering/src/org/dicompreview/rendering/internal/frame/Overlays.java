package org.dicompreview.rendering.internal.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.internal.mark.OverlayPlane;

/**
 * The overlay planes of an instance (PS3.3 C.9.2 and C.9.3): groups 6000 to 601E with their own data, or in bits of the
 * pixel data that the image does not use (retired, but found). Read at first use, then kept; for several threads.
 */
final class Overlays {

	static final int GROUPS = 16;
	/** The largest Rows and Columns there are. */
	private static final int LONGEST = 0xFFFF;

	/**
	 * The overlay of one group.
	 *
	 * @param plane      its first frame; without bits if those are in the pixel data
	 * @param frames     number of its frames; 0 if it applies to all frames of the image
	 * @param firstFrame frame of the image, from 0, that its first frame lies on
	 * @param bit        place of its bit in a pixel, -1 if it has data of its own
	 */
	private record Group(OverlayPlane plane, int frames, int firstFrame, int bit) {

		int own(int index) {
			return frames == 0 ? 0 : index - firstFrame;
		}

		boolean covers(int index) {
			return own(index) >= 0 && (frames == 0 || own(index) < frames);
		}
	}

	private final DataSetValues data;
	private List<Group> groups;

	Overlays(DataSetValues data) {
		this.data = data;
	}

	/**
	 * {@return the planes that lie on a frame}
	 *
	 * @param frame   the frame
	 * @param encoded the same before decoding
	 * @param index   of the frame, from 0
	 */
	List<OverlayPlane> of(Frame frame, EncodedFrame encoded, int index) {
		List<OverlayPlane> planes = separate(index);
		for (Group group : groups()) {
			if (group.bit() >= 0 && group.covers(index)) {
				embedded(group.plane(), group.bit(), encoded, frame).ifPresent(planes::add);
			}
		}
		return planes;
	}

	/** {@return whether a plane that lies on a frame is in bits of its pixel data} @param index of the frame, from 0 */
	boolean inPixelData(int index) {
		return groups().stream().anyMatch(group -> group.bit() >= 0 && group.covers(index));
	}

	/** {@return the planes with data of their own that lie on a frame} @param index of the frame, from 0 */
	List<OverlayPlane> separate(int index) {
		List<OverlayPlane> planes = new ArrayList<>();
		for (Group group : groups()) {
			if (group.bit() < 0 && group.covers(index)) {
				OverlayPlane plane = group.plane();
				long offset = (long) group.own(index) * plane.rows() * plane.columns();
				if (offset < plane.bits().length()) {
					planes.add(plane.with(plane.bits(), (int) offset));
				}
			}
		}
		return planes;
	}

	private synchronized List<Group> groups() {
		if (groups == null) {
			List<Group> found = new ArrayList<>();
			for (int group = 0; group < GROUPS; group++) {
				read(group).ifPresent(found::add);
			}
			groups = found;
		}
		return groups;
	}

	private Optional<Group> read(int group) {
		Attributes attributes = data.attributes();
		int rows = attributes.integer(Tag.overlay(Tag.OVERLAY_ROWS, group)).orElse(0);
		int columns = attributes.integer(Tag.overlay(Tag.OVERLAY_COLUMNS, group)).orElse(0);
		if (rows < 1 || columns < 1 || rows > LONGEST || columns > LONGEST) {
			return Optional.empty();
		}
		double[] origin = attributes.numbers(Tag.overlay(Tag.OVERLAY_ORIGIN, group));
		int top = origin.length < 2 ? 0 : (int) origin[0] - 1;
		int left = origin.length < 2 ? 0 : (int) origin[1] - 1;
		boolean region = attributes.string(Tag.overlay(Tag.OVERLAY_TYPE, group)).filter("R"::equals).isPresent();
		int frames = attributes.integer(Tag.overlay(Tag.NUMBER_OF_FRAMES_IN_OVERLAY, group)).orElse(0);
		int first = attributes.integer(Tag.overlay(Tag.IMAGE_FRAME_ORIGIN, group)).orElse(0);
		int bit = -1;
		BitSet bits = new BitSet();
		if (attributes.contains(Tag.overlay(Tag.OVERLAY_DATA, group))) {
			bits = BitSet.valueOf(data.bytes(Tag.overlay(Tag.OVERLAY_DATA, group)));
		} else {
			bit = attributes.integer(Tag.overlay(Tag.OVERLAY_BIT_POSITION, group)).orElse(-1);
			if (bit < 0 || bit > 31) {
				return Optional.empty();
			}
		}
		boolean everywhere = frames < 1 || frames == 1 && first < 1;
		return Optional.of(new Group(new OverlayPlane(group, columns, rows, left, top, region, bits, 0),
				everywhere ? 0 : frames, Math.max(0, first - 1), bit));
	}

	private static Optional<OverlayPlane> embedded(OverlayPlane plane, int bit, EncodedFrame encoded, Frame frame) {
		PixelFormat format = encoded.format();
		int bytes = format.bitsAllocated() / 8;
		boolean ofImage = bit <= format.highBit() && bit > format.highBit() - format.bitsStored();
		if (encoded.transferSyntax().encapsulated() || ofImage || bit >= format.bitsAllocated() || frame.channels() != 1
				|| format.bitsAllocated() % 8 != 0 || plane.columns() != frame.columns()
				|| plane.rows() != frame.rows()) {
			return Optional.empty();
		}
		int count = Math.min(encoded.length() / bytes, frame.columns() * frame.rows());
		BitSet bits = new BitSet(count);
		int at = encoded.offset() + bit / 8;
		for (int i = 0; i < count; i++, at += bytes) {
			if ((encoded.bytes()[at] >> bit % 8 & 1) != 0) {
				bits.set(i);
			}
		}
		return Optional.of(plane.with(bits, 0));
	}
}
