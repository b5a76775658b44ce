package org.dicompreview.ui.internal.folders;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.FolderState.Phase;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.spi.FolderWatch;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFoldersServiceTest {

	@TempDir
	Path folder;
	@TempDir
	Path index;

	/** One for each test: what a job of an earlier one still saves goes to its own. */
	private final IEclipsePreferences node = InstanceScope.INSTANCE
			.getNode("org.dicompreview.ui.tests/folders-" + UUID.randomUUID()); //$NON-NLS-1$
	private final ScriptedModel model = new ScriptedModel();
	private final CountDownLatch release = new CountDownLatch(1);
	private OpenFoldersService folders;

	@BeforeEach
	void start() {
		folders = service();
	}

	private OpenFoldersService service() {
		return new OpenFoldersService(model, node, () -> index);
	}

	@AfterEach
	void close() {
		release.countDown();
		folders.roots().forEach(folders::close);
		until("the scans to end", () -> Job.getJobManager().find(ScanJob.FAMILY).length == 0); //$NON-NLS-1$
		folders.deactivate();
		until("the memory to be empty", () -> remembered().isEmpty()); //$NON-NLS-1$
	}

	private List<Path> remembered() {
		return new RootsMemory(node, text -> Optional.empty()).load().stream().map(FileLocation::require).toList();
	}

	@Test
	void whatIsOpenedIsScannedAndRememberedInItsOrder() {
		Path other = folder.resolve("other"); //$NON-NLS-1$
		model.script(folder, listener -> listener.found(List.of(MadeHeader.image(folder.resolve("a"))))); //$NON-NLS-1$
		folders.open(folder);
		folders.open(other);
		until("both scans", () -> allIn(Phase.DONE)); //$NON-NLS-1$
		assertEquals(1, folders.catalog().patients().size());
		assertEquals(List.of(folder, other), folders.roots());
		until("both to be remembered", () -> remembered().equals(List.of(folder, other))); //$NON-NLS-1$

		OpenFoldersService restarted = service();
		assertEquals(List.of(folder, other), restarted.roots());
		until("the remembered roots to be scanned", //$NON-NLS-1$
				() -> restarted.states().stream().allMatch(state -> state.phase() == Phase.DONE));
		assertEquals("Patient a", restarted.catalog().patients().get(0).name()); //$NON-NLS-1$
		assertEquals(Optional.empty(), restarted.lastOpened(), "nobody has opened these"); //$NON-NLS-1$
		restarted.deactivate();
	}

	@Test
	void aRelativePathIsOpenedWhereItLies() {
		Path relative = Path.of("").toAbsolutePath().relativize(folder); //$NON-NLS-1$
		folders.open(relative.resolve("below").resolve("..")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(List.of(folder), folders.roots());
	}

	@Test
	void aScanIsAwaited() {
		model.script(folder, listener -> {
			listener.found(List.of(MadeHeader.image(folder.resolve("a")))); //$NON-NLS-1$
			await();
		});
		OpenFolder open = folders.open(folder);
		CompletableFuture<FolderState> scanned = open.scanned();
		until("the image", () -> open.series().size() == 1); //$NON-NLS-1$
		assertFalse(scanned.isDone());
		release.countDown();
		until("the scan", scanned::isDone); //$NON-NLS-1$
		assertEquals(Phase.DONE, scanned.join().phase());
		assertEquals(Phase.DONE, open.scanned().join().phase(), "none is under way"); //$NON-NLS-1$
		assertEquals(List.of(open), folders.folders());
		open.close();
		assertEquals(List.of(), folders.folders());
		assertEquals(Phase.CLOSED, open.state().phase());
		assertEquals(Phase.CLOSED, open.scanned().join().phase());
		assertEquals(List.of(), open.series());
		open.refresh();
		open.close();
		assertEquals(Phase.CLOSED, open.state().phase());
	}

	@Test
	void whoAwaitsAScanHearsThatItIsStoppedOrClosed() {
		model.script(folder, this::untilCancelled);
		OpenFolder open = folders.open(folder);
		until("the scan to run", () -> state().phase() == Phase.SCANNING); //$NON-NLS-1$
		CompletableFuture<FolderState> stopped = open.scanned();
		open.stop();
		until("the stop", stopped::isDone); //$NON-NLS-1$
		assertEquals(Phase.CANCELLED, stopped.join().phase());
		open.refresh();
		CompletableFuture<FolderState> closed = open.scanned();
		open.close();
		assertEquals(Phase.CLOSED, closed.join().phase());
	}

	@Test
	void whatIsOpenedTemporarilyIsNotRememberedAndNotSelected() {
		Path other = folder.resolve("other"); //$NON-NLS-1$
		OpenFolder temporary = folders.openTemporarily(other);
		folders.open(folder);
		until("one to be remembered", () -> remembered().equals(List.of(folder))); //$NON-NLS-1$
		assertFalse(temporary.isRemembered());
		folders.takeOpened(FileLocation.unseen(folder));
		assertEquals(temporary, folders.openTemporarily(other));
		assertEquals(Optional.empty(), folders.lastOpened());
		assertEquals(temporary, folders.open(other), "by a person too"); //$NON-NLS-1$
		assertTrue(temporary.isRemembered());
		until("both to be remembered", () -> remembered().size() == 2); //$NON-NLS-1$
		folders.openTemporarily(other);
		assertTrue(temporary.isRemembered(), "it stays so"); //$NON-NLS-1$
	}

	@Test
	void aFolderIsClosedWhateverItsSpelling() throws IOException {
		Path real = Files.createDirectory(folder.resolve("real")); //$NON-NLS-1$
		Path link = Files.createSymbolicLink(folder.resolve("link"), real); //$NON-NLS-1$
		for (Path opened : List.of(real, link)) {
			for (Path closed : List.of(real, link, Path.of(real + "/"), link.resolve("..").resolve("real"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					Path.of("").toAbsolutePath().relativize(link), folder.resolve(".").resolve("link"))) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				folders.open(opened);
				folders.close(closed);
				until(opened + " to be closed by " + closed, () -> folders.roots().isEmpty()); //$NON-NLS-1$
			}
		}
		folders.open(link);
		until("the scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		Files.delete(link);
		folders.close(real);
		until("it to be closed by what it was a link to", () -> folders.roots().isEmpty()); //$NON-NLS-1$
		folders.open(real);
		folders.close(folder);
		folders.close(folder.resolve("other")); //$NON-NLS-1$
		until("nobody to look for these any more", () -> Job.getJobManager().find(OpenFoldersService.CLOSING).length == 0); //$NON-NLS-1$
		assertEquals(List.of(real), folders.roots());
	}

	@Test
	void noListenerIsCalledWithALockHeld() {
		List<String> held = new CopyOnWriteArrayList<>();
		folders.addListener(() -> {
			if (Thread.holdsLock(folders) || Thread.holdsLock(folders.catalog())) {
				held.add(Thread.currentThread().getName());
			}
			// A lock that is no monitor would keep another thread out.
			if (CompletableFuture.supplyAsync(folders::states).completeOnTimeout(null, 5, TimeUnit.SECONDS).join() == null) {
				held.add("states"); //$NON-NLS-1$
			}
		});
		model.script(folder, listener -> listener.found(List.of(MadeHeader.image(folder.resolve("a"))))); //$NON-NLS-1$
		OpenFolder open = folders.open(folder);
		until("the scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		folders.refresh(folder);
		folders.update(folder);
		folders.stop(folder);
		until("the end", () -> !state().busy()); //$NON-NLS-1$
		open.close();
		assertEquals(List.of(), held);
	}

	@Test
	void anOpeningIsToldOnce() {
		assertEquals(Optional.empty(), folders.lastOpened());
		folders.open(folder);
		assertEquals(Optional.of(FileLocation.unseen(folder)), folders.lastOpened());
		assertTrue(folders.takeOpened(FileLocation.unseen(folder)));
		assertFalse(folders.takeOpened(FileLocation.unseen(folder)));
		assertEquals(Optional.empty(), folders.lastOpened());
		folders.refresh(folder);
		assertEquals(Optional.empty(), folders.lastOpened());
	}

	@Test
	void stateFollowsTheScan() {
		AtomicInteger heard = new AtomicInteger();
		folders.addListener(heard::incrementAndGet);
		model.script(folder, listener -> {
			listener.found(List.of(MadeHeader.image(folder.resolve("a")), MadeHeader.image(folder.resolve("b")))); //$NON-NLS-1$ //$NON-NLS-2$
			listener.broken(FileLocation.unseen(folder.resolve("c")), Problem.of(Text.verbatim("damaged"))); //$NON-NLS-1$ //$NON-NLS-2$
			listener.foreign(FileLocation.unseen(folder.resolve("d"))); //$NON-NLS-1$
			listener.foreign(FileLocation.unseen(folder.resolve("e"))); //$NON-NLS-1$
			listener.progress(5, 7);
			await();
		});
		folders.open(folder);
		FolderState scanning = new FolderState(folder, Phase.SCANNING, 5, 0, 2, 1, 0, 2, ""); //$NON-NLS-1$
		until("the scan to get half way", () -> scanning.equals(state())); //$NON-NLS-1$
		assertTrue(state().busy());
		assertTrue(heard.get() > 0);
		assertEquals(List.of(new FileProblem(FileLocation.unseen(folder.resolve("c")), "damaged"), //$NON-NLS-1$//$NON-NLS-2$
				new FileProblem(FileLocation.unseen(folder.resolve("d")), ""), //$NON-NLS-1$ //$NON-NLS-2$
				new FileProblem(FileLocation.unseen(folder.resolve("e")), "")), folders.problems(folder)); //$NON-NLS-1$ //$NON-NLS-2$
		release.countDown();
		until("the scan to end", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
	}

	/** A folder is listed while it is read, so what is listed is never much more than what is read. */
	@Test
	void theTotalIsWhatTheLastScanHasCounted() {
		model.script(folder, listener -> listener.progress(40, 40));
		folders.open(folder);
		until("the first scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		assertEquals(40, state().known());
		model.script(folder, listener -> {
			listener.progress(5, 7);
			await();
		});
		folders.refresh(folder);
		until("the second scan to run", () -> state().phase() == Phase.SCANNING && state().done() == 5); //$NON-NLS-1$
		assertEquals(40, state().known());
		release.countDown();
		until("the second scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		assertEquals(5, state().known());
	}

	@Test
	void stoppingKeepsWhatWasFound() {
		model.script(folder, listener -> {
			listener.found(List.of(MadeHeader.image(folder.resolve("a")))); //$NON-NLS-1$
			untilCancelled(listener);
		});
		folders.open(folder);
		until("the first image", () -> !folders.catalog().patients().isEmpty()); //$NON-NLS-1$
		folders.stop(folder);
		until("the scan to stop", () -> state().phase() == Phase.CANCELLED); //$NON-NLS-1$
		assertEquals(1, folders.catalog().instances(folder).size());
		assertEquals(List.of(folder), folders.roots());
	}

	@Test
	void closingRemovesAlsoWhatARunningScanStillFinds() {
		model.script(folder, listener -> {
			listener.found(List.of(MadeHeader.image(folder.resolve("a")))); //$NON-NLS-1$
			untilCancelled(listener);
			listener.found(List.of(MadeHeader.image(folder.resolve("b")))); //$NON-NLS-1$
		});
		folders.open(folder);
		until("the first image", () -> !folders.catalog().patients().isEmpty()); //$NON-NLS-1$
		folders.close(folder);
		assertTrue(folders.roots().isEmpty());
		// The scan finds the second image now: it may be in the catalog until the scan has ended, and no longer.
		until("the scan to end", () -> Job.getJobManager().find(folder).length == 0); //$NON-NLS-1$
		assertTrue(folders.catalog().patients().isEmpty());
	}

	@Test
	void whatIsClosedCanBeOpenedAgainAtOnce() {
		model.script(folder, this::untilCancelled);
		folders.open(folder);
		until("the scan to run", () -> state().phase() == Phase.SCANNING); //$NON-NLS-1$
		folders.close(folder);
		model.script(folder, listener -> listener.found(List.of(MadeHeader.image(folder.resolve("a"))))); //$NON-NLS-1$
		folders.open(folder);
		until("the second scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		assertEquals(1, folders.catalog().instances(folder).size());
	}

	@Test
	void aScanThatHasNotBegunCanBeStopped() {
		model.script(folder, listener -> await()); // deaf: holds the root after it is closed
		folders.open(folder);
		until("the scan to run", () -> model.scans() == 1); //$NON-NLS-1$
		folders.close(folder);
		folders.open(folder);
		assertEquals(Phase.WAITING, state().phase());
		folders.stop(folder);
		until("the stop", () -> state().phase() == Phase.CANCELLED); //$NON-NLS-1$
		release.countDown();
		model.script(folder, listener -> listener.found(List.of(MadeHeader.image(folder.resolve("a"))))); //$NON-NLS-1$
		folders.refresh(folder);
		until("a scan after all", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		assertEquals(1, folders.catalog().instances(folder).size());
	}

	@Test
	void openingAgainDuringAScanStartsOver() {
		model.script(folder, this::untilCancelled);
		folders.open(folder);
		until("the scan to run", () -> state().phase() == Phase.SCANNING); //$NON-NLS-1$
		model.script(folder, listener -> listener.found(List.of(MadeHeader.image(folder.resolve("a"))))); //$NON-NLS-1$
		folders.open(folder);
		until("the second scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		assertEquals(2, model.scans());
		assertEquals(1, folders.roots().size());
	}

	@Test
	void refreshingTouchesOnlyWhatHasChanged() {
		MadeHeader kept = series("kept", 1); //$NON-NLS-1$
		MadeHeader changing = series("changing", 2); //$NON-NLS-1$
		model.script(folder, listener -> listener.found(List.of(kept, changing, series("gone", 3)))); //$NON-NLS-1$
		folders.open(folder);
		until("the first scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		Series series = folders.catalog().series("P/S/Q").orElseThrow(); //$NON-NLS-1$

		MadeHeader added = series("added", 4); //$NON-NLS-1$
		model.script(folder, listener -> listener.found(List.of(series("kept", 1), changing.changed(), added))); //$NON-NLS-1$
		folders.refresh(folder);
		until("the second scan", () -> model.scans() == 2 && state().phase() == Phase.DONE); //$NON-NLS-1$
		assertSame(series, folders.catalog().series("P/S/Q").orElseThrow()); //$NON-NLS-1$
		List<Object> now = List.copyOf(folders.catalog().instances(folder));
		assertEquals(3, now.size());
		assertSame(kept, now.get(0), "not replaced"); //$NON-NLS-1$
		assertTrue(now.containsAll(List.of(changing.changed(), added)));
	}

	@Test
	void problemsStayInViewWhileTheyAreLookedForAgain() {
		model.script(folder, listener -> listener.broken(FileLocation.unseen(folder.resolve("a")), Problem.of(Text.verbatim("damaged")))); //$NON-NLS-1$ //$NON-NLS-2$
		folders.open(folder);
		until("the first scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		model.script(folder, listener -> await());
		folders.refresh(folder);
		until("the second scan to run", () -> state().phase() == Phase.SCANNING && model.scans() == 2); //$NON-NLS-1$
		assertEquals(1, state().broken());
		release.countDown();
		until("the second scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		assertEquals(0, state().broken());
	}

	@Test
	void aMissingRootIsShownNotForgotten() {
		Path gone = folder.resolve("gone"); //$NON-NLS-1$
		model.script(gone, listener -> {
			throw new NoSuchFileException(gone.toString());
		});
		folders.open(gone);
		until("the scan to fail", () -> state().phase() == Phase.MISSING); //$NON-NLS-1$
		assertEquals(gone.toString(), state().message());
		until("it to be remembered", () -> remembered().equals(List.of(gone))); //$NON-NLS-1$
	}

	@Test
	void aRootThatVanishesTakesItsImagesWithIt() throws Exception {
		Path unplugged = Files.createDirectory(folder.resolve("drive")); //$NON-NLS-1$
		model.script(unplugged, listener -> listener.found(List.of(MadeHeader.image(unplugged.resolve("a"))))); //$NON-NLS-1$
		folders.open(unplugged);
		until("the scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		Files.delete(unplugged);
		model.script(unplugged, listener -> {
			throw new NoSuchFileException(unplugged.toString());
		});
		folders.refresh(unplugged);
		until("the scan to fail", () -> state().phase() == Phase.MISSING); //$NON-NLS-1$
		assertTrue(folders.catalog().patients().isEmpty());
	}

	@Test
	void anUnreadableRootSaysWhy() {
		model.script(folder, listener -> {
			throw new IOException("no permission"); //$NON-NLS-1$
		});
		folders.open(folder);
		until("the scan to fail", () -> state().phase() == Phase.FAILED); //$NON-NLS-1$
		assertEquals("no permission", state().message()); //$NON-NLS-1$
	}

	@Test
	void foreignFilesAreCountedBeyondWhatIsKeptByName() {
		int count = Problems.NAMED + 10;
		model.script(folder, listener -> {
			for (int i = 0; i < count; i++) {
				listener.foreign(FileLocation.unseen(folder.resolve("file" + i))); //$NON-NLS-1$
			}
		});
		folders.open(folder);
		until("the scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		assertEquals(count, state().foreign());
		assertEquals(Problems.NAMED, folders.problems(folder).size());
	}

	@Test
	void whatWasReadIsRememberedUntilTheIndexIsCleared() throws Exception {
		Path image = folder.resolve("image.dcm"); //$NON-NLS-1$
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(image,
				Study.of("Doe^Jane", "1", 1).instance(Study.SECONDARY_CAPTURE, "OT", 1, "Note", 1)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		Files.setLastModifiedTime(image, FileTime.fromMillis(0)); // what has just changed is not remembered
		SeriesModel real = SeriesModel.standalone(DicomReaders.standalone());
		OpenFoldersService reading = new OpenFoldersService(real, node, () -> index);
		reading.open(folder);
		until("the scan", () -> reading.states().get(0).phase() == Phase.DONE); //$NON-NLS-1$
		reading.deactivate();
		assertEquals(1, recalled(real));
		OpenFoldersService clearing = new OpenFoldersService(real, node, () -> index);
		until("the scan", () -> clearing.states().get(0).phase() == Phase.DONE); //$NON-NLS-1$
		assertTrue(clearing.indexSize() > 0);
		clearing.clearIndex();
		clearing.close(folder);
		clearing.deactivate();
		assertEquals(0, recalled(real));
	}

	private int recalled(SeriesModel real) throws IOException {
		try (HeaderIndex again = real.openIndex(index)) {
			return again.recall(folder).size();
		}
	}

	@Test
	void changesThatAWatchTellsOfAreLookedAt() {
		AtomicReference<Supplier<List<Path>>> roots = new AtomicReference<>();
		AtomicReference<Consumer<Path>> changed = new AtomicReference<>();
		AtomicBoolean closed = new AtomicBoolean();
		FolderWatch watch = (open, stale) -> {
			roots.set(open);
			changed.set(stale);
			return () -> closed.set(true);
		};
		folders.addWatch(watch);
		folders.open(folder);
		until("the first scan", () -> state().phase() == Phase.DONE); //$NON-NLS-1$
		assertEquals(List.of(folder), roots.get().get());
		changed.get().accept(folder);
		until("the folder to be scanned again", () -> model.scans() == 2 && allIn(Phase.DONE)); //$NON-NLS-1$
		folders.removeWatch(watch);
		assertTrue(closed.get());
	}

	private MadeHeader series(String file, int number) {
		return MadeHeader.image(folder.resolve(file), "P", "S", "Q").with(0x00200013, Integer.toString(number)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
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
