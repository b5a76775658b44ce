package org.dicompreview.ui.internal.attributes;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Tree;

/**
 * Divides the width of the tree among its columns. In a narrow view there is room for tag, name and value; the others
 * come as it grows, and the value gets what is left. Once the user has moved an edge nothing is changed any more.
 */
final class ColumnWidths {

	/** Index of the column for the length of the value. */
	static final int LENGTH = 4;

	private static final int TAG = 0;
	private static final int KEYWORD = 1;
	private static final int NAME = 2;
	private static final int VR = 3;
	private static final int VALUE = 5;

	/** Average characters for each column but the last, and for the tree to be wide enough for it. */
	private static final int[] WANTED = { 17, 25, 27, 5, 10 };
	private static final int[] FROM = { 0, 118, 0, 66, 84 };
	private static final int NARROW_NAME = 17;
	/** Indentation for each level below the first. */
	private static final int LEVEL = 3;
	private static final int MOST_LEVELS = 8;
	private static final int LEAST_VALUE = 14;

	private final Tree tree;
	private boolean dividing;
	private boolean moved;
	private int depth;

	private ColumnWidths(Tree tree) {
		this.tree = tree;
	}

	static ColumnWidths install(Tree tree) {
		ColumnWidths widths = new ColumnWidths(tree);
		tree.addListener(SWT.Resize, event -> widths.divide());
		for (int i = TAG; i < VALUE; i++) {
			tree.getColumn(i).addListener(SWT.Resize, event -> widths.moved |= !widths.dividing);
		}
		return widths;
	}

	/** Gives the tags room for the levels that are open. */
	void levels(int open) {
		int next = Math.min(open, MOST_LEVELS);
		if (next != depth) {
			depth = next;
			divide();
		}
	}

	private void divide() {
		int width = tree.getClientArea().width;
		if (moved || width <= 0) {
			return;
		}
		int[] all = of((int) (width / character()), depth);
		dividing = true;
		try {
			int left = width;
			for (int i = TAG; i < VALUE; i++) {
				int pixels = (int) Math.ceil(all[i] * character());
				tree.getColumn(i).setWidth(pixels);
				left -= pixels;
			}
			tree.getColumn(VALUE).setWidth((int) Math.max(left, LEAST_VALUE * character()));
		} finally {
			dividing = false;
		}
	}

	/**
	 * {@return the widths of all columns but the last, in average characters}
	 *
	 * @param characters width of the tree
	 * @param levels     how many levels are open below the first
	 */
	static int[] of(int characters, int levels) {
		int[] widths = WANTED.clone();
		widths[TAG] += levels * LEVEL;
		for (int i = TAG; i < VALUE; i++) {
			if (characters < FROM[i]) {
				widths[i] = 0;
			}
		}
		if (widths[VR] == 0) {
			widths[NAME] = Math.max(NARROW_NAME, (characters - WANTED[TAG]) * 2 / 5);
		}
		return widths[KEYWORD] > 0 || widths[LENGTH] == 0 ? widths : withWideName(widths, characters);
	}

	private static int[] withWideName(int[] widths, int characters) {
		widths[NAME] += Math.max(0, (characters - FROM[LENGTH]) / 4);
		return widths;
	}

	private double character() {
		GC gc = new GC(tree);
		try {
			gc.setFont(tree.getFont());
			return gc.getFontMetrics().getAverageCharacterWidth();
		} finally {
			gc.dispose();
		}
	}
}
