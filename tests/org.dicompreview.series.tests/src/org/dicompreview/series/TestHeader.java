package org.dicompreview.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;

/** A header made by hand: values are numbers, texts with backslashes between them, or lists of items. */
public final class TestHeader implements InstanceHeader {

	private static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";

	/** A data set or item made by hand. */
	public static class Item implements Attributes {

		private final Map<Integer, Object> values = new HashMap<>();

		/** Sets an attribute. */
		public Item with(int tag, Object value) {
			values.put(tag, value);
			return this;
		}

		@Override
		public boolean contains(int tag) {
			return values.containsKey(tag);
		}

		@Override
		public List<String> strings(int tag) {
			Object value = values.get(tag);
			if (value == null || value instanceof List) {
				return List.of();
			}
			if (value instanceof double[] numbers) {
				List<String> texts = new ArrayList<>();
				for (double number : numbers) {
					texts.add(Double.toString(number));
				}
				return texts;
			}
			return List.of(value.toString().split("\\\\", -1));
		}

		@Override
		public double[] numbers(int tag) {
			Object value = values.get(tag);
			if (value instanceof double[] numbers) {
				return numbers.clone();
			}
			if (value instanceof Number number) {
				return new double[] { number.doubleValue() };
			}
			List<String> texts = strings(tag);
			double[] numbers = new double[texts.size()];
			for (int i = 0; i < numbers.length; i++) {
				try {
					numbers[i] = Double.parseDouble(texts.get(i).strip());
				} catch (NumberFormatException e) {
					return new double[0];
				}
				if (!Double.isFinite(numbers[i])) {
					return new double[0];
				}
			}
			return numbers;
		}

		@Override
		public List<Attributes> items(int tag) {
			return values.get(tag) instanceof List<?> items ? items.stream().map(Attributes.class::cast).toList() : List.of();
		}
	}

	private final Item own = new Item();
	private final List<Item> frames = new ArrayList<>();
	private final Path path;
	private boolean pixels = true;
	private int frameCount = 1;
	private InstanceLocation place;
	private long modified = 1;
	private TransferSyntax syntax = TransferSyntax.of(EXPLICIT_LITTLE_ENDIAN);

	/** A single-frame image of a series, 64 x 64 and grey. */
	public TestHeader(String file) {
		this.path = Path.of("/data", file);
		with(Tag.SOP_INSTANCE_UID, "1.2.3." + Math.abs(file.hashCode()));
		with(Tag.SERIES_INSTANCE_UID, "1.2.4");
		with(Tag.STUDY_INSTANCE_UID, "1.2.5");
		with(Tag.PATIENT_ID, "P1");
		with(Tag.PATIENT_NAME, "Doe^Jane");
		with(Tag.MODALITY, "MR");
		with(Tag.ROWS, 64);
		with(Tag.COLUMNS, 64);
		with(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
	}

	/** Sets an attribute of the instance. */
	public TestHeader with(int tag, Object value) {
		own.with(tag, value);
		return this;
	}

	/** Takes an attribute away. */
	public TestHeader without(int tag) {
		own.values.remove(tag);
		return this;
	}

	/** Lies axial at this height. */
	public TestHeader axial(double z) {
		return at(0, 0, z, 1, 0, 0, 0, 1, 0);
	}

	/** Lies somewhere: position, row direction, column direction. */
	public TestHeader at(double... numbers) {
		with(Tag.IMAGE_POSITION_PATIENT, new double[] { numbers[0], numbers[1], numbers[2] });
		return with(Tag.IMAGE_ORIENTATION_PATIENT, new double[] { numbers[3], numbers[4], numbers[5], numbers[6],
				numbers[7], numbers[8] });
	}

	/** Has frames that differ in what {@code each} sets. */
	public TestHeader frames(int count, BiConsumer<Item, Integer> each) {
		frameCount = count;
		with(Tag.NUMBER_OF_FRAMES, count);
		for (int i = 0; i < count; i++) {
			Item item = new Item();
			each.accept(item, i);
			frames.add(item);
		}
		return this;
	}

	/** Has frames that differ in nothing. */
	public TestHeader frames(int count) {
		return frames(count, (item, index) -> {});
	}

	/** Has no pixels. */
	public TestHeader document() {
		pixels = false;
		frameCount = 0;
		return this;
	}

	/** Has pixels in this transfer syntax. */
	public TestHeader syntax(TransferSyntax other) {
		syntax = other;
		return this;
	}

	/** Was changed at this time. */
	public TestHeader modified(long time) {
		modified = time;
		return this;
	}

	/** Lies in no file. */
	public TestHeader in(InstanceLocation other) {
		place = other;
		return this;
	}

	/** Has pixels but not a whole frame. */
	public TestHeader truncated() {
		frameCount = 0;
		return this;
	}

	@Override
	public InstanceLocation location() {
		return place == null ? FileLocation.of(path, 8192, modified) : place;
	}

	@Override
	public TransferSyntax transferSyntax() {
		return syntax;
	}

	@Override
	public String sopInstanceUid() {
		return string(Tag.SOP_INSTANCE_UID).orElse("");
	}

	@Override
	public String sopClassUid() {
		return string(Tag.SOP_CLASS_UID).orElse("");
	}

	@Override
	public boolean hasPixels() {
		return pixels;
	}

	@Override
	public int frameCount() {
		return frameCount;
	}

	@Override
	public Attributes frame(int frame) {
		if (frame < 0 || frame >= frameCount) {
			throw new IndexOutOfBoundsException(frame);
		}
		return frame < frames.size() ? new Flattened(frames.get(frame), own) : this;
	}

	@Override
	public Optional<Problem> problem() {
		return Optional.empty();
	}

	@Override
	public boolean contains(int tag) {
		return own.contains(tag);
	}

	@Override
	public List<String> strings(int tag) {
		return own.strings(tag);
	}

	@Override
	public double[] numbers(int tag) {
		return own.numbers(tag);
	}

	@Override
	public List<Attributes> items(int tag) {
		return own.items(tag);
	}

	private record Flattened(Attributes first, Attributes second) implements Attributes {

		private Attributes owner(int tag) {
			return first.contains(tag) ? first : second;
		}

		@Override
		public boolean contains(int tag) {
			return first.contains(tag) || second.contains(tag);
		}

		@Override
		public List<String> strings(int tag) {
			return owner(tag).strings(tag);
		}

		@Override
		public double[] numbers(int tag) {
			return owner(tag).numbers(tag);
		}

		@Override
		public List<Attributes> items(int tag) {
			return owner(tag).items(tag);
		}
	}
}
