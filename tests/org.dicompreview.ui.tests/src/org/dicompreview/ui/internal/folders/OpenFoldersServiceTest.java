package org.dicompreview.ui.internal.folders;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.dicompreview.series.ScanListener;
import org.dicompreview.series.Series;
import org.dicompreview.ui.internal.folders.FolderState.Phase;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFoldersServiceTest {

	@TempDir
	Path folder;

	private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode("org.dicompreview.ui.tests/folders");
	private final IWorkspace workspace = ResourcesPlugin.getWorkspace();
	private final ScriptedModel model = new ScriptedModel();
	private final CountDownLatch release = new CountDownLatch(1);
	private OpenFoldersService folders = new OpenFoldersService(model, node, workspace);

	@AfterEach
	void close() throws Exception {
		release.countDown();
		folders.roots().forEach(folders::close);
		until("the scans to end", () -> Job.getJobManager().find(ScanJob.FAMILY).length == 0);
		folders.deactivate();
		until("the memory to be empty", () -> new RootsMemory(node).load().isEmpty());
		node.removeNode();
	}

	@Test
	void whatIsOpenedIsScannedAndRememberedInItsOrder() {
		Path other = folder.resolve("other");
		model.script(folder, listener -> listener.found(List.of(MadeHeader.image(folder.resolve("a")))));
		folders.open(folder);
		folders.open(other);
		until("both scans", () -> allIn(Phase.DONE));
		assertEquals(1, folders.catalog().patients().size());
		assertEquals(List.of(folder, other), folders.roots());
		until("both to be remembered", () -> new RootsMemory(node).load().equals(List.of(folder, other)));

		OpenFoldersService restarted = new OpenFoldersService(model, node, workspace);
		assertEquals(List.of(folder, other), restarted.roots());
		until("the remembered roots to be scanned",
				() -> restarted.states().stream().allMatch(state -> state.phase() == Phase.DONE));
		assertEquals("Patient a", restarted.catalog().patients().get(0).name());
		assertFalse(restarted.takeOpened(), "nobody has opened these");
		restarted.deactivate();
	}

	@Test
	void aRelativePathIsOpenedWhereItLies() {
		Path relative = Path.of("").toAbsolutePath().relativize(folder);
		folders.open(relative.resolve("below").resolve(".."));
		assertEquals(List.of(folder), folders.roots());
	}

	@Test
	void anOpeningIsToldOnce() {
		assertFalse(folders.takeOpened());
		folders.open(folder);
		assertTrue(folders.takeOpened());
		assertFalse(folders.takeOpened());
		folders.refresh(folder);
		assertFalse(folders.takeOpened());
	}

	@Test
	void stateFollowsTheScan() {
		AtomicInteger heard = new AtomicInteger();
		folders.addListener(heard::incrementAndGet);
		model.script(folder, listener -> {
			listener.found(List.of(MadeHeader.image(folder.resolve("a")), MadeHeader.image(folder.resolve("b"))));
			listener.broken(folder.resolve("c"), "damaged");
			listener.foreign(folder.resolve("d"));
			listener.foreign(folder.resolve("e"));
			listener.progress(5, 7);
			await();
		});
		folders.open(folder);
		FolderState scanning = new FolderState(folder, Phase.SCANNING, 5, 7, 2, 1, 2, "");
		until("the scan to get half way", () -> scanning.equals(state()));
		assertTrue(state().busy());
		assertTrue(heard.get() > 0);
		assertEquals(List.of(new Problem(folder.resolve("c"), "damaged"), new Problem(folder.resolve("d"), ""),
				new Problem(folder.resolve("e"), "")), folders.problems(folder));
		release.countDown();
		until("the scan to end", () -> state().phase() == Phase.DONE);
	}

	@Test
	void stoppingKeepsWhatWasFound() {
		model.script(folder, listener -> {
			listener.found(List.of(MadeHeader.image(folder.resolve("a"))));
			untilCancelled(listener);
		});
		folders.open(folder);
		until("the first image", () -> !folders.catalog().patients().isEmpty());
		folders.stop(folder);
		until("the scan to stop", () -> state().phase() == Phase.CANCELLED);
		assertEquals(1, folders.catalog().instances(folder).size());
		assertEquals(List.of(folder), folders.roots());
	}

	@Test
	void closingRemovesAlsoWhatARunningScanStillFinds() {
		model.script(folder, listener -> {
			listener.found(List.of(MadeHeader.image(folder.resolve("a"))));
			untilCancelled(listener);
			listener.found(List.of(MadeHeader.image(folder.resolve("b"))));
		});
		folders.open(folder);
		until("the first image", () -> !folders.catalog().patients().isEmpty());
		folders.close(folder);
		assertTrue(folders.roots().isEmpty());
		assertTrue(folders.catalog().patients().isEmpty());
		until("the scan to end", () -> Job.getJobManager().find(folder).length == 0);
		assertTrue(folders.catalog().patients().isEmpty());
	}

	@Test
	void whatIsClosedCanBeOpenedAgainAtOnce() {
		model.script(folder, this::untilCancelled);
		folders.open(folder);
		until("the scan to run", () -> state().phase() == Phase.SCANNING);
		folders.close(folder);
		model.script(folder, listener -> listener.found(List.of(MadeHeader.image(folder.resolve("a")))));
		folders.open(folder);
		until("the second scan", () -> state().phase() == Phase.DONE);
		assertEquals(1, folders.catalog().instances(folder).size());
	}

	@Test
	void openingAgainDuringAScanStartsOver() {
		model.script(folder, this::untilCancelled);
		folders.open(folder);
		until("the scan to run", () -> state().phase() == Phase.SCANNING);
		model.script(folder, listener -> listener.found(List.of(MadeHeader.image(folder.resolve("a")))));
		folders.open(folder);
		until("the second scan", () -> state().phase() == Phase.DONE);
		assertEquals(2, model.scans());
		assertEquals(1, folders.roots().size());
	}

	@Test
	void refreshingTouchesOnlyWhatHasChanged() {
		MadeHeader kept = series("kept", 1);
		MadeHeader changing = series("changing", 2);
		model.script(folder, listener -> listener.found(List.of(kept, changing, series("gone", 3))));
		folders.open(folder);
		until("the first scan", () -> state().phase() == Phase.DONE);
		Series series = folders.catalog().series("P/S/Q").orElseThrow();

		MadeHeader added = series("added", 4);
		model.script(folder, listener -> listener.found(List.of(series("kept", 1), changing.changed(), added)));
		folders.refresh(folder);
		until("the second scan", () -> model.scans() == 2 && state().phase() == Phase.DONE);
		assertSame(series, folders.catalog().series("P/S/Q").orElseThrow());
		List<Object> now = List.copyOf(folders.catalog().instances(folder));
		assertEquals(3, now.size());
		assertSame(kept, now.get(0), "not replaced");
		assertTrue(now.containsAll(List.of(changing.changed(), added)));
	}

	@Test
	void problemsStayInViewWhileTheyAreLookedForAgain() {
		model.script(folder, listener -> listener.broken(folder.resolve("a"), "damaged"));
		folders.open(folder);
		until("the first scan", () -> state().phase() == Phase.DONE);
		model.script(folder, listener -> await());
		folders.refresh(folder);
		until("the second scan to run", () -> state().phase() == Phase.SCANNING && model.scans() == 2);
		assertEquals(1, state().broken());
		release.countDown();
		until("the second scan", () -> state().phase() == Phase.DONE);
		assertEquals(0, state().broken());
	}

	@Test
	void aMissingRootIsShownNotForgotten() {
		Path gone = folder.resolve("gone");
		model.script(gone, listener -> {
			throw new NoSuchFileException(gone.toString());
		});
		folders.open(gone);
		until("the scan to fail", () -> state().phase() == Phase.MISSING);
		assertEquals(gone.toString(), state().message());
		until("it to be remembered", () -> new RootsMemory(node).load().equals(List.of(gone)));
	}

	@Test
	void aRootThatVanishesTakesItsImagesWithIt() throws Exception {
		Path unplugged = Files.createDirectory(folder.resolve("drive"));
		model.script(unplugged, listener -> listener.found(List.of(MadeHeader.image(unplugged.resolve("a")))));
		folders.open(unplugged);
		until("the scan", () -> state().phase() == Phase.DONE);
		Files.delete(unplugged);
		model.script(unplugged, listener -> {
			throw new NoSuchFileException(unplugged.toString());
		});
		folders.refresh(unplugged);
		until("the scan to fail", () -> state().phase() == Phase.MISSING);
		assertTrue(folders.catalog().patients().isEmpty());
	}

	@Test
	void anUnreadableRootSaysWhy() {
		model.script(folder, listener -> {
			throw new IOException("no permission");
		});
		folders.open(folder);
		until("the scan to fail", () -> state().phase() == Phase.FAILED);
		assertEquals("no permission", state().message());
	}

	@Test
	void foreignFilesAreCountedBeyondWhatIsKeptByName() {
		int count = Problems.NAMED + 10;
		model.script(folder, listener -> {
			for (int i = 0; i < count; i++) {
				listener.foreign(folder.resolve("file" + i));
			}
		});
		folders.open(folder);
		until("the scan", () -> state().phase() == Phase.DONE);
		assertEquals(count, state().foreign());
		assertEquals(Problems.NAMED, folders.problems(folder).size());
	}

	@Test
	void changesInTheWorkspaceAreLookedAt() throws Exception {
		IProject project = workspace.getRoot().getProject("watched");
		project.create(null);
		try {
			project.open(null);
			folders.open(project.getLocation().toPath());
			until("the first scan", () -> state().phase() == Phase.DONE);
			folders.open(folder);
			until("a scan elsewhere", () -> allIn(Phase.DONE));
			project.getFile("new.dcm").create(new ByteArrayInputStream(new byte[] { 1 }), true, null);
			until("the project to be scanned again", () -> model.scans() == 3 && allIn(Phase.DONE));
		} finally {
			project.delete(true, true, null);
		}
	}

	private MadeHeader series(String file, int number) {
		return MadeHeader.image(folder.resolve(file), "P", "S", "Q").with(0x00200013, Integer.toString(number));
	}

	private FolderState state() {
		return folders.states().get(0);
	}

	private boolean allIn(Phase phase) {
		return folders.states().stream().allMatch(state -> state.phase() == phase);
	}

	private void await() {
		try {
			release.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void untilCancelled(ScanListener listener) {
		while (!listener.cancelled()) {
			Thread.onSpinWait();
		}
	}
}
