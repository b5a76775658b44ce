package org.dicompreview.ui.internal.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.rendering.planes.PlaneOffer;
import org.dicompreview.ui.internal.CommandErrors;
import org.dicompreview.ui.internal.links.LinkText;
import org.dicompreview.ui.internal.picture.Pictures;
import org.dicompreview.ui.internal.tools.PreviewTools;
import org.dicompreview.ui.internal.window.ActiveViewport;
import org.dicompreview.ui.internal.window.WindowDialog;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.PresentationStateChoice;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolAssignment;
import org.dicompreview.viewer.ToolTrigger;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportLayout;
import org.dicompreview.viewer.ViewportLink;
import org.dicompreview.viewer.ViewportModel;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * Connects the commands of the Preview to the active viewport of the current Preview or editor in a window. UI thread only.
 *
 * <p>The workbench asks one handler for the state of all toolbar items of a command, so the toolbars of all Previews show that
 * of the current one, which a click on a toolbar makes its own.
 */
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

	/** Parameter of the command that lays the viewports out: the id of a {@link ViewportLayout}. */
	static final String LAYOUT_PARAMETER = PREFIX + "layout.id"; //$NON-NLS-1$
	static final String LAYOUT_COMMAND = PREFIX + "layout"; //$NON-NLS-1$

	/** Parameter of the command that shows or hides a layer: its id. */
	static final String LAYER_PARAMETER = PREFIX + "layer.id"; //$NON-NLS-1$
	static final String LAYER_COMMAND = PREFIX + "layer"; //$NON-NLS-1$

	/** Parameter of the command that shows another plane: a constant of {@code CutPlane.Kind}, or that of the images. */
	static final String PLANE_PARAMETER = PREFIX + "plane.id"; //$NON-NLS-1$
	static final String PLANE_COMMAND = PREFIX + "plane"; //$NON-NLS-1$
	/** Parameter of the command that makes other planes thicker: in mm. */
	static final String SLAB_PARAMETER = PREFIX + "slab.id"; //$NON-NLS-1$
	static final String SLAB_COMMAND = PREFIX + "slab"; //$NON-NLS-1$
	/** Parameter of the command that says how the values of a slab become one: a constant of {@code Slab.Projection}. */
	static final String PROJECTION_PARAMETER = PREFIX + "projection.id"; //$NON-NLS-1$
	static final String PROJECTION_COMMAND = PREFIX + "projection"; //$NON-NLS-1$

	/** Parameter of the command that saves the picture: an absolute path; there must be no such file. */
	private static final String FILE_PARAMETER = PREFIX + "savePicture.file"; //$NON-NLS-1$

	/** Asks the toolbars to look again at what is enabled. */
	private static final String ENABLEMENT_TOPIC = "org/eclipse/e4/ui/renderer/requestEnablementUpdate"; //$NON-NLS-1$
	private static final String ALL_ITEMS = "ALL"; //$NON-NLS-1$

	private static final double ZOOM_STEP = 1.25;

	private final Supplier<Optional<PreviewPart>> current;
	private final PreviewTools tools;
	private final ActiveViewport viewports;
	private final IHandlerService handlers;
	private final ICommandService commands;
	private final IEventBroker broker;
	private final Map<String, PreviewHandler> all = new LinkedHashMap<>();
	private final List<IHandlerActivation> active;
	/** The dialog for the window; {@code null} before it was opened. */
	private WindowDialog windowDialog;

	/**
	 * The handlers are there until {@link #close()}, whichever part is active, so that the toolbar of a Preview always works.
	 *
	 * @param window  whose commands
	 * @param tools   the tools
	 * @param current the part of the window that the commands are for
	 * @param viewports what the dialog for the window follows
	 */
	PreviewCommands(IWorkbenchWindow window, PreviewTools tools, Supplier<Optional<PreviewPart>> current,
			ActiveViewport viewports) {
		this.current = current;
		this.viewports = viewports;
		this.tools = tools;
		handlers = window.getService(IHandlerService.class);
		commands = window.getService(ICommandService.class);
		broker = window.getService(IEventBroker.class);
		addMoves();
		addAppearance();
		addChoices();
		addPlaying();
		addViewports();
		active = all.entrySet().stream()
				.map(each -> handlers.activateHandler(PREFIX + each.getKey(), each.getValue())).toList();
	}

	/** Takes the handlers away. */
	void close() {
		handlers.deactivateHandlers(active);
	}

	/** Takes what a person or program has chosen. */
	private interface Choose {

		/** @throws ExecutionException says in words that there is no such choice */
		void choose(ViewportModel model, String id) throws ExecutionException;
	}

	private PreviewPart part() throws ExecutionException {
		return current.get().orElseThrow(() -> CommandErrors.error(Messages.PreviewCommands_nothing));
	}

	private Viewport active() throws ExecutionException {
		return part().grid().active();
	}

	private Optional<Viewport> viewport() {
		return current.get().map(view -> view.grid().active());
	}

	private boolean is(Predicate<ViewportModel> condition) {
		return viewport().map(Viewport::model).filter(condition).isPresent();
	}

	private void addMoves() {
		on("nextSlice", viewport -> viewport.step(1)); //$NON-NLS-1$
		on("previousSlice", viewport -> viewport.step(-1)); //$NON-NLS-1$
		on("nextPage", viewport -> viewport.step(PAGE)); //$NON-NLS-1$
		on("previousPage", viewport -> viewport.step(-PAGE)); //$NON-NLS-1$
		on("firstSlice", viewport -> viewport.step(-END)); //$NON-NLS-1$
		on("lastSlice", viewport -> viewport.step(END)); //$NON-NLS-1$
		all.put("goToSlice", new PreviewHandler(e -> TextCommands.goToSlice(active(), e), null, hasStack())); //$NON-NLS-1$
		on("nextAlongAxis", viewport -> moveAxis(viewport.model(), 1)); //$NON-NLS-1$
		on("previousAlongAxis", viewport -> moveAxis(viewport.model(), -1)); //$NON-NLS-1$
		on("nextStack", viewport -> chooseStack(viewport.model(), 1)); //$NON-NLS-1$
		on("previousStack", viewport -> chooseStack(viewport.model(), -1)); //$NON-NLS-1$
		toggle("reverse", ViewportModel::reverse, model -> model.navigator().reversed()); //$NON-NLS-1$
		BooleanSupplier hasSeries = () -> is(model -> model.series().isPresent());
		all.put("nextSeries", new PreviewHandler(e -> openNeighbour(1), null, hasSeries)); //$NON-NLS-1$
		all.put("previousSeries", new PreviewHandler(e -> openNeighbour(-1), null, hasSeries)); //$NON-NLS-1$
	}

	private void openNeighbour(int delta) {
		current.get().ifPresent(view -> view.openNeighbour(delta));
	}

	private void addAppearance() {
		toggle("invert", model -> model.change(settings -> settings.withInvert(!settings.window().invert())), //$NON-NLS-1$
				model -> model.settings().window().invert());
		modelCommand("keyImagesOnly", model -> model.setKeyImagesOnly(!model.keyImagesOnly()), ViewportModel::keyImagesOnly, //$NON-NLS-1$
				() -> viewport().filter(each -> !each.model().keyImages().marks().isEmpty()).isPresent());
		toggle("oneWindow", model -> model.setOneWindow(!model.oneWindow()), ViewportModel::oneWindow); //$NON-NLS-1$
		toggle("overlays", model -> model.change(settings -> settings.withOverlays(!settings.style().overlays())), //$NON-NLS-1$
				model -> model.settings().style().overlays());
		toggle("smooth", model -> model.change(settings -> settings.withInterpolation(isSmooth(model) //$NON-NLS-1$
				? Interpolation.NEAREST : Interpolation.BILINEAR)), PreviewCommands::isSmooth);
		change("flip", settings -> settings.with(settings.orientation().flippedHorizontally())); //$NON-NLS-1$
		change("flipVertical", settings -> settings.with(settings.orientation().flippedVertically())); //$NON-NLS-1$
		change("rotateRight", settings -> settings.with(settings.orientation().turned(1))); //$NON-NLS-1$
		change("rotateLeft", settings -> settings.with(settings.orientation().turned(-1))); //$NON-NLS-1$
		change("zoomIn", settings -> zoomed(settings, ZOOM_STEP)); //$NON-NLS-1$
		change("zoomOut", settings -> zoomed(settings, 1 / ZOOM_STEP)); //$NON-NLS-1$
		change("zoomFit", settings -> settings.with(Placement.DEFAULT)); //$NON-NLS-1$
		on("zoomOriginal", PreviewCommands::zoomOriginal); //$NON-NLS-1$
		on("reset", viewport -> viewport.model().resetAppearance()); //$NON-NLS-1$
		on("copyImage", viewport -> Pictures.copy(viewport, false)); //$NON-NLS-1$
		on("copyAnnotated", viewport -> Pictures.copy(viewport, true)); //$NON-NLS-1$
		on("copyLink", viewport -> viewport.model().slice().ifPresent(slice -> LinkText.copy(slice, viewport.control().getDisplay()))); //$NON-NLS-1$
		all.put("windowDialog", new PreviewHandler(this::window, null, hasStack())); //$NON-NLS-1$
		all.put("savePicture", new PreviewHandler( //$NON-NLS-1$
				e -> Pictures.save(active(), part().renderer(), e.getParameter(FILE_PARAMETER)), null,
				hasStack()));
	}

	/** Without a window it asks for one. */
	private void window(ExecutionEvent event) throws ExecutionException {
		Viewport viewport = active();
		if (TextCommands.hasWindow(event)) {
			TextCommands.setWindow(viewport, event);
		} else {
			openWindowDialog(viewport);
		}
	}

	private void openWindowDialog(Viewport viewport) {
		if (windowDialog == null || windowDialog.getShell() == null) {
			windowDialog = new WindowDialog(viewport.control().getShell(), viewports);
			windowDialog.open();
		} else {
			windowDialog.getShell().setActive();
		}
	}

	private static boolean isSmooth(ViewportModel model) {
		return model.settings().style().interpolation() != Interpolation.NEAREST;
	}

	private void addChoices() {
		choice("preset", PRESET_PARAMETER, PreviewCommands::choosePreset, PreviewCommands::isChosenPreset, hasStack()); //$NON-NLS-1$
		choice("colors", COLORS_PARAMETER, known(new ColorMenu(), ViewportModel::setColorMap), //$NON-NLS-1$
				(model, id) -> model.settings().window().colorMap().equals(id), hasStack());
		choice("interpolation", INTERPOLATION_PARAMETER, //$NON-NLS-1$
				known(new InterpolationMenu(),
						(model, id) -> model.change(settings -> settings.withInterpolation(Interpolation.valueOf(id)))),
				(model, id) -> model.settings().style().interpolation().name().equals(id), hasStack());
		choice("state", STATE_PARAMETER, //$NON-NLS-1$
				known(new StateMenu(), (model, id) -> model.apply(StateMenu.withUid(model.presentationStates(), id))),
				(model, id) -> model.appearance().state().map(PresentationStateChoice::uid).orElse("").equals(id), //$NON-NLS-1$
				() -> is(model -> !model.presentationStates().isEmpty()));
		plane("plane", PLANE_PARAMETER, new PlaneMenu(), PlaneCommands::choose, PlaneCommands::isChosen); //$NON-NLS-1$
		plane("slab", SLAB_PARAMETER, new SlabMenu(), (viewport, id) -> PlaneCommands.setThickness(viewport, Double.parseDouble(id)), //$NON-NLS-1$
				(model, id) -> PlaneCommands.hasThickness(model, Double.parseDouble(id)));
		plane("projection", PROJECTION_PARAMETER, new ProjectionMenu(), PlaneCommands::project, PlaneCommands::isProjected); //$NON-NLS-1$
		on("thickerSlab", viewport -> PlaneCommands.step(viewport, 1)); //$NON-NLS-1$
		on("thinnerSlab", viewport -> PlaneCommands.step(viewport, -1)); //$NON-NLS-1$
		choice("tool", TOOL_PARAMETER, (model, id) -> assign(id), (model, id) -> isAssigned(id), () -> true); //$NON-NLS-1$
	}

	/** A command for other planes; where there are none the viewport says why. */
	private void plane(String id, String parameter, ChoiceMenu menu, BiConsumer<Viewport, String> choose,
			BiPredicate<ViewportModel, String> isChosen) {
		all.put(id, new PreviewHandler(e -> {
			String value = parameter(e, parameter);
			if (!value.isEmpty() && active().model().planes().flatMap(PlaneOffer::grid).isPresent()) {
				check(menu, value);
			}
			choose.accept(active(), value);
		}, parameters -> parameters.get(parameter) instanceof String value && is(model -> isChosen.test(model, value)), hasStack()));
	}

	/** {@return a choice that only the items of a menu can be} */
	private Choose known(ChoiceMenu menu, BiConsumer<ViewportModel, String> choose) {
		return (model, id) -> {
			check(menu, id);
			choose.accept(model, id);
		};
	}

	private void check(ChoiceMenu menu, String id) throws ExecutionException {
		List<ChoiceMenu.Choice> choices = menu.choices(part());
		if (choices.stream().noneMatch(choice -> choice.id().equals(id))) {
			throw CommandErrors.error(Messages.PreviewCommands_unknown, id, choices.stream().map(ChoiceMenu.Choice::id)
					.filter(each -> !each.isEmpty()).collect(Collectors.joining(", "))); //$NON-NLS-1$
		}
	}

	private void addPlaying() {
		BooleanSupplier playable = () -> is(model -> model.navigator().count() > 1 || hasAxes(model));
		modelCommand("play", PreviewCommands::togglePlaying, model -> model.playback().playing(), playable); //$NON-NLS-1$
		modelCommand("playFaster", model -> model.changeSpeed(1), null, playable); //$NON-NLS-1$
		modelCommand("playSlower", model -> model.changeSpeed(-1), null, playable); //$NON-NLS-1$
		modelCommand("playNormal", model -> model.setSpeed(1), null, playable); //$NON-NLS-1$
		modelCommand("playBackAndForth", model -> model.setBackAndForth(!model.playback().backAndForth()), //$NON-NLS-1$
				model -> model.playback().backAndForth(), playable);
	}

	private static void togglePlaying(ViewportModel model) {
		if (model.playback().playing()) {
			model.stop();
		} else {
			model.play();
		}
	}

	private void addViewports() {
		BooleanSupplier always = () -> current.get().isPresent();
		all.put("layout", new PreviewHandler(e -> lay(parameter(e, LAYOUT_PARAMETER)), //$NON-NLS-1$
				parameters -> current.get().filter(view -> view.grid().layout().id().equals(parameters.get(LAYOUT_PARAMETER)))
						.isPresent(),
				always));
		all.put("layer", new PreviewHandler(e -> toggleLayer(parameter(e, LAYER_PARAMETER)), //$NON-NLS-1$
				parameters -> parameters.get(LAYER_PARAMETER) instanceof String id
						&& current.get().filter(view -> view.layers().registry().isShown(id)).isPresent(),
				always));
		toggleView("pin", PreviewView::pinned, PreviewView::setPinned); //$NON-NLS-1$
		toggleView("linkSelection", PreviewView::linked, PreviewView::setLinked); //$NON-NLS-1$
		all.put("nextViewport", new PreviewHandler(e -> activate(1), null, always)); //$NON-NLS-1$
		all.put("previousViewport", new PreviewHandler(e -> activate(-1), null, always)); //$NON-NLS-1$
		link("linkScroll", ViewportLink.SCROLL); //$NON-NLS-1$
		link("linkWindow", ViewportLink.WINDOW); //$NON-NLS-1$
		link("linkPlacement", ViewportLink.PLACEMENT); //$NON-NLS-1$
		link("referenceLines", ViewportLink.REFERENCE_LINES); //$NON-NLS-1$
	}

	private void toggleView(String id, Predicate<PreviewView> isOn, BiConsumer<PreviewView, Boolean> set) {
		all.put(id, new PreviewHandler(e -> view().ifPresent(view -> set.accept(view, !isOn.test(view))),
				parameters -> view().filter(isOn).isPresent(), () -> view().isPresent()));
	}

	private Optional<PreviewView> view() {
		return current.get().filter(PreviewView.class::isInstance).map(PreviewView.class::cast);
	}

	private void link(String id, ViewportLink link) {
		all.put(id, new PreviewHandler(
				e -> current.get().map(view -> view.grid().links()).ifPresent(links -> links.set(link, !links.isOn(link))),
				parameters -> current.get().filter(view -> view.grid().links().isOn(link)).isPresent(),
				() -> current.get().isPresent()));
	}

	/** Without a name it is the scale bar. */
	private void toggleLayer(String id) throws ExecutionException {
		if (!id.isEmpty()) {
			check(new LayerMenu(), id);
		}
		part().layers().toggle(id.isEmpty() ? Layer.SCALE_BAR : id);
	}

	/** Without a name it is one viewport. */
	private void lay(String id) throws ExecutionException {
		if (!id.isEmpty()) {
			check(new LayoutMenu(), id);
		}
		part().grid().setLayout(ViewportLayout.of(id).orElse(ViewportLayout.SINGLE));
	}

	private void activate(int delta) {
		current.get().map(PreviewPart::grid).ifPresent(grid -> {
			int count = grid.viewports().size();
			int next = Math.floorMod(grid.viewports().indexOf(grid.active()) + delta, count);
			grid.activate(grid.viewports().get(next));
			grid.setFocus();
		});
	}

	private static void chooseStack(ViewportModel model, int delta) {
		model.state().stack().ifPresent(stack -> model.chooseStack(model.state().stacks().indexOf(stack) + delta));
	}

	private static void moveAxis(ViewportModel model, int delta) {
		if (hasAxes(model)) {
			model.moveAxis(0, model.navigator().coordinate(0) + delta);
		}
	}

	private static DisplaySettings zoomed(DisplaySettings settings, double factor) {
		return settings.with(settings.placement().zoomedBy(factor));
	}

	/** One pixel of the frame on one pixel of the screen. */
	private static void zoomOriginal(Viewport viewport) {
		picture(viewport).map(Picture::transform).ifPresent(
				t -> viewport.model().change(settings -> zoomed(settings, Math.hypot(t[0], t[1]))));
	}

	/** Without a name it is the window that the file says. */
	private static void choosePreset(ViewportModel model, String id) throws ExecutionException {
		if (id.isEmpty()) {
			model.change(settings -> settings.withWindow(Optional.empty()));
			return;
		}
		Optional<DisplayFrame> frame = model.frame();
		boolean numbered = WindowMenu.isNumber(id);
		if (frame.isEmpty() && numbered) {
			throw CommandErrors.error(Messages.PreviewCommands_noImage);
		}
		Optional<WindowPreset> preset = preset(model, id);
		if (frame.isPresent() && preset.isEmpty()) {
			List<WindowPreset> presets = frame.get().presets();
			throw CommandErrors.error(Messages.PreviewCommands_unknown, id, numbered ? "1-" + presets.size() //$NON-NLS-1$
					: presets.stream().map(WindowPreset::id).collect(Collectors.joining(", "))); //$NON-NLS-1$
		}
		model.choosePreset(preset.map(WindowPreset::id).orElse(id)); // where the image is awaited, when it comes
	}

	private static boolean isChosenPreset(ViewportModel model, String id) {
		DisplaySettings settings = model.settings();
		return preset(model, id).filter(preset -> settings.withPreset(preset).equals(settings)
				|| settings.window().isFramesOwn()
						&& model.frame().filter(frame -> frame.initialWindow().equals(preset)).isPresent())
				.isPresent();
	}

	private static Optional<WindowPreset> preset(ViewportModel model, String id) {
		List<WindowPreset> presets = model.frame().map(DisplayFrame::presets).orElse(List.of());
		return presets.stream().filter(preset -> preset.id().equals(id)).findFirst()
				.or(() -> WindowMenu.byNumber(presets, id));
	}

	/** Without a name it is the tool that the button has at first. */
	private void assign(String id) throws ExecutionException {
		if (!id.isEmpty()) {
			check(new ToolMenu(), id);
		}
		ToolAssignment now = tools.registry().assignment();
		tools.assign(now.with(ToolTrigger.LEFT_BUTTON, id.isEmpty() ? Tool.WINDOW : id));
	}

	private boolean isAssigned(String id) {
		return tools.registry().assignment().tool(ToolTrigger.LEFT_BUTTON).filter(id::equals).isPresent();
	}

	private static Optional<Picture> picture(Viewport viewport) {
		return viewport.model().rendered().flatMap(RenderedSlice::picture);
	}

	/** Lets menus and toolbar show the state as it is. */
	void refresh() {
		all.forEach((id, handler) -> {
			if (handler.refresh()) {
				commands.refreshElements(PREFIX + id, null);
			}
		});
		if (all.values().stream().anyMatch(PreviewHandler::isEnablementNew)) {
			broker.post(ENABLEMENT_TOPIC, ALL_ITEMS); // the toolbar of a part that nobody has activated hears of nothing else
		}
	}

	private static boolean hasAxes(ViewportModel model) {
		return model.navigator().stack().map(stack -> !stack.axes().isEmpty()).orElse(false);
	}

	private BooleanSupplier hasStack() {
		return () -> is(model -> model.navigator().count() > 0);
	}

	private void on(String id, Consumer<Viewport> action) {
		all.put(id, new PreviewHandler(e -> viewport().ifPresent(action), null, hasStack()));
	}

	private void change(String id, UnaryOperator<DisplaySettings> edit) {
		on(id, viewport -> viewport.model().change(edit));
	}

	private void toggle(String id, Consumer<ViewportModel> action, Predicate<ViewportModel> checked) {
		modelCommand(id, action, checked, hasStack());
	}

	/** @param checked {@code null} for what is not on or off */
	private void modelCommand(String id, Consumer<ViewportModel> action, Predicate<ViewportModel> checked,
			BooleanSupplier enabled) {
		all.put(id, new PreviewHandler(e -> viewport().map(Viewport::model).ifPresent(action),
				checked == null ? null : parameters -> is(checked), enabled));
	}

	/** A command that chooses one of several; without a parameter it chooses empty text. */
	private void choice(String id, String parameter, Choose choose, BiPredicate<ViewportModel, String> isChosen, BooleanSupplier enabled) {
		all.put(id, new PreviewHandler(e -> choose.choose(active().model(), parameter(e, parameter)),
				parameters -> parameters.get(parameter) instanceof String value && is(model -> isChosen.test(model, value)),
				enabled));
	}

	private static String parameter(ExecutionEvent event, String name) {
		return Objects.requireNonNullElse(event.getParameter(name), ""); //$NON-NLS-1$
	}
}
