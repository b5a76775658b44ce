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
	private static final int[] WANTED = { 19, 25, 27, 5, 10 };
	private static final int[] FROM = { 0, 118, 0, 66, 84 };
	private static final int NARROW_NAME = 22;
	private static final int LEAST_VALUE = 16;

	private final Tree tree;
	private boolean dividing;
	private boolean moved;

	private ColumnWidths(Tree tree) {
		this.tree = tree;
	}

	static void install(Tree tree) {
		ColumnWidths widths = new ColumnWidths(tree);
		tree.addListener(SWT.Resize, event -> widths.divide());
		for (int i = TAG; i < VALUE; i++) {
			tree.getColumn(i).addListener(SWT.Resize, event -> widths.moved |= !widths.dividing);
		}
	}

	private void divide() {
		int width = tree.getClientArea().width;
		if (moved || width <= 0) {
			return;
		}
		int[] all = of((int) (width / character()));
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

	/** {@return the widths of all columns but the last, in average characters} */
	static int[] of(int characters) {
		int[] widths = WANTED.clone();
		for (int i = TAG; i < VALUE; i++) {
			if (characters < FROM[i]) {
				widths[i] = 0;
			}
		}
		if (widths[VR] == 0) {
			widths[NAME] = NARROW_NAME;
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
