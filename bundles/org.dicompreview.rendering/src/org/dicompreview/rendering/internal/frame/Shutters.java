package org.dicompreview.rendering.internal.frame;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.internal.mark.Marks;
import org.dicompreview.rendering.internal.mark.OverlayPlane;
import org.dicompreview.rendering.internal.mark.Shutter;

/** Reads the display shutter of a frame (PS3.3 C.7.6.11, C.7.6.16.2.15). */
final class Shutters {

	private static final double[] NO_POLYGON = {};

	private Shutters() {
	}

	/**
	 * {@return the shutter; absent if there is none, none of its shapes is complete, or nothing of the image would be
	 * left: a shape that hides all is a mistake}
	 *
	 * @param attributes of the image, frame or presentation state
	 * @param aspect     height of a pixel divided by its width
	 * @param frame      that it lies on
	 */
	static Optional<Shutter> read(Attributes attributes, double aspect, Frame frame) {
		List<String> shapes = attributes.strings(Tag.SHUTTER_SHAPE).stream()
				.map(shape -> shape.strip().toUpperCase(Locale.ROOT)).toList();
		int value = value(attributes);
		Shutter.Rectangle rectangle = shapes.contains("RECTANGULAR") ? rectangle(attributes) : null;
		Shutter.Circle circle = shapes.contains("CIRCULAR") ? circle(attributes, aspect) : null;
		double[] polygon = shapes.contains("POLYGONAL") ? polygon(attributes) : NO_POLYGON;
		rectangle = rectangle != null && leaves(new Shutter(rectangle, null, NO_POLYGON, value), frame) ? rectangle
				: null;
		circle = circle != null && leaves(new Shutter(null, circle, NO_POLYGON, value), frame) ? circle : null;
		polygon = polygon.length > 0 && leaves(new Shutter(null, null, polygon, value), frame) ? polygon : NO_POLYGON;
		if (rectangle == null && circle == null && polygon.length == 0) {
			return Optional.empty();
		}
		return Optional.of(new Shutter(rectangle, circle, polygon, value)).filter(shutter -> leaves(shutter, frame));
	}

	private static boolean leaves(Shutter shutter, Frame frame) {
		return shutter.leavesAny(frame.columns(), frame.rows());
	}

	/**
	 * {@return the marks of an image}
	 *
	 * @param attributes of the image or frame
	 * @param aspect     height of a pixel divided by its width
	 * @param overlays   its overlay planes, of which one may be a bitmap shutter (C.7.6.15)
	 * @param frame      that they lie on
	 */
	static Marks marks(Attributes attributes, double aspect, List<OverlayPlane> overlays, Frame frame) {
		List<OverlayPlane> masks = masks(attributes, overlays);
		return new Marks(read(attributes, aspect, frame), hiding(masks, frame), value(attributes),
				overlays.stream().filter(plane -> !masks.contains(plane)).toList(), List.of());
	}

	/** {@return those of some overlay planes that are bitmap shutters} */
	static List<OverlayPlane> masks(Attributes attributes, List<OverlayPlane> overlays) {
		int group = attributes.integer(Tag.SHUTTER_OVERLAY_GROUP).orElse(0);
		return attributes.strings(Tag.SHUTTER_SHAPE).contains("BITMAP")
				? overlays.stream().filter(plane -> 0x6000 + 2 * plane.group() == group).toList() : List.of();
	}

	/** {@return those of some bitmap shutters that leave something of the frame} */
	static List<OverlayPlane> hiding(List<OverlayPlane> masks, Frame frame) {
		return masks.stream().filter(mask -> !hidesAll(mask, frame)).toList();
	}

	private static boolean hidesAll(OverlayPlane mask, Frame frame) {
		boolean covers = mask.left() <= 0 && mask.top() <= 0 && mask.left() + mask.columns() >= frame.columns()
				&& mask.top() + mask.rows() >= frame.rows();
		for (int row = 0; covers && row < frame.rows(); row++) {
			int first = mask.offset() + (row - mask.top()) * mask.columns() - mask.left();
			covers = mask.bits().nextClearBit(first) >= first + frame.columns();
		}
		return covers;
	}

	/** {@return display value of what a shutter hides: a P-Value of 16 bits, black if none is given} */
	static int value(Attributes attributes) {
		double stated = attributes.number(Tag.SHUTTER_PRESENTATION_VALUE).orElse(0);
		return (int) Math.round(Math.max(0, Math.min(0xFFFF, stated)) / 257);
	}

	/** Edges name the last columns and rows that are seen, counted from 1. */
	private static Shutter.Rectangle rectangle(Attributes attributes) {
		double left = attributes.number(Tag.SHUTTER_LEFT_VERTICAL_EDGE).orElse(Double.NaN);
		double right = attributes.number(Tag.SHUTTER_RIGHT_VERTICAL_EDGE).orElse(Double.NaN);
		double top = attributes.number(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE).orElse(Double.NaN);
		double bottom = attributes.number(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE).orElse(Double.NaN);
		boolean usable = left <= right && top <= bottom;
		return usable ? new Shutter.Rectangle(left - 1, right, top - 1, bottom) : null;
	}

	private static Shutter.Circle circle(Attributes attributes, double aspect) {
		double[] center = attributes.numbers(Tag.CENTER_OF_CIRCULAR_SHUTTER);
		double radius = attributes.number(Tag.RADIUS_OF_CIRCULAR_SHUTTER).orElse(0);
		boolean usable = center.length >= 2 && radius > 0;
		return usable ? new Shutter.Circle(center[1] - 0.5, center[0] - 0.5, radius, aspect) : null;
	}

	private static double[] polygon(Attributes attributes) {
		double[] vertices = attributes.numbers(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER);
		double[] polygon = new double[vertices.length < 6 ? 0 : vertices.length & ~1];
		for (int i = 0; i < polygon.length; i++) {
			polygon[i] = vertices[i] - 0.5;
		}
		return polygon;
	}
}
