package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.dicompreview.ui.internal.Shells;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.ViewportLayout;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IParameter;
import org.eclipse.core.commands.ParameterValuesException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that are told what to do: the values that the workbench lists, and what is said of others. */
class CommandParametersTest extends PreviewTestCase {

	private static final String PREFIX = "org.dicompreview.ui."; //$NON-NLS-1$
	/** What a person writes or chooses in a dialog has no list. */
	private static final Set<String> FREE = Set.of(PREFIX + "preview.goToSlice.position", PREFIX + "preview.savePicture.file", //$NON-NLS-1$ //$NON-NLS-2$
			PREFIX + "openLink.link"); //$NON-NLS-1$

	@TempDir
	private Path target;

	private void run(String command, String parameter, String value) throws Exception {
		execute(PREFIX + command, Map.of(PREFIX + command + '.' + parameter, value));
	}

	private String wrong(String command, String parameter, String value) {
		return assertThrows(ExecutionException.class, () -> run(command, parameter, value)).getMessage();
	}

	private int place() {
		return viewport.model().navigator().index();
	}

	@Test
	void theSliderGoesToANumberAWordOrAPosition() throws Exception {
		run("preview.goToSlice", "number", "3"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(2, place());
		run("preview.goToSlice", "number", "last"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(8, place());
		double offset = viewport.model().slice().orElseThrow().offset().orElseThrow();
		run("preview.goToSlice", "number", "first"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		run("preview.goToSlice", "position", offset - 1 + " mm"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(8, place());
		viewport.model().reverse();
		run("preview.goToSlice", "position", Double.toString(offset)); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(offset, viewport.model().slice().orElseThrow().offset().orElseThrow());
		assertTrue(wrong("preview.goToSlice", "number", "10").contains("1 to 9")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertTrue(wrong("preview.goToSlice", "number", "x").contains("\u201cx\u201d")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertTrue(wrong("preview.goToSlice", "position", "9999").contains("9999 mm")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertTrue(wrong("preview.goToSlice", "position", "here").contains("mm")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void aKeyAsksWhereToGo() {
		page.activate(view);
		viewport.setFocus();
		until("the keys of the Preview", () -> Keyboard.isFor(view)); //$NON-NLS-1$
		List<String> answers = new ArrayList<>();
		Shells.whenOpen("Go to Image", shell -> { //$NON-NLS-1$
			Text text = Shells.all(shell, Text.class).stream().filter(each -> (each.getStyle() & SWT.READ_ONLY) == 0).findFirst()
					.orElseThrow();
			answers.add(text.getText());
			text.setText("77"); //$NON-NLS-1$
			answers.add(Boolean.toString(ok(shell).isEnabled()));
			text.setText("2"); //$NON-NLS-1$
			ok(shell).notifyListeners(SWT.Selection, null);
		});
		Keyboard.type('g', SWT.MOD1);
		until("an answer", () -> answers.size() == 2); //$NON-NLS-1$
		assertEquals(List.of("5", "false"), answers); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(1, place());
	}

	private static Button ok(Shell shell) {
		return shell.getDefaultButton();
	}

	@Test
	void theWindowIsSetByCentreAndWidth() throws Exception {
		run("preview.windowDialog", "values", "-600/1500.5"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(-600, viewport.model().settings().window().voiWindow().orElseThrow().center());
		assertEquals(1500.5, viewport.model().settings().window().voiWindow().orElseThrow().width());
		for (String wrong : List.of("40", "40/0", "40/x", "40/400/1", "NaN/400", "1/Infinity")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			assertTrue(wrong("preview.windowDialog", "values", wrong).contains("\u201c" + wrong), wrong); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
	}

	@ParameterizedTest
	@CsvSource({ "preset,lungs", "preset,42", "colors,tartan", "interpolation,cubic", "layout,9x9", "layer,nothing", "tool,nothing" })
	void whatCannotBeChosenIsSaid(String command, String value) {
		Object before = viewport.model().settings();
		ViewportLayout layout = view.grid().layout();
		String words = wrong("preview." + command, "id", value); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(words.contains('\u201c' + value + '\u201d') && words.length() > 40, words);
		assertEquals(before, viewport.model().settings());
		assertEquals(layout, view.grid().layout());
	}

	@Test
	void whoUsesAMenuOrAKeyReadsInTheStatusLineWhatCannotBe() throws Exception {
		page.activate(view);
		IHandlerService handlers = view.getSite().getService(IHandlerService.class);
		handlers.executeCommand(command("preview.preset", "lungs"), new Event()); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(statusLine().contains("\u201clungs\u201d"), this::statusLine); //$NON-NLS-1$
		handlers.executeCommand(command("preview.preset", "lung"), new Event()); //$NON-NLS-1$ //$NON-NLS-2$
		assertFalse(statusLine().contains("\u201clungs\u201d"), this::statusLine); //$NON-NLS-1$
		assertEquals(-600, viewport.model().settings().window().voiWindow().orElseThrow().center());
	}

	private ParameterizedCommand command(String id, String value) {
		return ParameterizedCommand.generateCommand(view.getSite().getService(ICommandService.class).getCommand(PREFIX + id),
				Map.of(PREFIX + id + ".id", value)); //$NON-NLS-1$
	}

	private String statusLine() {
		return Shells.all(view.getSite().getShell(), CLabel.class).stream().map(CLabel::getText).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	@Test
	void aSeriesIsShownByItsUid() throws Exception {
		viewport.show(new Subject.Nothing());
		run("showSeries", "uid", series().get(0).uid()); //$NON-NLS-1$ //$NON-NLS-2$
		until("its images", () -> active().model().series().equals(Optional.of(series().get(0)))); //$NON-NLS-1$
		assertTrue(wrong("showSeries", "uid", "1.2.3").contains("1.2.3")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void aFolderIsOpenedByItsPath() throws Exception {
		run("openFolder", "path", target.toString()); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(folders.roots().contains(target));
		assertTrue(wrong("openFolder", "path", "no/where").contains("no/where")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertTrue(wrong("openFolder", "path", "\0").length() > 10); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Test
	void thePictureIsSavedWhereAProgramSays() throws Exception {
		Path file = target.resolve("picture.png"); //$NON-NLS-1$
		run("preview.savePicture", "file", file.toString()); //$NON-NLS-1$ //$NON-NLS-2$
		until("the file", () -> Files.exists(file)); //$NON-NLS-1$
		until("the whole picture", () -> isPicture(file)); //$NON-NLS-1$
		assertTrue(wrong("preview.savePicture", "file", target.resolve("a.gif").toString()).contains("a.gif")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertTrue(wrong("preview.savePicture", "file", "a.png").contains("a.png")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private boolean isPicture(Path file) {
		return new ImageData(file.toString()).width == viewport.canvas().getClientArea().width;
	}

	@Test
	void theWorkbenchListsTheValuesOfEachParameter() throws Exception {
		List<String> without = new ArrayList<>();
		ICommandService service = view.getSite().getService(ICommandService.class);
		for (Command command : service.getDefinedCommands()) {
			IParameter[] parameters = command.getId().startsWith(PREFIX) ? command.getParameters() : null;
			for (IParameter parameter : parameters == null ? new IParameter[0] : parameters) {
				if (values(parameter).isEmpty()) {
					without.add(parameter.getId());
				}
			}
		}
		without.remove(PREFIX + "openRecent.path"); // depends on what was opened before //$NON-NLS-1$
		without.remove(PREFIX + "openFolder.path"); //$NON-NLS-1$
		without.removeIf(id -> id.startsWith(PREFIX + "preview.state.")); // there is "none" at least with a Preview //$NON-NLS-1$
		assertEquals(FREE, Set.copyOf(without));
	}

	private static Map<?, ?> values(IParameter parameter) {
		try {
			return parameter.getValues().getParameterValues();
		} catch (ParameterValuesException e) {
			return Map.of(); // it has no list
		}
	}

	@Test
	void quickAccessAndKeysOfferCommandsWithTheirValues() throws Exception {
		assertTrue(names("preview.layout").contains("Layout of the Viewports (Four Viewports (2x2))"), //$NON-NLS-1$//$NON-NLS-2$
				() -> names("preview.layout").toString()); //$NON-NLS-1$
		assertTrue(names("preview.goToSlice").contains("Go to Image\u2026 (Middle)")); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(names("showSeries").stream().anyMatch(name -> name.contains("Preview, Test CT 1")), //$NON-NLS-1$ //$NON-NLS-2$
				() -> names("showSeries").toString()); //$NON-NLS-1$
		assertTrue(names("preview.preset").contains("Window (No. 9 in the menu)")); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(names("openFolder").stream().anyMatch(name -> name.contains(folder.toString()))); //$NON-NLS-1$
	}

	private List<String> names(String command) {
		ICommandService service = view.getSite().getService(ICommandService.class);
		try {
			List<String> names = new ArrayList<>();
			for (Object each : ParameterizedCommand.generateCombinations(service.getCommand(PREFIX + command))) {
				names.add(((ParameterizedCommand) each).getName());
			}
			return names;
		} catch (NotDefinedException e) {
			throw new IllegalStateException(e);
		}
	}
}
