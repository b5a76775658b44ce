package org.dicompreview.ui.internal.window;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.dicompreview.rendering.Histogram;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.viewer.Numbers;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** How often values occur, with the bounds of a window, which can be dragged. UI thread only. */
final class WindowHistogram extends Canvas {

	private static final int GRIP = 4;
	private static final int BAR_ALPHA = 150;
	private static final int WINDOW_ALPHA = 60;
	private static final int OPAQUE = 255;

	private final Consumer<VoiWindow> dragged;
	private Optional<Histogram> histogram = Optional.empty();
	private Optional<VoiWindow> window = Optional.empty();
	/** The bound that is dragged; {@code null} for none. */
	private WindowBounds.Part held;

	/** @param dragged gets the window that a person drags */
	WindowHistogram(Composite parent, Consumer<VoiWindow> dragged) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
		this.dragged = dragged;
		addListener(SWT.Paint, e -> histogram.ifPresent(shown -> paint(e.gc, getClientArea(), shown)));
		addListener(SWT.MouseDown, this::press);
		addListener(SWT.MouseMove, this::move);
		addListener(SWT.MouseUp, e -> held = null);
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = description();
			}
		});
	}

	private String description() {
		return histogram.map(shown -> NLS.bind(Messages.WindowHistogram_name, Numbers.format(shown.begin(0)),
				Numbers.format(shown.begin(shown.size())))).orElse(""); //$NON-NLS-1$
	}

	void show(Optional<Histogram> next) {
		histogram = next;
		redraw();
	}

	void show(Optional<VoiWindow> next, String unit) {
		window = next;
		setToolTipText(next.map(shown -> NLS.bind(Messages.WindowHistogram_bounds,
				new Object[] { Numbers.format(shown.lower()), Numbers.format(shown.upper()), unit })).orElse(null));
		redraw();
	}

	/** {@return the unit of the values; empty text while it is not known} */
	String unit() {
		return histogram.map(Histogram::unit).orElse(""); //$NON-NLS-1$
	}

	private Optional<HistogramScale> scale() {
		return histogram.map(shown -> HistogramScale.of(shown, getClientArea().width));
	}

	private void press(Event event) {
		if (event.button == 1 && scale().isPresent() && window.isPresent()) {
			held = scale().get().nearest(event.x, window.get());
			move(event);
		}
	}

	private void move(Event event) {
		scale().ifPresent(scale -> window.ifPresent(shown -> {
			boolean near = Math.min(Math.abs(event.x - scale.x(shown.lower())), Math.abs(event.x - scale.x(shown.upper()))) <= GRIP;
			setCursor(held != null || near ? getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE) : null);
			if (held != null) {
				WindowBounds.with(shown, held, scale.value(event.x, isWhole())).ifPresent(dragged);
			}
		}));
	}

	private boolean isWhole() {
		return histogram.filter(shown -> shown.width() == Math.rint(shown.width()) && shown.low() == Math.rint(shown.low())).isPresent();
	}

	/** Bars from the lower edge, by the square root of how many pixels there are, so that few are seen beside many. */
	private void paint(GC gc, Rectangle area, Histogram shown) {
		HistogramScale scale = HistogramScale.of(shown, area.width);
		double highest = Math.sqrt(IntStream.of(shown.counts()).max().orElse(1));
		gc.setBackground(getForeground()); // light in a dark theme
		gc.setAlpha(BAR_ALPHA);
		for (int i = 0; i < shown.size(); i++) {
			int from = scale.x(shown.begin(i));
			int to = scale.x(shown.begin(i + 1));
			int height = (int) Math.ceil(Math.sqrt(shown.count(i)) * area.height / Math.max(1, highest));
			gc.fillRectangle(from, area.height - height, Math.max(1, to - from), height);
		}
		window.ifPresent(bounds -> {
			int lower = scale.x(bounds.lower());
			int upper = scale.x(bounds.upper());
			Color color = getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
			gc.setBackground(color);
			gc.setAlpha(WINDOW_ALPHA);
			gc.fillRectangle(lower, 0, Math.max(1, upper - lower), area.height);
			gc.setAlpha(OPAQUE);
			gc.fillRectangle(lower - 1, 0, 2, area.height);
			gc.fillRectangle(upper - 1, 0, 2, area.height);
			gc.setForeground(color);
			gc.drawLine(lower, area.height - 1, upper, 0);
		});
	}
}
