package org.dicompreview.ui.internal.corners;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.viewer.corners.Corner;
import org.dicompreview.viewer.corners.CornerLine;
import org.dicompreview.viewer.corners.CornerTexts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** Which attributes stand in which corner of an image, by modality. */
public class CornerTextsPage extends PreferencePage implements IWorkbenchPreferencePage {

	private static final List<String> MODALITIES = List.of("CR", "CT", "DX", "ES", "IVUS", "MG", "MR", "NM", "OP", "OT", "PT", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$
			"RF", "RTDOSE", "RTIMAGE", "SC", "SEG", "SM", "US", "XA", "XC"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$
	private static final int WIDTH = 220;
	private static final int LINES = 5;

	private final Map<Corner, Text> fields = new EnumMap<>(Corner.class);
	private final ModifyListener modified = e -> edited();
	private CornerTextChoice choice;
	private CornerTexts texts = CornerTexts.DEFAULT;
	/** The modalities of the items of the choice, the one for all others first. */
	private List<String> modalities = List.of();
	private Combo modality;
	private Button own;

	@Override
	public void init(IWorkbench workbench) {
		choice = workbench.getService(CornerTextChoice.class);
		texts = choice.texts();
		setDescription(Messages.CornerTextsPage_description);
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		HelpContexts.set(getControl(), Context.CORNERS);
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).applyTo(page);
		Composite head = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(head);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(head);
		new Label(head, SWT.NONE).setText(Messages.CornerTextsPage_modality);
		modality = new Combo(head, SWT.READ_ONLY | SWT.DROP_DOWN);
		own = new Button(head, SWT.CHECK);
		own.setText(Messages.CornerTextsPage_own);
		for (Corner corner : Corner.values()) {
			fields.put(corner, field(page, corner));
		}
		Label help = new Label(page, SWT.WRAP);
		help.setText(Messages.CornerTextsPage_help);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(2 * WIDTH, SWT.DEFAULT).applyTo(help);
		modality.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> showModality()));
		own.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chooseOwn()));
		showModalities();
		return page;
	}

	private Text field(Composite page, Corner corner) {
		Composite cell = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(cell);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(cell);
		new Label(cell, SWT.NONE).setText(label(corner));
		Text field = new Text(cell, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, LINES * field.getLineHeight()).applyTo(field);
		field.addListener(SWT.Traverse, e -> e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		field.addModifyListener(modified);
		return field;
	}

	private static String label(Corner corner) {
		return switch (corner) {
			case TOP_LEFT -> Messages.CornerTextsPage_topLeft;
			case TOP_RIGHT -> Messages.CornerTextsPage_topRight;
			case BOTTOM_LEFT -> Messages.CornerTextsPage_bottomLeft;
			case BOTTOM_RIGHT -> Messages.CornerTextsPage_bottomRight;
		};
	}

	private void showModalities() {
		TreeSet<String> all = new TreeSet<>(MODALITIES);
		all.addAll(texts.modalities());
		modalities = new ArrayList<>(List.of(CornerTexts.OTHERS));
		modalities.addAll(all);
		modality.setItems(modalities.stream().map(each -> each.isEmpty() ? Messages.CornerTextsPage_others : each)
				.toArray(String[]::new));
		modality.select(0);
		showModality();
	}

	private String shown() {
		return modalities.get(modality.getSelectionIndex());
	}

	private void showModality() {
		boolean others = shown().equals(CornerTexts.OTHERS);
		own.setEnabled(!others);
		own.setSelection(others || texts.lines().containsKey(shown()));
		fields.forEach((corner, field) -> {
			field.removeModifyListener(modified);
			field.setText(
					texts.lines(shown(), corner).stream().map(CornerLine::format).collect(Collectors.joining(field.getLineDelimiter())));
			field.addModifyListener(modified);
			field.setEnabled(own.getSelection());
		});
		showProblem(Optional.empty());
	}

	private void chooseOwn() {
		if (own.getSelection()) {
			Map<Corner, List<CornerLine>> lines = new EnumMap<>(Corner.class);
			fields.keySet().forEach(corner -> lines.put(corner, texts.lines(CornerTexts.OTHERS, corner)));
			texts = texts.with(shown(), lines);
		} else {
			texts = texts.without(shown());
		}
		showModality();
	}

	/** Takes up what is written; while a line is wrong nothing else can be chosen, so that none is lost. */
	private void edited() {
		Map<Corner, List<CornerLine>> lines = new EnumMap<>(Corner.class);
		Optional<String> problem = Optional.empty();
		for (Map.Entry<Corner, Text> field : fields.entrySet()) {
			List<CornerLine> corner = new ArrayList<>();
			for (String line : field.getValue().getText().split("\\R")) { //$NON-NLS-1$
				problem = problem.or(() -> line.isBlank() ? Optional.empty() : add(corner, line));
			}
			lines.put(field.getKey(), corner);
		}
		if (problem.isEmpty()) {
			texts = texts.with(shown(), lines);
		}
		showProblem(problem);
	}

	/** {@return why a line cannot be shown, in words} */
	private static Optional<String> add(List<CornerLine> corner, String line) {
		try {
			corner.add(CornerLine.parse(line));
			return Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.of(NLS.bind(Messages.CornerTextsPage_problem, line.strip(), e.getMessage()));
		}
	}

	private void showProblem(Optional<String> problem) {
		setErrorMessage(problem.orElse(null));
		setValid(problem.isEmpty());
		modality.setEnabled(problem.isEmpty());
		own.setEnabled(problem.isEmpty() && !shown().equals(CornerTexts.OTHERS));
	}

	@Override
	protected void performDefaults() {
		texts = CornerTexts.DEFAULT;
		showModalities();
		super.performDefaults();
	}

	@Override
	public boolean performOk() {
		choice.choose(texts);
		return true;
	}
}
