package org.dicompreview.series.internal.grid;

import java.util.OptionalDouble;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Vector3;
import org.dicompreview.series.internal.Messages;

/** Diffusion weighting and direction (PS3.3 C.8.13.5.9), from private attributes where standard ones are missing. */
final class Diffusion {

	/** A vector whose components add up to no more than this stands for none. */
	private static final double NO_DIRECTION = 1e-6;

	private Diffusion() {
	}

	/** {@return weighting and direction of a frame} */
	static Value value(ImageFrame frame) {
		Value direction = direction(frame);
		double weight = Value.of(weight(frame)).number();
		return new Value(weight, direction.text(), direction.direction());
	}

	/** {@return the b-value in s/mm², NaN if there is none} */
	static double weight(ImageFrame frame) {
		OptionalDouble weight = frame.attributes().number(Tag.DIFFUSION_B_VALUE);
		return (weight.isPresent() ? weight : PrivateDiffusion.weight(frame.attributes())).orElse(Double.NaN);
	}

	/** {@return the direction, or how the weighting is directional where there is none} */
	static Value direction(ImageFrame frame) {
		double[] gradient = gradient(frame.attributes());
		if (gradient.length == 3
				&& Math.abs(gradient[0]) + Math.abs(gradient[1]) + Math.abs(gradient[2]) > NO_DIRECTION) {
			// + 0.0: no negative zero
			return new Value(Double.NaN, "", new Vector3(gradient[0] + 0.0, gradient[1] + 0.0, gradient[2] + 0.0)); //$NON-NLS-1$
		}
		String kind = frame.attributes().string(Tag.DIFFUSION_DIRECTIONALITY).orElse(""); //$NON-NLS-1$
		return "ISOTROPIC".equals(kind) ? Value.of(Messages.text("direction.isotropic")) : Value.MISSING; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static double[] gradient(Attributes frame) {
		double[] gradient = frame.numbers(Tag.DIFFUSION_GRADIENT_ORIENTATION);
		if (gradient.length == 3) {
			return gradient;
		}
		for (Attributes diffusion : frame.items(Tag.MR_DIFFUSION_SEQUENCE)) {
			for (Attributes item : diffusion.items(Tag.DIFFUSION_GRADIENT_DIRECTION_SEQUENCE)) {
				return item.numbers(Tag.DIFFUSION_GRADIENT_ORIENTATION);
			}
		}
		return PrivateDiffusion.direction(frame);
	}
}
