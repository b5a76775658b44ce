package org.dicompreview.codec.internal.stream;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.DecodeException;

/**
 * A frame header, T.81 B.2.2.
 *
 * @param marker     which start of frame
 * @param precision  bits of a sample, 1-16
 * @param rows       number of lines; 0 if a DNL or LSE segment tells it later
 * @param columns    samples per line of the largest component, 1-65535 (0 only in JPEG-LS, if an LSE segment tells it)
 * @param components 1-4 components in order
 */
public record FrameHeader(int marker, int precision, int rows, int columns, List<Component> components) {

	/** Most components that an image of DICOM has. */
	public static final int MAX_COMPONENTS = 4;

	/**
	 * A component.
	 *
	 * @param id           identifier 0-255
	 * @param horizontal   horizontal sampling factor 1-4
	 * @param vertical     vertical sampling factor 1-4
	 * @param quantization quantization table 0-3, not used by JPEG-LS and lossless processes
	 */
	public record Component(int id, int horizontal, int vertical, int quantization) {
	}

	/** Keeps the list unchangeable. */
	public FrameHeader {
		components = List.copyOf(components);
	}

	/** {@return the header in a start of frame segment} @throws DecodeException if it is not a valid one */
	public static FrameHeader parse(Segment segment) throws DecodeException {
		int precision = segment.u8(0);
		int count = segment.u8(5);
		if (precision < 1 || precision > 16) {
			throw segment.failure(SegmentText.STATES_PRECISION, precision);
		}
		if (count < 1 || count > MAX_COMPONENTS) {
			throw segment.failure(SegmentText.STATES_COMPONENTS, count);
		}
		int columns = segment.u16(3);
		if (columns == 0 && segment.marker() != Marker.SOF55) {
			throw segment.failure(SegmentText.STATES_NO_WIDTH);
		}
		List<Component> components = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			components.add(component(segment, 6 + 3 * i));
		}
		return new FrameHeader(segment.marker(), precision, segment.u16(1), columns, components);
	}

	private static Component component(Segment segment, int position) throws DecodeException {
		int sampling = segment.u8(position + 1);
		int horizontal = sampling >> 4;
		int vertical = sampling & 15;
		if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4) {
			throw segment.failure(SegmentText.STATES_SAMPLING_FACTORS, horizontal, vertical);
		}
		return new Component(segment.u8(position), horizontal, vertical, segment.u8(position + 2));
	}

	/** {@return this with another number of lines} */
	public FrameHeader withRows(int number) {
		return new FrameHeader(marker, precision, number, columns, components);
	}

	/** {@return the largest horizontal sampling factor} */
	public int maxHorizontal() {
		return components.stream().mapToInt(Component::horizontal).max().orElse(1);
	}

	/** {@return the largest vertical sampling factor} */
	public int maxVertical() {
		return components.stream().mapToInt(Component::vertical).max().orElse(1);
	}
}
