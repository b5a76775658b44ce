package org.dicompreview.ui.internal.tools;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolAssignment;
import org.dicompreview.viewer.ToolTrigger;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** Which tool each button and the wheel have. */
public final class ToolsPage extends PreferencePage implements IWorkbenchPreferencePage {

	private final Map<ToolTrigger, Combo> choices = new EnumMap<>(ToolTrigger.class);
	private PreviewTools tools;
	/** The ids of the items of all choices; empty text for none. */
	private List<String> ids = List.of();

	@Override
	public void init(IWorkbench workbench) {
		tools = workbench.getService(PreviewTools.class);
		setDescription(Messages.ToolsPage_description);
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		HelpContexts.set(getControl(), Context.TOOLS);
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(page);
		List<String> found = new ArrayList<>(List.of("")); //$NON-NLS-1$
		List<String> labels = new ArrayList<>(List.of(Messages.ToolsPage_none));
		for (Tool tool : tools.registry().tools()) {
			found.add(tool.id());
			labels.add(tool.label());
		}
		ids = List.copyOf(found);
		for (ToolTrigger trigger : ToolTrigger.values()) {
			new Label(page, SWT.NONE).setText(label(trigger));
			Combo choice = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
			choice.setItems(labels.toArray(String[]::new));
			GridDataFactory.fillDefaults().grab(true, false).applyTo(choice);
			choices.put(trigger, choice);
		}
		show(tools.registry().assignment());
		return page;
	}

	private static String label(ToolTrigger trigger) {
		return switch (trigger) {
			case LEFT_BUTTON -> Messages.ToolsPage_left;
			case MIDDLE_BUTTON -> Messages.ToolsPage_middle;
			case RIGHT_BUTTON -> Messages.ToolsPage_right;
			case WHEEL -> Messages.ToolsPage_wheel;
			case MODIFIED_WHEEL -> Messages.ToolsPage_modifiedWheel;
		};
	}

	/** A tool that is not there now is left as it is, unless another one is chosen. */
	private void show(ToolAssignment assignment) {
		choices.forEach((trigger, choice) -> {
			int index = ids.indexOf(assignment.tool(trigger).orElse("")); //$NON-NLS-1$
			if (index >= 0) {
				choice.select(index);
			} else {
				choice.deselectAll();
			}
		});
	}

	@Override
	protected void performDefaults() {
		show(ToolAssignment.DEFAULT);
		super.performDefaults();
	}

	@Override
	public boolean performOk() {
		ToolAssignment assignment = tools.registry().assignment();
		for (Map.Entry<ToolTrigger, Combo> choice : choices.entrySet()) {
			int index = choice.getValue().getSelectionIndex();
			assignment = index < 0 ? assignment : assignment.with(choice.getKey(), ids.get(index));
		}
		tools.assign(assignment);
		return true;
	}
}
