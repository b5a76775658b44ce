package org.dicompreview.viewer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/** A slice with attributes, without a file. */
public final class FakeImage implements Slice {

	/** The header of a file that there is not. */
	private static final class Header implements InstanceHeader {

		private final Map<Integer, List<String>> values = new HashMap<>();

		@Override
		public boolean contains(int tag) {
			return values.containsKey(tag);
		}

		@Override
		public List<String> strings(int tag) {
			return values.getOrDefault(tag, List.of());
		}

		@Override
		public double[] numbers(int tag) {
			return strings(tag).stream().mapToDouble(Double::parseDouble).toArray();
		}

		@Override
		public List<Attributes> items(int tag) {
			return List.of();
		}

		@Override
		public InstanceLocation location() {
			return FileLocation.unseen(Path.of("none")); //$NON-NLS-1$
		}

		@Override
		public TransferSyntax transferSyntax() {
			return TransferSyntax.of("1.2.840.10008.1.2.1"); //$NON-NLS-1$
		}

		@Override
		public String sopInstanceUid() {
			return "1.2"; //$NON-NLS-1$
		}

		@Override
		public String sopClassUid() {
			return "1.3"; //$NON-NLS-1$
		}

		@Override
		public boolean hasPixels() {
			return true;
		}

		@Override
		public int frameCount() {
			return 1;
		}

		@Override
		public Attributes frame(int frame) {
			return this;
		}

		@Override
		public Optional<Problem> problem() {
			return Optional.empty();
		}
	}

	private final Header header = new Header();
	private final int position;
	private SliceStack stack;

	/** @param position along the stack */
	public FakeImage(int position) {
		this.position = position;
	}

	/**
	 * An axial image of 100 columns and 80 rows, 2 mm wide and 3 mm high each, whose first pixel lies at (-99, -100, z).
	 *
	 * @param position along the stack
	 * @param z        in mm
	 */
	public static FakeImage axial(int position, double z) {
		return new FakeImage(position).set(Tag.COLUMNS, 100).set(Tag.ROWS, 80).set(Tag.PIXEL_SPACING, 3, 2)
				.set(Tag.IMAGE_POSITION_PATIENT, -99, -100, z).set(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
				.set(Tag.FRAME_OF_REFERENCE_UID, "1.2.3"); //$NON-NLS-1$
	}

	/** Sets numbers. {@return this} */
	public FakeImage set(int tag, double... numbers) {
		header.values.put(tag, Arrays.stream(numbers).mapToObj(Double::toString).toList());
		return this;
	}

	/** Sets a text. {@return this} */
	public FakeImage set(int tag, String text) {
		header.values.put(tag, List.of(text));
		return this;
	}

	/** Says to which stack it belongs. */
	void setStack(SliceStack stack) {
		this.stack = stack;
	}

	@Override
	public SliceStack stack() {
		return stack;
	}

	@Override
	public InstanceHeader instance() {
		return header;
	}

	@Override
	public int frame() {
		return 0;
	}

	@Override
	public OptionalDouble offset() {
		return imagePlane().map(ImagePlane::plane).map(plane -> OptionalDouble.of(plane.offset(plane.normal())))
				.orElse(OptionalDouble.empty());
	}

	@Override
	public int position() {
		return position;
	}

	@Override
	public int coordinate(int axis) {
		return 0;
	}

	@Override
	public Optional<Problem> problem() {
		return Optional.empty();
	}
}
