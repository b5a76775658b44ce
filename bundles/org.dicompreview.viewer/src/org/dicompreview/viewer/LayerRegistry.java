package org.dicompreview.viewer;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The layers that some viewports paint over their pictures; they may come and go at any time. For any thread; no listener is
 * called with a lock held.
 *
 * @since 0.1
 */
public final class LayerRegistry {

	private static final Comparator<Layer> ORDER = Comparator.comparingInt(Layer::order).thenComparing(Layer::id);

	private final List<Layer> layers = new CopyOnWriteArrayList<>();
	private final Set<String> hidden = ConcurrentHashMap.newKeySet();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Runnable repaint = this::tell;

	/** Adds a layer. */
	public void add(Layer layer) {
		layers.add(layer);
		layer.attach(repaint);
		tell();
	}

	/** Removes a layer. */
	public void remove(Layer layer) {
		if (layers.remove(layer)) {
			layer.detach(repaint);
			tell();
		}
	}

	/** {@return all layers, those that are painted first before the others} */
	public List<Layer> layers() {
		return layers.stream().sorted(ORDER).toList();
	}

	/** {@return the layers to paint, in this order} */
	public List<Layer> shown() {
		return layers.stream().filter(layer -> isShown(layer.id())).sorted(ORDER).toList();
	}

	/** {@return whether a layer is painted} @param id of the layer, whether there is such a one or not */
	public boolean isShown(String id) {
		return !hidden.contains(id);
	}

	/** Has a layer painted or not. @param id of the layer, which may come later */
	public void setShown(String id, boolean shown) {
		if (shown ? hidden.remove(id) : hidden.add(id)) {
			tell();
		}
	}

	/** Adds who hears, on any thread, that something is to be painted anew. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	/** Removes who heard. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	private void tell() {
		listeners.forEach(Runnable::run);
	}
}
