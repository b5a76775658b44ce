package org.dicompreview.viewer.internal.viewport;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.PixelValue;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.ToolRegistry;
import org.dicompreview.viewer.ToolTrigger;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.internal.text.PatientTexts;
import org.dicompreview.viewer.internal.text.PixelTexts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;

/** Takes what happens on the canvas to the tools, and says what is under the pointer. UI thread only. */
final class ToolDispatcher {

	private static final System.Logger LOG = System.getLogger(ToolDispatcher.class.getName());
	private static final int RIGHT = 3;
	/** A button that is released no farther from where it was pressed was clicked. */
	private static final double CLICK = 3;

	private final Viewport viewport;
	private final Canvas canvas;
	private final Display display;
	private final ToolRegistry tools;
	private final Consumer<String> status;
	private final Runnable assigned = this::assigned;
	/** The tool of the left button; {@code null} for none. */
	private Tool left;
	/** What goes on; {@code null} for nothing. */
	private Tool.Drag drag;
	/** The button of what goes on. Of others the release may never be heard: a menu takes it. */
	private int button;
	private DisplayPoint from;
	/** Where the pointer is; {@code null} if it is elsewhere. */
	private DisplayPoint pointer;
	private DisplayFrame failed;

	ToolDispatcher(Viewport viewport, ToolRegistry tools, Consumer<String> status) {
		this.viewport = viewport;
		this.tools = tools;
		this.status = status;
		canvas = viewport.canvas();
		display = canvas.getDisplay();
		canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
		canvas.addListener(SWT.MouseDown, this::down);
		canvas.addListener(SWT.MouseMove, this::move);
		canvas.addListener(SWT.MouseUp, this::up);
		canvas.addListener(SWT.MouseExit, e -> leave());
		canvas.addListener(SWT.KeyDown, this::key);
		canvas.addListener(SWT.MenuDetect, this::menu);
		left = tools.tool(ToolTrigger.LEFT_BUTTON).orElse(null);
		tools.addListener(assigned);
		canvas.addListener(SWT.Dispose, e -> tools.removeListener(assigned));
	}

	/** On any thread. */
	private void assigned() {
		if (display.getThread() == Thread.currentThread()) {
			releaseFormer();
		} else if (!display.isDisposed()) {
			display.asyncExec(this::releaseFormer);
		}
	}

	private void releaseFormer() {
		if (canvas.isDisposed()) {
			return;
		}
		Tool former = left;
		left = tools.tool(ToolTrigger.LEFT_BUTTON).orElse(null);
		if (former != null && former != left) {
			safely(() -> former.release(viewport));
		}
	}

	private ToolEvent event(Event event) {
		return new ToolEvent(viewport, DisplayPoint.centerOf(event.x, event.y), event.count, event.stateMask, event.keyCode);
	}

	private void wheel(Event event) {
		ToolTrigger trigger = (event.stateMask & SWT.MOD1) != 0 ? ToolTrigger.MODIFIED_WHEEL : ToolTrigger.WHEEL;
		tools.tool(trigger).ifPresent(tool -> safely(() -> tool.wheel(event(event))));
		event.doit = false;
	}

	private static Optional<ToolTrigger> trigger(int button) {
		return switch (button) {
			case 1 -> Optional.of(ToolTrigger.LEFT_BUTTON);
			case 2 -> Optional.of(ToolTrigger.MIDDLE_BUTTON);
			case RIGHT -> Optional.of(ToolTrigger.RIGHT_BUTTON);
			default -> Optional.empty();
		};
	}

	private void down(Event event) {
		canvas.forceFocus();
		cancel();
		from = DisplayPoint.centerOf(event.x, event.y);
		trigger(event.button).flatMap(tools::tool).ifPresent(tool -> safely(() -> {
			drag = tool.press(event(event)).orElse(null);
			button = event.button;
		}));
	}

	private void move(Event event) {
		pointer = DisplayPoint.centerOf(event.x, event.y);
		if (drag != null) {
			safely(() -> drag.move(event(event)));
		} else {
			tools.tool(ToolTrigger.LEFT_BUTTON).ifPresent(tool -> safely(() -> tool.hover(event(event))));
			probe();
		}
	}

	private void up(Event event) {
		if (drag != null && event.button == button) {
			Tool.Drag ended = drag;
			drag = null;
			safely(() -> ended.end(event(event)));
		}
		if (event.button == RIGHT && tools.tool(ToolTrigger.RIGHT_BUTTON).isPresent() && from != null
				&& from.distance(DisplayPoint.centerOf(event.x, event.y)) <= CLICK) {
			openMenu(event);
		}
	}

	private void openMenu(Event event) {
		Menu menu = canvas.getMenu();
		if (menu != null) {
			tellOfMenu(new Point(event.x, event.y));
			menu.setLocation(canvas.toDisplay(event.x, event.y));
			menu.setVisible(true);
		}
	}

	/** The right button has a tool, so that pressing it is no wish for the menu. */
	private void menu(Event event) {
		if (event.detail == SWT.MENU_MOUSE && tools.tool(ToolTrigger.RIGHT_BUTTON).isPresent()) {
			event.doit = false;
		} else if (event.detail == SWT.MENU_MOUSE) {
			tellOfMenu(canvas.toControl(event.x, event.y));
		}
	}

	private void tellOfMenu(Point place) {
		ToolEvent at = new ToolEvent(viewport, DisplayPoint.centerOf(place.x, place.y), 1, 0, 0);
		tools.tools().forEach(tool -> safely(() -> tool.menu(at)));
	}

	private void leave() {
		pointer = null;
		tools.tool(ToolTrigger.LEFT_BUTTON).ifPresent(tool -> safely(() -> tool.leave(viewport)));
		probe();
	}

	private void key(Event event) {
		if (event.keyCode == SWT.ESC && drag != null) {
			cancel();
			event.doit = false;
			return;
		}
		ToolEvent pressed = new ToolEvent(viewport, pointer == null ? new DisplayPoint(0, 0) : pointer, 0, event.stateMask,
				event.keyCode);
		Optional<Tool> first = tools.tool(ToolTrigger.LEFT_BUTTON);
		boolean[] used = { false };
		first.ifPresent(tool -> safely(() -> used[0] = tool.key(pressed)));
		for (Tool tool : tools.tools()) {
			safely(() -> used[0] = used[0] || tool.unusedKey(pressed));
		}
		event.doit &= !used[0];
	}

	/** Gives up what goes on. */
	void cancel() {
		if (drag != null) {
			Tool.Drag cancelled = drag;
			drag = null;
			safely(cancelled::cancel);
		}
	}

	/** A tool of somebody else must not take the others away. */
	private void safely(Runnable work) {
		try {
			work.run();
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			drag = null;
			LOG.log(System.Logger.Level.ERROR, "tool failed", e); //$NON-NLS-1$
		}
	}

	/** Says where the located point is, and what is under the pointer now: another slice may have come there. */
	void probe() {
		String separator = "   "; //$NON-NLS-1$
		status.accept(Stream.of(located(), underPointer()).flatMap(Optional::stream).collect(Collectors.joining(separator)));
	}

	private Optional<String> located() {
		return viewport.model().rendered().flatMap(rendered -> viewport.links().located(viewport.model(), rendered.slice()))
				.map(PatientTexts::located);
	}

	private Optional<String> underPointer() {
		if (pointer == null || viewport.model().rendered().filter(RenderedSlice::coarse).isPresent()) {
			return Optional.empty();
		}
		Optional<ImagePoint> pixel = viewport.transform().map(transform -> transform.toImage(pointer));
		return pixel.flatMap(at -> viewport.model().frame().flatMap(frame -> value(frame, at))).map(PixelTexts::of);
	}

	/** A frame of which one pixel cannot be told is not asked again. */
	private Optional<PixelValue> value(DisplayFrame frame, ImagePoint at) {
		if (frame == failed) {
			return Optional.empty();
		}
		try {
			return frame.value((int) Math.floor(at.column()), (int) Math.floor(at.row()));
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			failed = frame;
			LOG.log(System.Logger.Level.ERROR, "probing a pixel", e); //$NON-NLS-1$
			return Optional.empty();
		}
	}
}
