package org.dicompreview.ui.internal.explorer;

import static org.dicompreview.ui.internal.explorer.MadeObjects.made;
import static org.dicompreview.ui.internal.explorer.MadeObjects.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeImagesTest {

	private final Shell shell = new Shell(Display.getCurrent());
	private final NodeImages images = new NodeImages(shell);

	@AfterEach
	void dispose() {
		shell.dispose();
	}

	@Test
	void aRowThatWarnsMayBeTheFirstOfItsKind() {
		Label plain = Label.of("row"); //$NON-NLS-1$
		Label warning = plain.warning(true);
		check(new Node.OfPatient(named(Patient.class, "p"), plain, List.of()), //$NON-NLS-1$
				new Node.OfPatient(named(Patient.class, "p"), warning, List.of())); //$NON-NLS-1$
		check(new Node.OfStudy(named(Study.class, "s"), plain, List.of()), //$NON-NLS-1$
				new Node.OfStudy(named(Study.class, "s"), warning, List.of())); //$NON-NLS-1$
		Map<String, Object> answers = Map.of("imageCount", 1, "modality", "CT"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		check(new Node.OfSeries(made(Series.class, answers), plain, List.of()),
				new Node.OfSeries(made(Series.class, answers), warning, List.of()));
		check(stack(plain), stack(warning));
	}

	private void check(Node plain, Node warning) {
		Image sign = images.of(warning);
		assertNotNull(sign, plain::toString);
		assertNotSame(images.of(plain), sign, plain::toString);
		assertSame(sign, images.of(warning), plain::toString);
	}

	/** At each zoom the middle is the colour, its edge differs from it and from any background, and around it is nothing. */
	@Test
	void aRowWithAColorHasASwatchInPlaceOfItsIcon() {
		for (int rgb : new int[] { 0xFF0000, 0x0080FF, 0, 0xFFFFFF }) {
			Node row = stack(Label.of("s").colored(OptionalInt.of(rgb))); //$NON-NLS-1$
			Image swatch = images.of(row);
			assertSame(swatch, images.of(row));
			for (int zoom : new int[] { 100, 150, 200 }) {
				ImageData data = swatch.getImageData(zoom);
				int middle = data.width / 2;
				assertEquals(16 * zoom / 100, data.width);
				assertEquals(color(rgb), color(data, middle, middle));
				assertEquals(0, data.getAlpha(0, middle), "margin"); //$NON-NLS-1$
				assertEquals(color(0x808080), color(data, 2 * zoom / 100, middle), "edge"); //$NON-NLS-1$
			}
			Node warning = stack(row.label().warning(true));
			assertTrue(row.differs(warning));
			assertEquals(color(rgb), color(images.of(warning).getImageData(100), 5, 5), "beside the sign"); //$NON-NLS-1$
		}
	}

	private static RGB color(ImageData data, int x, int y) {
		return data.palette.getRGB(data.getPixel(x, y));
	}

	private static RGB color(int rgb) {
		return new RGB(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
	}

	private static Node stack(Label label) {
		return new Node.OfStack(made(SliceStack.class, Map.of("series", named(Series.class, "s"), "index", 0)), label, List.of()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
