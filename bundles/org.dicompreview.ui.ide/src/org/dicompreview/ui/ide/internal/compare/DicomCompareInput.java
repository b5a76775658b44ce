package org.dicompreview.ui.ide.internal.compare;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

/** Two series or instances for a compare editor. */
final class DicomCompareInput extends CompareEditorInput {

	private final ITypedElement left;
	private final ITypedElement right;

	DicomCompareInput(ITypedElement left, ITypedElement right) {
		super(new CompareConfiguration());
		this.left = left;
		this.right = right;
		CompareConfiguration configuration = getCompareConfiguration();
		configuration.setLeftEditable(false);
		configuration.setRightEditable(false);
		configuration.setLeftLabel(left.getName());
		configuration.setRightLabel(right.getName());
		setTitle(NLS.bind(Messages.CompareHandler_title, left.getName(), right.getName()));
	}

	/** Also where nothing differs there is something to see. */
	@Override
	protected Object prepareInput(IProgressMonitor monitor) {
		return new DiffNode(null, Differencer.CHANGE, null, left, right);
	}
}
