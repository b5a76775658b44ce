package org.dicompreview.fuzz;

import static org.dicompreview.fuzz.Target.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;

/** Asks for everything that was read. */
final class ReadValues {

	/** Of so many frames the rest is like them. */
	private static final int FRAMES = 6;

	private static final int[] TAGS = Arrays.stream(Tag.class.getFields()).mapToInt(field -> {
		try {
			return field.getInt(null);
		} catch (IllegalAccessException e) {
			throw new IllegalStateException(e);
		}
	}).toArray();

	private final DicomReaders reader;
	private final ReadLimits limits;

	ReadValues(DicomReaders reader, ReadLimits limits) {
		this.reader = reader;
		this.limits = limits;
	}

	/** Every element of a data set. */
	void of(Path file, DataSet set) {
		for (Element element : set.elements()) {
			check("an element that is listed is found", set.element(element.tag()).isPresent(), element);
			set.numbers(element.tag());
			set.strings(element.tag());
			try {
				byte[] value = reader.readValue(file, element, limits);
				check("no value is longer than its length", value.length <= element.length(), element);
			} catch (IOException e) {
				Target.reason(e);
			}
			element.items().forEach(item -> of(file, item));
		}
		set.problem().ifPresent(problem -> check("a problem has words", !problem.toString().isBlank(), problem.what().key()));
	}

	/** Every attribute of a header and its frames. */
	void of(InstanceHeader header) {
		each(header, 0);
		for (int frame = 0; frame < Math.min(FRAMES, header.frameCount()); frame++) {
			each(header.frame(frame), 0);
		}
		check("no frames without pixels", header.hasPixels() || header.frameCount() == 0, header.frameCount());
		check("the UIDs are there", header.sopInstanceUid() != null && header.sopClassUid() != null, header);
		header.problem().ifPresent(problem -> check("a problem has words", !problem.toString().isBlank(), problem.what().key()));
	}

	private static void each(Attributes attributes, int depth) {
		for (int tag : TAGS) {
			if (!attributes.contains(tag)) {
				continue;
			}
			attributes.string(tag);
			for (double number : attributes.numbers(tag)) {
				check("numbers are finite", Double.isFinite(number), Tag.format(tag));
			}
			if (depth < 2) {
				attributes.items(tag).forEach(item -> each(item, depth + 1));
			}
		}
	}

	/** The frames. */
	void pixels(InstanceHeader header) {
		try (PixelSource pixels = reader.openPixels(header, limits)) {
			check("there is a frame", pixels.frameCount() > 0, pixels.frameCount());
			for (int i = 0; i < pixels.frameCount(); i += 1 + i / FRAMES * pixels.frameCount() / FRAMES) {
				frame(pixels, i);
			}
		} catch (IOException e) {
			Target.reason(e);
		}
	}

	private void frame(PixelSource pixels, int index) {
		try {
			EncodedFrame frame = pixels.frame(index);
			check("a frame has bytes", frame.length() > 0, index);
			check("a frame is not longer than is allowed", frame.length() <= limits.frameBytes() + 8, frame.length());
		} catch (IOException e) {
			Target.reason(e);
		}
	}

	/** Compares a header with what came back of it. */
	void same(InstanceHeader header, InstanceHeader again) {
		check("the frames come back", header.frameCount() == again.frameCount(), again.frameCount());
		check("the transfer syntax comes back", header.transferSyntax().equals(again.transferSyntax()),
				again.transferSyntax());
		check("the place of the pixels comes back", header.pixelLocation().equals(again.pixelLocation()),
				again.pixelLocation());
		check("the problem comes back", message(header).equals(message(again)), message(again));
		same(header, again, 0);
		for (int frame = 0; frame < Math.min(FRAMES, header.frameCount()); frame++) {
			same(header.frame(frame), again.frame(frame), 0);
		}
	}

	private static String message(InstanceHeader header) {
		return header.problem().map(Problem::toString).orElse("");
	}

	private static void same(Attributes one, Attributes other, int depth) {
		for (int tag : TAGS) {
			check("an attribute comes back", one.contains(tag) == other.contains(tag), Tag.format(tag));
			check("its text comes back", one.strings(tag).equals(other.strings(tag)), Tag.format(tag));
			check("its numbers come back", Arrays.equals(one.numbers(tag), other.numbers(tag)), Tag.format(tag));
			List<Attributes> items = one.items(tag);
			check("its items come back", items.size() == other.items(tag).size(), Tag.format(tag));
			for (int i = 0; i < items.size() && depth < 2; i++) {
				same(items.get(i), other.items(tag).get(i), depth + 1);
			}
		}
	}
}
