package org.dicompreview.viewer.internal.controls;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** The line below the sliders: the rule of the order, and what the pointer shows. UI thread only. */
public final class StatusBar extends Composite {

	private final Label rule;
	private final Label probe;

	/** @param parent the parent */
	public StatusBar(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).margins(6, 3).applyTo(this);
		rule = new Label(this, SWT.NONE);
		rule.setToolTipText(Messages.StatusBar_rule);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(rule);
		probe = new Label(this, SWT.RIGHT);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(probe);
	}

	/** Shows the rule by which the slices are ordered. */
	public void showRule(String text) {
		rule.setText(text);
	}

	/** Shows a text about what the pointer shows; it takes the room that it needs from the rule. */
	public void showProbe(String text) {
		if (!text.equals(probe.getText())) {
			probe.setText(text);
			probe.setToolTipText(text);
			layout(new Control[] { probe });
		}
	}
}
