package org.dicompreview.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.ForwardingReaders;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderIndexTest {

	/** Counts the files that are opened. */
	private static final class Counting extends ForwardingReaders {

		private final AtomicInteger read = new AtomicInteger();
		private String name = "counting";

		@Override
		public String name() {
			return name;
		}

		@Override
		public InstanceHeader readHeader(InstanceLocation location, ReadLimits limits) throws IOException {
			read.incrementAndGet();
			return super.readHeader(location, limits);
		}
	}

	@TempDir
	private Path temporary;
	private Path root;
	private Path place;
	private final Counting reader = new Counting();
	private final List<HeaderIndex> opened = new ArrayList<>();

	@BeforeEach
	void makeFiles() throws IOException {
		root = temporary.resolve("root");
		place = temporary.resolve("index");
		for (int i = 0; i < 30; i++) {
			old(TestFiles.write(root.resolve("s" + i / 10 + "/i" + i), i / 10, i));
		}
		old(TestFiles.write(root.resolve("top"), 7, 1));
		old(TestFiles.writeText(root.resolve("s1/notes.txt")));
	}

	@AfterEach
	void closeAll() throws IOException {
		for (HeaderIndex index : opened) {
			index.close();
		}
	}

	private static Path old(Path file) throws IOException {
		return Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 3_600_000));
	}

	private SeriesModel model() throws IOException {
		SeriesModel model = SeriesModel.standalone(reader);
		opened.add(model.openIndex(place));
		return model;
	}

	/** {@return another model, as in the next run} */
	private SeriesModel next() throws IOException {
		closeAll();
		return model();
	}

	private HeaderIndex index() {
		return opened.get(opened.size() - 1);
	}

	private int scan(SeriesModel model) throws IOException {
		reader.read.set(0);
		Collected collected = Collected.scan(model, root);
		assertEquals(files(), names(collected.found));
		assertEquals(1, collected.foreign.size());
		assertEquals(collected.known, collected.done);
		return reader.read.get();
	}

	private Set<String> files() throws IOException {
		try (var walk = Files.walk(root)) {
			return walk.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".txt"))
					.map(file -> root.relativize(file).toString()).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private Set<String> names(List<InstanceHeader> headers) {
		return headers.stream().map(header -> root.relativize(Locations.path(header)).toString())
				.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void aKnownFolderIsRecalledWithoutOpeningAFile() throws IOException {
		assertEquals(32, scan(model()));
		SeriesModel next = next();
		reader.read.set(0);
		List<InstanceHeader> recalled = index().recall(root);
		assertEquals(files(), names(recalled));
		Catalog catalog = next.newCatalog();
		catalog.add(root, recalled);
		assertEquals(4, catalog.patients().get(0).studies().get(0).series().size());
		assertEquals(10, catalog.series("1.2.4.1").orElseThrow().stacks().get(0).slices().size());
		assertEquals(0, reader.read.get());
		try (PixelSource pixels = reader.openPixels(recalled.get(0), ReadLimits.DEFAULT)) {
			assertEquals(16, pixels.frame(0).length());
		}
	}

	@Test
	void onlyWhatHasChangedIsReadAgain() throws IOException {
		scan(model());
		assertEquals(0, scan(next()), "not even foreign files");
		old(TestFiles.write(root.resolve("s1/new"), 1, 99));
		Files.setLastModifiedTime(root.resolve("s0/i3"), FileTime.fromMillis(System.currentTimeMillis() - 60_000));
		Files.delete(root.resolve("s2/i25"));
		assertEquals(2, scan(next()));
		assertEquals(0, scan(next()));
		assertEquals(files(), names(index().recall(root)));
	}

	@Test
	void foldersThatAreGoneAreForgotten() throws IOException {
		scan(model());
		try (var walk = Files.walk(root.resolve("s2"))) {
			for (Path file : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
				Files.delete(file);
			}
		}
		scan(next());
		assertEquals(files(), names(index().recall(root)));
		assertEquals(10, index().recall(root.resolve("s1")).size());
		assertEquals(0, index().recall(root.resolve("s")).size(), "a folder of that name is not there");
	}

	@Test
	void youngFilesAreReadAgain() throws IOException {
		TestFiles.write(root.resolve("s0/young"), 0, 50);
		scan(model());
		assertEquals(1, scan(next()));
	}

	@Test
	void aRefreshShowsAtOnceWhatIsKnownAndThenWhatHasChanged() throws IOException {
		scan(model());
		Files.delete(root.resolve("s0/i1"));
		old(TestFiles.write(root.resolve("s0/new"), 0, 60));
		SeriesModel next = next();
		Catalog catalog = next.newCatalog();
		List<Integer> sizes = new ArrayList<>();
		catalog.addListener(() -> sizes.add(catalog.instances(root).size()));
		Collected heard = new Collected(root, next.newCatalog());
		reader.read.set(0);
		next.refresh(catalog, root, ReadLimits.DEFAULT, heard);
		assertEquals(31, sizes.get(0), "before the scan");
		assertEquals(files(), names(catalog.instances(root)));
		assertEquals(files(), names(heard.found));
		assertEquals(1, reader.read.get());
	}

	@Test
	void aCancelledRefreshRemovesNothing() throws IOException {
		scan(model());
		Files.delete(root.resolve("s0/i1"));
		SeriesModel next = next();
		Catalog catalog = next.newCatalog();
		next.refresh(catalog, root, ReadLimits.DEFAULT, new ScanListener() {
			@Override
			public void found(List<InstanceHeader> instances) {
				// not of interest
			}

			@Override
			public void broken(InstanceLocation location, Problem problem) {
				// not of interest
			}

			@Override
			public void foreign(InstanceLocation location) {
				// not of interest
			}

			@Override
			public void progress(int done, int known) {
				// not of interest
			}

			@Override
			public boolean cancelled() {
				return true;
			}
		});
		assertEquals(31, catalog.instances(root).size());
		assertEquals(31, index().recall(root).size());
	}

	@Test
	void aRefreshWithoutIndexWorksToo() throws IOException {
		SeriesModel plain = SeriesModel.standalone(reader);
		Catalog catalog = plain.newCatalog();
		plain.refresh(catalog, root, ReadLimits.DEFAULT, new Collected(root, plain.newCatalog()));
		assertEquals(files(), names(catalog.instances(root)));
	}

	@Test
	void onlyItsOwnerReadsIt() throws IOException {
		assumeTrue(Files.getFileStore(temporary).supportsFileAttributeView("posix"), "no permissions as of POSIX here");
		Files.createDirectories(place);
		Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxr-x"));
		scan(model());
		closeAll();
		Path file = place.resolve("headers-1.mv");
		assertEquals("rwx------", permissions(place));
		assertEquals("rw-------", permissions(file));
		Files.write(file, new byte[5000]);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		scan(model());
		assertEquals("rw-------", permissions(file), "made anew after damage");
	}

	private static String permissions(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

	@Test
	void itCanBeCleared() throws IOException {
		scan(model());
		assertTrue(index().size() > 0);
		index().clear();
		assertEquals(List.of(), index().recall(root));
		assertEquals(32, scan(next()));
	}

	@Test
	void aDamagedFileIsMadeAnew() throws IOException {
		scan(model());
		closeAll();
		try (var files = Files.list(place)) {
			for (Path file : files.toList()) {
				byte[] bytes = Files.readAllBytes(file);
				Arrays.fill(bytes, 0, bytes.length, (byte) 0x5A);
				Files.write(file, bytes);
			}
		}
		assertEquals(32, scan(model()));
		assertEquals(0, scan(next()));
	}

	@Test
	void whatACrashLeavesIsReadOrForgottenButHarmsNothing() throws IOException {
		scan(model());
		closeAll();
		Path file;
		try (var files = Files.list(place)) {
			file = files.findFirst().orElseThrow();
		}
		byte[] whole = Files.readAllBytes(file);
		for (int length = whole.length - 1; length > 0; length -= 1 + whole.length / 23) {
			Files.write(file, Arrays.copyOf(whole, length));
			SeriesModel next = next();
			int recalled = index().recall(root).size();
			assertTrue(recalled == 0 || recalled == 31, () -> recalled + " of 31");
			assertEquals(32 - (recalled == 0 ? 0 : 32), scan(next));
		}
	}

	@Test
	void damageAnywhereHarmsNothing() throws IOException {
		scan(model());
		closeAll();
		Path file;
		try (var files = Files.list(place)) {
			file = files.findFirst().orElseThrow();
		}
		byte[] whole = Files.readAllBytes(file);
		Random random = new Random(11);
		for (int i = 0; i < 40; i++) {
			byte[] damaged = whole.clone();
			int at = random.nextInt(whole.length);
			for (int k = at; k < Math.min(at + 1 + random.nextInt(64), whole.length); k++) {
				damaged[k] = (byte) random.nextInt();
			}
			Files.write(file, damaged);
			SeriesModel next = next();
			assertTrue(index().recall(root).size() <= 31);
			scan(next);
		}
	}

	@Test
	void anotherUserOfTheSameFolderGetsAFileOfItsOwn() throws IOException {
		SeriesModel one = model();
		SeriesModel two = model();
		assertEquals(32, scan(one));
		assertEquals(32, scan(two));
		assertEquals(0, scan(one));
		assertEquals(0, scan(two));
		model();
		model();
		assertThrows(IOException.class, () -> model(), "four at a time are enough");
	}

	@Test
	void anotherReaderRemembersNothingOfThis() throws IOException {
		scan(model());
		reader.name = "other";
		assertEquals(32, scan(next()));
	}

	@Test
	void scansGoOnWithoutAClosedIndex() throws IOException {
		SeriesModel model = model();
		scan(model);
		index().close();
		assertEquals(32, scan(model));
		assertEquals(List.of(), index().recall(root));
	}

	/** What is remembered does not bring patients together that share all UIDs, not even in one folder. */
	@Test
	void patientsWithTheSameUidsAreRememberedApart() throws IOException {
		DicomWriter writer = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE);
		Path folder = Files.createDirectories(root.resolve("shared"));
		for (int i = 0; i < 6; i++) {
			Path file = folder.resolve("i" + i);
			writer.write(file, TestFiles.slice(9, i).set(Tag.PATIENT_ID, "ID" + i % 2).set(Tag.PATIENT_NAME, "Doe^Jane"));
			old(file);
		}
		scan(model());
		SeriesModel model = next();
		Catalog catalog = model.newCatalog();
		catalog.add(folder, index().recall(folder));
		assertEquals(List.of("ID0: i0 i2 i4", "ID1: i1 i3 i5"), catalog.patients().stream()
				.map(patient -> patient.id() + ": " + Stacks.files(patient.studies().get(0).series().get(0).stacks().get(0)))
				.toList());
	}
}
