package org.dicompreview.series.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;

/**
 * The order of frames without geometry: instance number, acquisition time, content time, frame number, file name as
 * people sort it. A total order; what is missing comes last.
 */
public final class FrameOrder {

	private static final Comparator<Key> ORDER = Comparator.comparingDouble((Key key) -> key.instance)
			.thenComparingDouble(key -> key.acquired).thenComparingDouble(key -> key.content)
			.thenComparingDouble(key -> key.number).thenComparing(Key::name, NaturalOrder.INSTANCE)
			.thenComparing(Key::folder, NaturalOrder.INSTANCE);

	private FrameOrder() {
	}

	/** {@return all frames of those instances that have images, in order} */
	public static List<ImageFrame> frames(Collection<InstanceHeader> instances) {
		List<ImageFrame> frames = new ArrayList<>(instances.size());
		for (InstanceHeader instance : instances) {
			if (Images.has(instance)) {
				frames.addAll(ImageFrame.all(instance));
			}
		}
		return sorted(frames);
	}

	/** {@return the frames in order} */
	public static List<ImageFrame> sorted(Collection<ImageFrame> frames) {
		return frames.stream().map(Key::new).sorted(ORDER).map(key -> key.frame).toList();
	}

	/** {@return the instances by location, the shortest first: what was copied later has the longer one in most cases} */
	public static List<InstanceHeader> byLocation(Collection<InstanceHeader> instances) {
		return instances.stream().sorted(Comparator.comparing((InstanceHeader each) -> each.location().toString(),
				Comparator.comparingInt(String::length).thenComparing(NaturalOrder.INSTANCE))).toList();
	}

	/** {@return the number of a frame within its instance, or within the concatenation that the instance is part of} */
	public static double number(ImageFrame frame) {
		return frame.frame() + frame.instance().number(Tag.CONCATENATION_FRAME_OFFSET_NUMBER).orElse(0);
	}

	private static final class Key {

		private final ImageFrame frame;
		private final double instance;
		private final double acquired;
		private final double content;
		private final double number;
		private String name;
		private String folder;

		Key(ImageFrame frame) {
			Attributes attributes = frame.attributes();
			OptionalDouble instanceNumber = frame.instance().number(Tag.INSTANCE_NUMBER);
			this.frame = frame;
			this.instance = instanceNumber.orElse(Double.NaN);
			this.acquired = Times.acquired(attributes);
			this.content = Times.content(attributes);
			this.number = FrameOrder.number(frame);
		}

		/** Asked for in ties only. A location makes them anew each time. */
		String name() {
			if (name == null) {
				name = frame.instance().location().name();
			}
			return name;
		}

		String folder() {
			if (folder == null) {
				folder = frame.instance().location().folder();
			}
			return folder;
		}
	}
}
