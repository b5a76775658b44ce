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
import java.util.function.UnaryOperator;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.ui.internal.tools.PreviewTools;
import org.dicompreview.viewer.PresentationStateChoice;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolAssignment;
import org.dicompreview.viewer.ToolTrigger;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportModel;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;

/** Connects the commands of the Preview to its viewport. UI thread only. */
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

	/** Parameter of the command that gives the left button a tool: its id. */
	static final String TOOL_PARAMETER = PREFIX + "tool.id"; //$NON-NLS-1$
	static final String TOOL_COMMAND = PREFIX + "tool"; //$NON-NLS-1$

	private static final double ZOOM_STEP = 1.25;

	private final Viewport viewport;
	private final ViewportModel model;
	private final PreviewTools tools;
	private final IHandlerService handlers;
	private final ICommandService commands;
	private final Map<String, PreviewHandler> all = new LinkedHashMap<>();

	/** The handlers are there as long as the viewport, whichever part is active, so that its toolbar always works. */
	PreviewCommands(IWorkbenchWindow window, Viewport viewport, PreviewTools tools, IntConsumer showNeighbour) {
		this.viewport = viewport;
		model = viewport.model();
		this.tools = tools;
		handlers = window.getService(IHandlerService.class);
		commands = window.getService(ICommandService.class);
		addMoves();
		BooleanSupplier hasSeries = () -> model.series().isPresent();
		all.put("nextSeries", new PreviewHandler(e -> showNeighbour.accept(1), null, hasSeries)); //$NON-NLS-1$
		all.put("previousSeries", new PreviewHandler(e -> showNeighbour.accept(-1), null, hasSeries)); //$NON-NLS-1$
		addAppearance();
		addChoices();
		addPlaying();
		List<IHandlerActivation> active = all.entrySet().stream()
				.map(each -> handlers.activateHandler(PREFIX + each.getKey(), each.getValue())).toList();
		viewport.control().addDisposeListener(e -> handlers.deactivateHandlers(active));
	}

	private void addMoves() {
		on("nextSlice", () -> viewport.step(1)); //$NON-NLS-1$
		on("previousSlice", () -> viewport.step(-1)); //$NON-NLS-1$
		on("nextPage", () -> viewport.step(PAGE)); //$NON-NLS-1$
		on("previousPage", () -> viewport.step(-PAGE)); //$NON-NLS-1$
		on("firstSlice", () -> viewport.step(-END)); //$NON-NLS-1$
		on("lastSlice", () -> viewport.step(END)); //$NON-NLS-1$
		on("nextAlongAxis", () -> moveAxis(1)); //$NON-NLS-1$
		on("previousAlongAxis", () -> moveAxis(-1)); //$NON-NLS-1$
		on("nextStack", () -> chooseStack(1)); //$NON-NLS-1$
		on("previousStack", () -> chooseStack(-1)); //$NON-NLS-1$
		toggle("reverse", model::reverse, () -> model.navigator().reversed()); //$NON-NLS-1$
	}

	private void addAppearance() {
		toggle("invert", () -> model.change(settings -> settings.withInvert(!settings.window().invert())), //$NON-NLS-1$
				() -> model.settings().window().invert());
		toggle("oneWindow", () -> model.setOneWindow(!model.oneWindow()), model::oneWindow); //$NON-NLS-1$
		toggle("overlays", () -> model.change(settings -> settings.withOverlays(!settings.style().overlays())), //$NON-NLS-1$
				() -> model.settings().style().overlays());
		toggle("smooth", () -> model.change(settings -> settings.withInterpolation(smooth() //$NON-NLS-1$
				? Interpolation.NEAREST : Interpolation.BILINEAR)), this::smooth);
		on("flip", () -> orient(Orientation::flippedHorizontally)); //$NON-NLS-1$
		on("flipVertical", () -> orient(Orientation::flippedVertically)); //$NON-NLS-1$
		on("rotateRight", () -> orient(orientation -> orientation.turned(1))); //$NON-NLS-1$
		on("rotateLeft", () -> orient(orientation -> orientation.turned(-1))); //$NON-NLS-1$
		on("zoomIn", () -> zoomBy(ZOOM_STEP)); //$NON-NLS-1$
		on("zoomOut", () -> zoomBy(1 / ZOOM_STEP)); //$NON-NLS-1$
		on("zoomFit", () -> model.change(settings -> settings.with(Placement.DEFAULT))); //$NON-NLS-1$
		on("zoomOriginal", this::zoomOriginal); //$NON-NLS-1$
		on("reset", model::resetAppearance); //$NON-NLS-1$
		on("copyImage", this::copyImage); //$NON-NLS-1$
	}

	private boolean smooth() {
		return model.settings().style().interpolation() != Interpolation.NEAREST;
	}

	private void addChoices() {
		choice("preset", PRESET_PARAMETER, this::choosePreset, this::isChosenPreset, this::hasStack); //$NON-NLS-1$
		choice("colors", COLORS_PARAMETER, id -> model.change(settings -> settings.withColorMap(id)), //$NON-NLS-1$
				id -> model.settings().window().colorMap().equals(id), this::hasStack);
		choice("interpolation", INTERPOLATION_PARAMETER, //$NON-NLS-1$
				id -> model.change(settings -> settings.withInterpolation(Interpolation.valueOf(id))),
				id -> model.settings().style().interpolation().name().equals(id), this::hasStack);
		choice("state", STATE_PARAMETER, id -> model.apply(StateMenu.withUid(model.presentationStates(), id)), //$NON-NLS-1$
				id -> model.appearance().state().map(PresentationStateChoice::uid).orElse("").equals(id), //$NON-NLS-1$
				() -> !model.presentationStates().isEmpty());
		choice("tool", TOOL_PARAMETER, this::assign, this::isAssigned, () -> true); //$NON-NLS-1$
	}

	private void addPlaying() {
		BooleanSupplier playable = () -> model.navigator().count() > 1 || hasAxes();
		all.put("play", new PreviewHandler(e -> togglePlaying(), parameters -> model.playback().playing(), playable)); //$NON-NLS-1$
		all.put("playFaster", new PreviewHandler(e -> model.changeSpeed(1), null, playable)); //$NON-NLS-1$
		all.put("playSlower", new PreviewHandler(e -> model.changeSpeed(-1), null, playable)); //$NON-NLS-1$
		all.put("playNormal", new PreviewHandler(e -> model.setSpeed(1), null, playable)); //$NON-NLS-1$
		all.put("playBackAndForth", new PreviewHandler(e -> model.setBackAndForth(!model.playback().backAndForth()), //$NON-NLS-1$
				parameters -> model.playback().backAndForth(), playable));
	}

	private void togglePlaying() {
		if (model.playback().playing()) {
			model.stop();
		} else {
			model.play();
		}
	}

	private void orient(UnaryOperator<Orientation> edit) {
		model.change(settings -> settings.with(edit.apply(settings.orientation())));
	}

	private void chooseStack(int delta) {
		model.state().stack().ifPresent(stack -> model.chooseStack(model.state().stacks().indexOf(stack) + delta));
	}

	private void moveAxis(int delta) {
		if (hasAxes()) {
			model.moveAxis(0, model.navigator().coordinate(0) + delta);
		}
	}

	private void zoomBy(double factor) {
		model.change(settings -> settings.with(settings.placement().zoomedBy(factor)));
	}

	/** One pixel of the frame on one pixel of the screen. */
	private void zoomOriginal() {
		picture().map(Picture::transform).ifPresent(t -> zoomBy(Math.hypot(t[0], t[1])));
	}

	/** Without a name it is the window that the file says. */
	private void choosePreset(String id) {
		if (id.isEmpty()) {
			model.change(settings -> settings.withWindow(Optional.empty()));
		}
		preset(id).ifPresent(preset -> model.change(settings -> settings.withPreset(preset)));
	}

	private boolean isChosenPreset(String id) {
		DisplaySettings settings = model.settings();
		return preset(id).filter(preset -> settings.withPreset(preset).equals(settings)
				|| settings.window().isFramesOwn()
						&& model.frame().filter(frame -> frame.initialWindow().equals(preset)).isPresent())
				.isPresent();
	}

	private Optional<WindowPreset> preset(String id) {
		List<WindowPreset> presets = model.frame().map(DisplayFrame::presets).orElse(List.of());
		return presets.stream().filter(preset -> preset.id().equals(id)).findFirst()
				.or(() -> WindowMenu.byNumber(presets, id));
	}

	/** Without a name it is the tool that the button has at first. */
	private void assign(String id) {
		ToolAssignment now = tools.registry().assignment();
		tools.assign(now.with(ToolTrigger.LEFT_BUTTON, id.isEmpty() ? Tool.WINDOW : id));
	}

	private boolean isAssigned(String id) {
		return tools.registry().assignment().tool(ToolTrigger.LEFT_BUTTON).filter(id::equals).isPresent();
	}

	private void copyImage() {
		picture().ifPresent(picture -> {
			Clipboard clipboard = new Clipboard(viewport.control().getDisplay());
			try {
				clipboard.setContents(new Object[] { picture.data() }, new Transfer[] { ImageTransfer.getInstance() });
			} finally {
				clipboard.dispose();
			}
		});
	}

	private Optional<Picture> picture() {
		return model.rendered().flatMap(RenderedSlice::picture);
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
		return model.navigator().stack().map(stack -> !stack.axes().isEmpty()).orElse(false);
	}

	private boolean hasStack() {
		return model.navigator().count() > 0;
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
