package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.Numbers;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scale bar, colour bar and texts over the picture, and the command that shows and hides them. */
class LayersInPreviewTest extends PreviewTestCase {

	private static final int BAR = 0xDEDEDE;

	@AfterEach
	void showAll() {
		PreviewLayers layers = PlatformUI.getWorkbench().getService(PreviewLayers.class);
		layers.choices().stream().map(Layer::id).filter(id -> !layers.registry().isShown(id)).forEach(layers::toggle);
	}

	@BeforeEach
	void enlarge() {
		page.setPartState(page.getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
		until("a large canvas", () -> viewport.canvas().getSize().y > 300); //$NON-NLS-1$
		settled();
	}

	private void toggle(String layer) throws Exception {
		execute(PreviewCommands.LAYER_COMMAND, Map.of(PreviewCommands.LAYER_PARAMETER, layer));
	}

	private static int color(ImageData data, int x, int y) {
		var rgb = data.palette.getRGB(data.getPixel(x, y));
		return rgb.red << 16 | rgb.green << 8 | rgb.blue;
	}

	/** {@return the longest run of the colour of the bar in a line of the lower third of the canvas, in points} */
	private int bar() {
		ImageData data = ViewportProbe.painted(viewport);
		int longest = 0;
		for (int y = data.height * 2 / 3; y < data.height; y++) {
			int run = 0;
			for (int x = 0; x < data.width; x++) {
				run = color(data, x, y) == BAR ? run + 1 : 0;
				longest = Math.max(longest, run);
			}
		}
		return longest;
	}

	private double stated() {
		Matcher matcher = Pattern.compile("Scale bar of ([\\d.]+) mm").matcher(viewport.description()); //$NON-NLS-1$
		assertTrue(matcher.find(), viewport.description());
		return Double.parseDouble(matcher.group(1));
	}

	private double pointsPerMillimetre() {
		ImageTransform transform = viewport.transform().orElseThrow();
		var a = transform.toPatient(new DisplayPoint(10, 10)).orElseThrow();
		var b = transform.toPatient(new DisplayPoint(110, 10)).orElseThrow();
		return 100 / a.minus(b).length();
	}

	@Test
	void theScaleBarIsAsLongAsItSaysAlsoWhenZoomedAndCanBeHidden() throws Exception {
		assertEquals(stated() * pointsPerMillimetre() + 1, bar(), 1);
		double before = stated();
		viewport.model().change(settings -> settings.with(settings.placement().zoomedBy(3)));
		settled();
		assertTrue(stated() < before);
		assertEquals(stated() * pointsPerMillimetre() + 1, bar(), 1);
		toggle(Layer.SCALE_BAR);
		assertTrue(bar() < 20, () -> "a run of " + bar()); //$NON-NLS-1$
		assertFalse(viewport.description().contains("Scale bar")); //$NON-NLS-1$
		assertFalse(new PreviewLayers(null).registry().isShown(Layer.SCALE_BAR), "after a restart too"); //$NON-NLS-1$
		toggle(Layer.SCALE_BAR);
		assertEquals(stated() * pointsPerMillimetre() + 1, bar(), 1);
	}

	/** {@return how many columns of the canvas have the ends of a colour map where its bar begins and ends} */
	private long columnsOf(int[] map) {
		ImageData data = ViewportProbe.painted(viewport);
		int height = (int) Math.min(256, 0.4 * data.height);
		int top = (data.height - height) / 2;
		int first = map[(int) ((height - 0.5) * 256 / height)];
		int last = map[(int) (0.5 * 256 / height)];
		return IntStream.range(0, data.width)
				.filter(x -> color(data, x, top) == first && color(data, x, top + height - 1) == last).count();
	}

	@Test
	void theColourBarHasTheColoursAndTheValuesOfTheWindow() throws Exception {
		int[] map = view.colorMaps().colors("hot-iron"); //$NON-NLS-1$
		assertFalse(viewport.description().contains("Colours from"), viewport.description()); //$NON-NLS-1$
		assertEquals(0, columnsOf(map));
		execute(PreviewCommands.COLORS_COMMAND, Map.of(PreviewCommands.COLORS_PARAMETER, "hot-iron")); //$NON-NLS-1$
		settled();
		VoiWindow window = viewport.model().frame().orElseThrow().initialWindow().window();
		assertEquals(12, columnsOf(map));
		assertTrue(viewport.description().contains("Colours from " + Numbers.format(window.lower()) + " HU to " //$NON-NLS-1$ //$NON-NLS-2$
				+ Numbers.format(window.upper()) + " HU"), viewport.description()); //$NON-NLS-1$
		toggle(Layer.COLOR_BAR);
		assertEquals(0, columnsOf(map));
	}

	@Test
	void theMenuHasAllLayersButWarnings() {
		List<String> ids = new LayerMenu().choices(view).stream().map(ChoiceMenu.Choice::id).toList();
		assertTrue(ids.containsAll(List.of(Layer.SCALE_BAR, Layer.COLOR_BAR, Layer.CORNER_TEXTS, Layer.DIRECTIONS)), ids::toString);
		assertFalse(ids.contains("org.dicompreview.viewer.warnings")); //$NON-NLS-1$
	}
}
