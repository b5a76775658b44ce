package org.dicompreview.viewer.internal.layers;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.LayerRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** Paints the layers of a registry one over the other. UI thread only. */
public final class LayerStack {

	private static final System.Logger LOG = System.getLogger(LayerStack.class.getName());
	private static final Color LIGHT = new Color(222, 222, 222);
	private static final Color DARK = new Color(0, 0, 0);

	private final LayerRegistry registry;
	/** Layers that have failed, which are not asked again. */
	private final Set<Layer> failed = Collections.newSetFromMap(new WeakHashMap<>());

	/** @param registry has the layers */
	public LayerStack(LayerRegistry registry) {
		this.registry = registry;
	}

	/** Paints all layers. */
	public void paint(GC gc, LayerContext context) {
		Font font = gc.getFont();
		for (Layer layer : layers()) {
			prepare(gc, font);
			try {
				layer.paint(gc, context);
			} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
				fail(layer, e);
			}
		}
		prepare(gc, font);
	}

	private static void prepare(GC gc, Font font) {
		gc.setTransform(null);
		gc.setClipping((Rectangle) null);
		gc.setFont(font);
		gc.setForeground(LIGHT);
		gc.setBackground(DARK);
		gc.setAlpha(255);
		gc.setAntialias(SWT.DEFAULT);
		gc.setLineStyle(SWT.LINE_SOLID);
		gc.setLineWidth(1);
	}

	/** {@return what the layers say, a line each} */
	public String description(LayerContext context) {
		return layers().stream().map(layer -> description(layer, context)).filter(text -> !text.isEmpty())
				.collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	private String description(Layer layer, LayerContext context) {
		try {
			return layer.description(context);
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			fail(layer, e);
			return ""; //$NON-NLS-1$
		}
	}

	private List<Layer> layers() {
		return registry.shown().stream().filter(layer -> !failed.contains(layer)).toList();
	}

	/** A layer of somebody else must not take the picture away. */
	private void fail(Layer layer, Throwable e) {
		failed.add(layer);
		LOG.log(System.Logger.Level.ERROR, "layer failed: " + layer.getClass().getName(), e); //$NON-NLS-1$
	}
}
