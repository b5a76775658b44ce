package org.dicompreview.viewer.internal.controls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.dicompreview.series.Axis;
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
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;

/** One more slider for each further axis of a stack, for example time or echo. UI thread only. */
public final class AxisBar extends Composite {

	/** Hears that the user moved along an axis. */
	public interface Listener {
		/** @param axis index among the axes of the stack @param index where along it */
		void moved(int axis, int index);
	}

	private static final int MARGIN = 4;

	private final Listener listener;
	private final List<Scale> scales = new ArrayList<>();
	private final List<Label> values = new ArrayList<>();

	/** @param parent the parent @param listener hears of moves */
	public AxisBar(Composite parent, Listener listener) {
		super(parent, SWT.NONE);
		this.listener = listener;
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 0).margins(6, 0).applyTo(this);
	}

	/** Makes the sliders of a stack. */
	public void show(SliceNavigator navigator) {
		for (Control child : getChildren()) {
			child.dispose();
		}
		scales.clear();
		values.clear();
		List<Axis> axes = navigator.stack().map(stack -> stack.axes()).orElse(List.of());
		for (int i = 0; i < axes.size(); i++) {
			addAxis(axes.get(i), i);
		}
		move(navigator);
	}

	private void addAxis(Axis axis, int index) {
		Label name = new Label(this, SWT.NONE);
		name.setText(axis.label());
		Scale scale = new Scale(this, SWT.HORIZONTAL);
		scale.setMinimum(0);
		scale.setMaximum(axis.size() - 1);
		scale.setPageIncrement(Math.max(1, axis.size() / 10));
		scale.setToolTipText(NLS.bind(Messages.AxisBar_scale, axis.label()));
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(scale);
		scale.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> listener.moved(index, scale.getSelection())));
		Label value = new Label(this, SWT.RIGHT);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).hint(widest(axis, value), SWT.DEFAULT).applyTo(value);
		describe(scale, index);
		scales.add(scale);
		values.add(value);
	}

	/** Takes the places of the sliders from the navigator. */
	public void move(SliceNavigator navigator) {
		List<Axis> axes = navigator.stack().map(stack -> stack.axes()).orElse(List.of());
		for (int i = 0; i < scales.size(); i++) {
			int at = navigator.coordinate(i);
			if (scales.get(i).getSelection() != at) {
				scales.get(i).setSelection(at);
			}
			values.get(i).setText(text(axes.get(i), at));
		}
	}

	private static String text(Axis axis, int at) {
		return NLS.bind(Messages.AxisBar_value, new Object[] { axis.values().get(at), at + 1, axis.size() });
	}

	/** Room for any value, so that nothing moves while the axis plays. */
	private static int widest(Axis axis, Label label) {
		int longest = IntStream.range(0, axis.size()).boxed()
				.max(Comparator.comparingInt(i -> text(axis, i).length())).orElse(0);
		GC gc = new GC(label);
		try {
			return gc.textExtent(text(axis, longest)).x + MARGIN;
		} finally {
			gc.dispose();
		}
	}

	private void describe(Scale scale, int index) {
		scale.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = scale.getToolTipText();
			}
		});
		scale.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getValue(AccessibleControlEvent e) {
				e.result = values.get(index).getText();
			}
		});
	}

	/** {@return the axis whose slider has the focus, or -1} */
	public int focused() {
		for (int i = 0; i < scales.size(); i++) {
			if (scales.get(i).isFocusControl()) {
				return i;
			}
		}
		return -1;
	}

	/** {@return the sliders, one for each axis} */
	public List<Scale> scales() {
		return List.copyOf(scales);
	}
}
