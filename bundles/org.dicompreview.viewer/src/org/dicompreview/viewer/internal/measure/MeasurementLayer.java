package org.dicompreview.viewer.internal.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.dicompreview.viewer.measure.MeasurementTexts;
import org.dicompreview.viewer.measure.MeasurementValues;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.GC;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Measurements with their names and values, and what is being drawn. */
@Component(service = Layer.class)
public final class MeasurementLayer implements Layer {

	/** What is painted. */
	private record Item(MeasurementShape shape, List<String> text, boolean selected) {
	}

	private final MeasurementStore store;
	private final Runnable repaint = this::repaint;
	private final PendingValues values = new PendingValues(repaint);
	private final List<Runnable> repaints = new CopyOnWriteArrayList<>();

	/** @param store has the measurements */
	@Activate
	public MeasurementLayer(@Reference MeasurementStore store) {
		this.store = store;
		store.addListener(repaint);
	}

	@Deactivate
	void deactivate() {
		store.removeListener(repaint);
		values.close();
	}

	private void repaint() {
		repaints.forEach(Runnable::run);
	}

	@Override
	public String id() {
		return "org.dicompreview.viewer.measurements"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.MeasurementLayer_label;
	}

	@Override
	public int order() {
		return MARKS;
	}

	@Override
	public void attach(Runnable newRepaint) {
		repaints.add(newRepaint);
	}

	@Override
	public void detach(Runnable oldRepaint) {
		repaints.remove(oldRepaint);
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		List<Item> items = items(context);
		if (items.isEmpty()) {
			return;
		}
		MeasurementPainter painter = new MeasurementPainter(gc);
		items.forEach(item -> painter.shape(item.shape(), item.selected()));
		LabelPlacement placement = new LabelPlacement(context.area(), items.stream().map(Item::shape).toList());
		for (Item item : items) {
			if (!item.text().isEmpty() && placement.isInSight(item.shape())) {
				painter.label(item.text(), placement.place(item.shape(), painter.size(item.text())), item.selected());
			}
		}
	}

	private List<Item> items(LayerContext context) {
		Slice slice = context.rendered().slice();
		Optional<MeasurementDraft> draft = MeasurementDraft.of(context.viewport());
		Optional<Measurement> changed = draft.flatMap(MeasurementDraft::changed);
		Optional<String> selected = store.selected().map(Measurement::id);
		List<Item> items = new ArrayList<>();
		for (Measurement stored : store.on(slice)) {
			Measurement shown = changed.filter(each -> each.id().equals(stored.id())).orElse(stored);
			List<String> text = new ArrayList<>(List.of(shown.name()));
			text.addAll(MeasurementTexts.lines(values(shown, context)));
			items.add(new Item(MeasurementShape.of(shown, context.transform()), text,
					selected.filter(shown.id()::equals).isPresent()));
		}
		draft.filter(each -> each.changed().isEmpty()).ifPresent(each -> items.add(new Item(
				MeasurementShape.of(each.kind(), each.points(), handles(each), context.transform()),
				each.measurement().map(done -> MeasurementTexts.lines(MeasurementValues.of(done, context.transform().calibration())))
						.orElse(List.of()),
				true)));
		return items;
	}

	private static List<ImagePoint> handles(MeasurementDraft draft) {
		return draft.measurement().map(Measurement::handles).orElseGet(draft::points);
	}

	private MeasurementValues values(Measurement measurement, LayerContext context) {
		Optional<DisplayFrame> frame = context.rendered().frame().filter(each -> !context.rendered().coarse());
		return values.of(measurement, context.transform().calibration(), frame);
	}

	@Override
	public String description(LayerContext context) {
		return store.on(context.rendered().slice()).stream().map(each -> NLS.bind(Messages.MeasurementLayer_description,
				each.name(), MeasurementTexts.summary(values(each, context)))).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	@Override
	public String mark(Slice slice) {
		return store.on(slice).stream().map(Measurement::name).collect(Collectors.joining(", ")); //$NON-NLS-1$
	}
}
