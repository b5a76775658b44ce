package org.dicompreview.ui.internal.preferences;

import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.ui.internal.settings.Settings;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Memory, limits and the index. */
public final class SettingsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	private static final int MOST_ITEMS = 100_000_000;
	private static final int MOST_DEPTH = 1000;
	private static final int MOST_INFLATED = 1 << 20;

	private ScannedFolders folders;
	private Label size;

	/** Made by the workbench. */
	public SettingsPage() {
		super(GRID);
		setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, Settings.QUALIFIER));
	}

	@Override
	public void init(IWorkbench workbench) {
		folders = workbench.getService(ScannedFolders.class);
	}

	@Override
	protected void createFieldEditors() {
		addField(new ComboFieldEditor(Settings.EXPLORER_THUMBNAILS, Messages.SettingsPage_thumbnails,
				new String[][] { { Messages.SettingsPage_none, "0" }, { Messages.SettingsPage_small, "32" }, //$NON-NLS-1$ //$NON-NLS-2$
						{ Messages.SettingsPage_medium, "48" }, { Messages.SettingsPage_large, "80" } }, //$NON-NLS-1$ //$NON-NLS-2$
				getFieldEditorParent()));
		add(Settings.CACHE, Messages.SettingsPage_cache, 1 << 16);
		add(Settings.DEPTH, Messages.SettingsPage_depth, MOST_DEPTH);
		add(Settings.ITEMS, Messages.SettingsPage_items, MOST_ITEMS);
		add(Settings.VALUE, Messages.SettingsPage_value, Settings.LARGEST);
		add(Settings.FRAME, Messages.SettingsPage_frame, Settings.LARGEST);
		add(Settings.INFLATED, Messages.SettingsPage_inflated, MOST_INFLATED);
	}

	private void add(String key, String label, int most) {
		IntegerFieldEditor editor = new IntegerFieldEditor(key, label, getFieldEditorParent());
		editor.setValidRange(1, most);
		addField(editor);
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		HelpContexts.set(getControl(), Context.SETTINGS);
	}

	@Override
	protected Control createContents(Composite parent) {
		Control fields = super.createContents(parent);
		Composite index = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(index);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(index);
		size = new Label(index, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(size);
		Button clear = new Button(index, SWT.PUSH);
		clear.setText(Messages.SettingsPage_clear);
		clear.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> inJob(folders::clearIndex)));
		inJob(() -> {});
		return fields;
	}

	/** Does what waits for the disk, then says how large the index is. */
	private void inJob(Runnable work) {
		Display display = size.getDisplay();
		Job.createSystem(Messages.SettingsPage_job, (ICoreRunnable) monitor -> {
			work.run();
			long kilobytes = folders.indexSize() >> 10;
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (!size.isDisposed()) {
						size.setText(NLS.bind(Messages.SettingsPage_index, kilobytes));
						size.getParent().layout();
					}
				});
			}
		}).schedule();
	}
}
