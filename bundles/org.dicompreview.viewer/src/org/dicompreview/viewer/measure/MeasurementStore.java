package org.dicompreview.viewer.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import org.dicompreview.series.Slice;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * All measurements, which of them is selected, and what was done to them, so that it can be undone. An OSGi service, which is
 * not implemented by clients. For any thread; no listener is called with a lock held.
 *
 * @since 0.1
 */
@Component(service = MeasurementStore.class)
public final class MeasurementStore {

	private static final int MOST_STEPS = 200;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Deque<List<Measurement>> undo = new ArrayDeque<>();
	private final Deque<List<Measurement>> redo = new ArrayDeque<>();
	private List<Measurement> all = List.of();
	/** The id of the selected one; {@code null} for none. */
	private String selected;

	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
	void bindStorage(MeasurementStorage storage) {
		storage.attach(this);
	}

	void unbindStorage(MeasurementStorage storage) {
		storage.detach(this);
	}

	/** {@return all measurements, in the order in which they were made} */
	public synchronized List<Measurement> all() {
		return all;
	}

	/** {@return those of a slice, in the order in which they were made} */
	public List<Measurement> on(Slice slice) {
		return all().stream().filter(measurement -> measurement.isOn(slice)).toList();
	}

	/** {@return a measurement as it is now} @param id of the measurement */
	public Optional<Measurement> find(String id) {
		return all().stream().filter(measurement -> measurement.id().equals(id)).findFirst();
	}

	/** {@return a name that no measurement has: the kind and a number} */
	public String nextName(MeasurementKind kind) {
		List<String> names = all().stream().map(Measurement::name).toList();
		int number = 1;
		while (names.contains(name(kind, number))) {
			number++;
		}
		return name(kind, number);
	}

	private static String name(MeasurementKind kind, int number) {
		return NLS.bind(Messages.MeasurementStore_name, kind.label(), Integer.toString(number));
	}

	/** Adds a measurement and selects it. */
	public void add(Measurement measurement) {
		edit(before -> {
			List<Measurement> next = new ArrayList<>(before);
			next.add(measurement);
			return next;
		}, measurement.id());
	}

	/** Puts a measurement in the place of the one with the same id, and selects it; nothing happens if that is gone. */
	public void replace(Measurement measurement) {
		edit(before -> before.stream().map(each -> each.id().equals(measurement.id()) ? measurement : each).toList(),
				measurement.id());
	}

	/** Removes measurements. @param ids of the measurements */
	public void remove(Collection<String> ids) {
		edit(before -> before.stream().filter(each -> !ids.contains(each.id())).toList(), null);
	}

	private void edit(UnaryOperator<List<Measurement>> change, String select) {
		synchronized (this) {
			List<Measurement> next = List.copyOf(change.apply(all));
			if (next.equals(all)) {
				return;
			}
			undo.push(all);
			if (undo.size() > MOST_STEPS) {
				undo.removeLast();
			}
			redo.clear();
			all = next;
			selected = select;
		}
		tell();
	}

	/** {@return whether there is anything to undo} */
	public synchronized boolean canUndo() {
		return !undo.isEmpty();
	}

	/** {@return whether there is anything to do again} */
	public synchronized boolean canRedo() {
		return !redo.isEmpty();
	}

	/** Takes back what was done last. */
	public void undo() {
		step(undo, redo);
	}

	/** Does again what was taken back last. */
	public void redo() {
		step(redo, undo);
	}

	private void step(Deque<List<Measurement>> from, Deque<List<Measurement>> to) {
		synchronized (this) {
			if (from.isEmpty()) {
				return;
			}
			to.push(all);
			all = from.pop();
			if (all.stream().noneMatch(each -> each.id().equals(selected))) {
				selected = null;
			}
		}
		tell();
	}

	/** Takes up what was kept: measurements that are known already stay as they are. It is no step that can be undone. */
	public void restore(List<Measurement> kept) {
		synchronized (this) {
			all = merge(kept, all);
			List.of(undo, redo).forEach(steps -> steps.addAll(drained(steps, kept)));
		}
		tell();
	}

	private static List<List<Measurement>> drained(Deque<List<Measurement>> steps, List<Measurement> kept) {
		List<List<Measurement>> merged = steps.stream().map(step -> merge(kept, step)).toList();
		steps.clear();
		return merged;
	}

	private static List<Measurement> merge(List<Measurement> kept, List<Measurement> known) {
		List<String> ids = known.stream().map(Measurement::id).toList();
		List<Measurement> merged = new ArrayList<>(kept.stream().filter(each -> !ids.contains(each.id())).toList());
		merged.addAll(known);
		return List.copyOf(merged);
	}

	/** {@return the one that is selected} */
	public synchronized Optional<Measurement> selected() {
		return all.stream().filter(each -> each.id().equals(selected)).findFirst();
	}

	/** Selects a measurement. @param id of the measurement; absent for none */
	public void select(Optional<String> id) {
		synchronized (this) {
			String next = id.orElse(null);
			if (next == null ? selected == null : next.equals(selected)) {
				return;
			}
			selected = next;
		}
		tell();
	}

	/** Adds who hears, on any thread, that measurements have changed or another one is selected. */
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
