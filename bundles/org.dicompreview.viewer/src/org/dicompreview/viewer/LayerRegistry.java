package org.dicompreview.viewer;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

	/** A layer with what it said of itself when it came: one that fails later must not take the others away. */
	private record Entry(Layer layer, String id, int order) {
	}

	private static final System.Logger LOG = System.getLogger(LayerRegistry.class.getName());
	private static final Comparator<Entry> ORDER = Comparator.comparingInt(Entry::order).thenComparing(Entry::id);

	private final List<Entry> layers = new CopyOnWriteArrayList<>();
	private final Set<String> hidden = ConcurrentHashMap.newKeySet();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Runnable repaint = this::tell;

	/** Adds a layer, unless it fails to say what it is. */
	public void add(Layer layer) {
		safely(layer, () -> {
			layers.add(new Entry(layer, Objects.requireNonNull(layer.id()), layer.order()));
			layer.attach(repaint);
		});
		tell();
	}

	/** Removes a layer. */
	public void remove(Layer layer) {
		if (layers.removeIf(entry -> entry.layer() == layer)) {
			safely(layer, () -> layer.detach(repaint));
			tell();
		}
	}

	private static void safely(Layer layer, Runnable work) {
		try {
			work.run();
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			LOG.log(System.Logger.Level.ERROR, "layer failed: " + layer.getClass().getName(), e); //$NON-NLS-1$
		}
	}

	/** {@return all layers, those that are painted first before the others} */
	public List<Layer> layers() {
		return layers.stream().sorted(ORDER).map(Entry::layer).toList();
	}

	/** {@return the layers to paint, in this order} */
	public List<Layer> shown() {
		return layers.stream().filter(entry -> isShown(entry.id())).sorted(ORDER).map(Entry::layer).toList();
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
