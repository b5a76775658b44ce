package org.dicompreview.ui.internal.preview;

import java.util.BitSet;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * A thin line above the scale: which slices are in memory, and where the diagnosis found something. UI thread only.
 */
final class SliceTrack extends Canvas {

	static final int HEIGHT = 5;
	private static final Color MARK = new Color(230, 140, 30);

	private int count;
	private BitSet cached = new BitSet();
	private BitSet marked = new BitSet();

	SliceTrack(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED);
		addListener(SWT.Paint, e -> paint(e.gc, getClientArea()));
	}

	/** Shows another stack. @param count places on the slider @param marked places with findings, from the left */
	void show(int newCount, BitSet newMarked) {
		count = newCount;
		marked = newMarked;
		cached = new BitSet();
		redraw();
	}

	/** Shows which places are in memory, from the left. */
	void setCached(BitSet newCached) {
		if (!newCached.equals(cached)) {
			cached = newCached;
			redraw();
		}
	}

	BitSet cached() {
		return (BitSet) cached.clone();
	}

	/** Not private: a test paints into an image. */
	void paint(GC gc, Rectangle area) {
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
		gc.fillRectangle(area.x, area.y + 1, area.width, HEIGHT - 2);
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
		paintRuns(gc, area, cached, 0);
		gc.setBackground(MARK);
		paintRuns(gc, area, marked, 2);
	}

	private void paintRuns(GC gc, Rectangle area, BitSet set, int least) {
		for (int from = set.nextSetBit(0); from >= 0 && from < count; from = set.nextSetBit(set.nextClearBit(from))) {
			int to = Math.min(set.nextClearBit(from), count);
			int x = area.x + (int) ((long) from * area.width / count);
			int end = area.x + (int) ((long) to * area.width / count);
			gc.fillRectangle(x, area.y, Math.max(least, end - x), HEIGHT);
		}
	}
}
