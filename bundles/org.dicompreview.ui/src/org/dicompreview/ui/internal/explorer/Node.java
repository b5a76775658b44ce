package org.dicompreview.ui.internal.explorer;

import java.util.List;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Series;
import org.dicompreview.series.Stack;

/**
 * One row of the tree, as it was when its snapshot was taken. Immutable. Two nodes are equal if they stand for the same
 * thing, whatever they said about it at their time: so the tree keeps its expansion and selection while it grows.
 */
final class Node {

	/** What a node stands for. */
	enum Kind {
		/** The invisible root. */
		ALL,
		/** A patient; element: {@link org.dicompreview.series.Patient}. */
		PATIENT,
		/** A study; element: {@link org.dicompreview.series.Study}. */
		STUDY,
		/** A series; element: {@link org.dicompreview.series.Series}. */
		SERIES,
		/** One of several stacks of a series; element: {@link org.dicompreview.series.Stack}. */
		STACK,
		/** A result of the diagnosis of a series or stack; element: {@link FindingAt}. */
		FINDING,
		/** An instance without pixels; element: {@link DocumentAt}. */
		DOCUMENT,
		/** An open root with something to say; element: {@link org.dicompreview.ui.internal.folders.FolderState}. */
		FOLDER,
		/** A file that could not be used; element: {@link org.dicompreview.ui.internal.folders.Problem}. */
		PROBLEM,
		/** Stands for further problems that are only counted; element: the folder state. */
		MORE
	}

	/** A finding and where it was found; no stack if it speaks of the whole series. */
	record FindingAt(Finding finding, Series series, Stack stack) {

		/** {@return whether something may be wrong, rather than worth knowing} */
		boolean warns() {
			return finding.kind() != Finding.Kind.TILT && finding.kind() != Finding.Kind.CHANGING_VALUES;
		}
	}

	/** An instance without pixels and its series. */
	record DocumentAt(InstanceHeader header, Series series) {
	}

	private final Kind kind;
	private final Object element;
	private final Object key;
	private final Label label;
	private final List<Node> children;

	/** @param key what makes it the same node in the next snapshot */
	Node(Kind kind, Object element, Object key, Label label, List<Node> children) {
		this.kind = kind;
		this.element = element;
		this.key = key;
		this.label = label;
		this.children = List.copyOf(children);
	}

	Kind kind() {
		return kind;
	}

	Object element() {
		return element;
	}

	Label label() {
		return label;
	}

	List<Node> children() {
		return children;
	}

	@Override
	public boolean equals(Object other) {
		return this == other || other instanceof Node node && kind == node.kind && key.equals(node.key);
	}

	@Override
	public int hashCode() {
		return key.hashCode() * 31 + kind.ordinal();
	}

	@Override
	public String toString() {
		return kind + " " + label; //$NON-NLS-1$
	}
}
