package org.dicompreview.ui.ide.internal.links;

import static org.dicompreview.ui.ide.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.ui.DicomLink;
import org.dicompreview.ui.ide.internal.IdeWindow;
import org.dicompreview.ui.ide.internal.TestProject;
import org.eclipse.core.expressions.EvaluationContext;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.TestExpression;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextViewer;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.urischeme.IUriSchemeHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts and links lead to slices, and expressions know what files are. */
class LinksInIdeTest {

	@TempDir
	static Path study;

	private final Display display = Display.getCurrent();
	private final IdeWindow window = new IdeWindow();
	private final List<String> said = new ArrayList<>();
	private TestProject test;
	private Shell shell;

	@BeforeAll
	static void make() throws Exception {
		SampleStudy.write(study);
	}

	@BeforeEach
	void open() throws Exception {
		test = new TestProject("links");
		test.link("study", study);
		shell = new Shell(display);
	}

	@AfterEach
	void clear() throws Exception {
		shell.dispose();
		window.clear();
		test.close();
	}

	private static Path ct(int number) {
		return study.resolve("2-ct").resolve(String.format("IM%04d.dcm", number));
	}

	private IHyperlink[] hyperlinks(String text, int offset) throws CoreException {
		TextViewer viewer = new TextViewer(shell, SWT.NONE);
		viewer.setDocument(new Document(text));
		return new PlaceHyperlinkDetector().detectHyperlinks(viewer, new Region(offset, 0), false);
	}

	private boolean shows(Path file) {
		return window.slice().filter(slice -> slice.instance().location().file().orElseThrow().equals(file)).isPresent();
	}

	@Test
	void aPathInATextLeadsToTheFileWithItsSeries() throws Exception {
		String text = "first line\nERROR in " + ct(5) + ": noise";
		IHyperlink[] links = hyperlinks(text, text.indexOf("IM0005"));
		assertEquals(text.indexOf(study.toString()), links[0].getHyperlinkRegion().getOffset());
		assertEquals(ct(5).toString().length(), links[0].getHyperlinkRegion().getLength());
		assertTrue(links[0].getHyperlinkText().contains("IM0005.dcm"));
		links[0].open();
		until("the file", () -> shows(ct(5)));
		until("its series", () -> window.series().filter(series -> series.imageCount() == 64).isPresent());
		assertNull(hyperlinks(text, text.indexOf("noise")));
		assertNull(hyperlinks(text, 3));
	}

	@Test
	void aUidIsALinkOnceItsSeriesIsOpen() throws Exception {
		window.folders().openTemporarily(ct(5));
		until("the file", () -> !window.folders().catalog().series().isEmpty());
		Series series = window.folders().catalog().series().get(0);
		String instance = series.instances().get(0).sopInstanceUid();
		for (String uid : List.of(series.uid(), instance, series.study().uid())) {
			hyperlinks("uid " + uid, 6)[0].open();
			until("the series", () -> window.series().filter(series::equals).isPresent());
		}
		assertNull(hyperlinks("uid 1.2.3.4.5.6.7.8.9", 6));
	}

	@Test
	void whatIsNotThereIsSaid() throws Exception {
		IHyperlink[] links = hyperlinks("see nowhere/IM1.dcm", 8);
		answer();
		links[0].open();
		until("the words", () -> said.size() == 1);
		answer();
		new LinkSchemeHandler().handle("dicompreview:run?command=org.eclipse.ui.file.exit");
		until("the other words", () -> said.size() == 2);
		assertEquals(List.of(), window.folders().roots());
	}

	/** Closes the next dialog, which waits for that. */
	private void answer() {
		display.timerExec(20,
				() -> Stream.of(display.getShells()).filter(each -> each.isVisible() && each.getText().equals("Open DICOM Link"))
						.findFirst().ifPresentOrElse(dialog -> {
							said.add(dialog.getText());
							dialog.close();
						}, this::answer));
	}

	@Test
	void aLinkFromOutsideLeadsToTheSlice() throws Exception {
		window.folders().openTemporarily(study.resolve("2-ct"));
		until("the series", () -> window.folders().catalog().series().stream().anyMatch(series -> series.imageCount() == 64));
		Series series = window.folders().catalog().series().get(0);
		Slice slice = series.stacks().get(0).slices().get(11);
		IUriSchemeHandler handler = (IUriSchemeHandler) scheme().createExecutableExtension("class");
		handler.handle(DicomLink.of(slice).toString());
		until("the slice", () -> window.slice().filter(slice::equals).isPresent());
	}

	private static IConfigurationElement scheme() {
		return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.urischeme.uriSchemeHandlers"))
				.filter(element -> "dicompreview".equals(element.getAttribute("uriScheme"))).findFirst().orElseThrow();
	}

	@Test
	void expressionsKnowWhatFilesAreOnceTheyHaveBeenRead() throws Exception {
		IFile image = test.project().getFolder("study").getFolder("2-ct").getFile("IM0005.dcm");
		IFile text = test.project().getFile("notes.txt");
		text.create("no image".getBytes(), true, false, null);
		assertFalse(is(image, "isImage", null), "it is read in the background");
		until("the file to be read", () -> is(image, "isImage", null));
		assertTrue(is(image, "modality", "CT"));
		assertFalse(is(image, "modality", "MR"));
		assertTrue(is(image, "sliceCount", 1));
		assertFalse(is(image, "sliceCount", null, 2));
		assertFalse(is(text, "isImage", null));
		assertFalse(is(text, "sliceCount", null, 1));
	}

	private static boolean is(IFile file, String property, Object expected, Object... arguments) {
		try {
			return new TestExpression("org.dicompreview", property, arguments, expected, true)
					.evaluate(new EvaluationContext(null, file)) == EvaluationResult.TRUE;
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}
}
