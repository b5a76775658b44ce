package org.dicompreview.viewer.internal.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.series.Series;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementKind;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.eclipse.swt.SWT;

/**
 * Draws measurements of a kind: points are placed by clicks, or by pressing and releasing the button. A double click or Enter
 * ends a polyline, Escape gives up. What is there already is selected, moved, and changed at its handles. Whatever tool the left
 * button has, Delete removes what is selected, Shift with an arrow moves it by a pixel, and Escape selects nothing.
 */
abstract class MeasurementTool implements Tool {

	/** How far from a line or a handle the pointer may be. */
	private static final double REACH = 6;
	/** A button that is released no farther from where it was pressed was clicked. */
	private static final double CLICK = 3;

	private final MeasurementStore store;
	private final MeasurementKind kind;

	MeasurementTool(MeasurementStore store, MeasurementKind kind) {
		this.store = store;
		this.kind = kind;
	}

	@Override
	public final String id() {
		return "org.dicompreview.viewer.measure." + kind.name().toLowerCase(Locale.ROOT); //$NON-NLS-1$
	}

	@Override
	public final Optional<Drag> press(ToolEvent event) {
		Viewport viewport = event.viewport();
		Optional<RenderedSlice> rendered = viewport.model().rendered();
		Optional<ImagePoint> at = event.imagePoint();
		if (rendered.isEmpty() || at.isEmpty()) {
			return Optional.empty();
		}
		Optional<MeasurementDraft> draft = draft(viewport);
		if (draft.isPresent()) {
			return goOn(event, draft.get(), at.get());
		}
		Optional<Drag> change = change(event, rendered.get(), at.get());
		if (change.isPresent() || event.count() > 1) {
			return change; // a second click of a double one begins nothing
		}
		store.select(Optional.empty());
		MeasurementDraft.begin(kind, rendered.get().slice(), at.get()).show(viewport);
		return Optional.of(new Drawing(event, true));
	}

	/** {@return what is being drawn with this tool} */
	private Optional<MeasurementDraft> draft(Viewport viewport) {
		return MeasurementDraft.of(viewport).filter(draft -> draft.kind() == kind && draft.changed().isEmpty());
	}

	private Optional<Drag> goOn(ToolEvent event, MeasurementDraft draft, ImagePoint at) {
		if (event.count() > 1 && draft.placed().size() >= kind.leastPoints()) {
			finish(event.viewport(), draft);
			return Optional.empty();
		}
		boolean secondLine = kind == MeasurementKind.COBB_ANGLE && draft.placed().size() == 2;
		(secondLine ? draft.place(at) : draft.move(at)).show(event.viewport());
		return Optional.of(new Drawing(event, secondLine));
	}

	/** Places a point where the button is released. */
	private final class Drawing implements Drag {

		private final ToolEvent pressed;
		/** Whether a point was placed where the button was pressed. */
		private final boolean placed;

		Drawing(ToolEvent pressed, boolean placed) {
			this.pressed = pressed;
			this.placed = placed;
		}

		@Override
		public void move(ToolEvent event) {
			follow(event);
		}

		@Override
		public void end(ToolEvent event) {
			boolean clicked = pressed.point().distance(event.point()) <= CLICK;
			if (clicked && placed) {
				return; // the next point follows the pointer
			}
			draft(event.viewport()).ifPresent(draft -> event.imagePoint().ifPresent(at -> {
				MeasurementDraft next = draft.place(at);
				if (next.isFull()) {
					finish(event.viewport(), next);
				} else {
					next.show(event.viewport());
				}
			}));
		}

		@Override
		public void cancel() {
			MeasurementDraft.clear(pressed.viewport());
		}
	}

	private void follow(ToolEvent event) {
		draft(event.viewport()).ifPresent(draft -> event.imagePoint().ifPresent(at -> draft.move(at).show(event.viewport())));
	}

	/** Makes a measurement of the points that are placed; of points that all lie in one place nothing can be measured. */
	private void finish(Viewport viewport, MeasurementDraft draft) {
		MeasurementDraft.clear(viewport);
		boolean extended = draft.placed().stream().distinct().count() > 1;
		if (extended && draft.placed().size() >= kind.leastPoints()) {
			String series = viewport.model().series().map(Series::uid).orElse(""); //$NON-NLS-1$
			store.add(Measurement.create(kind, store.nextName(kind), series, draft.slice(), draft.placed()));
		}
	}

	/** What is under the pointer. @param handle where it is taken hold of, if at one of its handles */
	private record Hit(Measurement measurement, OptionalInt handle) {
	}

	/** {@return the measurement under the pointer, the last one that was drawn if there are several} */
	private Optional<Hit> hit(ToolEvent event, RenderedSlice rendered) {
		ImageTransform transform = event.viewport().transform().orElseThrow();
		List<Measurement> all = store.on(rendered.slice());
		for (int i = all.size() - 1; i >= 0; i--) {
			MeasurementShape shape = MeasurementShape.of(all.get(i), transform);
			OptionalInt handle = shape.handleAt(event.point(), REACH);
			if (handle.isPresent() || shape.distance(event.point()) <= REACH) {
				return Optional.of(new Hit(all.get(i), handle));
			}
		}
		return Optional.empty();
	}

	/** {@return what changes the measurement under the pointer; absent if there is none} */
	private Optional<Drag> change(ToolEvent event, RenderedSlice rendered, ImagePoint at) {
		return hit(event, rendered).map(hit -> {
			store.select(Optional.of(hit.measurement().id()));
			return new Changing(event, hit.measurement(), hit.handle(), at);
		});
	}

	/** Moves a measurement or one of its handles. */
	private final class Changing implements Drag {

		private final ToolEvent pressed;
		private final Measurement before;
		private final OptionalInt handle;
		private final ImagePoint from;

		Changing(ToolEvent pressed, Measurement before, OptionalInt handle, ImagePoint from) {
			this.pressed = pressed;
			this.before = before;
			this.handle = handle;
			this.from = from;
		}

		@Override
		public void move(ToolEvent event) {
			DisplayPoint start = pressed.point();
			if (MeasurementDraft.of(event.viewport()).isEmpty() && start.distance(event.point()) <= CLICK) {
				return;
			}
			event.viewport().model().rendered().filter(rendered -> before.isOn(rendered.slice()))
					.ifPresent(rendered -> event.imagePoint().ifPresent(at -> MeasurementDraft
							.change(changed(at), rendered.slice()).show(event.viewport())));
		}

		private Measurement changed(ImagePoint at) {
			return handle.isPresent() ? before.withHandle(handle.getAsInt(), at)
					: before.movedBy(at.column() - from.column(), at.row() - from.row());
		}

		@Override
		public void end(ToolEvent event) {
			Optional<Measurement> changed = MeasurementDraft.of(event.viewport()).flatMap(MeasurementDraft::changed);
			MeasurementDraft.clear(event.viewport());
			changed.ifPresent(store::replace);
		}

		@Override
		public void cancel() {
			MeasurementDraft.clear(pressed.viewport());
		}
	}

	@Override
	public final void hover(ToolEvent event) {
		follow(event);
	}

	@Override
	public final void release(Viewport viewport) {
		MeasurementDraft.clear(viewport);
	}

	@Override
	public final boolean key(ToolEvent event) {
		Optional<MeasurementDraft> draft = draft(event.viewport());
		switch (event.keyCode()) {
			case SWT.ESC:
				MeasurementDraft.clear(event.viewport());
				return deselect() || draft.isPresent();
			case SWT.CR, SWT.KEYPAD_CR:
				draft.filter(each -> each.placed().size() >= kind.leastPoints()).ifPresent(each -> finish(event.viewport(), each));
				return draft.isPresent();
			default:
				return false;
		}
	}

	/** What is selected can be changed whatever the left button does: all kinds alike, so that one of them is enough. */
	@Override
	public final boolean unusedKey(ToolEvent event) {
		Optional<Measurement> selected = store.selected()
				.filter(each -> event.viewport().model().slice().filter(each::isOn).isPresent());
		return switch (event.keyCode()) {
			case SWT.ESC -> deselect();
			case SWT.DEL -> {
				selected.ifPresent(each -> store.remove(List.of(each.id())));
				yield selected.isPresent();
			}
			case SWT.ARROW_LEFT -> move(event, selected, -1, 0);
			case SWT.ARROW_RIGHT -> move(event, selected, 1, 0);
			case SWT.ARROW_UP -> move(event, selected, 0, -1);
			case SWT.ARROW_DOWN -> move(event, selected, 0, 1);
			default -> false;
		};
	}

	private boolean deselect() {
		boolean any = store.selected().isPresent();
		store.select(Optional.empty());
		return any;
	}

	/** The menu is about the measurement under the pointer. */
	@Override
	public final void menu(ToolEvent event) {
		Optional<RenderedSlice> rendered = event.viewport().model().rendered();
		if (rendered.isPresent() && event.viewport().transform().isPresent()) {
			hit(event, rendered.get()).ifPresent(hit -> store.select(Optional.of(hit.measurement().id())));
		}
	}

	private boolean move(ToolEvent event, Optional<Measurement> selected, int right, int down) {
		Optional<ImageTransform> transform = event.viewport().transform();
		if (!event.has(SWT.SHIFT) || selected.isEmpty() || transform.isEmpty()) {
			return false;
		}
		store.replace(selected.get().movedBy(transform.get(), right, down));
		return true;
	}
}
