package org.dicompreview.viewer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Rectangle;

/**
 * How the viewports of a {@link ViewportGrid} lie beside each other.
 *
 * @since 0.1
 */
public enum ViewportLayout {

	/** One viewport. */
	SINGLE("1x1", new double[][] { { 0, 0, 1, 1 } }), //$NON-NLS-1$
	/** Two viewports side by side. */
	COLUMNS("1x2", new double[][] { { 0, 0, 0.5, 1 }, { 0.5, 0, 1, 1 } }), //$NON-NLS-1$
	/** Two viewports one above the other. */
	ROWS("2x1", new double[][] { { 0, 0, 1, 0.5 }, { 0, 0.5, 1, 1 } }), //$NON-NLS-1$
	/** Four viewports. */
	FOUR("2x2", new double[][] { { 0, 0, 0.5, 0.5 }, { 0.5, 0, 1, 0.5 }, { 0, 0.5, 0.5, 1 }, { 0.5, 0.5, 1, 1 } }), //$NON-NLS-1$
	/** A large viewport and two smaller ones to its right. */
	ONE_AND_TWO("1+2", new double[][] { { 0, 0, 2 / 3.0, 1 }, { 2 / 3.0, 0, 1, 0.5 }, { 2 / 3.0, 0.5, 1, 1 } }); //$NON-NLS-1$

	private final String id;
	/** Left, top, right, bottom of each cell as parts of the whole. */
	private final double[][] cells;

	ViewportLayout(String id, double[][] cells) {
		this.id = id;
		this.cells = cells;
	}

	/** {@return a name that is stable, for preferences: rows x columns, or {@code 1+2}} */
	public String id() {
		return id;
	}

	/** {@return the layout with this name; absent if there is none} */
	public static Optional<ViewportLayout> of(String id) {
		return Arrays.stream(values()).filter(layout -> layout.id.equals(id)).findFirst();
	}

	/** {@return the number of viewports} */
	public int count() {
		return cells.length;
	}

	/**
	 * {@return where the viewports lie, from left to right and from top to bottom: next to each other without gaps}
	 *
	 * @param area that they fill
	 */
	public List<Rectangle> cells(Rectangle area) {
		return Arrays.stream(cells).map(cell -> {
			int left = at(cell[0], area.width);
			int top = at(cell[1], area.height);
			return new Rectangle(area.x + left, area.y + top, at(cell[2], area.width) - left, at(cell[3], area.height) - top);
		}).toList();
	}

	private static int at(double part, int length) {
		return (int) Math.round(part * length);
	}
}
