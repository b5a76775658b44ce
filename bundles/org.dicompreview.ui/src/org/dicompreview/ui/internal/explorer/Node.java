package org.dicompreview.ui.internal.explorer;

import java.util.List;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.ui.SelectedFiles;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;

/**
 * One row of the tree, as it was when its snapshot was taken. Immutable. Two nodes are equal if they stand for the same
 * thing, whatever they said about it at their time: so the tree keeps its expansion and selection while it grows.
 */
final class Node implements IAdaptable {

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
		/** One of several stacks of a series; element: {@link org.dicompreview.series.SliceStack}. */
		STACK,
		/** A result of the diagnosis of a series or stack; element: {@link FindingAt}. */
		FINDING,
		/** An instance without pixels; element: {@link DocumentAt}. */
		DOCUMENT,
		/** An instance whose file is damaged, though it has its place; element: {@link DamagedAt}. */
		DAMAGED,
		/** What several instances have that does not touch what is shown; element: {@link NoteAt}. */
		NOTE,
		/** One of the instances of a note; element: {@link DamagedAt}. */
		NOTED,
		/** An open root with something to say; element: {@link org.dicompreview.ui.FolderState}. */
		FOLDER,
		/** A file that could not be used; element: {@link org.dicompreview.ui.internal.folders.FileProblem}. */
		PROBLEM,
		/** Stands for further files that are only counted; element: the folder state or the series. */
		MORE
	}

	/** A finding and where it was found; no stack if it speaks of the whole series. */
	record FindingAt(Finding finding, Series series, SliceStack stack) {

		/** {@return whether something may be wrong, rather than worth knowing} */
		boolean warns() {
			return finding.kind() != Finding.Kind.TILT && finding.kind() != Finding.Kind.CHANGING_VALUES
					&& finding.kind() != Finding.Kind.IDENTICAL_COPIES;
		}
	}

	/** An instance without pixels and its series. */
	record DocumentAt(InstanceHeader header, Series series) {
	}

	/** An instance whose file is damaged, why, its series and its first slice; {@code null} if it has none. */
	record DamagedAt(InstanceHeader header, String message, Series series, Slice slice) {
	}

	/** Instances of a series that have the same to say. */
	record NoteAt(String message, List<DamagedAt> instances, Series series) {
	}

	private final Kind kind;
	private final Object element;
	private final Object key;
	private final Label label;
	private final String image;
	private final List<Node> children;

	/** @param key what makes it the same node in the next snapshot */
	Node(Kind kind, Object element, Object key, Label label, List<Node> children) {
		this.kind = kind;
		this.element = element;
		this.key = key;
		this.label = label;
		this.image = NodeImages.name(kind, element);
		this.children = List.copyOf(children);
	}

	private Node(Node node, List<Node> children) {
		kind = node.kind;
		element = node.element;
		key = node.key;
		label = node.label;
		image = node.image;
		this.children = List.copyOf(children);
	}

	/** {@return this with other children} */
	Node with(List<Node> others) {
		return new Node(this, others);
	}

	Kind kind() {
		return kind;
	}

	/** {@return what the types of other plug-ins make of the object that it stands for; ours are of {@link NodeAdapters}} */
	@Override
	public <T> T getAdapter(Class<T> type) {
		boolean foreign = type != SelectedFiles.class && !NodeAdapters.TYPES.contains(type);
		return foreign ? NodeAdapters.object(this).map(each -> Adapters.adapt(each, type)).orElse(null) : null;
	}

	Object element() {
		return element;
	}

	Label label() {
		return label;
	}

	/** {@return file name of the icon, without extension} */
	String image() {
		return image;
	}

	List<Node> children() {
		return children;
	}

	/** {@return whether the row of the other looks otherwise} */
	boolean differs(Node other) {
		return !label.equals(other.label) || !image.equals(other.image);
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
