package org.dicompreview.viewer.internal.document;

import java.util.List;
import java.util.stream.Collectors;

import org.dicompreview.series.document.Waveform;
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
import org.eclipse.swt.widgets.ScrollBar;

/**
 * Waveforms as traces below each other, with the names of their channels and a scale. Light on black as pictures are, in every
 * theme. The wheel and the arrow keys move in time, with Ctrl and by + and - the scale of time changes. UI thread only.
 */
final class WaveformCanvas extends Canvas {

	private static final Color BACKGROUND = new Color(0, 0, 0);
	private static final Color GRID = new Color(38, 38, 38);
	private static final Color SECOND = new Color(66, 66, 66);
	private static final Color TRACE = new Color(110, 231, 120);
	private static final Color TEXT = new Color(222, 222, 222);
	private static final double MM_PER_INCH = 25.4;
	/** The pace at which paper runs in most electrocardiographs. */
	private static final double MM_PER_SECOND = 25;
	private static final double GRID_SECONDS = 0.2;
	private static final int LEAST_GRID = 6;
	private static final double ZOOM_STEP = 1.25;
	private static final double MOST_POINTS_PER_SECOND = 4000;
	/** More points than scroll bars can tell apart. */
	private static final int WIDEST = 100_000_000;
	private static final int MARGIN = 6;

	private List<Waveform> waveforms = List.of();
	private double pointsPerSecond = 100;
	private WaveformPlan plan = new WaveformPlan(List.of(), 1, 1);

	/** @param parent the parent */
	WaveformCanvas(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.H_SCROLL | SWT.V_SCROLL);
		setBackground(BACKGROUND);
		setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
		addListener(SWT.Paint, e -> paint(e.gc, getClientArea()));
		addListener(SWT.Resize, e -> arrange());
		addListener(SWT.MouseVerticalWheel, this::wheel);
		addListener(SWT.KeyDown, this::key);
		addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_NONE);
		addListener(SWT.MouseDown, e -> setFocus());
		for (ScrollBar bar : List.of(getHorizontalBar(), getVerticalBar())) {
			bar.addListener(SWT.Selection, e -> redraw());
		}
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = description();
			}
		});
	}

	/** Shows other waveforms, from their start, as electrocardiographs write them. */
	void show(List<Waveform> shown) {
		waveforms = shown;
		pointsPerSecond = MM_PER_SECOND * getDisplay().getDPI().x / MM_PER_INCH;
		getHorizontalBar().setSelection(0);
		getVerticalBar().setSelection(0);
		arrange();
	}

	/** {@return the plan of what is on the canvas} */
	WaveformPlan plan() {
		return plan;
	}

	/** {@return what is shown, for people who cannot see it} */
	String description() {
		return waveforms.stream().map(waveform -> NLS.bind(Messages.WaveformCanvas_description,
				new Object[] { Numbers.format(waveform.seconds()), Numbers.format(waveform.frequency()), waveform.channels().stream()
						.map(Waveform.Channel::label).collect(Collectors.joining(", ")) })) //$NON-NLS-1$
				.collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	private void arrange() {
		Rectangle area = getClientArea();
		double longest = waveforms.stream().mapToDouble(Waveform::seconds).max().orElse(1);
		double most = Math.min(MOST_POINTS_PER_SECOND, WIDEST / longest);
		pointsPerSecond = Math.max(Math.min(most, Math.max(1, area.width) / longest), Math.min(pointsPerSecond, most));
		plan = new WaveformPlan(waveforms, Math.max(1, area.height), pointsPerSecond);
		bar(getHorizontalBar(), plan.width(), area.width);
		bar(getVerticalBar(), plan.height(), area.height);
		redraw();
	}

	private static void bar(ScrollBar bar, int whole, int visible) {
		int thumb = Math.max(1, Math.min(whole, visible));
		bar.setVisible(whole > visible);
		bar.setValues(whole > visible ? Math.min(bar.getSelection(), whole - thumb) : 0, 0, Math.max(1, whole), thumb,
				Math.max(1, thumb / 10), Math.max(1, thumb * 9 / 10));
	}

	private void wheel(Event e) {
		if ((e.stateMask & SWT.MOD1) != 0) {
			zoom(Integer.signum(e.count), e.x);
		} else {
			move(getHorizontalBar(), -e.count);
		}
		e.doit = false;
	}

	private void key(Event e) {
		switch (e.keyCode) {
			case SWT.ARROW_LEFT -> move(getHorizontalBar(), -1);
			case SWT.ARROW_RIGHT -> move(getHorizontalBar(), 1);
			case SWT.ARROW_UP -> move(getVerticalBar(), -1);
			case SWT.ARROW_DOWN -> move(getVerticalBar(), 1);
			case SWT.PAGE_UP -> move(getHorizontalBar(), -9);
			case SWT.PAGE_DOWN -> move(getHorizontalBar(), 9);
			case SWT.HOME -> move(getHorizontalBar(), -WIDEST);
			case SWT.END -> move(getHorizontalBar(), WIDEST);
			case '+', '=', SWT.KEYPAD_ADD -> zoom(1, getClientArea().width / 2);
			case '-', SWT.KEYPAD_SUBTRACT -> zoom(-1, getClientArea().width / 2);
			default -> {
				return;
			}
		}
		e.doit = false;
	}

	private void move(ScrollBar bar, int steps) {
		long wanted = bar.getSelection() + (long) steps * bar.getIncrement();
		bar.setSelection((int) Math.max(0, Math.min(wanted, bar.getMaximum() - bar.getThumb())));
		redraw();
	}

	/** Changes the scale of time around a place. @param x of the canvas that keeps its time */
	private void zoom(int direction, int x) {
		double second = (getHorizontalBar().getSelection() + x) / pointsPerSecond;
		pointsPerSecond *= direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
		arrange();
		long wanted = Math.round(second * pointsPerSecond) - x;
		ScrollBar bar = getHorizontalBar();
		bar.setSelection((int) Math.max(0, Math.min(wanted, bar.getMaximum() - bar.getThumb())));
		redraw();
	}

	/** Paints the traces. */
	void paint(GC gc, Rectangle area) {
		gc.setBackground(BACKGROUND);
		gc.fillRectangle(area);
		int left = getHorizontalBar().getSelection();
		int top = getVerticalBar().getSelection();
		grid(gc, area, left);
		List<WaveformPlan.Row> rows = plan.rows();
		int height = plan.rowHeight();
		for (int i = Math.max(0, top / height); i < rows.size() && i * height - top < area.height; i++) {
			trace(gc, area, rows.get(i), left, i * height - top);
		}
	}

	private void grid(GC gc, Rectangle area, int left) {
		double step = pointsPerSecond * GRID_SECONDS >= LEAST_GRID ? GRID_SECONDS : 1;
		while (step * pointsPerSecond < LEAST_GRID) {
			step *= 10;
		}
		int perStrong = step < 1 ? (int) Math.round(1 / step) : 10;
		long last = (long) Math.ceil((left + area.width) / (step * pointsPerSecond));
		for (long i = (long) Math.ceil(left / (step * pointsPerSecond)); i <= last; i++) {
			int x = (int) Math.round(plan.x(i * step)) - left;
			gc.setForeground(i % perStrong == 0 ? SECOND : GRID);
			gc.drawLine(x, 0, x, area.height);
		}
	}

	private void trace(GC gc, Rectangle area, WaveformPlan.Row row, int left, int top) {
		gc.setForeground(GRID);
		gc.drawLine(0, top + plan.rowHeight() - 1, area.width, top + plan.rowHeight() - 1);
		gc.setForeground(TRACE);
		for (int[] piece : plan.pieces(row, left, left + area.width)) {
			for (int i = 0; i < piece.length; i += 2) {
				piece[i] -= left;
				piece[i + 1] += top;
			}
			if (piece.length == 2) {
				gc.drawPoint(piece[0], piece[1]);
			} else {
				gc.drawPolyline(piece);
			}
		}
		scale(gc, area, row, top);
	}

	/** Writes what the channel is called, and a bar for its scale at the right. */
	private void scale(GC gc, Rectangle area, WaveformPlan.Row row, int top) {
		gc.setForeground(TEXT);
		gc.drawText(row.channel().label(), MARGIN, top + 1, true);
		double units = plan.unitBar(row);
		int length = (int) Math.round(units * row.gain());
		int bottom = top + plan.rowHeight() - MARGIN;
		int x = area.width - MARGIN;
		gc.drawLine(x, bottom - length, x, bottom);
		gc.drawLine(x - 2, bottom - length, x + 2, bottom - length);
		gc.drawLine(x - 2, bottom, x + 2, bottom);
		String text = Numbers.format(units) + ' ' + row.channel().unit();
		gc.drawText(text, x - MARGIN - gc.textExtent(text).x, bottom - gc.getFontMetrics().getHeight(), true);
	}
}
