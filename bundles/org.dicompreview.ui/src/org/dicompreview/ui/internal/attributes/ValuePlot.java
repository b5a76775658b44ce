package org.dicompreview.ui.internal.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

import org.dicompreview.ui.internal.AccessibleName;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * The numbers of some columns over the slices, one below the other as far as there is room, with a line at the slice on screen.
 * Numbers that are the same everywhere are left out if others are not. UI thread.
 */
final class ValuePlot extends Canvas {

	/** So many columns have room. */
	static final int MOST = 4;
	/** Points around a plot. */
	private static final int MARGIN = 6;
	private static final int DOT = 3;
	private static final int FAINT = 70;
	/** Lines of text that a plot is high, at least. */
	private static final int LINES = 3;

	/** A column with numbers. */
	private record Series(String name, PlotData data) {
	}

	private final IntConsumer chosen;
	private List<Series> series = List.of();
	private int count;
	private int marked = -1;
	private PlotData.Over over = PlotData.Over.NUMBER;

	/** @param chosen gets the index of the slice that a person has chosen */
	ValuePlot(Composite parent, IntConsumer chosen) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
		this.chosen = chosen;
		AccessibleName.set(this, this::words);
		addListener(SWT.Paint, event -> paint(event.gc, getClientArea()));
		addListener(SWT.MouseDown, event -> pressed(event));
		addListener(SWT.MouseMove, event -> {
			if ((event.stateMask & SWT.BUTTON1) != 0) {
				go(event.x);
			}
		});
		addListener(SWT.KeyDown, this::key);
		addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS || event.detail == SWT.TRAVERSE_ESCAPE);
		addListener(SWT.FocusIn, event -> redraw());
		addListener(SWT.FocusOut, event -> redraw());
	}

	private String words() {
		return NLS.bind(Messages.ValuePlot_name, String.join(", ", series.stream().map(Series::name).toList())); //$NON-NLS-1$
	}

	/** Shows the columns of numbers. */
	void show(SeriesValues values, PlotData.Over next) {
		over = next;
		count = values.slices().size();
		List<Series> all = new ArrayList<>();
		for (int i = 0; i < values.columns().size(); i++) {
			int numbers = values.isNumeric(i) ? Math.min(MOST, values.multiplicity(i)) : 0;
			for (int at = 0; at < numbers; at++) {
				String name = values.columns().get(i).name();
				PlotData data = PlotData.of(values, i, at, over);
				if (!data.isEmpty()) {
					all.add(new Series(numbers == 1 ? name : name + '[' + (at + 1) + ']', data));
				}
			}
		}
		List<Series> varying = all.stream().filter(each -> each.data().isVarying()).toList();
		series = (varying.isEmpty() ? all : varying).stream().limit(MOST).toList();
		redraw();
	}

	/** Draws a line at a slice. @param slice -1 for none */
	void mark(int slice) {
		marked = slice;
		redraw();
	}

	private void pressed(Event event) {
		setFocus();
		if (event.button == 1) {
			go(event.x);
		}
	}

	private void go(int x) {
		Rectangle plot = plotArea(getClientArea());
		if (!series.isEmpty()) {
			series.get(0).data().nearest(x - plot.x, plot.width).ifPresent(this::goTo);
		}
	}

	private void goTo(int slice) {
		if (slice != marked) {
			chosen.accept(slice);
		}
	}

	private void key(Event event) {
		int step = event.keyCode == SWT.ARROW_RIGHT ? 1 : event.keyCode == SWT.ARROW_LEFT ? -1 : 0;
		if (step != 0 && count > 0) {
			chosen.accept(Math.max(0, Math.min(count - 1, Math.max(marked, 0) + step)));
		}
	}

	/** {@return the place across the canvas of a slice; for tests} */
	int place(int slice) {
		Rectangle plot = plotArea(getClientArea());
		return plot.x + series.get(0).data().x(slice, plot.width).orElseThrow();
	}

	private Rectangle plotArea(Rectangle area) {
		return new Rectangle(area.x + MARGIN, area.y + MARGIN, Math.max(1, area.width - 2 * MARGIN),
				Math.max(1, area.height - 2 * MARGIN));
	}

	/** Not private: a test paints into an image. */
	void paint(GC gc, Rectangle area) {
		gc.setBackground(getBackground());
		gc.fillRectangle(area);
		gc.setAntialias(SWT.ON);
		Rectangle all = plotArea(area);
		if (series.isEmpty()) {
			String text = count == 0 ? "" : Messages.ValuePlot_noNumbers; //$NON-NLS-1$
			gc.setForeground(getForeground());
			Point size = gc.textExtent(text);
			gc.drawText(text, all.x + Math.max(0, (all.width - size.x) / 2), all.y + (all.height - size.y) / 2, true);
			return;
		}
		int line = gc.getFontMetrics().getHeight();
		int room = Math.max(1, Math.min(series.size(), (all.height - line) / (LINES * line)));
		int height = (all.height - line) / room;
		for (int i = 0; i < room; i++) {
			paint(gc, new Rectangle(all.x, all.y + i * height, all.width, height), series.get(i), line);
		}
		paintEnds(gc, all, line);
		paintMark(gc, new Rectangle(all.x, all.y, all.width, all.height - line));
		if (isFocusControl()) {
			gc.setForeground(getForeground());
			gc.drawFocus(area.x, area.y, area.width, area.height);
		}
	}

	private void paint(GC gc, Rectangle area, Series shown, int line) {
		PlotData.Span ys = shown.data().ySpan();
		PlotData.Span xs = shown.data().xSpan();
		gc.setForeground(getForeground());
		String title = NLS.bind(Messages.ValuePlot_title, new Object[] { shown.name(), number(ys.from()), number(ys.to()) });
		gc.drawText(title, area.x, area.y, true);
		int top = area.y + line + DOT;
		int height = Math.max(1, area.y + area.height - DOT - top);
		gc.setAlpha(FAINT);
		gc.drawLine(area.x, top + height, area.x + area.width, top + height);
		gc.setAlpha(255);
		Color color = getDisplay().getSystemColor(SWT.COLOR_LINK_FOREGROUND);
		gc.setForeground(color);
		gc.setBackground(color);
		boolean dots = shown.data().xs().length * 2 * DOT < area.width;
		int lastX = -1;
		int lastY = -1;
		for (int i = 0; i < shown.data().xs().length; i++) {
			double x = shown.data().xs()[i];
			double y = shown.data().ys()[i];
			if (!Double.isFinite(x) || !Double.isFinite(y)) {
				lastX = -1;
				continue;
			}
			int atX = area.x + (int) Math.round(xs.part(x) * (area.width - 1));
			int atY = top + (int) Math.round((1 - ys.part(y)) * (height - 1));
			if (lastX >= 0) {
				gc.drawLine(lastX, lastY, atX, atY);
			}
			if (dots || lastX < 0) {
				gc.fillOval(atX - DOT / 2, atY - DOT / 2, DOT, DOT);
			}
			lastX = atX;
			lastY = atY;
		}
	}

	private void paintEnds(GC gc, Rectangle all, int line) {
		PlotData.Span xs = series.get(0).data().xSpan();
		String unit = switch (over) {
			case NUMBER -> ""; //$NON-NLS-1$
			case POSITION -> " mm"; //$NON-NLS-1$
			case TIME -> " s"; //$NON-NLS-1$
		};
		gc.setForeground(getForeground());
		String right = number(xs.to()) + unit;
		gc.drawText(number(xs.from()) + unit, all.x, all.y + all.height - line, true);
		gc.drawText(right, all.x + all.width - gc.textExtent(right).x, all.y + all.height - line, true);
	}

	private void paintMark(GC gc, Rectangle area) {
		series.get(0).data().x(marked, area.width).ifPresent(x -> {
			gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
			gc.setLineWidth(2);
			gc.drawLine(area.x + x, area.y, area.x + x, area.y + area.height);
			gc.setLineWidth(1);
			StringBuilder text = new StringBuilder();
			series.forEach(each -> each.data().value(marked)
					.ifPresent(value -> text.append(text.isEmpty() ? "" : "; ").append(number(value)))); //$NON-NLS-1$ //$NON-NLS-2$
			int width = gc.textExtent(text.toString()).x;
			gc.setForeground(getForeground());
			gc.drawText(text.toString(), Math.max(area.x, Math.min(area.x + x + DOT, area.x + area.width - width)),
					area.y + area.height - gc.getFontMetrics().getHeight() - DOT, true); // above the ends of the axis
		});
	}

	private static String number(double number) {
		return number == Math.rint(number) && Math.abs(number) < 1e12 ? Long.toString((long) number)
				: String.format("%.5g", number); //$NON-NLS-1$
	}
}
