package org.dicompreview.ui.internal.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;

import org.dicompreview.ui.internal.explorer.Node.Kind;
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
		for (Kind kind : List.of(Kind.PATIENT, Kind.STUDY, Kind.STACK, Kind.DOCUMENT, Kind.DAMAGED, Kind.MORE)) {
			Image warning = images.of(row(kind, true));
			Image plain = images.of(row(kind, false));
			assertNotNull(warning, kind::name);
			assertNotSame(plain, warning, kind::name);
			assertSame(warning, images.of(row(kind, true)), kind::name);
		}
	}

	/** At each zoom the middle is the colour, its edge differs from it and from any background, and around it is nothing. */
	@Test
	void aRowWithAColorHasASwatchInPlaceOfItsIcon() {
		for (int rgb : new int[] { 0xFF0000, 0x0080FF, 0, 0xFFFFFF }) {
			Node row = new Node(Kind.STACK, "s", "s", Label.of("s").colored(OptionalInt.of(rgb)), List.of()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
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
			Node warning = new Node(Kind.STACK, "s", "s", row.label().warning(true), List.of()); //$NON-NLS-1$ //$NON-NLS-2$
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

	private static Node row(Kind kind, boolean warns) {
		return new Node(kind, kind, kind, Label.of(kind.name()).warning(warns), List.of());
	}
}
