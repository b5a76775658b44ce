package org.dicompreview.ui.ide.internal.help;

import static org.dicompreview.ui.ide.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.Previews;
import org.dicompreview.ui.ide.internal.IdeWindow;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.IPreferencePage;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** F1 explains every view, dialog and preference page, and the pages of the help are true as far as that can be looked up. */
class HelpTest {

	private static final String UI = "org.dicompreview.ui.";
	/** Under which the workbench keeps the id of a context. */
	private static final String KEY = "org.eclipse.ui.help";
	private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
	private static final Pattern ID = Pattern.compile("<code>(org\\.dicompreview\\.ui\\.[\\w.]+)</code>");

	@TempDir
	private Path folder;
	private final Bundle bundle = FrameworkUtil.getBundle(HelpTest.class);
	private final IdeWindow window = new IdeWindow();
	private final Display display = Display.getCurrent();

	@AfterEach
	void clear() {
		window.clear();
	}

	private String text(String file) throws IOException {
		URL url = bundle.getEntry(file);
		assertNotNull(url, file);
		try (InputStream in = url.openStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private List<String> pages() {
		return Collections.list(bundle.getEntryPaths("help")).stream().filter(path -> path.endsWith(".html")).toList();
	}

	private Set<String> contexts() throws IOException {
		Set<String> ids = new TreeSet<>();
		Matcher matcher = Pattern.compile("<context id=\"(\\w+)\"").matcher(text("help/contexts.xml"));
		while (matcher.find()) {
			ids.add(UI + matcher.group(1));
		}
		return ids;
	}

	@Test
	void eachLinkLeadsToAPageAndEachPageIsInTheContents() throws IOException {
		List<String> pages = pages();
		assertTrue(pages.size() > 8, pages::toString);
		for (String page : pages) {
			for (String target : links(text(page))) {
				assertTrue(target.startsWith("http") || bundle.getEntry("help/" + target) != null, page + " -> " + target);
			}
		}
		Set<String> listed = new TreeSet<>(links(text("help/toc.xml")));
		assertEquals(new TreeSet<>(pages), listed);
		for (String target : links(text("help/contexts.xml"))) {
			assertNotNull(bundle.getEntry(target), target);
		}
	}

	private static List<String> links(String text) {
		List<String> links = new ArrayList<>();
		Matcher matcher = LINK.matcher(text);
		while (matcher.find()) {
			links.add(matcher.group(1));
		}
		return links;
	}

	@Test
	void theHelpSystemKnowsEachContextWithItsTopics() throws IOException {
		for (String id : contexts()) {
			IContext context = HelpSystem.getContext(id);
			assertNotNull(context, id);
			assertFalse(context.getText().isBlank(), id);
			IHelpResource[] topics = context.getRelatedTopics();
			assertTrue(topics.length > 0, id);
			for (IHelpResource topic : topics) {
				assertTrue(topic.getHref().startsWith("/org.dicompreview.ui.ide/help/"), topic.getHref());
			}
		}
	}

	/** {@return the contexts within a control} */
	private static Set<String> within(Control control) {
		Set<String> found = new LinkedHashSet<>();
		if (control.getData(KEY) instanceof String id) {
			found.add(id);
		}
		if (control instanceof Composite composite) {
			Stream.of(composite.getChildren()).forEach(child -> found.addAll(within(child)));
		}
		return found;
	}

	private Set<String> inDialog(String command) throws Exception {
		ICommandService commands = window.page().getWorkbenchWindow().getService(ICommandService.class);
		Set<String> found = new LinkedHashSet<>();
		List<Shell> before = List.of(display.getShells());
		display.timerExec(20, new Runnable() {
			@Override
			public void run() {
				List<Shell> opened = Arrays.stream(display.getShells()).filter(shell -> !before.contains(shell) && shell.isVisible()
						&& shell.getData(KEY) != null).toList();
				if (opened.isEmpty()) {
					display.timerExec(20, this);
				} else {
					found.addAll(within(opened.get(0)));
					opened.get(0).close();
				}
			}
		});
		window.page().getWorkbenchWindow().getService(IHandlerService.class)
				.executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(UI + command), Map.of()), null);
		until("the dialog of " + command, () -> !found.isEmpty());
		return found;
	}

	@Test
	void eachViewDialogAndPreferencePageHasAContext() throws Exception {
		SampleStudy.write(folder);
		window.folders().openTemporarily(folder.resolve("2-ct"));
		until("the series", () -> window.folders().catalog().series().stream().anyMatch(series -> series.imageCount() == 64));
		Set<String> found = new TreeSet<>();
		for (String id : List.of(DicomPreview.SERIES_EXPLORER, DicomPreview.ATTRIBUTES, DicomPreview.MEASUREMENTS, DicomPreview.OVERLAYS,
				DicomPreview.SERIES_ATTRIBUTES, DicomPreview.PREVIEW)) {
			IViewPart view = window.page().showView(id);
			Composite whole = view.getSite().getShell();
			assertTrue(within(whole).contains(id), id);
			found.add(id);
		}
		Viewport viewport = PlatformUI.getWorkbench().getService(Previews.class).current().orElseThrow().active();
		viewport.show(window.folders().catalog().series().get(0));
		until("a picture", viewport::isSettled);
		for (String command : List.of("preview.windowDialog", "preview.savePicture", "order")) {
			found.addAll(inDialog(command));
		}
		IDE.openEditor(window.page(), folder.resolve("2-ct").resolve("IM0001.dcm").toUri(), DicomPreview.EDITOR, true);
		assertTrue(within(window.page().getWorkbenchWindow().getShell()).contains(UI + "editor"));
		found.add(UI + "editor");
		for (IConfigurationElement page : elements("org.eclipse.ui.preferencePages", "page")) {
			found.addAll(inPage(page.getAttribute("id")));
			assertTrue(page.getChildren("keywordReference").length > 1, page.getAttribute("id"));
		}
		Set<String> missing = new TreeSet<>(contexts());
		missing.removeAll(found);
		// The histogram of a measurement is opened in the tests of measurements, the dialog for archives where there are some.
		assertEquals(Set.of(UI + "archive", UI + "histogram"), missing);
		found.removeAll(contexts());
		assertEquals(Set.of(), found, "what the help does not explain");
	}

	private static List<IConfigurationElement> elements(String point, String name) {
		return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor(point))
				.filter(element -> element.getName().equals(name) && element.getAttribute("id").startsWith(UI)).toList();
	}

	private Set<String> inPage(String id) {
		PreferenceManager manager = PlatformUI.getWorkbench().getPreferenceManager();
		for (Object each : manager.getElements(PreferenceManager.PRE_ORDER)) {
			if (each instanceof IPreferenceNode node && node.getId().equals(id)) {
				node.createPage();
				IPreferencePage page = node.getPage();
				Shell shell = new Shell(display, SWT.SHELL_TRIM);
				try {
					shell.setLayout(new FillLayout());
					page.createControl(shell);
					return within(shell);
				} finally {
					shell.dispose();
					node.disposeResources();
				}
			}
		}
		throw new AssertionError("no page " + id);
	}

	@Test
	void theCommandsAndParametersThatThePagesNameAreThere() throws Exception {
		ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
		List<String> named = new ArrayList<>();
		for (String page : pages()) {
			Matcher matcher = ID.matcher(text(page));
			while (matcher.find()) {
				named.add(matcher.group(1));
			}
		}
		assertTrue(named.size() > 7, named::toString);
		for (String id : named) {
			Command command = commands.getCommand(id);
			assertTrue(command.isDefined(), id);
			assertNotNull(command.getParameters(), id);
		}
	}
}
