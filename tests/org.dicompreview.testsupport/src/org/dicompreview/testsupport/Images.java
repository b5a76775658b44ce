package org.dicompreview.testsupport;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;

/** Puts pixels into objects. */
public final class Images {

	private Images() {
	}

	/** Sets the attributes of grey pixels with 16 bits allocated, and the pixels. @return the object */
	public static DicomObject grey16(DicomObject object, int columns, int rows, int bitsStored, boolean signed,
			short[] values) {
		byte[] bytes = new byte[values.length * 2];
		for (int i = 0; i < values.length; i++) {
			bytes[2 * i] = (byte) values[i];
			bytes[2 * i + 1] = (byte) (values[i] >> 8);
		}
		return describe(object, columns, rows, 1, "MONOCHROME2", 16, bitsStored) //$NON-NLS-1$
				.set(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0).bytes(Tag.PIXEL_DATA, VR.OW, bytes);
	}

	/** Sets the attributes of pixels with 8 bits a sample, and the pixels. @return the object */
	public static DicomObject bytes(DicomObject object, int columns, int rows, int samples, String photometric,
			byte[] values) {
		describe(object, columns, rows, samples, photometric, 8, 8).set(Tag.PIXEL_REPRESENTATION, 0)
				.bytes(Tag.PIXEL_DATA, VR.OB, values);
		return samples == 1 ? object : object.set(Tag.PLANAR_CONFIGURATION, 0);
	}

	/** Sets the attributes of one-bit pixels, and the pixels, eight to a byte without gaps. @return the object */
	public static DicomObject bits(DicomObject object, int columns, int rows, boolean[] values) {
		byte[] packed = new byte[(values.length + 7) / 8];
		for (int i = 0; i < values.length; i++) {
			packed[i / 8] |= (byte) (values[i] ? 1 << i % 8 : 0);
		}
		return describe(object, columns, rows, 1, "MONOCHROME2", 1, 1).set(Tag.PIXEL_REPRESENTATION, 0) //$NON-NLS-1$
				.bytes(Tag.PIXEL_DATA, VR.OB, packed);
	}

	private static DicomObject describe(DicomObject object, int columns, int rows, int samples, String photometric,
			int allocated, int stored) {
		return object.set(Tag.SAMPLES_PER_PIXEL, samples).set(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
				.set(Tag.ROWS, rows).set(Tag.COLUMNS, columns).set(Tag.BITS_ALLOCATED, allocated)
				.set(Tag.BITS_STORED, stored).set(Tag.HIGH_BIT, stored - 1);
	}

	/** Sets the attributes of the image plane. @return the object */
	public static DicomObject place(DicomObject object, Plane plane, double thickness, String frameOfReference) {
		double[] origin = plane.origin();
		return object.set(Tag.SLICE_THICKNESS, thickness)
				.set(Tag.IMAGE_POSITION_PATIENT, origin[0], origin[1], origin[2])
				.set(Tag.IMAGE_ORIENTATION_PATIENT, orientation(plane))
				.set(Tag.FRAME_OF_REFERENCE_UID, frameOfReference)
				.set(Tag.PIXEL_SPACING, plane.spacing(), plane.spacing());
	}

	/** {@return the six numbers of Image Orientation (Patient)} */
	public static Object[] orientation(Plane plane) {
		return new Object[] { plane.row()[0], plane.row()[1], plane.row()[2], plane.column()[0], plane.column()[1],
				plane.column()[2] };
	}

	/** {@return CT numbers of the head on a plane, with noise} */
	public static short[] hounsfield(Plane plane, int seed) {
		return values(plane.sample(HeadPhantom.Tissue::hounsfield), plane.columns(), seed, 6, -1024);
	}

	/** {@return the MR signal of the head on a plane, with noise} */
	public static short[] signal(Plane plane, int seed, double gain) {
		return values(plane.sample(tissue -> tissue.t1() * gain), plane.columns(), seed, 12, 0);
	}

	private static short[] values(double[] exact, int columns, int seed, double noise, int least) {
		short[] values = new short[exact.length];
		for (int i = 0; i < values.length; i++) {
			double rough = exact[i] + noise * HeadPhantom.noise(i % columns, i / columns, seed);
			values[i] = (short) Math.max(least, Math.round(rough));
		}
		return values;
	}
}
