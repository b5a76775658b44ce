package org.dicompreview.ui.internal.window;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.Histogram;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.ui.internal.preview.PreviewTestCase;
import org.dicompreview.viewer.Numbers;
import org.dicompreview.viewer.Viewport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialog for the window, with the Preview behind it. */
class WindowDialogTest extends PreviewTestCase {

	private static final int CENTER = 0;
	private static final int LOWER = 1;
	private static final int WIDTH = 2;
	private static final int UPPER = 3;

	private Shell shell;

	@BeforeEach
	void openDialog() throws Exception {
		execute("org.dicompreview.ui.preview.windowDialog", Map.of()); //$NON-NLS-1$
		shell = dialogs().get(0);
		assertTrue(shell.isVisible());
	}

	private List<Shell> dialogs() {
		return Arrays.stream(display.getShells()).filter(each -> each.getText().equals("Window")).toList(); //$NON-NLS-1$
	}

	@AfterEach
	void closeDialog() {
		if (!shell.isDisposed()) {
			shell.close();
		}
	}

	private <T extends Control> List<T> all(Class<T> type) {
		return controls(shell).filter(type::isInstance).map(type::cast).toList();
	}

	private static Stream<Control> controls(Composite parent) {
		return Arrays.stream(parent.getChildren()).flatMap(child -> Stream.concat(Stream.of(child),
				child instanceof Composite inner ? controls(inner) : Stream.empty()));
	}

	private Text field(int index) {
		return all(Text.class).get(index);
	}

	private void type(int index, String text) {
		field(index).setFocus();
		field(index).setText(text);
	}

	private WindowHistogram histogram() {
		return all(WindowHistogram.class).get(0);
	}

	private static VoiWindow window(Viewport viewport) {
		return viewport.model().settings().window().voiWindow()
				.orElseGet(() -> viewport.model().frame().map(DisplayFrame::initialWindow).orElseThrow().window());
	}

	private void assertNumbers(VoiWindow window) {
		assertEquals(List.of(text(window.center()), text(window.lower()), text(window.width()), text(window.upper())),
				all(Text.class).stream().map(Text::getText).toList());
	}

	private static String text(double number) {
		return Numbers.format(number, 4);
	}

	@Test
	void theNumbersAreThoseOfTheWindowAndLinked() {
		assertNumbers(window(viewport));
		type(CENTER, "100"); //$NON-NLS-1$
		type(WIDTH, "300"); //$NON-NLS-1$
		assertEquals(VoiWindow.linear(100, 300), window(viewport));
		assertNumbers(VoiWindow.linear(100, 300));
		type(LOWER, "-20"); //$NON-NLS-1$
		assertEquals(-20, window(viewport).lower());
		assertEquals(249, window(viewport).upper());
		type(UPPER, "80"); //$NON-NLS-1$
		assertEquals(VoiWindow.between(-20, 80, VoiWindow.Function.LINEAR), window(viewport));
		assertNumbers(window(viewport));
		settled();
	}

	@Test
	void whatIsNoNumberChangesNothingAndIsSaid() {
		VoiWindow before = window(viewport);
		type(LOWER, "abc"); //$NON-NLS-1$
		assertEquals(before, window(viewport));
		assertTrue(says("abc"), this::words); //$NON-NLS-1$
		assertEquals("abc", field(LOWER).getText()); //$NON-NLS-1$
		type(LOWER, "99999"); //$NON-NLS-1$
		assertTrue(says("below"), this::words); //$NON-NLS-1$
		field(LOWER).notifyListeners(SWT.FocusOut, new Event());
		assertNumbers(before);
	}

	private boolean says(String word) {
		return words().contains(word);
	}

	private String words() {
		return all(Label.class).stream().map(Label::getText).toList().toString();
	}

	@Test
	void whatIsChangedInThePreviewIsSeenHere() {
		VoiWindow lung = VoiWindow.linear(-600, 1500);
		viewport.model().change(settings -> settings.withWindow(Optional.of(lung)));
		assertNumbers(lung);
		Combo presets = all(Combo.class).get(0);
		presets.select(0);
		presets.notifyListeners(SWT.Selection, new Event());
		assertEquals(viewport.model().frame().orElseThrow().presets().get(0).window(), window(viewport));
		assertNumbers(window(viewport));
	}

	@Test
	void theBoundsAreDraggedOnTheHistogram() {
		until("the histogram", () -> !histogram().unit().isEmpty()); //$NON-NLS-1$
		assertTrue(says("HU"), this::words); //$NON-NLS-1$
		Histogram counted = viewport.model().frame().orElseThrow().histogram(256).orElseThrow();
		HistogramScale scale = HistogramScale.of(counted, histogram().getClientArea().width);
		VoiWindow before = window(viewport);
		int target = scale.x(before.lower()) - 15;
		mouseOnHistogram(SWT.MouseDown, scale.x(before.lower()));
		mouseOnHistogram(SWT.MouseMove, target);
		mouseOnHistogram(SWT.MouseUp, target);
		assertEquals(scale.value(target, true), window(viewport).lower(), 1e-9);
		assertEquals(before.upper(), window(viewport).upper(), 1e-9);
		mouseOnHistogram(SWT.MouseMove, target + 40);
		assertEquals(scale.value(target, true), window(viewport).lower(), 1e-9, "it is released"); //$NON-NLS-1$
		assertNumbers(window(viewport));
		assertBoundsPainted(scale);
	}

	private void mouseOnHistogram(int type, int x) {
		Event event = new Event();
		event.x = x;
		event.y = 20;
		event.button = type == SWT.MouseMove ? 0 : 1;
		histogram().notifyListeners(type, event);
	}

	/** Both bounds are lines from the upper to the lower edge. */
	private void assertBoundsPainted(HistogramScale scale) {
		var area = histogram().getClientArea();
		Image image = new Image(display, area.width, area.height);
		GC gc = new GC(image);
		try {
			Event paint = new Event();
			paint.gc = gc;
			histogram().notifyListeners(SWT.Paint, paint);
			ImageData data = image.getImageData(100);
			var color = display.getSystemColor(SWT.COLOR_LIST_SELECTION).getRGB();
			for (double bound : new double[] { window(viewport).lower(), window(viewport).upper() }) {
				for (int y = 0; y < area.height; y += 7) {
					assertEquals(color, data.palette.getRGB(data.getPixel(Math.max(0, scale.x(bound) - 1), y)), "at " + bound); //$NON-NLS-1$
				}
			}
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	@Test
	void itFollowsTheActiveViewportAndEndsWithTheLastPreview() throws Exception {
		execute("org.dicompreview.ui.preview.windowDialog", Map.of()); //$NON-NLS-1$
		assertEquals(1, dialogs().size());
		execute("org.dicompreview.ui.preview.layout", Map.of("org.dicompreview.ui.preview.layout.id", "1x2")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Viewport first = viewport;
		execute("org.dicompreview.ui.preview.nextViewport", Map.of()); //$NON-NLS-1$
		assertFalse(field(CENTER).isEnabled(), "nothing is shown there"); //$NON-NLS-1$
		viewport = active();
		assertNotEquals(first, viewport);
		viewport.show(series().get(0));
		settled();
		type(CENTER, "77"); //$NON-NLS-1$
		assertEquals(77, window(viewport).center());
		assertNotEquals(77, window(first).center());
		page.hideView(page.findViewReference("org.dicompreview.ui.preview")); //$NON-NLS-1$
		assertTrue(shell.isDisposed());
	}
}
