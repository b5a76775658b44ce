package org.dicompreview.ui.internal.explorer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** What the explorer shows while nothing is open: how to open something. */
final class EmptyPage extends Composite {

	private final Link link;

	/** @param open called when the user follows the link */
	EmptyPage(Composite parent, Image icon, Runnable open) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 12).applyTo(this);
		Label picture = new Label(this, SWT.NONE);
		picture.setImage(icon);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.END).grab(true, true).applyTo(picture);
		Label title = new Label(this, SWT.CENTER | SWT.WRAP);
		title.setText(Messages.EmptyPage_title);
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
		link = new Link(this, SWT.NONE);
		link.setText(Messages.EmptyPage_open);
		link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open.run()));
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(link);
		Label hint = new Label(this, SWT.CENTER | SWT.WRAP);
		hint.setText(Messages.EmptyPage_hint);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).grab(true, true).applyTo(hint);
	}

	@Override
	public boolean setFocus() {
		return !link.isDisposed() && link.setFocus(); // asked for too while all is disposed of
	}
}
