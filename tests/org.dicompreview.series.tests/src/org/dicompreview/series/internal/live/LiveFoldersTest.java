package org.dicompreview.series.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ChangeListener;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.internal.archive.ArchiveSource;
import org.dicompreview.series.internal.scan.FileOutcomes;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.ForwardingReaders;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody writes below a folder that is open. */
class LiveFoldersTest {

	private static final long LONG = TimeUnit.MINUTES.toNanos(10);
	private static final DicomWriter WRITER = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE);

	/** Counts how often each file is read. */
	private static final class Counting extends ForwardingReaders {
		private final Map<String, AtomicInteger> reads = new ConcurrentHashMap<>();

		@Override
		public InstanceHeader readHeader(InstanceLocation location, ReadLimits limits) throws IOException {
			try {
				return super.readHeader(location, limits);
			} finally {
				reads.computeIfAbsent(location.name(), name -> new AtomicInteger()).incrementAndGet();
			}
		}

		int reads(String name) {
			return reads.getOrDefault(name, new AtomicInteger()).get();
		}
	}

	private static final class Heard implements ChangeListener {
		private final Map<String, String> broken = new ConcurrentHashMap<>();
		private final Set<String> foreign = ConcurrentHashMap.newKeySet();
		private final Set<String> gone = ConcurrentHashMap.newKeySet();
		private final AtomicInteger scans = new AtomicInteger();

		@Override
		public void found(List<InstanceHeader> instances) {
			instances.forEach(header -> forget(header.location()));
		}

		@Override
		public void broken(InstanceLocation location, Problem problem) {
			broken.put(location.name(), problem.toString());
		}

		@Override
		public void foreign(InstanceLocation location) {
			foreign.add(location.name());
		}

		@Override
		public void gone(InstanceLocation location) {
			forget(location);
			gone.add(location.name());
		}

		@Override
		public void needsScan() {
			scans.incrementAndGet();
		}

		private void forget(InstanceLocation location) {
			broken.remove(location.name());
			foreign.remove(location.name());
		}
	}

	@TempDir
	private Path root;
	private final Counting readers = new Counting();
	private final Catalog catalog = SeriesModel.standalone(readers).newCatalog();
	private final Heard heard = new Heard();
	private LiveFolders live;
	private Closeable watch;

	@BeforeEach
	void write() throws IOException {
		Files.write(root.resolve("old"), image(1)); //$NON-NLS-1$
		Files.writeString(root.resolve("notes.txt"), "old notes"); //$NON-NLS-1$ //$NON-NLS-2$
		for (String name : List.of("old", "notes.txt")) { //$NON-NLS-1$ //$NON-NLS-2$
			Files.setLastModifiedTime(root.resolve(name), FileTime.from(Instant.now().minusSeconds(60)));
		}
		SeriesModel.standalone(readers).scan(root, new org.dicompreview.series.ScanListener() {
			@Override
			public void found(List<InstanceHeader> instances) {
				catalog.add(root, instances);
			}

			@Override
			public void broken(InstanceLocation location, Problem problem) {
				throw new AssertionError(location + ": " + problem); //$NON-NLS-1$
			}

			@Override
			public void foreign(InstanceLocation location) {
				heard.foreign(location);
			}

			@Override
			public void progress(int done, int known) {
				// the test waits
			}

			@Override
			public boolean cancelled() {
				return false;
			}
		});
	}

	@AfterEach
	void close() throws IOException {
		watch.close();
		live.close();
	}

	private void begin(long patience, boolean told) {
		live = new LiveFolders(patience, told);
		watch = live.watch(root, catalog, new FileOutcomes(() -> readers, () -> List.of(new ArchiveSource()), () -> ReadLimits.DEFAULT),
				heard);
	}

	private static byte[] image(int number) {
		return WRITER.toBytes(Phantoms.ct(Study.of("Doe^Jane", "1", 1), 1, 1, 1, 32).get(0) //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.SOP_INSTANCE_UID, "1.2.3." + number).set(Tag.INSTANCE_NUMBER, number)); //$NON-NLS-1$
	}

	private Set<String> names() {
		return catalog.instances(root).stream().map(header -> header.location().name()).collect(Collectors.toSet());
	}

	private static void until(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
		while (!condition.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, what);
			Thread.onSpinWait();
		}
	}

	@Test
	void whatComesChangesAndGoesIsTakenUp() throws IOException {
		begin(LONG, true);
		Files.write(root.resolve("new"), image(2)); //$NON-NLS-1$
		until("the new one", () -> names().equals(Set.of("old", "new"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Files.write(root.resolve("old"), image(77)); //$NON-NLS-1$
		until("the changed one", () -> catalog.instances(root).stream() //$NON-NLS-1$
				.anyMatch(header -> header.sopInstanceUid().equals("1.2.3.77"))); //$NON-NLS-1$
		Files.delete(root.resolve("new")); //$NON-NLS-1$
		until("one less", () -> names().equals(Set.of("old"))); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(heard.gone.contains("new")); //$NON-NLS-1$
		assertEquals(Map.of(), heard.broken);
	}

	@Test
	void aFileThatIsBeingWrittenIsNeverBroken() throws IOException {
		begin(LONG, true);
		byte[] bytes = image(2);
		for (int part : new int[] { 100, 400, bytes.length / 2, bytes.length - 10 }) {
			int before = readers.reads("slow"); //$NON-NLS-1$
			Files.write(root.resolve("slow"), Arrays.copyOf(bytes, part)); //$NON-NLS-1$
			until("a look at " + part + " bytes", () -> readers.reads("slow") > before); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			assertEquals(Set.of("old"), names()); //$NON-NLS-1$
		}
		Files.write(root.resolve("slow"), Arrays.copyOfRange(bytes, bytes.length - 10, bytes.length), StandardOpenOption.APPEND); //$NON-NLS-1$
		until("the whole file", () -> names().equals(Set.of("old", "slow"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(Map.of(), heard.broken);
		assertEquals(Set.of("notes.txt"), heard.foreign); //$NON-NLS-1$
		assertTrue(catalog.instances(root).stream().allMatch(header -> header.problem().isEmpty()));
	}

	@Test
	void whatNobodyCompletesIsTold() throws IOException {
		begin(TimeUnit.MILLISECONDS.toNanos(400), true);
		byte[] bytes = image(2);
		Files.write(root.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 10)); //$NON-NLS-1$
		Files.write(root.resolve("broken"), Arrays.copyOf(bytes, 140)); //$NON-NLS-1$
		Files.writeString(root.resolve("letter.txt"), "Dear Jane"); //$NON-NLS-1$ //$NON-NLS-2$
		until("the damaged one", () -> catalog.instances(root).stream().anyMatch(header -> header.problem().isPresent())); //$NON-NLS-1$
		until("the others", () -> heard.broken.containsKey("broken") && heard.foreign.contains("letter.txt")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Files.write(root.resolve("broken"), bytes); //$NON-NLS-1$
		until("the repaired one", () -> names().contains("broken") && heard.broken.isEmpty()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void foldersComeAndGoWithWhatIsInThem() throws IOException {
		Path outside = Files.createDirectories(root.resolveSibling(root.getFileName() + "-outside")); //$NON-NLS-1$
		begin(LONG, true);
		Path deep = Files.createDirectories(outside.resolve("a/b")); //$NON-NLS-1$
		Files.write(deep.resolve("x"), image(2)); //$NON-NLS-1$
		Files.write(outside.resolve("y"), image(3)); //$NON-NLS-1$
		Path inside = Files.move(outside, root.resolve("moved")); //$NON-NLS-1$
		until("what was moved in", () -> names().equals(Set.of("old", "x", "y"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		Files.write(inside.resolve("a/b/z"), image(4)); //$NON-NLS-1$
		until("what was written there", () -> names().contains("z")); //$NON-NLS-1$ //$NON-NLS-2$
		Files.move(inside, outside);
		until("what was moved out", () -> names().equals(Set.of("old"))); //$NON-NLS-1$ //$NON-NLS-2$
		try (var all = Files.walk(outside)) {
			for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

	@Test
	void aFloodOfFilesGetsInWhole() throws IOException {
		begin(LONG, true);
		AtomicInteger notifications = new AtomicInteger();
		catalog.addListener(notifications::incrementAndGet);
		for (int i = 0; i < 10_000; i++) {
			Files.write(root.resolve("f" + i), image(1000 + i)); //$NON-NLS-1$
		}
		until("all of them", () -> catalog.instances(root).size() == 10_001); //$NON-NLS-1$
		assertTrue(notifications.get() < 500, notifications + " notifications"); //$NON-NLS-1$
		assertEquals(Map.of(), heard.broken);
		int reads = readers.reads.values().stream().mapToInt(AtomicInteger::get).sum();
		assertTrue(reads < 11_000, () -> reads + " times was a file read"); //$NON-NLS-1$
		for (int i = 0; i < 5_000; i++) {
			Files.delete(root.resolve("f" + i)); //$NON-NLS-1$
		}
		until("half of them", () -> catalog.instances(root).size() == 5_001); //$NON-NLS-1$
	}

	@Test
	void aFolderOfWhichNothingIsToldIsLookedOver() throws IOException {
		begin(LONG, false);
		until("the first look", () -> readers.reads("old") == 1); //$NON-NLS-1$ //$NON-NLS-2$
		Files.write(root.resolve("new"), image(2)); //$NON-NLS-1$
		Files.delete(root.resolve("old")); //$NON-NLS-1$
		until("what is there now", () -> names().equals(Set.of("new"))); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(1, readers.reads("notes.txt")); //$NON-NLS-1$
	}

	@Test
	void anArchiveAsksForAScanOnceNobodyWritesIt() throws IOException {
		begin(LONG, true);
		byte[] zip = { 'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
		for (int part = 4; part < zip.length; part += 6) {
			int before = readers.reads("study.zip"); //$NON-NLS-1$
			Files.write(root.resolve("study.zip"), Arrays.copyOf(zip, part)); //$NON-NLS-1$
			until("a look at " + part + " bytes", () -> readers.reads("study.zip") > before); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			assertEquals(0, heard.scans.get());
		}
		Files.write(root.resolve("study.zip"), zip); //$NON-NLS-1$
		until("a scan", () -> heard.scans.get() > 0); //$NON-NLS-1$
		assertEquals(1, heard.scans.get());
		assertEquals(Map.of(), heard.broken);
	}

	@Test
	void linksAreFollowedAsAScanDoes() throws IOException {
		Path outside = Files.createDirectories(root.resolveSibling(root.getFileName() + "-linked")); //$NON-NLS-1$
		try {
			Files.write(outside.resolve("x"), image(2)); //$NON-NLS-1$
			begin(LONG, false);
			until("the first look", () -> readers.reads("old") == 1); //$NON-NLS-1$ //$NON-NLS-2$
			Files.createSymbolicLink(root.resolve("folder"), outside); //$NON-NLS-1$
			Files.createSymbolicLink(root.resolve("again"), root.resolve("old")); //$NON-NLS-1$ //$NON-NLS-2$
			Files.createSymbolicLink(root.resolve("loop"), root); //$NON-NLS-1$
			Files.createSymbolicLink(outside.resolve("back"), root); //$NON-NLS-1$
			until("what the link leads to", () -> names().equals(Set.of("old", "x"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Files.write(outside.resolve("y"), image(3)); //$NON-NLS-1$
			until("what came there", () -> names().equals(Set.of("old", "x", "y"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			assertEquals(1, readers.reads("x")); //$NON-NLS-1$
			Files.delete(root.resolve("folder")); //$NON-NLS-1$
			until("what is left", () -> names().equals(Set.of("old"))); //$NON-NLS-1$ //$NON-NLS-2$
		} finally {
			for (String name : List.of("x", "y", "back")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				Files.deleteIfExists(outside.resolve(name));
			}
			Files.delete(outside);
		}
	}

	@Test
	void whatIsLinkedInAWatchedFolderIsTakenUpOnce() throws IOException {
		begin(LONG, true);
		Files.createSymbolicLink(root.resolve("again"), root.resolve("old")); //$NON-NLS-1$ //$NON-NLS-2$
		Files.createSymbolicLink(root.resolve("loop"), root); //$NON-NLS-1$
		Files.write(root.resolve("new"), image(2)); //$NON-NLS-1$
		until("the new one", () -> names().contains("new")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(Set.of("old", "new"), names()); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(0, readers.reads("again")); //$NON-NLS-1$
	}

	@Test
	void aSlowFolderIsLookedOverSeldom() {
		begin(LONG, false);
		long second = TimeUnit.SECONDS.toNanos(1);
		assertEquals(15 * second, LiveFolders.nextPoll(10 * second - 1000, 10 * second));
		assertEquals(70 * second, LiveFolders.nextPoll(7 * second, 10 * second));
	}
}
