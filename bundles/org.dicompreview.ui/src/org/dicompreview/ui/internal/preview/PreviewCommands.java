package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.WindowPreset;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;

/** Connects the commands of the Preview to its pane. UI thread only. */
final class PreviewCommands {

	/** Slices that Page Up and Page Down step. */
	static final int PAGE = 10;

	private static final String PREFIX = "org.dicompreview.ui.preview."; //$NON-NLS-1$
	/** Parameter of the command that chooses a window: the id of a preset, or its number in the menu from 1. */
	static final String PRESET_PARAMETER = PREFIX + "preset.id"; //$NON-NLS-1$
	static final String PRESET_COMMAND = PREFIX + "preset"; //$NON-NLS-1$
	/** Parameter of the command that chooses a colour map: its id, empty for grey. */
	static final String COLORS_PARAMETER = PREFIX + "colors.id"; //$NON-NLS-1$
	static final String COLORS_COMMAND = PREFIX + "colors"; //$NON-NLS-1$

	private static final double ZOOM_STEP = 1.25;
	private static final List<String> TOGGLES = List.of("invert", "overlays", "reverse", "smooth"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	private final PreviewPane pane;
	private final IHandlerService handlers;
	private final ICommandService commands;
	private final List<IHandlerActivation> activations = new ArrayList<>();

	/** The handlers are there as long as the pane, whichever part is active, so that its toolbar always works. */
	PreviewCommands(IWorkbenchWindow window, PreviewPane pane, IntConsumer showNeighbour) {
		this.pane = pane;
		handlers = window.getService(IHandlerService.class);
		commands = window.getService(ICommandService.class);
		pane.addDisposeListener(e -> handlers.deactivateHandlers(activations));
		addMoves();
		on("nextSeries", () -> showNeighbour.accept(1)); //$NON-NLS-1$
		on("previousSeries", () -> showNeighbour.accept(-1)); //$NON-NLS-1$
		addLooks();
		activate(PRESET_COMMAND, new PreviewHandler(e -> choosePreset(e.getParameter(PRESET_PARAMETER)), null));
		activate(COLORS_COMMAND, new PreviewHandler(e -> change(settings -> settings.withColorMap(
				Optional.ofNullable(e.getParameter(COLORS_PARAMETER)).orElse(""))), null)); //$NON-NLS-1$
		on("copyImage", this::copyImage); //$NON-NLS-1$
	}

	private void addMoves() {
		on("nextSlice", () -> pane.moveBy(1)); //$NON-NLS-1$
		on("previousSlice", () -> pane.moveBy(-1)); //$NON-NLS-1$
		on("nextPage", () -> pane.moveBy(PAGE)); //$NON-NLS-1$
		on("previousPage", () -> pane.moveBy(-PAGE)); //$NON-NLS-1$
		on("firstSlice", () -> pane.moveTo(0)); //$NON-NLS-1$
		on("lastSlice", () -> pane.moveTo(pane.navigator().count() - 1)); //$NON-NLS-1$
		on("nextAlongAxis", () -> moveAxis(1)); //$NON-NLS-1$
		on("previousAlongAxis", () -> moveAxis(-1)); //$NON-NLS-1$
		on("nextStack", () -> pane.chooseNextStack(1)); //$NON-NLS-1$
		on("previousStack", () -> pane.chooseNextStack(-1)); //$NON-NLS-1$
		on("reverse", pane::reverse); //$NON-NLS-1$
	}

	private void addLooks() {
		on("invert", () -> change(settings -> settings.withInvert(!settings.invert()))); //$NON-NLS-1$
		on("overlays", () -> change(settings -> settings.withOverlays(!settings.overlays()))); //$NON-NLS-1$
		on("smooth", () -> change(settings -> settings.withInterpolation( //$NON-NLS-1$
				settings.interpolation() == Interpolation.NEAREST ? Interpolation.BILINEAR : Interpolation.NEAREST)));
		on("flip", () -> change(settings -> turned(settings, 0, !settings.flip()))); //$NON-NLS-1$
		on("rotateRight", () -> change(settings -> turned(settings, 1, settings.flip()))); //$NON-NLS-1$
		on("rotateLeft", () -> change(settings -> turned(settings, 3, settings.flip()))); //$NON-NLS-1$
		on("zoomIn", () -> zoomBy(ZOOM_STEP)); //$NON-NLS-1$
		on("zoomOut", () -> zoomBy(1 / ZOOM_STEP)); //$NON-NLS-1$
		on("zoomFit", () -> change(settings -> settings.withView(1, 0, 0))); //$NON-NLS-1$
		on("zoomOriginal", this::zoomOriginal); //$NON-NLS-1$
		on("reset", () -> change(settings -> DisplaySettings.DEFAULT)); //$NON-NLS-1$
	}

	/** On the screen a flip mirrors left and right as they are seen, so after a quarter turn it acts on the other axis. */
	private static DisplaySettings turned(DisplaySettings settings, int turns, boolean flip) {
		boolean flipped = flip != settings.flip();
		int now = settings.quarterTurns() + turns;
		return settings.withOrientation(flipped ? 4 - now : now, flip);
	}

	private void moveAxis(int delta) {
		if (pane.navigator().stack().map(stack -> !stack.axes().isEmpty()).orElse(false)) {
			pane.moveAxis(0, pane.navigator().coordinate(0) + delta);
		}
	}

	private void zoomBy(double factor) {
		change(settings -> settings.withView(settings.zoom() * factor, settings.panX() * factor, settings.panY() * factor));
	}

	/** One pixel of the frame on one pixel of the screen. */
	private void zoomOriginal() {
		if (pane.canvas().picture() != null) {
			double[] t = pane.canvas().picture().transform();
			double columnsPerPixel = Math.hypot(t[0], t[1]);
			zoomBy(columnsPerPixel);
		}
	}

	private void choosePreset(String id) {
		pane.frame().ifPresent(frame -> {
			List<WindowPreset> presets = frame.presets();
			presets.stream().filter(preset -> preset.id().equals(id)).findFirst()
					.or(() -> WindowMenu.byNumber(presets, id))
					.ifPresent(preset -> change(settings -> settings.withWindow(Optional.ofNullable(preset.window()))));
		});
	}

	private void copyImage() {
		if (pane.canvas().picture() != null) {
			Clipboard clipboard = new Clipboard(pane.getDisplay());
			try {
				clipboard.setContents(new Object[] { pane.canvas().picture().data() },
						new Transfer[] { ImageTransfer.getInstance() });
			} finally {
				clipboard.dispose();
			}
		}
	}

	private void change(UnaryOperator<DisplaySettings> edit) {
		pane.change(edit);
		refresh();
	}

	/** Lets menus and toolbar show the state as it is. */
	void refresh() {
		TOGGLES.forEach(id -> commands.refreshElements(PREFIX + id, null));
	}

	private void on(String id, Runnable action) {
		activate(PREFIX + id, new PreviewHandler(e -> action.run(), checked(id)));
	}

	private void activate(String id, PreviewHandler handler) {
		activations.add(handlers.activateHandler(id, handler));
	}

	private BooleanSupplier checked(String id) {
		return switch (id) {
			case "invert" -> () -> pane.settings().invert(); //$NON-NLS-1$
			case "overlays" -> () -> pane.settings().overlays(); //$NON-NLS-1$
			case "smooth" -> () -> pane.settings().interpolation() != Interpolation.NEAREST; //$NON-NLS-1$
			case "reverse" -> () -> pane.navigator().reversed(); //$NON-NLS-1$
			default -> null;
		};
	}
}
