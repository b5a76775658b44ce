package org.dicompreview.ui.ide.internal.compare;

import java.util.List;

import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.compare.AttributeDifference;
import org.dicompreview.dicom.compare.AttributeDifference.Kind;
import org.dicompreview.dicom.compare.AttributeDifference.OfElement;
import org.dicompreview.dicom.compare.AttributeDifference.OfItem;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.IDiffContainer;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.osgi.util.NLS;

/** A row of the differences of attributes: an element, an item, or what leads to the images. */
final class AttributeNode extends DiffNode {

	private static final int LONGEST = 60;

	private final String name;
	private final StyledString label;

	private AttributeNode(IDiffContainer parent, int kind, ITypedElement left, ITypedElement right, String name, String detail) {
		super(parent, kind, null, left, right);
		this.name = name;
		label = new StyledString(name);
		if (!detail.isEmpty()) {
			label.append("  ").append(detail, StyledString.DECORATIONS_STYLER); //$NON-NLS-1$
		}
	}

	/** Adds a row that leads from an attribute back to the images. */
	static void addImages(IDiffContainer root, ITypedElement left, ITypedElement right) {
		new AttributeNode(root, Differencer.CHANGE, left, right, Messages.AttributeViewer_images, ""); //$NON-NLS-1$
	}

	/** Adds rows for differences. */
	static void addAll(IDiffContainer parent, List<AttributeDifference> differences) {
		for (AttributeDifference each : differences) {
			AttributeNode node = each instanceof OfElement element ? of(parent, element) : of(parent, (OfItem) each);
			addAll(node, each.children());
		}
	}

	private static AttributeNode of(IDiffContainer parent, OfElement difference) {
		return new AttributeNode(parent, kind(difference.kind()), difference.left().map(ElementText::new).orElse(null),
				difference.right().map(ElementText::new).orElse(null), ElementText.name(difference.either()), detail(difference));
	}

	private static AttributeNode of(IDiffContainer parent, OfItem difference) {
		int first = Math.max(difference.left(), difference.right());
		boolean moved = difference.left() >= 0 && difference.right() >= 0 && difference.left() != difference.right();
		String name = moved
				? NLS.bind(Messages.AttributeNode_itemMoved, Integer.toString(difference.left() + 1),
						Integer.toString(difference.right() + 1))
				: NLS.bind(Messages.AttributeNode_item, Integer.toString(first + 1));
		return new AttributeNode(parent, kind(difference.kind()), null, null, name,
				difference.kind() == Kind.ORDER ? Messages.AttributeNode_order : ""); //$NON-NLS-1$
	}

	private static int kind(Kind kind) {
		return switch (kind) {
			case CHANGED, ORDER -> Differencer.CHANGE;
			case LEFT_ONLY -> Differencer.DELETION;
			case RIGHT_ONLY -> Differencer.ADDITION;
		};
	}

	private static String detail(OfElement difference) {
		if (difference.kind() == Kind.ORDER) {
			return Messages.AttributeNode_order;
		}
		if (!difference.children().isEmpty()) {
			return ""; //$NON-NLS-1$
		}
		if (difference.left().isPresent() && difference.right().isPresent()) {
			return value(difference.left().get()) + "  \u2260  " + value(difference.right().get()); //$NON-NLS-1$
		}
		return value(difference.either());
	}

	private static String value(Element element) {
		if (!element.items().isEmpty()) {
			return NLS.bind(Messages.AttributeNode_items, Integer.toString(element.items().size()));
		}
		String values = ElementText.values(element);
		return values.length() > LONGEST ? values.substring(0, LONGEST) + '\u2026' : '\u201c' + values + '\u201d';
	}

	@Override
	public String getName() {
		return name == null ? "" : name; //$NON-NLS-1$
	}

	/** {@return name and values} */
	StyledString label() {
		return label;
	}

	/** Rows of one name are different things: items that moved, attributes that are repeated. */
	@Override
	public boolean equals(Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}
}
