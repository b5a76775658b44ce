package org.dicompreview.ui.ide.internal.resources;

import static org.dicompreview.ui.ide.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.FolderState.Phase;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.SelectedFiles;
import org.dicompreview.ui.ide.internal.IdeWindow;
import org.dicompreview.ui.ide.internal.TestProject;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IStorage;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of the workspace that lie on no disk: on another file system of Eclipse, or in a repository. */
class ElsewhereTest {

	private static final DicomWriter WRITER = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE);

	private final IdeWindow window = new IdeWindow();
	private final List<DicomObject> images = Phantoms.ct(Study.of("Else^Where", "E-1", 1), 1, 6, 3, 256);
	private TestProject test;
	private IFolder folder;

	@BeforeEach
	void link() throws Exception {
		for (int i = 0; i < images.size(); i++) {
			MemoryFiles.put("/study/ct/image " + i, WRITER.toBytes(images.get(i)));
		}
		MemoryFiles.put("/study/notes.txt", new byte[] { 'n', 'o' });
		test = new TestProject("elsewhere");
		folder = test.project().getFolder("remote");
		folder.createLink(URI.create("memory:/study"), IResource.NONE, null);
		assertNull(folder.getLocation(), "it has no path");
	}

	@AfterEach
	void clear() throws Exception {
		window.clear();
		test.close();
		MemoryFiles.clear();
	}

	private boolean shows(IFile file) {
		return window.slice().filter(slice -> file.equals(Adapters.adapt(slice, IFile.class))).isPresent();
	}

	private IFile image(int number) {
		return folder.getFolder("ct").getFile("image " + number);
	}

	@Test
	void aFolderIsShown() throws Exception {
		window.showPreview();
		window.select(folder);
		until("the series", () -> window.series().filter(series -> series.imageCount() == images.size()).isPresent());
		until("its slice", () -> window.slice().isPresent());
		InstanceHeader header = window.slice().map(Slice::instance).orElseThrow();
		assertTrue(header.location().file().isEmpty());
		assertEquals(folder.getFolder("ct"), Adapters.adapt(window.series().orElseThrow(), IResource.class));
	}

	@Test
	void aFolderIsOpenedInTheSeriesExplorerByItsAddress() throws Exception {
		window.select(folder);
		window.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand("org.dicompreview.ui.ide.openResources", null);
		until("its series", () -> window.folders().catalog().series().stream().anyMatch(series -> series.imageCount() == images.size()));
		OpenFolder open = window.folders().folders().get(0);
		assertEquals("memory:/study", open.root().toString());
		until("the end of the scan", () -> !open.state().busy());
		assertEquals(images.size(), open.state().instances());
		assertEquals(1, open.state().foreign());
		MemoryFiles.put("/study/late", WRITER.toBytes(Phantoms.ct(Study.of("Else^Where", "E-1", 1), 1, 7, 3, 256).get(6)));
		open.refresh();
		until("what came", () -> window.folders().catalog().series().get(0).imageCount() == images.size() + 1);
		MemoryFiles.clear();
		open.refresh();
		until("nothing", () -> window.folders().catalog().series().isEmpty());
		until("the end", () -> !open.state().busy());
		assertEquals(Phase.FAILED, open.state().phase());
		open.close();
		until("it is closed", () -> window.folders().folders().isEmpty());
	}

	@Test
	void aFileIsOpenedByItsAddress() {
		OpenFolder open = window.folders().open(new StoreSource().locate("memory:/study/ct/image%200").orElseThrow());
		until("its series", () -> window.folders().catalog().series().stream().anyMatch(series -> series.imageCount() == 1));
		assertEquals("memory:/study/ct/image%200", open.root().toString());
	}

	@Test
	void addressesOfOtherKindsAreLeftToOthers() {
		StoreSource source = new StoreSource();
		assertEquals("memory:/study", source.locate("memory:/study").orElseThrow().toString());
		for (String other : List.of("/study", "study", "C:\\study", "file:/study", "null:/study", "dicomweb:https://host/",
				"memory:/a b")) {
			assertTrue(source.locate(other).isEmpty(), other);
		}
	}

	@Test
	void aFileIsShownAndReadThroughItsStream() throws Exception {
		window.showPreview();
		window.select(image(3));
		until("the image", () -> shows(image(3)));
		InstanceHeader header = window.slice().map(Slice::instance).orElseThrow();
		DicomReaders readers = DicomReaders.standalone();
		try (PixelSource pixels = readers.openPixels(readers.readHeader(header.location(), ReadLimits.DEFAULT), ReadLimits.DEFAULT)) {
			EncodedFrame frame = pixels.frame(0);
			byte[] whole = WRITER.toBytes(images.get(3));
			assertArrayEquals(Arrays.copyOfRange(whole, whole.length - frame.length(), whole.length),
					Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length()));
		}
	}

	@Test
	void anArchiveIsLookedInto() throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("inner"));
			zip.write(WRITER.toBytes(images.get(0)));
		}
		MemoryFiles.put("/study/zip/all.zip", bytes.toByteArray());
		folder.refreshLocal(IResource.DEPTH_INFINITE, null);
		window.showPreview();
		window.select(folder.getFolder("zip"));
		until("the image", () -> window.slice().isPresent());
		InstanceLocation location = window.slice().orElseThrow().instance().location();
		assertEquals("memory:/study/zip/all.zip/inner", location.toString());
	}

	@Test
	void anEditorShowsAFile() throws Exception {
		IDE.openEditor(window.page(), image(2), DicomPreview.EDITOR);
		until("the image", () -> {
			Slice slice = Adapters.adapt(window.page().getActiveEditor(), Slice.class);
			return slice != null && image(2).equals(Adapters.adapt(slice, IFile.class));
		});
	}

	/** Bytes without a file, as a revision. */
	private static final class Revision extends PlatformObject implements IStorage {

		private final byte[] bytes;

		Revision(byte[] bytes) {
			this.bytes = bytes;
		}

		@Override
		public InputStream getContents() {
			return new ByteArrayInputStream(bytes);
		}

		@Override
		public IPath getFullPath() {
			return IPath.fromOSString("/no/such/place/image.dcm");
		}

		@Override
		public String getName() {
			return "image.dcm";
		}

		@Override
		public boolean isReadOnly() {
			return true;
		}
	}

	@Test
	void aRevisionIsReadThroughItsStreamIntoAFileThatACrashDoesNotLeave() throws Exception {
		byte[] bytes = WRITER.toBytes(images.get(1));
		SelectedFiles files = Adapters.adapt(new Revision(bytes), SelectedFiles.class);
		assertEquals(List.of(), files.paths(), "the path that it states is not asked");
		Path copy = files.fetch(new NullProgressMonitor()).get(0);
		assertArrayEquals(bytes, Files.readAllBytes(copy));
		assertEquals("image.dcm", copy.getFileName().toString());
		assertTrue(Files.exists(copy.getParent().resolveSibling("in-use")), "the folder of what is swept");
	}
}
