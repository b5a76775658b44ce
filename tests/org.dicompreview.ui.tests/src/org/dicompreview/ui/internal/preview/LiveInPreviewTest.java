package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.FolderState;
import org.dicompreview.viewer.ViewportListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.junit.jupiter.api.Test;

/** What a scanner or a pipeline writes into an open folder is there at once, and the place stays. */
class LiveInPreviewTest extends PreviewTestCase {

	private static final int ALL = 30;
	private List<DicomObject> all = List.of();
	private Study shown;

	/** The first third of what will be there. */
	@Override
	protected List<DicomObject> images(Study study) {
		shown = study;
		all = Phantoms.ct(study, 1, ALL, 3, 64);
		return all.subList(0, ALL / 3);
	}

	private Path write(int index) throws IOException {
		Path file = folder.resolve("live" + index); //$NON-NLS-1$
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, all.get(index));
		return file;
	}

	private int images() {
		return viewport.model().navigator().stack().map(stack -> stack.slices().size()).orElse(0);
	}

	private FolderState state() {
		return folders.folders().get(0).state();
	}

	@Test
	void imagesThatComeAndGoChangeTheSliderButNotThePlace() throws IOException {
		viewport.model().moveTo(4);
		settled();
		Slice before = viewport.model().slice().orElseThrow();
		for (int i = ALL / 3; i < ALL; i++) {
			write(i);
		}
		until("all images on the slider", () -> images() == ALL); //$NON-NLS-1$
		until("its picture", viewport::isSettled); //$NON-NLS-1$
		assertEquals(before.instance().location(), viewport.model().slice().orElseThrow().instance().location());
		Path last = Locations.path(series().get(0).instances().get(ALL - 1));
		Files.delete(last);
		until("one image less", () -> images() == ALL - 1); //$NON-NLS-1$
		assertEquals(before.instance().location(), viewport.model().slice().orElseThrow().instance().location());
		assertEquals(0, state().broken());
	}

	@Test
	void manyFilesLeaveTimeForEverythingElse() throws Exception {
		int many = 2000;
		List<DicomObject> flood = Phantoms.ct(shown, 1, ALL + many, 3, 64).subList(ALL, ALL + many);
		Slice before = viewport.model().slice().orElseThrow();
		int images = images();
		StringBuffer happened = new StringBuffer();
		viewport.model().addListener(new ViewportListener() {
			@Override
			public void stackChanged(Optional<SliceStack> now) {
				happened.append('S');
			}
		});
		AtomicBoolean over = new AtomicBoolean();
		Thread other = new Thread(() -> {
			while (!over.get()) {
				display.syncExec(() -> happened.append('o'));
			}
		}, "others"); //$NON-NLS-1$
		FutureTask<Void> writing = new FutureTask<>(() -> {
			for (int i = 0; i < many; i++) {
				DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(folder.resolve("flood" + i), flood.get(i)); //$NON-NLS-1$
			}
			return null;
		});
		other.start();
		new Thread(writing, "writer").start(); //$NON-NLS-1$
		until("all images on the slider", () -> writing.isDone() && images() == images + many); //$NON-NLS-1$
		writing.get();
		over.set(true);
		until("the end of the others", () -> !other.isAlive()); //$NON-NLS-1$
		long stacks = happened.chars().filter(each -> each == 'S').count();
		assertTrue(stacks > 0 && stacks < many / 20, () -> stacks + " times another stack"); //$NON-NLS-1$
		assertFalse(happened.toString().contains("SS"), happened::toString); //$NON-NLS-1$
		assertEquals(before.instance().location(), viewport.model().slice().orElseThrow().instance().location());
		assertEquals(0, state().broken());
		assertEquals(0, state().foreign());
	}

	@Test
	void aSliceThatIsDeletedHandsOverToItsNeighbour() throws IOException {
		viewport.model().moveTo(7);
		settled();
		List<Slice> path = viewport.model().navigator().path();
		Files.delete(Locations.path(path.get(7).instance()));
		until("the next slice in its place", () -> isAt(path.get(8))); //$NON-NLS-1$
		assertEquals(7, viewport.model().navigator().index());
		Files.delete(Locations.path(path.get(8).instance()));
		Files.delete(Locations.path(path.get(9).instance()));
		until("the one before the end", () -> isAt(path.get(6))); //$NON-NLS-1$
		assertEquals(images() - 1, viewport.model().navigator().index());
		assertEquals(path.get(6).instance().sopInstanceUid(),
				((Slice) ((IStructuredSelection) view.getSite().getSelectionProvider().getSelection()).getFirstElement()).instance()
						.sopInstanceUid());
	}

	private boolean isAt(Slice slice) {
		return viewport.isSettled() && viewport.model().slice()
				.filter(now -> now.instance().sopInstanceUid().equals(slice.instance().sopInstanceUid())).isPresent();
	}

	@Test
	void aFileThatIsBeingWrittenComesOnceItIsWhole() throws IOException {
		byte[] bytes = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(all.get(20));
		Path slow = folder.resolve("slow"); //$NON-NLS-1$
		Files.write(slow, Arrays.copyOf(bytes, bytes.length - 100));
		Path quick = write(21); // which shows that the other one was looked at too
		until("the whole one", () -> images() == ALL / 3 + 1); //$NON-NLS-1$
		assertTrue(series().get(0).instances().stream().anyMatch(header -> header.location().equals(FileLocation.unseen(quick))));
		assertEquals(0, state().broken());
		assertTrue(series().get(0).instances().stream().allMatch(header -> header.problem().isEmpty()));
		Files.write(slow, bytes);
		until("both", () -> images() == ALL / 3 + 2); //$NON-NLS-1$
		assertEquals(0, state().broken());
	}
}
