package org.dicompreview.ui.internal.links;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dicompreview.series.Slice;
import org.dicompreview.ui.DicomLink;
import org.dicompreview.ui.internal.Shells;
import org.dicompreview.ui.internal.preview.PreviewTestCase;
import org.dicompreview.viewer.Subject;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that lead to slices of folders that are open, of others, and to nothing. */
class LinkOpenerTest extends PreviewTestCase {

	private static final String TITLE = "Open DICOM Link"; //$NON-NLS-1$

	@TempDir
	private Path empty;
	private final List<String> asked = new ArrayList<>();

	private void open(String link) throws Exception {
		execute("org.dicompreview.ui.openLink", Map.of("org.dicompreview.ui.openLink.link", link)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** A dialog that no test has answered would stop all that come after it. */
	@AfterEach
	void closeDialogs() {
		Shells.titled(TITLE).ifPresent(Shell::close);
	}

	private String copyLink() throws Exception {
		execute("org.dicompreview.ui.preview.copyLink", Map.of()); //$NON-NLS-1$
		return LinkText.onClipboard(display);
	}

	/** Presses a button once the dialog is open, and notes what it says. */
	private void answer(String label) {
		Shells.whenOpen(TITLE, shell -> {
			asked.add(words(shell));
			Shells.press(shell, label);
		});
	}

	private static String words(Shell shell) {
		return Shells.all(shell, Label.class).stream().map(Label::getText).reduce("", String::concat); //$NON-NLS-1$
	}

	@Test
	void aCopiedLinkLeadsBackToTheSlice() throws Exception {
		viewport.model().moveTo(7);
		Slice slice = viewport.model().slice().orElseThrow();
		String link = copyLink();
		assertEquals(DicomLink.of(slice), DicomLink.parse(link));
		assertEquals(folder.toString(), DicomLink.parse(link).path());
		viewport.show(new Subject.Nothing());
		open(link);
		until("the slice", () -> viewport.model().slice().filter(slice::equals).isPresent()); //$NON-NLS-1$
		assertTrue(Shells.titled(TITLE).isEmpty());
	}

	@Test
	void aFolderThatIsNotOpenIsOpenedOnlyIfAPersonAllowsIt() throws Exception {
		viewport.model().moveTo(7);
		String uid = viewport.model().slice().orElseThrow().instance().sopInstanceUid();
		String link = copyLink();
		folders.roots().forEach(folders::close);
		until("nothing is open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
		answer("Cancel"); //$NON-NLS-1$
		open(link);
		assertTrue(asked.get(0).contains(folder.toString()), asked::toString);
		assertEquals(List.of(), folders.roots());
		answer("Look There"); //$NON-NLS-1$
		open(link);
		until("the slice", () -> active().model().slice().filter(slice -> slice.instance().sopInstanceUid().equals(uid)).isPresent()); //$NON-NLS-1$
		assertFalse(folders.folders().get(0).isRemembered());
	}

	@Test
	void aLinkToAFolderShowsItsFirstSeries() throws Exception {
		folders.roots().forEach(folders::close);
		until("nothing is open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
		answer("Look There"); //$NON-NLS-1$
		open(new DicomLink("", "", 0, folder.toString()).toString()); //$NON-NLS-1$ //$NON-NLS-2$
		until("a series", () -> active().model().series().equals(series().stream().findFirst()) && !series().isEmpty()); //$NON-NLS-1$
	}

	@Test
	void whatIsNotThereIsSaid() throws Exception {
		answer("OK"); //$NON-NLS-1$
		open("dicompreview:slice?series=1.2.3"); //$NON-NLS-1$
		assertTrue(asked.get(0).contains("1.2.3"), asked::toString); //$NON-NLS-1$
		Shells.whenOpen(TITLE, shell -> {
			Shells.press(shell, "Look There"); //$NON-NLS-1$
			answer("OK"); //$NON-NLS-1$
		});
		open(new DicomLink("1.2.3", "", 0, empty.toString()).toString()); //$NON-NLS-1$ //$NON-NLS-2$
		until("the words", () -> asked.size() == 2); //$NON-NLS-1$
		assertTrue(asked.get(1).contains(empty.toString()), asked::toString);
		Shells.whenOpen(TITLE, shell -> {
			Shells.press(shell, "Look There"); //$NON-NLS-1$
			answer("OK"); //$NON-NLS-1$
		});
		open(new DicomLink("", "", 0, empty.resolveSibling("gone-" + empty.getFileName()).toString()).toString()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		until("the other words", () -> asked.size() == 3); //$NON-NLS-1$
		assertTrue(asked.get(2).contains("not there"), asked::toString); //$NON-NLS-1$
	}

	@Test
	void whatIsNoLinkDoesNothingButIsSaid() {
		Object before = viewport.model().state();
		for (String text : List.of("dicompreview:run?command=org.eclipse.ui.file.exit", "file:///etc/passwd", //$NON-NLS-1$//$NON-NLS-2$
				"dicompreview:slice?path=%5C%5Chost%5Cx")) { //$NON-NLS-1$
			assertThrows(ExecutionException.class, () -> open(text), text);
		}
		assertEquals(before, viewport.model().state());
		assertEquals(List.of(folder), folders.roots());
	}

	@Test
	void manyLinksAtOnceAskOnce() throws Exception {
		List<String> others = List.of("/a/b", "/c/d", "/e/f"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Shells.whenOpen(TITLE, shell -> {
			for (String other : others) {
				try {
					open(new DicomLink("1.2", "", 0, Path.of(other).toAbsolutePath().toString()).toString()); //$NON-NLS-1$ //$NON-NLS-2$
				} catch (Exception e) {
					asked.add(e.toString());
				}
			}
			asked.add(Long.toString(List.of(display.getShells()).stream().filter(each -> each.getText().equals(TITLE)).count()));
			Shells.press(shell, "Cancel"); //$NON-NLS-1$
		});
		open(new DicomLink("1.2", "", 0, empty.toString()).toString()); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(List.of("1"), asked); //$NON-NLS-1$
		assertEquals(List.of(folder), folders.roots());
	}
}
