package org.dicompreview.viewer.internal.controls;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.dicompreview.viewer.internal.canvas.PixelPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A picture of the series along the slider, with a scale below it and a line where the slider stands; a click or a drag goes
 * to a place. UI thread only.
 */
public final class StripCanvas extends Canvas {

	/** Height of the picture in points. */
	public static final int PICTURE = 36;
	private static final int TICK = 3;
	private static final Color LINE = new Color(255, 200, 40);
	private static final Color RIM = new Color(0, 0, 0);

	private final IntConsumer moved;
	private int count;
	private int index;
	private List<Ticks.Tick> ticks = List.of();
	/** Owned; {@code null} before there is one. */
	private Image picture;
	private boolean dragging;

	/** @param moved hears the place that the user chose, from 0 at the left end */
	StripCanvas(Composite parent, IntConsumer moved) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
		this.moved = moved;
		addListener(SWT.Paint, e -> {
			paintPicture(e.gc, getClientArea());
			if (e.y + e.height > PICTURE) {
				paintTicks(e.gc, getClientArea());
			}
			paintLine(e.gc, getClientArea());
		});
		addListener(SWT.MouseDown, this::down);
		addListener(SWT.MouseMove, this::drag);
		addListener(SWT.MouseUp, e -> dragging = false);
		addListener(SWT.Dispose, e -> setPicture(null));
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		GC gc = new GC(this);
		try {
			int height = PICTURE + TICK + gc.getFontMetrics().getHeight();
			return new Point(widthHint == SWT.DEFAULT ? 100 : widthHint, heightHint == SWT.DEFAULT ? height : heightHint);
		} finally {
			gc.dispose();
		}
	}

	private void down(Event event) {
		dragging = event.button == 1;
		drag(event);
	}

	private void drag(Event event) {
		if (dragging && count > 0) {
			moved.accept(place(event.x));
		}
	}

	/** {@return whether the person drags the line just now} */
	public boolean isDragging() {
		return dragging;
	}

	/** {@return the place at a point, from 0 at the left end} @param x in points */
	public int place(int x) {
		int width = Math.max(1, getClientArea().width);
		return Math.max(0, Math.min(count - 1, (int) Math.floor((double) x * count / width)));
	}

	/**
	 * Shows another stack, without a picture yet.
	 *
	 * @param newCount places on the slider
	 * @param newIndex where it stands
	 */
	public void show(int newCount, int newIndex) {
		count = newCount;
		index = newIndex;
		ticks = List.of();
		setPicture(null);
	}

	/** Sets the scale below the picture. */
	public void setTicks(List<Ticks.Tick> newTicks) {
		ticks = List.copyOf(newTicks);
		redraw();
	}

	/** {@return the scale below the picture} */
	public List<Ticks.Tick> ticks() {
		return ticks;
	}

	/** Moves the line. @param newIndex where the slider stands */
	public void move(int newIndex) {
		if (newIndex != index) {
			int before = index;
			index = newIndex;
			redrawLine(before);
			redrawLine(index);
		}
	}

	private void redrawLine(int place) {
		redraw((int) line(place, getClientArea().width) - 4, 0, 9, PICTURE, false);
	}

	private double line(int place, int width) {
		return (place + 0.5) * width / Math.max(1, count);
	}

	/** Shows a picture, which this disposes. @param next {@code null} for none */
	public void setPicture(Image next) {
		if (picture != null) {
			picture.dispose();
		}
		picture = next;
		if (!isDisposed()) {
			redraw();
		}
	}

	/** {@return the picture, which stays this canvas's own; absent before one has come} */
	public Optional<Image> picture() {
		return Optional.ofNullable(picture);
	}

	private void paintPicture(GC gc, Rectangle area) {
		gc.setBackground(RIM);
		gc.fillRectangle(0, 0, area.width, PICTURE);
		if (picture != null) {
			Rectangle size = picture.getBounds();
			if (size.width == area.width && size.height == PICTURE) {
				PixelPainter.paint(gc, picture);
			} else {
				gc.drawImage(picture, 0, 0, size.width, size.height, 0, 0, area.width, PICTURE);
			}
		}
	}

	private void paintTicks(GC gc, Rectangle area) {
		gc.setForeground(getForeground());
		for (Ticks.Tick tick : ticks) {
			int x = (int) Math.round(tick.place() * area.width / Math.max(1, count));
			gc.drawLine(x, PICTURE, x, PICTURE + TICK - 1);
			int width = gc.textExtent(tick.text()).x;
			gc.drawText(tick.text(), Math.max(0, Math.min(area.width - width, x - width / 2)), PICTURE + TICK, SWT.DRAW_TRANSPARENT);
		}
	}

	private void paintLine(GC gc, Rectangle area) {
		if (count > 1) {
			int x = (int) line(index, area.width);
			gc.setBackground(RIM);
			gc.fillRectangle(x - 2, 0, 4, PICTURE);
			gc.setBackground(LINE);
			gc.fillRectangle(x - 1, 0, 2, PICTURE);
		}
	}
}
