package org.dicompreview.dicom.compare;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Element;

/**
 * One difference of two data sets: of an element, or of an item of a sequence. Immutable.
 *
 * @since 0.1.0
 */
public sealed interface AttributeDifference {

	/** How two sides differ. */
	enum Kind {
		/** Both sides have it, with other values or items. */
		CHANGED,
		/** Both sides have the same values or items, in another order. */
		ORDER,
		/** It is missing on the right side. */
		LEFT_ONLY,
		/** It is missing on the left side. */
		RIGHT_ONLY
	}

	/** {@return how the sides differ} */
	Kind kind();

	/** {@return what differs inside: items of a sequence, elements of an item; empty where all of it is on one side only} */
	List<AttributeDifference> children();

	/**
	 * An element that differs.
	 *
	 * @param kind     how
	 * @param left     the element of the left side; absent if it is missing there
	 * @param right    the element of the right side; a private one may have another tag than the left one
	 * @param children the items that differ
	 */
	record OfElement(Kind kind, Optional<Element> left, Optional<Element> right, List<AttributeDifference> children)
			implements
				AttributeDifference {

		/** Copies the list. */
		public OfElement {
			children = List.copyOf(children);
		}

		/** {@return the element of the left side, else that of the right side} */
		public Element either() {
			return left.or(() -> right).orElseThrow();
		}
	}

	/**
	 * An item that differs.
	 *
	 * @param kind     how
	 * @param left     its index in the sequence of the left side, from 0; -1 if it is missing there
	 * @param right    its index in the sequence of the right side, from 0; -1 if it is missing there
	 * @param children the elements that differ
	 */
	record OfItem(Kind kind, int left, int right, List<AttributeDifference> children) implements AttributeDifference {

		/** Copies the list. */
		public OfItem {
			children = List.copyOf(children);
		}
	}
}
