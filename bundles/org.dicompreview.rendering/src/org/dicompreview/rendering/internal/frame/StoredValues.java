package org.dicompreview.rendering.internal.frame;

import java.util.function.IntToDoubleFunction;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;

/** Reads single stored values of a frame, whatever array they are in. */
public interface StoredValues {

	/** {@return the number of values} */
	int length();

	/** {@return value {@code index} as a number; not finite only for floating-point frames} */
	double get(int index);

	/** {@return the values of a frame} */
	static StoredValues of(Frame frame) {
		Samples samples = frame.samples();
		if (samples instanceof Samples.Bytes s) {
			return of(s, frame.signed() ? i -> s.values()[i] : i -> s.values()[i] & 0xFF);
		}
		if (samples instanceof Samples.Shorts s) {
			return of(s, frame.signed() ? i -> s.values()[i] : i -> s.values()[i] & 0xFFFF);
		}
		if (samples instanceof Samples.Ints s) {
			return of(s, frame.signed() ? i -> s.values()[i] : i -> s.values()[i] & 0xFFFFFFFFL);
		}
		if (samples instanceof Samples.Floats s) {
			return of(s, i -> s.values()[i]);
		}
		double[] values = ((Samples.Doubles) samples).values();
		return of(samples, i -> values[i]);
	}

	private static StoredValues of(Samples samples, IntToDoubleFunction read) {
		return new StoredValues() {
			@Override
			public int length() {
				return samples.length();
			}

			@Override
			public double get(int index) {
				return read.applyAsDouble(index);
			}
		};
	}
}
