package org.dicompreview.ui.internal.explorer;

import java.text.MessageFormat;
import java.util.List;

import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.internal.AccessibleName;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** A slim line below the tree while scans run: how far they are, and a button that stops them. */
final class ScanLine extends Composite {

	private static final int BAR_WIDTH = 72;

	private final Label text;
	private final Composite bars;
	private final ProgressBar bar;
	private final ProgressBar running;

	/** @param stop called when the user wants the scans to end */
	ScanLine(Composite parent, Image stopIcon, Runnable stop) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).extendedMargins(6, 0, 0, 0).applyTo(this);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
		setVisible(false);
		bars = new Composite(this, SWT.NONE);
		bars.setLayout(new StackLayout());
		GridDataFactory.swtDefaults().hint(BAR_WIDTH, SWT.DEFAULT).applyTo(bars);
		bar = new ProgressBar(bars, SWT.SMOOTH);
		AccessibleName.set(bar, this::text);
		running = new ProgressBar(bars, SWT.INDETERMINATE);
		AccessibleName.set(running, this::text);
		text = new Label(this, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(text);
		ToolBar tools = new ToolBar(this, SWT.FLAT);
		ToolItem button = new ToolItem(tools, SWT.PUSH);
		button.setImage(stopIcon);
		button.setToolTipText(Messages.ScanLine_stop);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> stop.run()));
	}

	void show(List<FolderState> states) {
		List<FolderState> busy = states.stream().filter(FolderState::busy).toList();
		int done = busy.stream().mapToInt(FolderState::done).sum();
		int known = busy.stream().mapToInt(FolderState::known).sum();
		if (!busy.isEmpty()) {
			boolean counted = busy.stream().allMatch(state -> state.known() > 0);
			bar.setMaximum(Math.max(1, known));
			bar.setSelection(done);
			show(counted ? bar : running);
			text.setText(counted ? MessageFormat.format(Messages.ScanLine_scanning, done, known)
					: MessageFormat.format(Messages.ScanLine_counting, done));
		}
		if (busy.isEmpty() == getVisible()) {
			setVisible(!busy.isEmpty());
			((GridData) getLayoutData()).exclude = busy.isEmpty();
			getParent().layout();
		}
	}

	/** How far the scans are, or that they run while nobody knows how many files there are. */
	private void show(ProgressBar which) {
		StackLayout layout = (StackLayout) bars.getLayout();
		if (layout.topControl != which) {
			layout.topControl = which;
			bars.layout();
		}
	}

	/** {@return whether it shows a part of a whole that is known; for tests} */
	boolean counted() {
		return ((StackLayout) bars.getLayout()).topControl == bar;
	}

	/** {@return what the line says} */
	String text() {
		return text.getText();
	}
}
