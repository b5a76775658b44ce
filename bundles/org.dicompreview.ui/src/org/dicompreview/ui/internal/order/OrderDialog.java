package org.dicompreview.ui.internal.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.series.Ordering;
import org.dicompreview.series.Series;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Lets a person choose by which of the rules that fit a series is ordered. UI thread only. */
final class OrderDialog extends Dialog {

	private static final int WIDTH = 320;

	private final Series series;
	/** The ids of the choices; absent for the first rule that fits. */
	private final List<Optional<String>> ids = new ArrayList<>();
	private final List<Button> choices = new ArrayList<>();
	private Composite area;
	private Label message;

	/** @param series the series */
	OrderDialog(Shell parent, Series series) {
		super(parent);
		this.series = series;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.OrderDialog_title);
		HelpContexts.set(shell, Context.ORDER);
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		area = (Composite) super.createDialogArea(parent);
		message = new Label(area, SWT.WRAP);
		message.setText(Messages.OrderDialog_loading);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(message);
		return area;
	}

	/** Which rules fit is found out in a job: they look at all images. */
	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.OrderDialog_order, true).setEnabled(false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		Display display = parent.getDisplay();
		Job.createSystem(Messages.OrderDialog_job, (ICoreRunnable) monitor -> {
			List<Ordering> found = series.orderings();
			if (!display.isDisposed()) {
				display.asyncExec(() -> show(found));
			}
		}).schedule();
	}

	private void show(List<Ordering> found) {
		if (area.isDisposed()) {
			return;
		}
		if (found.size() < 2) {
			message.setText(Messages.OrderDialog_one);
		} else {
			message.setText(series.description().isEmpty() ? Messages.OrderDialog_message
					: NLS.bind(Messages.OrderDialog_messageFor, series.description()));
			add(Optional.empty(), NLS.bind(Messages.OrderDialog_automatic, found.get(0).name()));
			found.forEach(each -> add(Optional.of(each.id()), each.name()));
			getButton(IDialogConstants.OK_ID).setEnabled(true);
			choices.get(Math.max(0, ids.indexOf(series.ordering()))).setSelection(true);
			choices.get(Math.max(0, ids.indexOf(series.ordering()))).setFocus();
		}
		getShell().layout(true, true);
		getShell().pack();
	}

	private void add(Optional<String> id, String name) {
		Button choice = new Button(area, SWT.RADIO);
		choice.setText(name);
		ids.add(id);
		choices.add(choice);
	}

	@Override
	protected void okPressed() {
		for (int i = 0; i < choices.size(); i++) {
			if (choices.get(i).getSelection()) {
				series.order(ids.get(i));
			}
		}
		super.okPressed();
	}
}
