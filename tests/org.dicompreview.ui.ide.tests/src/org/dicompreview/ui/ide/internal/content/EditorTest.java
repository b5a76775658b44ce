package org.dicompreview.ui.ide.internal.content;

import static org.dicompreview.ui.ide.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.ide.internal.IdeWindow;
import org.dicompreview.ui.ide.internal.TestProject;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFileState;
import org.eclipse.core.resources.IStorage;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are recognised by content, and opened by an editor that never writes. */
class EditorTest {

	private static final String OUTLINE = "org.eclipse.ui.views.ContentOutline";

	@TempDir
	static Path study;

	private final IdeWindow window = new IdeWindow();

	@BeforeAll
	static void make() throws Exception {
		SampleStudy.write(study);
	}

	@AfterEach
	void clear() {
		window.clear();
	}

	private static IFile copy(TestProject test, String from, String name) throws Exception {
		IFile file = test.project().getFile(name);
		file.create(new ByteArrayInputStream(Files.readAllBytes(study.resolve(from))), true, null);
		return file;
	}

	@Test
	void contentDecidesWhichEditorOpensAFile() throws Exception {
		try (TestProject test = new TestProject("content")) {
			for (String name : List.of("named.dcm", "IM0001", "1.2.840.113.5", "scan.txt", "DICOMDIR", "odd.xyz")) {
				IFile file = copy(test, "2-ct/IM0001.dcm", name);
				assertEquals(DicomPreview.EDITOR, IDE.getDefaultEditor(file, true).getId(), name);
				IEditorDescriptor[] offered = IDE.overrideEditorAssociations(new FileEditorInput(file), IDE.getContentType(file),
						PlatformUI.getWorkbench().getEditorRegistry().getEditors(name, IDE.getContentType(file)));
				assertTrue(Arrays.stream(offered).anyMatch(each -> each.getId().equals(DicomPreview.EDITOR)), name);
			}
			IContentDescription named = test.project().getFile("named.dcm").getContentDescription();
			assertEquals("org.dicompreview.ui.ide.dicom", named.getContentType().getId());
			IFile text = test.project().getFile("IM0002");
			text.create(new ByteArrayInputStream("no image".getBytes()), true, null);
			IEditorDescriptor editor = IDE.getDefaultEditor(text, true);
			assertNotEquals(DicomPreview.EDITOR, editor == null ? "" : editor.getId());
		}
	}

	@Test
	void whatAPersonChoosesForAFileStays() throws Exception {
		try (TestProject test = new TestProject("chosen")) {
			IFile file = copy(test, "2-ct/IM0001.dcm", "IM0001");
			IDE.setDefaultEditor(file, "org.eclipse.ui.DefaultTextEditor");
			IEditorDescriptor editor = IDE.getDefaultEditor(file, true);
			assertNotEquals(DicomPreview.EDITOR, editor == null ? "" : editor.getId());
		}
	}

	@Test
	void aDoubleClickOpensTheFileAndNothingIsWrittenToIt() throws Exception {
		try (TestProject test = new TestProject("opened")) {
			IFile file = copy(test, "4-cine/IM0001.dcm", "cine");
			byte[] before = Files.readAllBytes(file.getLocation().toPath());
			IEditorPart editor = IDE.openEditor(window.page(), file);
			assertEquals(DicomPreview.EDITOR, editor.getSite().getId());
			Slice first = awaitSlice(editor);
			assertFalse(editor.isDirty());
			assertFalse(editor.isSaveAsAllowed());
			key(editor, SWT.ARROW_RIGHT);
			until("the next frame", () -> !slice(editor).equals(Optional.of(first)));
			assertEquals(1, slice(editor).orElseThrow().frame());
			assertFalse(editor.isDirty());
			window.page().saveEditor(editor, false);
			assertArrayEquals(before, Files.readAllBytes(file.getLocation().toPath()));
		}
	}

	/** Presses a key in the control that has the focus, once keys are those of an editor's commands. */
	private static void key(IEditorPart editor, int code) {
		Shell shell = editor.getSite().getShell();
		shell.forceActive();
		editor.setFocus();
		IContextService contexts = PlatformUI.getWorkbench().getService(IContextService.class);
		until("the editor takes keys", () -> shell.getDisplay().getActiveShell() == shell
				&& shell.getDisplay().getFocusControl() != null && editor.getSite().getPage().getActivePart() == editor
				&& contexts.getActiveContextIds().contains(DicomPreview.PREVIEW_CONTEXT));
		Control focus = shell.getDisplay().getFocusControl();
		for (int type : new int[] { SWT.KeyDown, SWT.KeyUp }) {
			Event event = new Event();
			event.keyCode = code;
			focus.notifyListeners(type, event);
		}
	}

	private static Optional<Slice> slice(IEditorPart editor) {
		return Optional.ofNullable(Adapters.adapt(editor, Slice.class));
	}

	private static Slice awaitSlice(IEditorPart editor) {
		until("a slice in the editor", () -> slice(editor).isPresent());
		return slice(editor).orElseThrow();
	}

	@Test
	void theEditorShowsItsFileAloneAndFollowsChanges() throws Exception {
		try (TestProject test = new TestProject("alone")) {
			IFile file = copy(test, "2-ct/IM0001.dcm", "one.dcm");
			copy(test, "2-ct/IM0002.dcm", "two.dcm");
			window.folders().open(test.project().getLocation().toPath());
			until("the scan", () -> window.folders().catalog().patients().size() == 1);
			IEditorPart editor = IDE.openEditor(window.page(), file);
			Slice first = awaitSlice(editor);
			assertEquals(1, Adapters.adapt(editor, Series.class).imageCount());
			file.setContents(new ByteArrayInputStream(Files.readAllBytes(study.resolve("4-cine/IM0001.dcm"))), true, false, null);
			until("the other images", () -> slice(editor).filter(slice -> !slice.instance().sopInstanceUid()
					.equals(first.instance().sopInstanceUid())).isPresent());
		}
	}

	@Test
	void everyKindOfInputIsOpened() throws Exception {
		Path path = study.resolve("2-ct/IM0003.dcm");
		try (TestProject test = new TestProject("inputs")) {
			IFile file = copy(test, "2-ct/IM0003.dcm", "a.dcm");
			IURIEditorInput uri = new FileStoreEditorInput(EFS.getStore(path.toUri()));
			IStorageEditorInput revision = new Revision(path);
			String expected = awaitSlice(window.page().openEditor(new FileEditorInput(file), DicomPreview.EDITOR)).instance()
					.sopInstanceUid();
			for (var input : List.of(uri, revision)) {
				IEditorPart editor = window.page().openEditor(input, DicomPreview.EDITOR);
				assertEquals(expected, awaitSlice(editor).instance().sopInstanceUid(), input::toString);
			}
			file.setContents(new ByteArrayInputStream(Files.readAllBytes(study.resolve("2-ct/IM0004.dcm"))), true, true, null);
			IFileState[] history = file.getHistory(null);
			assertEquals(1, history.length);
			IEditorPart editor = window.page().openEditor(new StorageInput(history[0]), DicomPreview.EDITOR);
			assertEquals(expected, awaitSlice(editor).instance().sopInstanceUid());
		}
	}

	@Test
	void aFileThatIsNotDicomSaysSo() throws Exception {
		try (TestProject test = new TestProject("foreign")) {
			IFile text = test.project().getFile("a.txt");
			text.create(new ByteArrayInputStream("no image".getBytes()), true, null);
			IEditorPart editor = window.page().openEditor(new FileEditorInput(text), DicomPreview.EDITOR);
			until("the message", () -> editor.getSite().getSelectionProvider().getSelection().isEmpty()
					&& Adapters.adapt(editor, Series.class) == null);
			assertEquals("a.txt", editor.getTitle());
		}
	}

	@Test
	void theSecondPageHasTheElements() throws Exception {
		IEditorPart editor = window.page().openEditor(new FileStoreEditorInput(EFS.getStore(study.resolve("2-ct/IM0001.dcm").toUri())),
				DicomPreview.EDITOR);
		awaitSlice(editor);
		CTabFolder tabs = find(editorControl(editor), CTabFolder.class).orElseThrow();
		assertEquals(2, tabs.getItemCount());
		tabs.setSelection(1);
		Event chosen = new Event();
		chosen.item = tabs.getItem(1);
		tabs.notifyListeners(SWT.Selection, chosen);
		Tree tree = find((Composite) tabs.getItem(1).getControl(), Tree.class).orElseThrow();
		until("the elements", () -> Arrays.stream(tree.getItems()).anyMatch(item -> item.getText(0).contains("0010,0010")));
	}

	@Test
	void theOutlineGoesAlongAndLeads() throws Exception {
		IEditorPart editor = window.page().openEditor(
				new FileStoreEditorInput(EFS.getStore(study.resolve("4-cine/IM0001.dcm").toUri())), DicomPreview.EDITOR);
		awaitSlice(editor);
		var view = window.page().showView(OUTLINE);
		window.page().activate(editor);
		Tree tree = find((Composite) view.getSite().getShell(), Tree.class, each -> (each.getStyle() & SWT.VIRTUAL) != 0)
				.orElseThrow();
		until("its rows", () -> tree.getItemCount() == Adapters.adapt(editor, Series.class).imageCount());
		until("the row", () -> !tree.getItem(4).getText().isEmpty());
		tree.setSelection(tree.getItem(4));
		Event event = new Event();
		event.item = tree.getItem(4);
		tree.notifyListeners(SWT.Selection, event);
		until("the fifth frame", () -> slice(editor).filter(slice -> slice.frame() == 4).isPresent());
		assertTrue(find(editorControl(editor), Scale.class).isPresent());
	}

	private static Composite editorControl(IEditorPart editor) {
		return find(editor.getSite().getShell(), CTabFolder.class,
				each -> each.getItemCount() == 2 && each.getItem(0).getText().equals("Images")).map(Control::getParent)
				.orElseThrow();
	}

	private static <T extends Control> Optional<T> find(Composite in, Class<T> type) {
		return find(in, type, each -> true);
	}

	private static <T extends Control> Optional<T> find(Composite in, Class<T> type, Predicate<T> which) {
		for (Control child : in.getChildren()) {
			if (type.isInstance(child) && which.test(type.cast(child))) {
				return Optional.of(type.cast(child));
			}
			Optional<T> below = child instanceof Composite composite ? find(composite, type, which) : Optional.empty();
			if (below.isPresent()) {
				return below;
			}
		}
		return Optional.empty();
	}

	/** Bytes that lie in no file of the workspace, as a revision does. */
	private record Revision(Path path) implements IStorageEditorInput, IStorage {

		@Override
		public IStorage getStorage() {
			return this;
		}

		@Override
		public InputStream getContents() {
			try {
				return Files.newInputStream(path);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}

		@Override
		public IPath getFullPath() {
			return null;
		}

		@Override
		public boolean isReadOnly() {
			return true;
		}

		@Override
		public boolean exists() {
			return true;
		}

		@Override
		public ImageDescriptor getImageDescriptor() {
			return null;
		}

		@Override
		public String getName() {
			return "IM0003.dcm 1a2b3c";
		}

		@Override
		public IPersistableElement getPersistable() {
			return null;
		}

		@Override
		public String getToolTipText() {
			return getName();
		}

		@Override
		public <T> T getAdapter(Class<T> type) {
			return null;
		}
	}

	/** A state of the local history. */
	private record StorageInput(IStorage storage) implements IStorageEditorInput {

		@Override
		public IStorage getStorage() {
			return storage;
		}

		@Override
		public boolean exists() {
			return true;
		}

		@Override
		public ImageDescriptor getImageDescriptor() {
			return null;
		}

		@Override
		public String getName() {
			return storage.getName();
		}

		@Override
		public IPersistableElement getPersistable() {
			return null;
		}

		@Override
		public String getToolTipText() {
			return getName();
		}

		@Override
		public <T> T getAdapter(Class<T> type) {
			return null;
		}
	}
}
