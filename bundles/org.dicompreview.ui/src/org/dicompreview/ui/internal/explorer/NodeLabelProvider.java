package org.dicompreview.ui.internal.explorer;

import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.ViewerCell;

/** Main text with dimmed details, icon, and a tooltip with all that there is. */
final class NodeLabelProvider extends StyledCellLabelProvider {

	private static final String GAP = "  "; //$NON-NLS-1$

	private final NodeImages images;

	NodeLabelProvider(NodeImages images) {
		this.images = images;
	}

	@Override
	public void update(ViewerCell cell) {
		Node node = (Node) cell.getElement();
		StyledString text = text(node.label());
		cell.setText(text.getString());
		cell.setStyleRanges(text.getStyleRanges());
		cell.setImage(images.of(node));
		super.update(cell);
	}

	static StyledString text(Label label) {
		StyledString text = new StyledString();
		if (!label.prefix().isEmpty()) {
			text.append(label.prefix() + GAP, StyledString.QUALIFIER_STYLER);
		}
		text.append(label.text());
		if (!label.details().isEmpty()) {
			text.append(GAP + label.details(), StyledString.QUALIFIER_STYLER);
		}
		return text;
	}

	@Override
	public String getToolTipText(Object element) {
		return Tooltips.of((Node) element);
	}
}
