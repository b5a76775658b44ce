package org.dicompreview.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.internal.model.DefaultSeriesModel;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.ForwardingReaders;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {

	private final SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());

	@TempDir
	private Path temporary;
	private Path root;

	@BeforeEach
	void makeRoot() throws IOException {
		root = Files.createDirectory(temporary.resolve("root"));
	}

	private Set<String> names(Collected collected) {
		return collected.found.stream().map(header -> model.relativeName(root, header.location()))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void eachFileOfATreeIsFoundOnceAndInOrder(int threads) throws IOException {
		for (int series = 0; series < 5; series++) {
			for (int i = 0; i < 60; i++) {
				TestFiles.write(root.resolve("a/s" + series + "/i" + (100 + i)), series, i);
			}
			TestFiles.writeText(root.resolve("a/s" + series + "/notes.txt"));
		}
		Collected collected = Collected.scan(DefaultSeriesModel.standalone(DicomReaders.standalone(), threads), root);
		List<String> found = collected.found.stream().map(header -> model.relativeName(root, header.location())).toList();
		assertEquals(300, found.size());
		assertEquals(found.stream().sorted().toList(), found);
		assertEquals(5, collected.foreign.size());
		assertEquals(305, collected.done);
		assertEquals(305, collected.known);
		assertEquals(5, collected.catalog().patients().get(0).studies().get(0).series().size());
	}

	@Test
	void aFolderIsReadInOneCall(@TempDir Path folder) throws IOException {
		TestFiles.write(folder.resolve("a/1"), 1, 1);
		TestFiles.write(folder.resolve("b/2"), 1, 2);
		TestFiles.writeText(folder.resolve("c.txt"));
		Catalog catalog = model.read(folder);
		assertEquals(2, catalog.series("1.2.4.1").orElseThrow().imageCount());
		assertThrows(IOException.class, () -> model.read(folder.resolve("none")));
	}

	@Test
	void brokenFilesSayWhyAndTheRestIsFound() throws IOException {
		Path good = TestFiles.write(root.resolve("good"), 1, 1);
		byte[] bytes = Files.readAllBytes(good);
		for (int length = 100; length < bytes.length; length += 100) {
			Files.write(root.resolve("cut" + length), Arrays.copyOf(bytes, length));
		}
		byte[] noise = new byte[4000];
		new Random(7).nextBytes(noise);
		Files.write(root.resolve("noise"), noise);
		Files.write(root.resolve("empty"), new byte[0]);
		Collected collected = Collected.scan(model, root);
		int files = 3 + (bytes.length - 1) / 100;
		assertEquals(files, collected.done);
		assertEquals(files, collected.found.size() + collected.broken.size() + collected.foreign.size());
		assertTrue(names(collected).contains("good"));
		assertTrue(collected.broken.values().stream().noneMatch(message -> message.contains(root.toString())),
				() -> "the path is known: " + collected.broken);
	}

	@Test
	void linksOutOfTheTreeAreFollowedOnce() throws IOException {
		Path outside = temporary.resolve("outside");
		TestFiles.write(outside.resolve("deep/i1"), 1, 1);
		TestFiles.write(outside.resolve("i2"), 1, 2);
		Path lone = TestFiles.write(temporary.resolve("lone/i3"), 1, 3);
		link(root.resolve("link"), outside);
		link(root.resolve("zsecond"), outside);
		link(root.resolve("zinner"), outside.resolve("deep"));
		link(root.resolve("file"), lone);
		link(root.resolve("fileAgain"), lone);
		assertEquals(Set.of("link/deep/i1", "link/i2", "file"), names(Collected.scan(model, root)));
	}

	@Test
	void linksIntoTheTreeAndLoopsAddNothing() throws IOException {
		Path file = TestFiles.write(root.resolve("a/b/i1"), 1, 1);
		link(root.resolve("a/b/up"), root);
		link(root.resolve("a/self"), root.resolve("a"));
		link(root.resolve("parent"), temporary);
		link(root.resolve("copy"), file);
		Path outside = Files.createDirectory(temporary.resolve("outside"));
		link(outside.resolve("back"), root);
		link(outside.resolve("loop"), outside);
		link(root.resolve("out"), outside);
		Collected collected = Collected.scan(model, root);
		assertEquals(Set.of("a/b/i1"), names(collected));
		assertEquals(1, collected.found.size());
	}

	@Test
	void linksThatLeadNowhereAreReported() throws IOException {
		TestFiles.write(root.resolve("i1"), 1, 1);
		link(root.resolve("nowhere"), root.resolve("missing"));
		link(root.resolve("circle"), root.resolve("circle"));
		Collected collected = Collected.scan(model, root);
		assertEquals(1, collected.found.size());
		assertEquals(Set.of(root.resolve("circle")), collected.broken.keySet());
		assertEquals(Set.of(root.resolve("nowhere")), collected.missing.keySet());
	}

	private static void link(Path link, Path target) throws IOException {
		try {
			Files.createSymbolicLink(link, target);
		} catch (IOException | UnsupportedOperationException e) {
			assumeTrue(false, "no links here: " + e);
		}
	}

	@Test
	void aLinkedRootIsFollowed() throws IOException {
		TestFiles.write(temporary.resolve("real/i1"), 1, 1);
		Path linked = temporary.resolve("linked");
		link(linked, temporary.resolve("real"));
		assertEquals(linked.resolve("i1"), Locations.path(Collected.scan(model, linked).found.get(0)));
	}

	@Test
	void unreadableFoldersAreReported() throws IOException {
		TestFiles.write(root.resolve("closed/i1"), 1, 1);
		TestFiles.write(root.resolve("open/i2"), 1, 2);
		Path closed = root.resolve("closed");
		try {
			Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
		} catch (UnsupportedOperationException e) {
			assumeTrue(false, "no permissions on this file system");
		}
		try {
			assumeFalse(Files.isReadable(closed), "this user may read everything");
			Collected collected = Collected.scan(model, root);
			assertEquals(Set.of("open/i2"), names(collected));
			assertEquals(Set.of(closed), collected.broken.keySet());
			assertThrows(IOException.class, () -> Collected.scan(model, closed));
		} finally {
			Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
		}
	}

	@Test
	void aPipeIsNeverOpened() throws Exception {
		Process process;
		try {
			process = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start();
		} catch (IOException e) {
			assumeTrue(false, "no pipes here");
			return;
		}
		assumeTrue(process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0, "no pipes here");
		assertEquals(List.of(root.resolve("pipe")), Collected.scan(model, root).foreign);
	}

	/** A reader that does something before it reads. */
	private static class Meddling extends ForwardingReaders {

		void before(Path file) throws IOException {
			// overridden
		}

		@Override
		public String name() {
			return "meddling";
		}

		@Override
		public InstanceHeader readHeader(InstanceLocation location, ReadLimits limits) throws IOException {
			before(Locations.path(location));
			return super.readHeader(location, limits);
		}
	}

	@Test
	void whoNamesNoLimitsGoesByThoseOfTheReaders() throws IOException {
		TestFiles.write(root.resolve("image"), 1, 1);
		Set<ReadLimits> used = ConcurrentHashMap.newKeySet();
		Meddling readers = new Meddling() {
			@Override
			public InstanceHeader readHeader(InstanceLocation location, ReadLimits limits) throws IOException {
				used.add(limits);
				return super.readHeader(location, limits);
			}
		};
		ReadLimits few = new ReadLimits(8, 1000, 1 << 16, 1 << 20, 1 << 20);
		readers.setLimits(few);
		SeriesModel limited = SeriesModel.standalone(readers);
		assertEquals(1, limited.read(root).series().size());
		assertEquals(1, Collected.scan(limited, root).found.size());
		assertEquals(Set.of(few), used);
		assertEquals(few, limited.limits());
	}

	@Test
	void filesThatVanishAreReported() throws IOException {
		for (int i = 0; i < 5; i++) {
			TestFiles.write(root.resolve("i" + i), 1, i);
		}
		Collected collected = Collected.scan(SeriesModel.standalone(new Meddling() {
			@Override
			void before(Path file) throws IOException {
				if (file.endsWith("i3")) {
					Files.delete(file);
				}
			}
		}), root);
		assertEquals(4, collected.found.size());
		assertEquals(Set.of(root.resolve("i3")), collected.missing.keySet());
	}

	@Test
	void aFailingReaderHarmsOneFileOnly() throws IOException {
		for (int i = 0; i < 5; i++) {
			TestFiles.write(root.resolve("i" + i), 1, i);
		}
		Collected collected = Collected.scan(SeriesModel.standalone(new Meddling() {
			@Override
			void before(Path file) {
				if (file.endsWith("i3")) {
					throw new IllegalStateException("on purpose");
				}
			}
		}), root);
		assertEquals(4, collected.found.size());
		assertTrue(collected.broken.get(root.resolve("i3")).contains("on purpose"));
	}

	@Test
	void whatNoReaderCanReadIsBroken() throws IOException {
		TestFiles.write(root.resolve("i1"), 1, 1);
		Collected collected = Collected.scan(SeriesModel.standalone(new Meddling() {
			@Override
			void before(Path file) throws IOException {
				throw new IOException("not today");
			}
		}), root);
		assertTrue(collected.broken.get(root.resolve("i1")).contains("not today"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void aCancelledScanEndsSoon(int threads) throws IOException {
		for (int i = 0; i < 300; i++) {
			TestFiles.write(root.resolve("s" + i / 100 + "/i" + i), i / 100, i);
		}
		AtomicInteger read = new AtomicInteger();
		CountDownLatch never = new CountDownLatch(1);
		DicomReaders counting = new Meddling() {
			@Override
			void before(Path file) throws IOException {
				if (read.incrementAndGet() > 10 && threads > 1) {
					try {
						never.await(); // as a disk that does not answer: only the end of the scan ends it
					} catch (InterruptedException e) {
						throw new InterruptedIOException();
					}
				}
			}
		};
		int[] found = new int[1];
		DefaultSeriesModel.standalone(counting, threads).scan(root, new ScanListener() {
			@Override
			public void found(List<InstanceHeader> instances) {
				found[0] += instances.size();
			}

			@Override
			public void broken(InstanceLocation location, Problem problem) {
				throw new AssertionError(problem);
			}

			@Override
			public void foreign(InstanceLocation location) {
				throw new AssertionError(location.toString());
			}

			@Override
			public void progress(int done, int known) {
				// not of interest
			}

			@Override
			public boolean cancelled() {
				return read.get() >= 10;
			}
		});
		assertTrue(read.get() <= 10 + threads, () -> read + " files were read");
		assertTrue(found[0] <= read.get());
	}

	@Test
	void aMissingRootIsAnError() {
		assertThrows(NoSuchFileException.class, () -> Collected.scan(model, root.resolve("missing")));
	}

	@Test
	void aSingleFileIsASource() throws IOException {
		Path file = TestFiles.write(root.resolve("i1"), 1, 1);
		Collected collected = Collected.scan(model, file);
		assertEquals(file, Locations.path(collected.found.get(0)));
		assertEquals("i1", model.relativeName(file, FileLocation.unseen(file)));
		Path text = TestFiles.writeText(root.resolve("text"));
		assertEquals(List.of(text), Collected.scan(model, text).foreign);
	}

	@Test
	void anArchiveIsReadInPlace() throws IOException {
		TestFiles.write(temporary.resolve("pack/study/s1/i1"), 1, 1);
		TestFiles.write(temporary.resolve("pack/study/s1/i2"), 1, 2);
		TestFiles.writeText(temporary.resolve("pack/readme.txt"));
		Path archive = TestFiles.zip(root.resolve("pack.bin"), temporary.resolve("pack"));
		Collected collected = Collected.scan(model, archive);
		assertEquals(List.of("study/s1/i1", "study/s1/i2"),
				collected.found.stream().map(header -> model.relativeName(archive, header.location())).toList());
		assertEquals(List.of("readme.txt"),
				collected.foreign.stream().map(path -> model.relativeName(archive, FileLocation.unseen(path))).toList());
		InstanceHeader header = collected.found.get(1);
		try (PixelSource pixels = DicomReaders.standalone().openPixels(header, ReadLimits.DEFAULT)) {
			assertEquals(16, pixels.frame(0).length());
		}
		assertEquals(1, collected.catalog().patients().size());
	}

	@Test
	void archivesInFoldersAreReadInPlaceToo() throws IOException {
		TestFiles.write(root.resolve("a/i0"), 1, 0);
		TestFiles.write(temporary.resolve("pack/i1"), 1, 1);
		TestFiles.write(temporary.resolve("inner/i2"), 1, 2);
		TestFiles.writeText(temporary.resolve("inner/notes"));
		TestFiles.zip(temporary.resolve("pack/inner.zip"), temporary.resolve("inner"));
		TestFiles.zip(root.resolve("a/pack.ZIP"), temporary.resolve("pack"));
		Collected collected = Collected.scan(model, root);
		assertEquals(Set.of("a/i0", "a/pack.ZIP/i1", "a/pack.ZIP/inner.zip/i2"), names(collected));
		assertEquals(List.of("a/pack.ZIP/inner.zip/notes"),
				collected.foreign.stream().map(path -> model.relativeName(root, FileLocation.unseen(path))).toList());
		assertEquals(collected.known, collected.done);
	}

	@Test
	void aDamagedArchiveIsReported() throws IOException {
		TestFiles.write(temporary.resolve("pack/i1"), 1, 1);
		Path archive = TestFiles.zip(root.resolve("pack.zip"), temporary.resolve("pack"));
		byte[] bytes = Files.readAllBytes(archive);
		Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
		assertEquals(Set.of(archive), Collected.scan(model, root).broken.keySet());
		assertEquals(Set.of(archive), Collected.scan(model, archive).broken.keySet());
	}

	@Test
	void anArchiveEntryThatExpandsBeyondReasonIsLeftAlone() throws IOException {
		Path archive = root.resolve("bomb.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
			zip.putNextEntry(new ZipEntry("bomb"));
			byte[] zeros = new byte[1 << 20];
			for (int i = 0; i < 80; i++) {
				zip.write(zeros);
			}
			zip.putNextEntry(new ZipEntry("i1"));
			zip.write(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(TestFiles.slice(1, 1)));
		}
		Collected collected = Collected.scan(model, root);
		assertEquals(Set.of("bomb.zip/i1"), names(collected));
		assertEquals("bomb.zip/bomb", model.relativeName(root, FileLocation.unseen(collected.broken.keySet().iterator().next())));
	}

	private Path directory(DicomObject... records) throws IOException {
		Path file = root.resolve("DICOMDIR");
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, new DicomObject().set(Tag.SOP_CLASS_UID, "1.2.840.10008.1.3.10")
				.set(Tag.SOP_INSTANCE_UID, "1.2.3").sequence(Tag.DIRECTORY_RECORD_SEQUENCE, records));
		return file;
	}

	private static DicomObject record(Object... fileId) {
		return new DicomObject().set(Tag.DIRECTORY_RECORD_TYPE, "IMAGE").set(Tag.REFERENCED_FILE_ID, fileId);
	}

	/** Packs an image under each name. */
	private Path archive(Charset charset, String... names) throws IOException {
		Path archive = root.resolve("names.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive), charset)) {
			for (int i = 0; i < names.length; i++) {
				zip.putNextEntry(new ZipEntry(names[i]));
				zip.write(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(TestFiles.slice(1, i)));
			}
		}
		return archive;
	}

	@ParameterizedTest
	@ValueSource(strings = { "../i", "..", "a/../../i", "/../i", "a/..", "x/../good/i1" })
	void anEntryThatLeadsOutOfItsArchiveIsRefusedAlone(String name) throws IOException {
		Path archive = archive(StandardCharsets.UTF_8, "good/i1", name, "good/i2");
		for (Path scanned : List.of(root, archive)) {
			Collected collected = Collected.scan(model, scanned);
			assertEquals(Set.of("names.zip/good/i1", "names.zip/good/i2"), names(collected));
			assertEquals(1, collected.broken.size());
			String reason = collected.broken.values().iterator().next();
			assertTrue(reason.contains(' ' + name + ' '), reason);
			for (InstanceHeader header : collected.found) {
				try (PixelSource pixels = DicomReaders.standalone().openPixels(header, ReadLimits.DEFAULT)) {
					assertEquals(16, pixels.frame(0).length());
				}
			}
		}
	}

	@Test
	void namesOfEntriesThatOtherProgramsRead() throws IOException {
		archive(Charset.forName("IBM437"), "M\u00FCller/i1", "i2");
		Collected collected = Collected.scan(model, root);
		assertEquals(Set.of("names.zip/M\u00FCller/i1", "names.zip/i2"), names(collected));
		assertEquals(Set.of(), collected.broken.keySet());
		Files.delete(root.resolve("names.zip"));
		archive(StandardCharsets.UTF_8, "./study/i1", "a/./i22");
		collected = Collected.scan(model, root);
		assertEquals(Set.of("names.zip/study/i1", "names.zip/a/i22"), names(collected));
		assertEquals(Set.of(), collected.broken.keySet());
	}

	@Test
	void aMediaDirectoryIsNoImageAndNotBroken() throws IOException {
		Path file = directory(record("IMAGES", "I1"), record());
		TestFiles.write(root.resolve("images/i1"), 1, 1);
		for (Path start : List.of(root, file)) {
			Collected collected = Collected.scan(model, start);
			assertEquals(1, collected.found.size());
			assertEquals("images/i1", model.relativeName(start, collected.found.get(0).location()));
			assertEquals(List.of(file), collected.directories);
			assertTrue(collected.broken.isEmpty(), collected.broken::toString);
			assertTrue(collected.foreign.isEmpty());
		}
	}

	@Test
	void whatAMediaDirectoryListsInVainIsReportedAndWhatItMissesIsFound() throws IOException {
		TestFiles.write(root.resolve("images/listed"), 1, 1);
		TestFiles.write(root.resolve("images/unlisted"), 1, 2);
		TestFiles.write(temporary.resolve("outside"), 1, 3);
		directory(record("IMAGES", "LISTED.;1"), record("IMAGES", "GONE"), record("..", "OUTSIDE"), record("/etc/passwd"));
		Collected collected = Collected.scan(model, root);
		assertEquals(Set.of("images/listed", "images/unlisted"), names(collected));
		assertEquals(3, collected.missing.size());
		assertTrue(collected.missing.containsKey(root.resolve("IMAGES/GONE")));
		assertTrue(collected.missing.keySet().stream().allMatch(path -> path.startsWith(root)), collected.missing::toString);
		assertEquals(Set.of(), collected.broken.keySet());
	}
}
