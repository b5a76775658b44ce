package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dicompreview.ui.internal.AccessibleName;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Fields for what series must be. UI thread. */
final class FacetPane extends Composite {

	private static final int MARGIN = 4;
	private static final int FIELD = 60;

	private final Runnable changed;
	private final Combo modality;
	private final Combo bodyPart;
	private final Text from;
	private final Text to;
	private final Text least;
	private final Text most;
	private final Button problems;
	private final Label count;
	private FacetChoices choices = FacetChoices.NONE;
	/** The fields are filled by this program. */
	private boolean filling;

	/**
	 * @param values  to begin with
	 * @param changed called when a person has chosen something else
	 */
	FacetPane(Composite parent, Facets values, Runnable changed) {
		super(parent, SWT.NONE);
		this.changed = changed;
		GridLayoutFactory.fillDefaults().numColumns(3).margins(MARGIN, MARGIN).spacing(MARGIN, 2).applyTo(this);
		modality = combo(Messages.FacetPane_modality);
		bodyPart = combo(Messages.FacetPane_bodyPart);
		label(Messages.FacetPane_date);
		from = text(Messages.FacetPane_from, Messages.FacetPane_fromName);
		to = text(Messages.FacetPane_to, Messages.FacetPane_toName);
		label(Messages.FacetPane_images);
		least = text(Messages.FacetPane_least, Messages.FacetPane_leastName);
		most = text(Messages.FacetPane_most, Messages.FacetPane_mostName);
		problems = new Button(this, SWT.CHECK);
		problems.setText(Messages.FacetPane_problems);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(problems);
		problems.addListener(SWT.Selection, event -> tell());
		count = new Label(this, SWT.RIGHT);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(count);
		fill(values);
	}

	private void label(String text) {
		new Label(this, SWT.NONE).setText(text);
	}

	private Combo combo(String name) {
		label(name);
		Combo combo = new Combo(this, SWT.DROP_DOWN | SWT.READ_ONLY);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(FIELD, SWT.DEFAULT).applyTo(combo);
		AccessibleName.set(combo, () -> name);
		combo.addListener(SWT.Selection, event -> tell());
		return combo;
	}

	private Text text(String hint, String name) {
		Text text = new Text(this, SWT.BORDER);
		text.setMessage(hint);
		GridDataFactory.fillDefaults().grab(true, false).hint(FIELD, SWT.DEFAULT).applyTo(text);
		AccessibleName.set(text, () -> name);
		text.setToolTipText(name);
		text.addListener(SWT.Modify, event -> tell());
		return text;
	}

	private void tell() {
		if (!filling) {
			mark(from, Facets.date(from.getText()).isEmpty());
			mark(to, Facets.date(to.getText()).isEmpty());
			mark(least, Facets.number(least.getText(), -1) < 0);
			mark(most, Facets.number(most.getText(), -1) < 0);
			changed.run();
		}
	}

	/** What cannot be understood counts as nothing. */
	private static void mark(Text field, boolean wrong) {
		boolean told = wrong && !field.getText().isBlank();
		field.setForeground(told ? JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR) : null);
	}

	private void fill(Facets values) {
		filling = true;
		offer(modality, choices.modalities(), values.modality());
		offer(bodyPart, choices.bodyParts(), values.bodyPart());
		from.setText(shown(values.from()));
		to.setText(shown(values.to()));
		least.setText(values.least() == 0 ? "" : Integer.toString(values.least())); //$NON-NLS-1$
		most.setText(values.most() == Integer.MAX_VALUE ? "" : Integer.toString(values.most())); //$NON-NLS-1$
		problems.setSelection(values.problems());
		filling = false;
	}

	private static String shown(String digits) {
		StringBuilder text = new StringBuilder(digits);
		for (int at : new int[] { 6, 4 }) {
			if (digits.length() > at) {
				text.insert(at, '-');
			}
		}
		return text.toString();
	}

	/** The first item is any; what is chosen stays, whether it is among what is open or not. */
	private static void offer(Combo combo, List<String> values, String chosen) {
		List<String> items = new ArrayList<>(values);
		if (!chosen.isEmpty() && !items.contains(chosen)) {
			items.add(chosen);
		}
		items.add(0, Messages.FacetPane_any);
		if (!List.of(combo.getItems()).equals(items)) {
			combo.setItems(items.toArray(String[]::new));
		}
		combo.select(chosen.isEmpty() ? 0 : items.indexOf(chosen));
	}

	private static String chosen(Combo combo) {
		return combo.getSelectionIndex() <= 0 ? "" : combo.getText(); //$NON-NLS-1$
	}

	/** {@return what is in the fields} */
	Facets values() {
		return new Facets(chosen(modality), chosen(bodyPart), Facets.date(from.getText()), Facets.date(to.getText()),
				Facets.number(least.getText(), 0), Facets.number(most.getText(), Integer.MAX_VALUE), problems.getSelection());
	}

	/** Offers what there is now, and says how much is left. */
	void show(FacetChoices next) {
		if (!next.equals(choices)) {
			choices = next;
			offer(modality, choices.modalities(), chosen(modality));
			offer(bodyPart, choices.bodyParts(), chosen(bodyPart));
			count.setText(NLS.bind(Messages.FacetPane_count, String.format(Locale.getDefault(), "%,d", next.shown()), //$NON-NLS-1$
					String.format(Locale.getDefault(), "%,d", next.all()))); //$NON-NLS-1$
			layout();
		}
	}

	/** Leaves everything. */
	void clear() {
		fill(Facets.NONE);
		tell();
	}

	@Override
	public boolean setFocus() {
		return modality.setFocus();
	}
}
