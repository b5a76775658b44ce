package org.dicompreview.rendering.judges;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;

/**
 * An image that the tests make for one thing that rendering must do, with the picture that the standard asks for.
 *
 * @param name     what it is about
 * @param object   the image
 * @param syntax   how it is written
 * @param frame    which frame is shown, from 0
 * @param preset   the window that is chosen, or empty text for the first
 * @param expected display values of the frame, one or three a pixel
 * @param dcmtk    why DCMTK shows something else; empty text where it has to agree
 * @param pydicom  why pydicom and numpy show something else, likewise
 */
record Fixture(String name, DicomObject object, String syntax, int frame, String preset, int[] expected, String dcmtk,
		String pydicom) {

	/** Columns and rows of most of them. */
	static final int SIDE = 16;
	/** Number of their pixels. */
	static final int PIXELS = SIDE * SIDE;

	/** An image of one frame that both judges see as we do. */
	Fixture(String name, DicomObject object, int... expected) {
		this(name, object, DicomWriter.EXPLICIT_LITTLE, 0, "", expected, "", "");
	}

	/** {@return the same in another transfer syntax} */
	Fixture in(String transferSyntax) {
		return new Fixture(name, object, transferSyntax, frame, preset, expected, dcmtk, pydicom);
	}

	/** {@return the same with another frame} */
	Fixture at(int index) {
		return new Fixture(name, object, syntax, index, preset, expected, dcmtk, pydicom);
	}

	/** {@return the same with another window} */
	Fixture with(String id) {
		return new Fixture(name, object, syntax, frame, id, expected, dcmtk, pydicom);
	}

	/** {@return the same, but DCMTK differs} @param why with the section of the standard */
	Fixture notDcmtk(String why) {
		return new Fixture(name, object, syntax, frame, preset, expected, why, pydicom);
	}

	/** {@return the same, but pydicom differs} @param why with the section of the standard */
	Fixture notPydicom(String why) {
		return new Fixture(name, object, syntax, frame, preset, expected, dcmtk, why);
	}

	@Override
	public String toString() {
		return name;
	}

	/** {@return an image without pixels} */
	static DicomObject image(String name, String modality) {
		return new DicomObject().set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7").set(Tag.MODALITY, modality)
				.set(Tag.SOP_INSTANCE_UID, "2.25." + (1000 + Integer.toUnsignedLong(name.hashCode())));
	}

	/** {@return the image with pixels of any kind} @param bytes little endian */
	static DicomObject pixels(DicomObject image, int samples, String photometric, int allocated, int stored,
			boolean signed, byte[] bytes) {
		image.set(Tag.ROWS, SIDE).set(Tag.COLUMNS, SIDE).set(Tag.SAMPLES_PER_PIXEL, samples)
				.set(Tag.PHOTOMETRIC_INTERPRETATION, photometric).set(Tag.BITS_ALLOCATED, allocated)
				.set(Tag.BITS_STORED, stored).set(Tag.HIGH_BIT, stored - 1)
				.set(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0).bytes(Tag.PIXEL_DATA, allocated > 8 ? VR.OW : VR.OB, bytes);
		return samples > 1 ? image.set(Tag.PLANAR_CONFIGURATION, 0) : image;
	}

	/** {@return values for all pixels} @param value of the pixel with this index */
	static int[] all(IntUnaryOperator value) {
		return IntStream.range(0, PIXELS).map(value).toArray();
	}

	/** {@return numbers as values of an attribute} */
	static Object[] numbers(int... numbers) {
		return IntStream.of(numbers).boxed().toArray();
	}
}
