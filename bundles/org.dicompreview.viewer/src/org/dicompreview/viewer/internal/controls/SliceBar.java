package org.dicompreview.viewer.internal.controls;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;

import org.dicompreview.series.Slice;
import org.dicompreview.viewer.SliceNavigator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;

/** The slider over the slices with what stands beside it: ends, number, track. UI thread only. */
public final class SliceBar extends Composite {

	/** Slices that Page Up and Page Down step. */
	private static final int PAGE = 10;

	private final StripCanvas strip;
	/** The controls of the row of the strip. */
	private final List<Control> stripRow = new ArrayList<>();
	private final SliceTrack track;
	private final Scale scale;
	private final Label left;
	private final Label right;
	private final Text number;
	private final Label total;
	private final NumberFormat millimetres = NumberFormat.getNumberInstance();
	private int count;
	private String place = ""; //$NON-NLS-1$

	/**
	 * @param parent    the parent
	 * @param navigator where the slider stands
	 * @param moved     hears the index that the user chose, from 0 at the left end
	 */
	public SliceBar(Composite parent, SliceNavigator navigator, IntConsumer moved) {
		super(parent, SWT.NONE);
		millimetres.setMinimumFractionDigits(1);
		millimetres.setMaximumFractionDigits(1);
		GridLayoutFactory.fillDefaults().numColumns(5).spacing(6, 0).margins(6, 2).applyTo(this);
		stripRow.add(new Label(this, SWT.NONE));
		strip = new StripCanvas(this, moved);
		stripRow.add(strip);
		for (int i = 0; i < 3; i++) {
			stripRow.add(new Label(this, SWT.NONE));
		}
		GridDataFactory.fillDefaults().grab(true, false).indent(10, 0).applyTo(strip);
		showStrip(false);
		new Label(this, SWT.NONE);
		track = new SliceTrack(this);
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, SliceTrack.HEIGHT).indent(10, 0).applyTo(track);
		new Label(this, SWT.NONE);
		new Label(this, SWT.NONE);
		new Label(this, SWT.NONE);
		left = label(SWT.LEFT, Messages.SliceBar_left);
		scale = new Scale(this, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(scale);
		scale.setMinimum(0);
		scale.setToolTipText(Messages.SliceBar_scale);
		right = label(SWT.RIGHT, Messages.SliceBar_right);
		number = new Text(this, SWT.BORDER | SWT.RIGHT | SWT.SINGLE);
		number.setToolTipText(Messages.SliceBar_number);
		number.setTextLimit(7);
		total = label(SWT.LEFT, ""); //$NON-NLS-1$
		scale.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> moved.accept(scale.getSelection())));
		number.addListener(SWT.DefaultSelection, e -> commitNumber(moved));
		number.addListener(SWT.FocusIn, e -> number.selectAll());
		number.addListener(SWT.FocusOut, e -> commitNumber(moved));
		number.addListener(SWT.Verify, e -> e.doit = e.text.chars().allMatch(Character::isDigit));
		number.addListener(SWT.KeyDown, e -> stepByKey(e, delta -> moved.accept(navigator.index() + delta)));
		describeScale();
		show(navigator);
	}

	private Label label(int alignment, String tooltip) {
		Label label = new Label(this, alignment);
		GridDataFactory.fillDefaults().align(alignment == SWT.RIGHT ? SWT.END : SWT.BEGINNING, SWT.CENTER).applyTo(label);
		label.setToolTipText(tooltip);
		return label;
	}

	/** Takes everything from the navigator: after another stack was shown or the order reversed. */
	public void show(SliceNavigator navigator) {
		count = navigator.count();
		String leftLabel = navigator.leftLabel();
		String rightLabel = navigator.rightLabel();
		left.setText(leftLabel.isEmpty() ? end(navigator.leftLetters(), navigator.leftOffset()) : leftLabel);
		right.setText(rightLabel.isEmpty() ? end(navigator.rightLetters(), navigator.rightOffset()) : rightLabel);
		// A scale ignores a maximum that is not above its minimum.
		scale.setMaximum(Math.max(1, count - 1));
		scale.setPageIncrement(PAGE);
		scale.setEnabled(count > 1);
		number.setEnabled(count > 1);
		total.setText(count == 0 ? "" : NLS.bind(Messages.SliceBar_total, count)); //$NON-NLS-1$
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER)
				.hint(numberWidth(), SWT.DEFAULT).applyTo(number);
		move(navigator);
		layout(true);
	}

	/** Takes the place of the slider from the navigator. */
	public void move(SliceNavigator navigator) {
		if (scale.getSelection() != navigator.index()) {
			scale.setSelection(navigator.index());
		}
		number.setText(count == 0 ? "" : Integer.toString(navigator.index() + 1)); //$NON-NLS-1$
		place = count == 0 ? "" : place(navigator); //$NON-NLS-1$
	}

	/** {@return where the slider stands, in words: {@code image 12 of 240, 35.0 mm H}} */
	private String place(SliceNavigator navigator) {
		String number = NLS.bind(Messages.SliceBar_place, navigator.index() + 1, count);
		OptionalDouble offset = navigator.current().map(Slice::offset).orElse(OptionalDouble.empty());
		return offset.isEmpty() ? number : NLS.bind(Messages.SliceBar_placeAt, new Object[] { number,
				millimetres.format(Math.abs(offset.getAsDouble())), navigator.letters() }).strip();
	}

	/** {@return where the slider stands, in words} */
	String place() {
		return place;
	}

	/** {@return the picture of the series above the slider, which is seen only if {@link #isStripShown()}} */
	public StripCanvas strip() {
		return strip;
	}

	/** Makes room for the picture of the series, or takes it away. */
	public void showStrip(boolean shown) {
		for (Control control : stripRow) {
			if (control.getLayoutData() == null) {
				control.setLayoutData(new GridData());
			}
			((GridData) control.getLayoutData()).exclude = !shown;
			control.setVisible(shown);
		}
	}

	/** {@return whether there is room for the picture of the series} */
	public boolean isStripShown() {
		return strip.getVisible();
	}

	/** {@return the line above the slider} */
	public SliceTrack track() {
		return track;
	}

	/** {@return the slider} */
	public Scale scale() {
		return scale;
	}

	Text number() {
		return number;
	}

	/** {@return the text at an end: letters and offset, for example {@code F −17.7 mm}} */
	String end(String letters, OptionalDouble offset) {
		if (offset.isEmpty()) {
			return letters;
		}
		String amount = NLS.bind(Messages.SliceBar_millimetres, signed(offset.getAsDouble()));
		return letters.isEmpty() ? amount : letters + "  " + amount; //$NON-NLS-1$
	}

	private String signed(double value) {
		String digits = millimetres.format(Math.abs(value));
		boolean zero = digits.equals(millimetres.format(0));
		return zero ? digits : (value < 0 ? '\u2212' : '+') + digits;
	}

	private int numberWidth() {
		int digits = Math.max(3, Integer.toString(Math.max(1, count)).length() + 1);
		GC gc = new GC(number);
		try {
			return (int) (digits * gc.getFontMetrics().getAverageCharacterWidth()) + 8;
		} finally {
			gc.dispose();
		}
	}

	private void commitNumber(IntConsumer moved) {
		String text = number.getText();
		if (!text.isEmpty() && count > 0) {
			int wanted = Integer.parseInt(text);
			moved.accept(Math.max(1, Math.min(wanted, count)) - 1);
		}
		number.setText(count == 0 ? "" : Integer.toString(scale.getSelection() + 1)); //$NON-NLS-1$
	}

	/** In the field for the number the arrow, Home and digit keys edit; up and down still step. */
	private static void stepByKey(Event event, IntConsumer moveBy) {
		int delta = switch (event.keyCode) {
			case SWT.ARROW_DOWN -> 1;
			case SWT.ARROW_UP -> -1;
			case SWT.PAGE_DOWN -> PAGE;
			case SWT.PAGE_UP -> -PAGE;
			default -> 0;
		};
		if (delta != 0) {
			moveBy.accept(delta);
			event.doit = false;
		}
	}

	private void describeScale() {
		scale.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = Messages.SliceBar_scale;
			}
		});
		scale.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getValue(AccessibleControlEvent e) {
				e.result = place;
			}
		});
	}
}
