package org.dicompreview.ui.internal.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

import org.dicompreview.rendering.DisplayFrame;
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
	/** More than any slider has. */
	private static final int END = 1 << 30;

	private static final String PREFIX = "org.dicompreview.ui.preview."; //$NON-NLS-1$
	/** Parameter of the command that chooses a window: the id of a preset, or its number in the menu from 1. */
	static final String PRESET_PARAMETER = PREFIX + "preset.id"; //$NON-NLS-1$
	static final String PRESET_COMMAND = PREFIX + "preset"; //$NON-NLS-1$
	/** Parameter of the command that chooses a colour map: its id, empty for grey. */
	static final String COLORS_PARAMETER = PREFIX + "colors.id"; //$NON-NLS-1$
	static final String COLORS_COMMAND = PREFIX + "colors"; //$NON-NLS-1$
	/** Parameter of the command that applies a presentation state: its SOP Instance UID, empty for none. */
	static final String STATE_PARAMETER = PREFIX + "state.id"; //$NON-NLS-1$
	static final String STATE_COMMAND = PREFIX + "state"; //$NON-NLS-1$
	/** Parameter of the command that chooses how pixels are made between samples: a constant of {@link Interpolation}. */
	static final String INTERPOLATION_PARAMETER = PREFIX + "interpolation.id"; //$NON-NLS-1$
	static final String INTERPOLATION_COMMAND = PREFIX + "interpolation"; //$NON-NLS-1$

	private static final double ZOOM_STEP = 1.25;

	private final PreviewPane pane;
	private final IHandlerService handlers;
	private final ICommandService commands;
	private final Map<String, PreviewHandler> all = new LinkedHashMap<>();

	/** The handlers are there as long as the pane, whichever part is active, so that its toolbar always works. */
	PreviewCommands(IWorkbenchWindow window, PreviewPane pane, IntConsumer showNeighbour) {
		this.pane = pane;
		handlers = window.getService(IHandlerService.class);
		commands = window.getService(ICommandService.class);
		addMoves();
		BooleanSupplier hasSeries = () -> pane.series().isPresent();
		all.put("nextSeries", new PreviewHandler(e -> showNeighbour.accept(1), null, hasSeries)); //$NON-NLS-1$
		all.put("previousSeries", new PreviewHandler(e -> showNeighbour.accept(-1), null, hasSeries)); //$NON-NLS-1$
		addLooks();
		addChoices();
		addPlaying();
		List<IHandlerActivation> active = all.entrySet().stream()
				.map(each -> handlers.activateHandler(PREFIX + each.getKey(), each.getValue())).toList();
		pane.addDisposeListener(e -> handlers.deactivateHandlers(active));
	}

	private void addMoves() {
		on("nextSlice", () -> pane.step(1)); //$NON-NLS-1$
		on("previousSlice", () -> pane.step(-1)); //$NON-NLS-1$
		on("nextPage", () -> pane.step(PAGE)); //$NON-NLS-1$
		on("previousPage", () -> pane.step(-PAGE)); //$NON-NLS-1$
		on("firstSlice", () -> pane.step(-END)); //$NON-NLS-1$
		on("lastSlice", () -> pane.step(END)); //$NON-NLS-1$
		on("nextAlongAxis", () -> moveAxis(1)); //$NON-NLS-1$
		on("previousAlongAxis", () -> moveAxis(-1)); //$NON-NLS-1$
		on("nextStack", () -> chooseStack(1)); //$NON-NLS-1$
		on("previousStack", () -> chooseStack(-1)); //$NON-NLS-1$
		toggle("reverse", pane::reverse, () -> pane.navigator().reversed()); //$NON-NLS-1$
	}

	private void addLooks() {
		toggle("invert", () -> pane.picture().change(settings -> settings.withInvert(!settings.invert())), //$NON-NLS-1$
				() -> pane.picture().settings().invert());
		toggle("oneWindow", () -> pane.picture().setOneWindow(!pane.picture().oneWindow()), pane.picture()::oneWindow); //$NON-NLS-1$
		toggle("overlays", () -> pane.picture().change(settings -> settings.withOverlays(!settings.overlays())), //$NON-NLS-1$
				() -> pane.picture().settings().overlays());
		toggle("smooth", () -> pane.picture().change(settings -> settings.withInterpolation(smooth() //$NON-NLS-1$
				? Interpolation.NEAREST : Interpolation.BILINEAR)), this::smooth);
		on("flip", () -> pane.picture().change(settings -> turned(settings, 0, !settings.flip()))); //$NON-NLS-1$
		on("rotateRight", () -> pane.picture().change(settings -> turned(settings, 1, settings.flip()))); //$NON-NLS-1$
		on("rotateLeft", () -> pane.picture().change(settings -> turned(settings, 3, settings.flip()))); //$NON-NLS-1$
		on("zoomIn", () -> zoomBy(ZOOM_STEP)); //$NON-NLS-1$
		on("zoomOut", () -> zoomBy(1 / ZOOM_STEP)); //$NON-NLS-1$
		on("zoomFit", () -> pane.picture().change(settings -> settings.withView(1, 0, 0))); //$NON-NLS-1$
		on("zoomOriginal", this::zoomOriginal); //$NON-NLS-1$
		on("reset", pane.picture()::reset); //$NON-NLS-1$
		on("copyImage", this::copyImage); //$NON-NLS-1$
	}

	private boolean smooth() {
		return pane.picture().settings().interpolation() != Interpolation.NEAREST;
	}

	private void addChoices() {
		choice("preset", PRESET_PARAMETER, this::choosePreset, this::isChosenPreset, this::hasStack); //$NON-NLS-1$
		choice("colors", COLORS_PARAMETER, id -> pane.picture().change(settings -> settings.withColorMap(id)), //$NON-NLS-1$
				id -> pane.picture().settings().colorMap().equals(id), this::hasStack);
		choice("interpolation", INTERPOLATION_PARAMETER, //$NON-NLS-1$
				id -> pane.picture().change(settings -> settings.withInterpolation(Interpolation.valueOf(id))),
				id -> pane.picture().settings().interpolation().name().equals(id), this::hasStack);
		choice("state", STATE_PARAMETER, id -> pane.picture().apply(StateMenu.withUid(pane.picture().states(), id)), //$NON-NLS-1$
				id -> pane.picture().looks().state().map(StateChoice::uid).orElse("").equals(id), //$NON-NLS-1$
				() -> !pane.picture().states().isEmpty());
	}

	private void addPlaying() {
		CinePlayer player = pane.player();
		BooleanSupplier playable = () -> pane.navigator().count() > 1 || hasAxes();
		all.put("play", new PreviewHandler(e -> player.toggle(), parameters -> player.playing(), playable)); //$NON-NLS-1$
		all.put("playFaster", new PreviewHandler(e -> player.changeSpeed(1), null, playable)); //$NON-NLS-1$
		all.put("playSlower", new PreviewHandler(e -> player.changeSpeed(-1), null, playable)); //$NON-NLS-1$
		all.put("playNormal", new PreviewHandler(e -> player.setSpeed(1), null, playable)); //$NON-NLS-1$
		all.put("playBackAndForth", new PreviewHandler(e -> player.setBackAndForth(!player.backAndForth()), //$NON-NLS-1$
				parameters -> player.backAndForth(), playable));
	}

	/** On the screen a flip mirrors left and right as they are seen, so after a quarter turn it acts on the other axis. */
	private static DisplaySettings turned(DisplaySettings settings, int turns, boolean flip) {
		boolean flipped = flip != settings.flip();
		int now = settings.quarterTurns() + turns;
		return settings.withOrientation(flipped ? 4 - now : now, flip);
	}

	private void chooseStack(int delta) {
		pane.chooseStack(pane.stackChoice().getSelectionIndex() + delta);
	}

	private void moveAxis(int delta) {
		if (hasAxes()) {
			pane.moveAxis(0, pane.navigator().coordinate(0) + delta);
		}
	}

	private void zoomBy(double factor) {
		pane.picture().change(settings -> settings.withView(settings.zoom() * factor, settings.panX() * factor,
				settings.panY() * factor));
	}

	/** One pixel of the frame on one pixel of the screen. */
	private void zoomOriginal() {
		if (pane.canvas().picture() != null) {
			double[] t = pane.canvas().picture().transform();
			double columnsPerPixel = Math.hypot(t[0], t[1]);
			zoomBy(columnsPerPixel);
		}
	}

	/** Without a name it is the window that the file says. */
	private void choosePreset(String id) {
		if (id.isEmpty()) {
			pane.picture().change(settings -> settings.withWindow(Optional.empty()));
		}
		preset(id).ifPresent(preset -> pane.picture()
				.change(settings -> settings.withPreset(preset)));
	}

	private boolean isChosenPreset(String id) {
		DisplaySettings settings = pane.picture().settings();
		return preset(id).filter(preset -> settings.withPreset(preset).equals(settings)
				|| settings.isFramesOwn() && pane.picture().frame().filter(frame -> frame.initialWindow().equals(preset)).isPresent())
				.isPresent();
	}

	private Optional<WindowPreset> preset(String id) {
		List<WindowPreset> presets = pane.picture().frame().map(DisplayFrame::presets).orElse(List.of());
		return presets.stream().filter(preset -> preset.id().equals(id)).findFirst()
				.or(() -> WindowMenu.byNumber(presets, id));
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

	/** Lets menus and toolbar show the state as it is. */
	void refresh() {
		all.forEach((id, handler) -> {
			if (handler.refresh()) {
				commands.refreshElements(PREFIX + id, null);
			}
		});
	}

	private boolean hasAxes() {
		return pane.navigator().stack().map(stack -> !stack.axes().isEmpty()).orElse(false);
	}

	private boolean hasStack() {
		return pane.navigator().count() > 0;
	}

	private void on(String id, Runnable action) {
		all.put(id, new PreviewHandler(e -> action.run(), null, this::hasStack));
	}

	private void toggle(String id, Runnable action, BooleanSupplier checked) {
		all.put(id, new PreviewHandler(e -> action.run(), parameters -> checked.getAsBoolean(), this::hasStack));
	}

	/** A command that chooses one of several; without a parameter it chooses empty text. */
	private void choice(String id, String parameter, Consumer<String> choose, Predicate<String> isChosen,
			BooleanSupplier enabled) {
		all.put(id, new PreviewHandler(e -> choose.accept(Objects.requireNonNullElse(e.getParameter(parameter), "")), //$NON-NLS-1$
				parameters -> parameters.get(parameter) instanceof String value && isChosen.test(value), enabled));
	}
}
