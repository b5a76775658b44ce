package org.dicompreview.viewer.internal.viewport;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportGrid;
import org.dicompreview.viewer.ViewportGridListener;
import org.dicompreview.viewer.ViewportLayout;
import org.dicompreview.viewer.ViewportLinks;
import org.dicompreview.viewer.ViewportServices;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Viewports in a composite, with a frame around the active one. UI thread only. */
final class SwtViewportGrid implements ViewportGrid {

	/** Points around each viewport, where there is more than one. */
	private static final int FRAME = 2;

	private final Composite control;
	private final ViewportServices services;
	private final ViewportLinks links = new ViewportLinks();
	private final List<ViewportControl> viewports = new ArrayList<>();
	private final List<ViewportGridListener> listeners = new CopyOnWriteArrayList<>();
	private ViewportLayout arrangement = ViewportLayout.SINGLE;
	private ViewportControl active;

	SwtViewportGrid(Composite parent, ViewportServices services) {
		this.services = services;
		control = new Composite(parent, SWT.NONE);
		control.setLayout(new Cells());
		active = add();
		links.setActive(active.model());
		control.addListener(SWT.Paint, e -> paint(e.gc));
	}

	private ViewportControl add() {
		ViewportControl viewport = new ViewportControl(control, services, links);
		viewports.add(viewport);
		viewport.addListener(SWT.Activate, e -> activate(viewport));
		return viewport;
	}

	@Override
	public Composite control() {
		return control;
	}

	@Override
	public ViewportLayout layout() {
		return arrangement;
	}

	@Override
	public void setLayout(ViewportLayout layout) {
		if (layout == arrangement) {
			return;
		}
		arrangement = layout;
		while (viewports.size() > layout.count()) {
			remove(viewports.get(viewports.size() - (viewports.get(viewports.size() - 1) == active ? 2 : 1)));
		}
		while (viewports.size() < layout.count()) {
			Viewport added = add();
			tell(listener -> listener.viewportAdded(added));
		}
		control.layout(true, true);
		control.redraw();
		tell(listener -> listener.layoutChanged(layout));
	}

	private void remove(ViewportControl viewport) {
		if (hasFocus(viewport)) {
			active.setFocus();
		}
		viewports.remove(viewport);
		tell(listener -> listener.viewportRemoved(viewport));
		viewport.dispose();
	}

	/** {@return whether the keys go to a control or to one within it} */
	private static boolean hasFocus(Control control) {
		return Stream.iterate(control.getDisplay().getFocusControl(), Objects::nonNull, Control::getParent)
				.anyMatch(control::equals);
	}

	@Override
	public List<Viewport> viewports() {
		return List.copyOf(viewports);
	}

	@Override
	public Viewport active() {
		return active;
	}

	@Override
	public void activate(Viewport viewport) {
		ViewportControl next = viewports.stream().filter(each -> each == viewport).findFirst().orElseThrow(
				() -> new IllegalArgumentException("a viewport of another grid")); //$NON-NLS-1$
		if (next != active) {
			active = next;
			links.setActive(next.model());
			control.redraw();
			tell(listener -> listener.activeChanged(next));
		}
	}

	@Override
	public ViewportLinks links() {
		return links;
	}

	@Override
	public void addListener(ViewportGridListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removeListener(ViewportGridListener listener) {
		listeners.remove(listener);
	}

	private void tell(Consumer<ViewportGridListener> change) {
		listeners.forEach(change);
	}

	@Override
	public boolean setFocus() {
		return active.setFocus();
	}

	private void paint(GC gc) {
		if (viewports.size() > 1) {
			gc.setBackground(control.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
			Rectangle inside = active.getBounds();
			gc.fillRectangle(inside.x - FRAME, inside.y - FRAME, inside.width + 2 * FRAME, inside.height + 2 * FRAME);
		}
	}

	/** Puts each viewport into its cell. */
	private final class Cells extends Layout {

		@Override
		protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
			Point one = active.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache);
			return new Point(widthHint == SWT.DEFAULT ? one.x : widthHint, heightHint == SWT.DEFAULT ? one.y : heightHint);
		}

		@Override
		protected void layout(Composite composite, boolean flushCache) {
			int frame = viewports.size() > 1 ? FRAME : 0;
			List<Rectangle> cells = arrangement.cells(control.getClientArea());
			for (int i = 0; i < viewports.size(); i++) {
				Rectangle cell = cells.get(i);
				viewports.get(i).setBounds(cell.x + frame, cell.y + frame, Math.max(0, cell.width - 2 * frame),
						Math.max(0, cell.height - 2 * frame));
			}
		}
	}
}
