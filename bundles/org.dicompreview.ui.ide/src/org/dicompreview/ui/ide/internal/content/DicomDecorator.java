package org.dicompreview.ui.ide.internal.content;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.BaseLabelProvider;
import org.eclipse.jface.viewers.DecorationContext;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.ILightweightLabelDecorator;

/** Gives files their icon that are DICOM by content, whatever they are called. The workbench asks off the UI thread. */
public final class DicomDecorator extends BaseLabelProvider implements ILightweightLabelDecorator {

	private final ImageDescriptor icon = ResourceLocator.imageDescriptorFromBundle(getClass(), "icons/dicom_file.svg") //$NON-NLS-1$
			.orElseThrow();

	@Override
	public void decorate(Object element, IDecoration decoration) {
		if (element instanceof IFile file && FileContent.isDicom(file)) {
			if (decoration.getDecorationContext() instanceof DecorationContext context) {
				context.putProperty(IDecoration.ENABLE_REPLACE, Boolean.TRUE);
			}
			decoration.addOverlay(icon, IDecoration.REPLACE);
		}
	}
}
