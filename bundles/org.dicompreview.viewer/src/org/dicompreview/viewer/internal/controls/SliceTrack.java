package org.dicompreview.viewer.internal.controls;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

import org.dicompreview.dicom.Texts;
import org.dicompreview.viewer.SliceNavigator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * A thin line above the scale: which slices are in memory, and where the diagnosis found something. UI thread only.
 */
public final class SliceTrack extends Canvas {

	static final int HEIGHT = 5;
	/** A mark is hard to hit: the pointer may be so many pixels beside it. */
	private static final int NEAR = 3;
	private static final Color MARK = new Color(230, 140, 30);

	private int count;
	private BitSet cached = new BitSet();
	private BitSet marked = new BitSet();
	private IntFunction<String> reasons = place -> ""; //$NON-NLS-1$

	SliceTrack(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED);
		addListener(SWT.MouseMove, e -> setToolTipText(reason(e.x, getClientArea().width)));
		addListener(SWT.Paint, e -> paint(e.gc, getClientArea()));
	}

	/** Shows another stack, with what was found in it. */
	public void show(SliceNavigator navigator) {
		Map<Integer, Set<String>> marks = new HashMap<>();
		navigator.stack().ifPresent(stack -> stack.findings().forEach(finding -> finding.slices().forEach(slice -> marks
				.computeIfAbsent(navigator.reversed() ? navigator.count() - 1 - slice.position() : slice.position(),
						place -> new LinkedHashSet<>())
				.add(Texts.words(finding.message())))));
		BitSet places = new BitSet();
		marks.keySet().forEach(places::set);
		show(navigator.count(), places, place -> String.join("\n", marks.get(place))); //$NON-NLS-1$
	}

	/**
	 * Shows another stack.
	 *
	 * @param newCount   places on the slider
	 * @param newMarked  places with findings, from the left
	 * @param newReasons what was found at a place
	 */
	void show(int newCount, BitSet newMarked, IntFunction<String> newReasons) {
		count = newCount;
		marked = newMarked;
		reasons = newReasons;
		cached = new BitSet();
		redraw();
	}

	/** Shows which places are in memory, from the left. */
	public void setCached(BitSet newCached) {
		if (!newCached.equals(cached)) {
			cached = newCached;
			redraw();
		}
	}

	BitSet cached() {
		return (BitSet) cached.clone();
	}

	/** {@return what the mark at the pointer means; {@code null} if there is none} @param x from the left @param width of all */
	String reason(int x, int width) {
		if (count == 0 || width == 0) {
			return null;
		}
		int first = Math.max(0, (int) ((long) (x - NEAR) * count / width));
		int last = Math.min(count - 1, (int) ((long) (x + NEAR) * count / width));
		int at = Math.max(0, Math.min(count - 1, (int) ((long) x * count / width)));
		if (!marked.get(at)) {
			at = marked.nextSetBit(first);
		}
		return at < 0 || at > last ? null : reasons.apply(at);
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
