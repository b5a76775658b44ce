package org.dicompreview.benchmarks;

import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/** A slice without a stack. */
record LoneSlice(InstanceHeader instance, int frame) implements Slice {

	@Override
	public SliceStack stack() {
		throw new UnsupportedOperationException("a slice without a stack");
	}

	@Override
	public OptionalDouble offset() {
		return OptionalDouble.empty();
	}

	@Override
	public int position() {
		return 0;
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
