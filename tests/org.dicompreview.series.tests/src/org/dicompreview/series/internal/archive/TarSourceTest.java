package org.dicompreview.series.internal.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.InstanceSource;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.internal.model.DefaultSeriesModel;
import org.dicompreview.series.internal.model.SourceTester;
import org.dicompreview.series.spi.Source;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TAR archives, sound and hostile, and sources of others. */
class TarSourceTest {

	@TempDir
	private Path root;
	private final DicomReaders readers = DicomReaders.standalone();
	private final SeriesModel model = SeriesModel.standalone(readers);
	private final List<InstanceHeader> found = new ArrayList<>();
	private final Map<String, String> broken = new TreeMap<>();
	private final List<String> foreign = new ArrayList<>();

	private static byte[] image(int number) {
		return DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(Phantoms.ct(Study.of("Doe^Jane", "1", 1), 1, 1, 1, 32).get(0)
				.set(Tag.SOP_INSTANCE_UID, "1.2.3." + number).set(Tag.INSTANCE_NUMBER, number));
	}

	private void scan(SeriesModel with, Path from) throws IOException {
		with.scan(from, new ScanListener() {
			@Override
			public void found(List<InstanceHeader> instances) {
				found.addAll(instances);
			}

			@Override
			public void broken(InstanceLocation location, Problem problem) {
				broken.put(with.relativeName(from, location), problem.toString());
			}

			@Override
			public void foreign(InstanceLocation location) {
				foreign.add(with.relativeName(from, location));
			}

			@Override
			public void progress(int done, int known) {
				// nobody watches
			}

			@Override
			public boolean cancelled() {
				return false;
			}
		});
	}

	private Set<String> names(Path from) {
		return found.stream().map(header -> model.relativeName(from, header.location())).collect(Collectors.toSet());
	}

	private void assertSamePixels(byte[] original, InstanceHeader header) throws IOException {
		Path file = Files.write(root.resolveSibling("original"), original);
		try (PixelSource expected = readers.openPixels(readers.readHeader(file, ReadLimits.DEFAULT), ReadLimits.DEFAULT);
				PixelSource actual = readers.openPixels(header, ReadLimits.DEFAULT)) {
			EncodedFrame one = expected.frame(0);
			EncodedFrame two = actual.frame(0);
			assertArrayEquals(Arrays.copyOfRange(one.bytes(), one.offset(), one.offset() + one.length()),
					Arrays.copyOfRange(two.bytes(), two.offset(), two.offset() + two.length()));
		} finally {
			Files.delete(file);
		}
	}

	@Test
	void entriesAreReadWhereTheyLie() throws IOException {
		String deep = "d/".repeat(70) + "image";
		byte[] tar = new TarMaker().entry("folder/", '5', new byte[0], 0).file("folder/a", image(1)).longFile(deep, image(2))
				.paxFile("Jürgen/bild", image(3)).entry("link", '2', new byte[0], 0)
				.file("read.me", "Dear".getBytes(StandardCharsets.US_ASCII)).bytes();
		Path archive = Files.write(root.resolve("study.tar"), tar);
		scan(model, root);
		assertEquals(Set.of("study.tar/folder/a", "study.tar/" + deep, "study.tar/Jürgen/bild"), names(root));
		assertEquals(List.of("study.tar/read.me"), foreign);
		assertEquals(Map.of(), broken);
		assertSamePixels(image(1), found.get(0));
		assertEquals(archive, found.get(0).location().file().orElseThrow());
		assertEquals(archive + "/folder/a", found.get(0).location().toString());
		found.clear();
		scan(model, archive);
		assertEquals(Set.of("folder/a", deep, "Jürgen/bild"), names(archive));
	}

	@Test
	void compressedArchivesAreExpandedOnceAndLeaveNothing() throws IOException {
		Set<Path> before = temporaryFiles();
		Files.write(root.resolve("study.TGZ"), TarMaker.gzip(new TarMaker().file("a", image(1)).file("b", image(2)).bytes()));
		scan(model, root);
		assertEquals(Set.of("study.TGZ/a", "study.TGZ/b"), names(root));
		assertSamePixels(image(2), found.get(1));
		Set<Path> left = temporaryFiles();
		left.removeAll(before);
		assertEquals(Set.of(), left);
	}

	private static Set<Path> temporaryFiles() throws IOException {
		try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return all.filter(path -> path.getFileName().toString().endsWith(".archive")).collect(Collectors.toSet());
		}
	}

	@Test
	void archivesInArchivesAreLookedInto() throws IOException {
		byte[] inner = new TarMaker().file("i1", image(1)).bytes();
		Files.write(root.resolve("outer.tar"), new TarMaker().file("x/inner.tar", inner).file("i2", image(2)).bytes());
		try (FileSystem zip = FileSystems.newFileSystem(root.resolve("outer.zip"), Map.of("create", "true"))) {
			Files.write(zip.getPath("/inner.tar.gz"), TarMaker.gzip(new TarMaker().file("i3", image(3)).bytes()));
		}
		scan(model, root);
		assertEquals(Set.of("outer.tar/x/inner.tar/i1", "outer.tar/i2", "outer.zip/inner.tar.gz/i3"), names(root));
		for (InstanceHeader header : found) {
			assertSamePixels(image(header.integer(Tag.INSTANCE_NUMBER).orElseThrow()), header);
		}
	}

	@Test
	void nestingEnds() throws IOException {
		byte[] bytes = new TarMaker().file("image", image(1)).bytes();
		for (int i = 0; i < 9; i++) {
			bytes = new TarMaker().file("deeper.tar", bytes).bytes();
		}
		Files.write(root.resolve("deep.tar"), bytes);
		scan(model, root);
		assertEquals(List.of(), found);
		assertEquals(1, foreign.size());
	}

	@Test
	void namesInOldEncodingsCanBeRead() throws IOException {
		Files.write(root.resolve("old.tar"), new TarMaker().names(StandardCharsets.ISO_8859_1).file("Müller", image(1)).bytes());
		scan(model, root);
		assertEquals(Set.of("old.tar/Müller"), names(root));
	}

	@Test
	void whatLeadsOutsideIsLeftAlone() throws IOException {
		Files.write(root.resolve("evil.tar"), new TarMaker().file("../x", image(1)).file("/etc/x", image(2))
				.file("a/../../x", image(3)).file("good", image(4)).bytes());
		scan(model, root);
		assertEquals(Set.of("evil.tar/good"), names(root));
		assertEquals(3, broken.size());
		assertTrue(broken.values().stream().allMatch(text -> text.contains("leads out of the archive")), broken::toString);
	}

	@Test
	void bombsAreLeftAlone() throws IOException {
		Files.write(root.resolve("bomb.tgz"), TarMaker.gzip(new byte[100 << 20]));
		scan(model, root);
		assertTrue(broken.get("bomb.tgz").contains("expands to more than"), broken::toString);
	}

	@Test
	void whatIsThereOfADamagedArchiveIsFound() throws IOException {
		byte[] bytes = new TarMaker().file("a", image(1)).file("b", image(2)).bytes();
		Files.write(root.resolve("cut.tar"), Arrays.copyOf(bytes, bytes.length - 3000));
		Files.write(root.resolve("odd.tar"), new TarMaker().file("a", image(1)).entry("b", '0', new byte[0], 1L << 32).bytes());
		Files.write(root.resolve("junk.tar"), "no archive at all".getBytes(StandardCharsets.US_ASCII));
		Files.write(root.resolve("junk.tgz"), "no archive at all".getBytes(StandardCharsets.US_ASCII));
		scan(model, root);
		assertEquals(Set.of("cut.tar/a", "odd.tar/a"), names(root));
		assertEquals(Set.of("cut.tar", "odd.tar", "junk.tar", "junk.tgz"), broken.keySet());
	}

	/** A source of somebody else: what a list of objects names. */
	private static final class Lists implements Source, InstanceSource {

		private final Map<String, byte[]> objects = new HashMap<>();

		@Override
		public boolean accepts(InstanceLocation container) {
			return container.name().endsWith(".list");
		}

		@Override
		public void list(InstanceLocation container, Listing listing) {
			listing.instances(objects.keySet().stream().sorted()
					.map(key -> InstanceLocation.of(this, key, objects.get(key).length, "1")).toList());
		}

		@Override
		public String id() {
			return "lists:";
		}

		@Override
		public InstanceBytes open(InstanceLocation location) {
			return InstanceBytes.of(objects.get(location.key()));
		}
	}

	@Test
	void anotherSourceIsAskedToo() throws IOException {
		Lists lists = new Lists();
		lists.objects.put("store/a", image(1));
		lists.objects.put("store/b", image(2));
		lists.objects.put("store/c", new byte[7]);
		DefaultSeriesModel own = SourceTester.with(readers, lists);
		Files.writeString(root.resolve("objects.list"), "whatever it is");
		scan(own, root);
		assertEquals(List.of("store/a", "store/b"), found.stream().map(header -> header.location().key()).toList());
		assertEquals(List.of("store/c"), foreign);
		assertSamePixels(image(2), found.get(1));
	}
}
