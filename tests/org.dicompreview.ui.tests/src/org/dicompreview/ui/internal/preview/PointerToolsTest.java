package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.dicompreview.rendering.Region;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolAssignment;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window on a region, and the magnifier. */
class PointerToolsTest extends PreviewTestCase {

	private static final RGB RIM = new RGB(222, 222, 222);
	private static final Duration PAUSE = Duration.ofMillis(200);

	@BeforeEach
	void enlarge() {
		page.setPartState(page.getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
		until("a large canvas", () -> viewport.canvas().getSize().y > 300); //$NON-NLS-1$
		settled();
	}

	@AfterEach
	void resetTools() {
		view.tools().assign(ToolAssignment.DEFAULT);
	}

	private void choose(String tool) throws Exception {
		execute(PreviewCommands.TOOL_COMMAND, Map.of(PreviewCommands.TOOL_PARAMETER, tool));
	}

	private static RGB color(ImageData data, int x, int y) {
		return data.palette.getRGB(data.getPixel(x, y));
	}

	@Test
	void theValuesOfARectangleBecomeTheWindow() throws Exception {
		choose(Tool.REGION_WINDOW);
		Point from = at(0.45, 0.4);
		Point to = at(0.55, 0.6);
		mouse(SWT.MouseDown, 1, from.x, from.y);
		mouse(SWT.MouseMove, 0, to.x, to.y);
		assertTrue(hasYellow(from, to), "the rectangle is seen while it is drawn"); //$NON-NLS-1$
		mouse(SWT.MouseUp, 1, to.x, to.y);
		assertFalse(hasYellow(from, to));
		until("a window", () -> viewport.model().settings().window().voiWindow().isPresent()); //$NON-NLS-1$
		ImagePoint first = viewport.transform().orElseThrow().toImage(DisplayPoint.centerOf(from.x, from.y));
		ImagePoint second = viewport.transform().orElseThrow().toImage(DisplayPoint.centerOf(to.x, to.y));
		Optional<VoiWindow> expected = viewport.model().frame().orElseThrow()
				.window(Region.Rectangle.between(first.column(), first.row(), second.column(), second.row()));
		assertEquals(expected, viewport.model().settings().window().voiWindow());
		settled();
		drag(1, from, from);
		assertEquals(expected, viewport.model().settings().window().voiWindow(), "a click chooses nothing"); //$NON-NLS-1$
	}

	private boolean hasYellow(Point from, Point to) {
		ImageData data = ViewportProbe.painted(viewport);
		for (int x = from.x; x < to.x; x++) {
			RGB color = color(data, x, from.y);
			if (color.red - color.blue > 100) {
				return true;
			}
		}
		return false;
	}

	@Test
	void theMagnifierShowsTruePixelsRoundThePointerAsLongAsTheButtonIsHeld() throws Exception {
		choose(Tool.MAGNIFIER);
		Point place = at(0.5, 0.45);
		assertFalse(hasLens(place));
		mouse(SWT.MouseDown, 1, place.x, place.y);
		untilPainted("the lens", () -> hasLens(place)); //$NON-NLS-1$
		assertPixelsOf(place);
		Point next = at(0.47, 0.55);
		mouse(SWT.MouseMove, 0, next.x, next.y);
		untilPainted("the lens elsewhere", () -> hasLens(next)); //$NON-NLS-1$
		viewport.model().change(settings -> settings.withInvert(true));
		settled();
		untilPainted("the lens with another window", () -> hasLens(next)); //$NON-NLS-1$
		assertPixelsOf(next);
		mouse(SWT.MouseUp, 1, next.x, next.y);
		assertFalse(hasLens(next));
	}

	/** Looks at the canvas now and then only: painting it all the time would keep the system from other events. */
	private static void untilPainted(String what, BooleanSupplier condition) {
		long[] next = { 0 };
		until(what, () -> {
			if (System.nanoTime() < next[0]) {
				return false;
			}
			boolean holds = condition.getAsBoolean();
			next[0] = System.nanoTime() + PAUSE.toNanos();
			return holds;
		});
	}

	private boolean hasLens(Point place) {
		ImageData data = ViewportProbe.painted(viewport);
		for (int offset = -100; offset <= 100; offset += 5) {
			if (!color(data, place.x + offset, place.y - 111).equals(RIM) || !color(data, place.x - 111, place.y + offset).equals(RIM)) {
				return false;
			}
		}
		return true;
	}

	/** The lens has large squares, each of the colour that the pixel has in the picture. */
	private void assertPixelsOf(Point place) {
		ImageData lens = ViewportProbe.painted(viewport);
		ImageData stored = view.renderer().renderAtStoredResolution(viewport.model().frame().orElseThrow(), viewport.model().settings())
				.data();
		ImagePoint middle = viewport.transform().orElseThrow().toImage(DisplayPoint.centerOf(place.x, place.y));
		double size = viewport.transform().orElseThrow().pointsPerColumn() * 4;
		int compared = 0;
		for (int dx = -90; dx <= 90; dx += 9) {
			for (int dy = -90; dy <= 90; dy += 9) {
				double column = middle.column() + dx / size;
				double row = middle.row() + dy / size;
				boolean inside = Math.abs(column - Math.floor(column) - 0.5) < 0.35 && Math.abs(row - Math.floor(row) - 0.5) < 0.35;
				if (inside && Math.hypot(dx, dy) > 30) {
					assertEquals(color(stored, (int) column, (int) row), color(lens, place.x + dx, place.y + dy), column + ", " + row); //$NON-NLS-1$
					compared++;
				}
			}
		}
		assertTrue(compared > 20, compared + " places"); //$NON-NLS-1$
	}
}
