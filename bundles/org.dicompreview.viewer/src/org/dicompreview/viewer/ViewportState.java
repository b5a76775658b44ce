package org.dicompreview.viewer;

import java.util.List;
import java.util.Optional;

import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/**
 * What one viewport shows at one moment: title, picture, sliders, Attributes and published selection all follow from it.
 * Immutable.
 *
 * @param identity names what is shown; a picture of another identity is never painted
 * @param subject  what it is about
 * @param stacks   the stacks that can be chosen from
 * @param stack    the chosen one; absent if there is none
 * @param slice    the slice at which the sliders stand; absent in a gap of the stack
 * @param reversed whether the slider over the slices runs in descending order
 * @since 0.1
 */
public record ViewportState(Identity identity, Subject subject, List<SliceStack> stacks, Optional<SliceStack> stack, Optional<Slice> slice,
		boolean reversed) {

	/** {@return a viewport that shows no slice} */
	public static ViewportState of(Subject subject) {
		return new ViewportState(Identity.next(), subject, List.of(), Optional.empty(), Optional.empty(), false);
	}

	/** {@return the heading: patient, number, modality and description of the series, or what else is shown} */
	public String title() {
		return subject.title();
	}

	/** {@return the series that it belongs to} */
	public Optional<Series> series() {
		return subject.series();
	}

	/** {@return what stands in place of a picture; empty text where there is one} */
	public String message() {
		return slice.isPresent() ? "" : stack.isPresent() ? Messages.ViewportState_gap : subject.message(); //$NON-NLS-1$
	}

	/** {@return what other views shall know as selected: the slice, else what has no image} */
	public Optional<Object> selection() {
		return stack.isPresent() ? slice.map(Object.class::cast) : subject.element();
	}
}
