package org.dicompreview.ui.internal.preview;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.dicompreview.rendering.Picture;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Viewport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;

/** What a person finds in a viewport. UI thread only. */
final class ViewportProbe {

	private ViewportProbe() {
	}

	/** {@return the picture on the canvas, or {@code null}} */
	static Picture picture(Viewport viewport) {
		return viewport.message().isEmpty() ? viewport.model().rendered().flatMap(RenderedSlice::picture).orElse(null) : null;
	}

	/** {@return the size of the canvas in device pixels} */
	static RenderTarget target(Viewport viewport) {
		Rectangle area = viewport.canvas().getClientArea();
		int zoom = viewport.canvas().getMonitor().getZoom();
		return new RenderTarget(Math.max(1, area.width * zoom / 100), Math.max(1, area.height * zoom / 100), zoom);
	}

	/** {@return the slider over the slices: the last one, below those over further axes} */
	static Scale scale(Viewport viewport) {
		return last(viewport, Scale.class, scale -> true);
	}

	/** {@return the field for the number of the slice} */
	static Text number(Viewport viewport) {
		return last(viewport, Text.class, text -> true);
	}

	/** {@return the choice of a stack} */
	static Combo stackChoice(Viewport viewport) {
		return last(viewport, Combo.class, combo -> true);
	}

	/** {@return what the status line says of the pixel under the pointer} */
	static String underPointer(Viewport viewport) {
		return last(viewport, Label.class, label -> (label.getStyle() & SWT.RIGHT) != 0).getText();
	}

	/** {@return what is painted on the canvas, layers and all, in points} */
	static ImageData painted(Viewport viewport) {
		Rectangle area = viewport.canvas().getClientArea();
		Image image = new Image(viewport.canvas().getDisplay(), area.width, area.height);
		GC gc = new GC(image);
		try {
			Event paint = new Event();
			paint.gc = gc;
			paint.setBounds(area);
			viewport.canvas().notifyListeners(SWT.Paint, paint);
			return image.getImageData(100);
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	private static <T extends Control> T last(Viewport viewport, Class<T> type, Predicate<T> accepted) {
		List<T> found = all(viewport.control()).filter(type::isInstance).map(type::cast).filter(accepted).toList();
		return found.get(found.size() - 1);
	}

	private static Stream<Control> all(Composite composite) {
		return Arrays.stream(composite.getChildren()).flatMap(child -> Stream.concat(Stream.of(child),
				child instanceof Composite inner ? all(inner) : Stream.empty()));
	}
}
