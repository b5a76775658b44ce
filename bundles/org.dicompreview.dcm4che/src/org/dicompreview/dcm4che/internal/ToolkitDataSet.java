package org.dicompreview.dcm4che.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.dcm4che3.data.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Element;

/** A data set or item as dcm4che has read it. */
final class ToolkitDataSet extends ToolkitAttributes implements DataSet {

	private static final double[] NO_NUMBERS = {};

	private final List<Element> elements;
	private final Optional<Problem> problem;
	private final int[] incomplete;

	/** @param incomplete tags of values that are not in memory in full, as dcm4che sorts tags */
	ToolkitDataSet(Attributes attributes, List<Element> elements, Optional<Problem> problem, int[] incomplete) {
		super(attributes);
		this.elements = List.copyOf(elements);
		this.problem = problem;
		this.incomplete = incomplete;
	}

	@Override
	public List<Element> elements() {
		return elements;
	}

	@Override
	public Optional<Element> element(int tag) {
		return elements.stream().filter(each -> each.tag() == tag).findFirst();
	}

	@Override
	public Optional<Problem> problem() {
		return problem;
	}

	@Override
	public List<String> strings(int tag) {
		return isComplete(tag) ? super.strings(tag) : List.of();
	}

	@Override
	public double[] numbers(int tag) {
		return isComplete(tag) ? super.numbers(tag) : NO_NUMBERS;
	}

	private boolean isComplete(int tag) {
		return Arrays.stream(incomplete).noneMatch(each -> each == tag);
	}
}
