package org.dicompreview.rendering.planes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;

/** What is known of a picture that no file holds: the attributes of an image, with those of the picture in place of some. */
final class ReformattedHeader implements InstanceHeader {

	private static final TransferSyntax NATIVE = TransferSyntax.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
	/** What counts for stored values or the plane of the image alone. */
	private static final Set<Integer> LEFT_OUT = Set.of(Tag.RESCALE_SLOPE, Tag.RESCALE_INTERCEPT, Tag.MODALITY_LUT_SEQUENCE,
			Tag.DOSE_GRID_SCALING, Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, Tag.PIXEL_PADDING_VALUE, Tag.PIXEL_PADDING_RANGE_LIMIT,
			Tag.FLOAT_PIXEL_PADDING_VALUE, Tag.FLOAT_PIXEL_PADDING_RANGE_LIMIT, Tag.DOUBLE_FLOAT_PIXEL_PADDING_VALUE,
			Tag.DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT, Tag.SHUTTER_SHAPE, Tag.FRAME_DISPLAY_SHUTTER_SEQUENCE,
			Tag.GRID_FRAME_OFFSET_VECTOR, Tag.SLICE_LOCATION, Tag.IMAGER_PIXEL_SPACING, Tag.PIXEL_ASPECT_RATIO,
			Tag.PIXEL_SPACING_CALIBRATION_TYPE, Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, Tag.PIXEL_PRESENTATION,
			Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, Tag.VOI_LUT_SEQUENCE,
			Tag.PRESENTATION_LUT_SEQUENCE, Tag.INSTANCE_NUMBER, Tag.NUMBER_OF_FRAMES, Tag.FRAME_TIME, Tag.FRAME_TIME_VECTOR);
	private static final int OVERLAYS = 0x6000;
	private static final int OVERLAY_GROUPS = 0xFF00;

	private final SliceStack source;
	private final InstanceHeader image;
	private final Attributes attributes;
	private final String key;
	private final Map<Integer, double[]> numbers = new HashMap<>();

	/** @param picture what this is the header of @param nearest the image that lies nearest to it */
	ReformattedHeader(ReformattedSlice picture, Slice nearest) {
		ReformattedStack stack = picture.stack();
		source = stack.source();
		image = nearest.instance();
		attributes = nearest.attributes();
		key = new ReformattedKey(image.sopInstanceUid(), nearest.frame(), stack.reformat(), stack.offset(picture.position()))
				.format();
		Vector3 first = stack.firstPixel(picture.position());
		Vector3 right = CutPlane.unit(stack.rightStep());
		Vector3 down = CutPlane.unit(stack.downStep());
		double spacing = stack.alongStep().length();
		boolean patient = stack.grid().inPatient();
		numbers.put(Tag.ROWS, new double[] { stack.rows() });
		numbers.put(Tag.COLUMNS, new double[] { stack.columns() });
		numbers.put(Tag.PIXEL_SPACING, new double[] { stack.downStep().length(), stack.rightStep().length() });
		numbers.put(patient ? Tag.IMAGE_POSITION_PATIENT : Tag.IMAGE_POSITION_VOLUME,
				new double[] { first.x(), first.y(), first.z() });
		numbers.put(patient ? Tag.IMAGE_ORIENTATION_PATIENT : Tag.IMAGE_ORIENTATION_VOLUME,
				new double[] { right.x(), right.y(), right.z(), down.x(), down.y(), down.z() });
		numbers.put(Tag.SLICE_THICKNESS, new double[] { (2 * stack.planesBeside() + 1) * spacing });
		numbers.put(Tag.SPACING_BETWEEN_SLICES, new double[] { spacing });
	}

	private static boolean isLeftOut(int tag) {
		return LEFT_OUT.contains(tag) || (tag >>> 16 & OVERLAY_GROUPS) == OVERLAYS;
	}

	@Override
	public InstanceLocation location() {
		return image.location();
	}

	@Override
	public TransferSyntax transferSyntax() {
		return NATIVE;
	}

	@Override
	public String sopInstanceUid() {
		return key;
	}

	@Override
	public String sopClassUid() {
		return image.sopClassUid();
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
		Objects.checkIndex(frame, 1);
		return this;
	}

	@Override
	public Optional<Problem> problem() {
		return Optional.empty();
	}

	@Override
	public boolean contains(int tag) {
		return numbers.containsKey(tag) || !isLeftOut(tag) && attributes.contains(tag);
	}

	@Override
	public List<String> strings(int tag) {
		if (numbers.containsKey(tag)) {
			return Arrays.stream(numbers.get(tag)).mapToObj(number -> number == Math.rint(number) ? Long.toString((long) number)
					: Double.toString(number)).toList();
		}
		if (tag == Tag.IMAGE_TYPE) {
			return List.of("DERIVED", "SECONDARY", "REFORMATTED"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		return isLeftOut(tag) ? List.of() : attributes.strings(tag);
	}

	@Override
	public double[] numbers(int tag) {
		double[] own = numbers.get(tag);
		return own != null ? own.clone() : isLeftOut(tag) ? new double[0] : attributes.numbers(tag);
	}

	@Override
	public List<Attributes> items(int tag) {
		return isLeftOut(tag) ? List.of() : attributes.items(tag);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ReformattedHeader header && source == header.source && key.equals(header.key);
	}

	@Override
	public int hashCode() {
		return key.hashCode();
	}

	@Override
	public String toString() {
		return key;
	}
}
