package org.dicompreview.app.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.dialogs.PreferenceLinkArea;
import org.eclipse.ui.preferences.IWorkbenchPreferenceContainer;

/** Leads to the pages of the workbench below it. */
public final class GeneralPage extends PreferencePage implements IWorkbenchPreferencePage {

	private static final String APPEARANCE = "org.eclipse.ui.preferencePages.Views"; //$NON-NLS-1$
	private static final String KEYS = "org.eclipse.ui.preferencePages.Keys"; //$NON-NLS-1$

	@Override
	public void init(IWorkbench workbench) {
		noDefaultAndApplyButton();
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(page);
		link(page, APPEARANCE, Messages.GeneralPage_appearance);
		link(page, KEYS, Messages.GeneralPage_keys);
		return page;
	}

	/** @param text what is on the page, with {@code {0}} in a link for its name */
	private void link(Composite parent, String page, String text) {
		PreferenceLinkArea area = new PreferenceLinkArea(parent, SWT.NONE, page, text,
				(IWorkbenchPreferenceContainer) getContainer(), null);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(area.getControl());
	}
}
