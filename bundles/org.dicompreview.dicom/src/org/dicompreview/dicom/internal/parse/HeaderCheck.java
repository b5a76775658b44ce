package org.dicompreview.dicom.internal.parse;

import java.util.Arrays;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.internal.model.BlockWriter;
import org.dicompreview.dicom.internal.model.TopLevelElements;
import org.dicompreview.dicom.internal.text.CharacterSet;

/**
 * Looks for values that contradict the standard, each other or the pixel data so much that somebody has to know, even
 * where the image can be shown. Says the first that it finds. Kept by one thread: images of a series differ in so little
 * that after the first only that has to be looked at.
 */
public final class HeaderCheck {

	/** All UIDs of the standard begin so (PS3.5 section 9). */
	private static final String STANDARD = "1.2.840.10008."; //$NON-NLS-1$
	private static final int[] TAGS = { Tag.SPECIFIC_CHARACTER_SET, Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID,
			Tag.SERIES_INSTANCE_UID, Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT, Tag.SAMPLES_PER_PIXEL,
			Tag.PHOTOMETRIC_INTERPRETATION, Tag.NUMBER_OF_FRAMES, Tag.ROWS, Tag.COLUMNS, Tag.PIXEL_SPACING,
			Tag.BITS_ALLOCATED, Tag.BITS_STORED, Tag.HIGH_BIT, Tag.PIXEL_REPRESENTATION, Tag.WINDOW_WIDTH,
			Tag.RESCALE_SLOPE, Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA };
	private static final int[] PALETTE = { Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA };
	/** How far a direction may be from a unit vector, and two from perpendicular; files round. */
	private static final double TOLERANCE = 0.05;

	private Attributes header;
	/** What was sound the last time, but for identifier and position. */
	private byte[] sound;
	private int soundPixels;
	private long soundLength;

	/**
	 * {@return the first problem, without file and byte}
	 *
	 * @param attributes the header
	 * @param syntax     its transfer syntax
	 * @param pixels     where the pixel data are, {@code null} if there are none
	 * @param available  bytes of them that the file holds, in native form; -1 if they are encapsulated
	 */
	Optional<Problem> check(BlockWriter attributes, TransferSyntax syntax, PixelPlace pixels, long available) {
		TopLevelElements picked = new TopLevelElements(attributes, TAGS);
		header = picked;
		if (pixels == null || !syntax.known() || !hasValue(Tag.SOP_CLASS_UID)) {
			return Optional.ofNullable(complaint(syntax, pixels == null ? 0 : pixels.tag(), available));
		}
		Problem complaint = ofInstance();
		if (complaint == null) {
			byte[] rest = picked.without(Tag.SOP_INSTANCE_UID, Tag.IMAGE_POSITION_PATIENT);
			boolean known = soundPixels == pixels.tag() && soundLength == available && Arrays.equals(rest, sound);
			complaint = known ? null : image(pixels.tag(), available);
			if (complaint == null) {
				sound = rest;
				soundPixels = pixels.tag();
				soundLength = available;
			}
		}
		return Optional.ofNullable(complaint);
	}

	/**
	 * {@return the first problem, without file and byte about a header, whoever has read it}
	 *
	 * @param attributes the header
	 * @param syntax     its transfer syntax
	 * @param pixelTag   the attribute that has the pixel data, 0 if there are none
	 * @param available  bytes of them that the file holds, in native form; -1 if they are encapsulated
	 */
	public static Optional<Problem> of(Attributes attributes, TransferSyntax syntax, int pixelTag, long available) {
		HeaderCheck check = new HeaderCheck();
		check.header = attributes;
		return Optional.ofNullable(check.complaint(syntax, pixelTag, available));
	}

	private Problem complaint(TransferSyntax syntax, int pixelTag, long available) {
		if (!syntax.known()) {
			return Problem.of(syntax.uid().startsWith(STANDARD) ? DicomText.TRANSFER_SYNTAX_UNKNOWN
					: DicomText.TRANSFER_SYNTAX_PRIVATE, syntax.uid()).at(Tag.TRANSFER_SYNTAX_UID, -1);
		}
		if (!hasValue(Tag.SOP_CLASS_UID)) {
			return pixelTag == 0 ? null : size(); // from before DICOM: other rules
		}
		if (pixelTag == 0) {
			Problem complaint = characterSet();
			return complaint == null ? absence() : complaint;
		}
		Problem complaint = ofInstance();
		return complaint == null ? image(pixelTag, available) : complaint;
	}

	private Problem ofInstance() {
		Problem complaint = identity();
		return complaint == null ? position() : complaint;
	}

	private boolean hasValue(int tag) {
		return header instanceof TopLevelElements picked ? picked.hasValue(tag)
				: header.contains(tag) && header.strings(tag).stream().anyMatch(text -> !text.isEmpty());
	}

	private Problem image(int pixelTag, long available) {
		Problem complaint = characterSet();
		complaint = complaint == null ? geometry() : complaint;
		complaint = complaint == null ? size() : complaint;
		complaint = complaint == null ? samples(pixelTag) : complaint;
		complaint = complaint == null && available >= 0 ? frames(pixelTag, available) : complaint;
		return complaint == null ? window() : complaint;
	}

	/** Nobody can use such a window, so another takes its place. */
	private Problem window() {
		return hasValue(Tag.WINDOW_WIDTH) && Arrays.stream(header.numbers(Tag.WINDOW_WIDTH)).anyMatch(width -> !(width > 0))
				? Problem.of(DicomText.WINDOW_WIDTH_NOT_POSITIVE).at(Tag.WINDOW_WIDTH, -1).asNote() : null;
	}

	private Problem absence() {
		boolean image = hasValue(Tag.ROWS) && hasValue(Tag.PHOTOMETRIC_INTERPRETATION);
		return image ? Problem.of(DicomText.NO_PIXEL_DATA).at(Tag.PIXEL_DATA, -1) : null;
	}

	private Problem identity() {
		return !hasValue(Tag.SOP_INSTANCE_UID) ? missing(Tag.SOP_INSTANCE_UID)
				: !hasValue(Tag.SERIES_INSTANCE_UID) ? missing(Tag.SERIES_INSTANCE_UID) : null;
	}

	private Problem characterSet() {
		if (hasValue(Tag.SPECIFIC_CHARACTER_SET)) {
			for (String term : header.strings(Tag.SPECIFIC_CHARACTER_SET)) {
				if (!CharacterSet.isKnown(term)) {
					return Problem.of(DicomText.CHARACTER_SET_UNKNOWN, term).at(Tag.SPECIFIC_CHARACTER_SET, -1);
				}
			}
		}
		return null;
	}

	private static Problem missing(int tag) {
		return Problem.of(DicomText.VALUE_MISSING).at(tag, -1);
	}

	private Problem position() {
		return hasValue(Tag.IMAGE_POSITION_PATIENT) && header.numbers(Tag.IMAGE_POSITION_PATIENT).length != 3
				? Problem.of(DicomText.POSITION_INVALID).at(Tag.IMAGE_POSITION_PATIENT, -1) : null;
	}

	private Problem geometry() {
		if (hasValue(Tag.IMAGE_ORIENTATION_PATIENT)
				&& !isOrientation(header.numbers(Tag.IMAGE_ORIENTATION_PATIENT))) {
			return Problem.of(DicomText.ORIENTATION_INVALID).at(Tag.IMAGE_ORIENTATION_PATIENT, -1);
		}
		if (hasValue(Tag.PIXEL_SPACING)) {
			double[] spacing = header.numbers(Tag.PIXEL_SPACING);
			if (spacing.length != 2 || !(spacing[0] > 0 && spacing[1] > 0)) {
				return Problem.of(DicomText.PIXEL_SPACING_INVALID).at(Tag.PIXEL_SPACING, -1);
			}
		}
		return hasValue(Tag.RESCALE_SLOPE) && header.number(Tag.RESCALE_SLOPE).orElse(0) == 0
				? Problem.of(DicomText.RESCALE_SLOPE_INVALID).at(Tag.RESCALE_SLOPE, -1) : null;
	}

	private static boolean isOrientation(double[] v) {
		return v.length == 6 && isUnit(v[0], v[1], v[2]) && isUnit(v[3], v[4], v[5])
				&& Math.abs(v[0] * v[3] + v[1] * v[4] + v[2] * v[5]) < TOLERANCE;
	}

	private static boolean isUnit(double x, double y, double z) {
		return Math.abs(x * x + y * y + z * z - 1) < TOLERANCE;
	}

	private Problem size() {
		int tag = header.integer(Tag.ROWS).orElse(0) <= 0 ? Tag.ROWS : Tag.COLUMNS;
		return header.integer(tag).orElse(0) <= 0 ? Problem.of(DicomText.NO_IMAGE_SIZE).at(tag, -1) : null;
	}

	private Problem samples(int pixelTag) {
		String word = header.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(""); //$NON-NLS-1$
		Photometric photometric = Photometric.of(word);
		if (photometric == Photometric.UNKNOWN) {
			return word.isEmpty() ? missing(Tag.PHOTOMETRIC_INTERPRETATION)
					: Problem.of(DicomText.PHOTOMETRIC_INTERPRETATION_UNKNOWN, word).at(Tag.PHOTOMETRIC_INTERPRETATION, -1);
		}
		int samples = header.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
		if (samples < 1 || samples > 4 || photometric.isGrey() && samples != 1) {
			return Problem.of(DicomText.SAMPLES_PER_PIXEL_OF_KIND, samples, word).at(Tag.SAMPLES_PER_PIXEL, -1);
		}
		if (photometric == Photometric.PALETTE_COLOR && header.contains(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA)) {
			for (int tag : PALETTE) {
				if (!header.contains(tag)) {
					return missing(tag);
				}
			}
		}
		return SampleKind.of(pixelTag) == SampleKind.INTEGER ? bits() : null;
	}

	private Problem bits() {
		int allocated = header.integer(Tag.BITS_ALLOCATED).orElse(0);
		int stored = header.integer(Tag.BITS_STORED).orElse(allocated);
		int high = header.integer(Tag.HIGH_BIT).orElse(stored - 1);
		if (allocated < 1 || allocated > 64) {
			return Problem.of(DicomText.BITS_ALLOCATED, allocated).at(Tag.BITS_ALLOCATED, -1);
		}
		if (stored < 1 || stored > allocated) {
			return Problem.of(DicomText.BITS_STORED, stored, allocated).at(Tag.BITS_STORED, -1);
		}
		if (high < stored - 1 || high >= allocated) {
			return Problem.of(DicomText.HIGH_BIT, stored, high).at(Tag.HIGH_BIT, -1);
		}
		return hasValue(Tag.PIXEL_REPRESENTATION) ? null : missing(Tag.PIXEL_REPRESENTATION);
	}

	private Problem frames(int pixelTag, long available) {
		long frames = hasValue(Tag.NUMBER_OF_FRAMES)
				? (long) header.number(Tag.NUMBER_OF_FRAMES).orElse(0) : 1;
		if (frames < 1) {
			return Problem.of(DicomText.NUMBER_OF_FRAMES_NOT_POSITIVE).at(Tag.NUMBER_OF_FRAMES, -1);
		}
		double bytes;
		try {
			bytes = PixelFormat.of(header, SampleKind.of(pixelTag), null).nativeFrameBits() / 8.0;
		} catch (DicomException e) {
			return e.problem();
		}
		if (available >= Math.floor(bytes * frames)) {
			return null;
		}
		return available < Math.floor(bytes)
				? Problem.of(DicomText.PIXEL_DATA_TOO_SHORT, available, (long) bytes).at(pixelTag, -1)
				: Problem.of(DicomText.FRAMES_STATED_AND_HELD, frames, (long) (available / bytes)).at(Tag.NUMBER_OF_FRAMES, -1);
	}
}
