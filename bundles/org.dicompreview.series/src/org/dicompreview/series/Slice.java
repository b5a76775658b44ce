package org.dicompreview.series;

import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One position of the slider: one frame of one instance, with its place in its stack. Immutable; two slices are equal
 * if they show the same frame of the same reading of a file: once it has changed, its slices are others.
 */
@ProviderType
public interface Slice {

	/**
	 * {@return the stack that this was made for; its series is {@code stack().series()}}
	 *
	 * @since 0.1.0
	 */
	SliceStack stack();

	/** {@return the instance} */
	InstanceHeader instance();

	/** {@return the frame within the instance, from 0} */
	int frame();

	/** {@return Image Position (Patient) along the normal of the stack in mm (PS3.3 C.7.6.2.1.1); empty without geometry} */
	OptionalDouble offset();

	/** {@return index along the position axis of the stack, from 0} */
	int position();

	/** {@return index along axis number {@code axis} of {@link SliceStack#axes()}, from 0} */
	int coordinate(int axis);

	/**
	 * {@return why this slice can be listed but not shown (for example a frame that the file is too short for); absent if
	 * nothing is known against it}
	 */
	Optional<Problem> problem();

	/**
	 * {@return the attributes of the frame, its functional groups before those of the instance}
	 *
	 * @since 0.1
	 */
	default Attributes attributes() {
		return frame() < instance().frameCount() ? instance().frame(frame()) : instance();
	}

	/**
	 * {@return where the pixels lie in space; absent without geometry; read anew with each call}
	 *
	 * @since 0.1
	 */
	default Optional<ImagePlane> imagePlane() {
		return ImagePlane.of(instance(), frame());
	}

	/**
	 * {@return what lengths in the image mean; read anew with each call}
	 *
	 * @since 0.1
	 */
	default Calibration calibration() {
		return Calibration.of(attributes());
	}
}
