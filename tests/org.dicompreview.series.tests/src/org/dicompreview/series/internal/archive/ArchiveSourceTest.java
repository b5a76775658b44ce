package org.dicompreview.series.internal.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ZIP, TAR and 7z archives, sound and hostile, and sources of others. */
class ArchiveSourceTest {

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

	@ParameterizedTest
	@ValueSource(strings = { "study.TGZ", "study.tar.bz2", "study.txz", "study.7z" })
	void compressedArchivesAreExpandedOnceAndLeaveNothing(String name) throws IOException {
		Set<Path> before = temporaryFiles();
		byte[] tar = new TarMaker().file("a", image(1)).file("b/c", image(2)).bytes();
		Path archive = root.resolve(name);
		switch (name) {
			case "study.TGZ" -> Files.write(archive, TarMaker.gzip(tar));
			case "study.tar.bz2" -> write(new BZip2CompressorOutputStream(Files.newOutputStream(archive)), tar);
			case "study.txz" -> write(new XZCompressorOutputStream(Files.newOutputStream(archive)), tar);
			default -> sevenZip(archive, null, Map.of("a", image(1), "b/c", image(2)));
		}
		scan(model, root);
		assertEquals(Set.of(name + "/a", name + "/b/c"), names(root));
		assertEquals(Map.of(), broken);
		for (InstanceHeader header : found) {
			assertSamePixels(image(header.integer(Tag.INSTANCE_NUMBER).orElseThrow()), header);
		}
		Set<Path> expanded = newFiles(before);
		assertEquals(1, expanded.size());
		found.clear();
		scan(model, root);
		assertEquals(Set.of(name + "/a", name + "/b/c"), names(root));
		assertEquals(expanded, newFiles(before), "it was not expanded once more");
		found.clear();
		for (int i = 0; i < 100 && !newFiles(before).isEmpty(); i++) {
			System.gc();
			LockSupport.parkNanos(20_000_000);
		}
		assertEquals(Set.of(), newFiles(before));
	}

	private static void write(OutputStream packed, byte[] bytes) throws IOException {
		try (packed) {
			packed.write(bytes);
		}
	}

	private static void sevenZip(Path archive, char[] password, Map<String, byte[]> files) throws IOException {
		try (SevenZOutputFile out = password == null ? new SevenZOutputFile(archive.toFile())
				: new SevenZOutputFile(archive.toFile(), password)) {
			SevenZArchiveEntry folder = new SevenZArchiveEntry();
			folder.setName("b");
			folder.setDirectory(true);
			out.putArchiveEntry(folder);
			out.closeArchiveEntry();
			for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
				SevenZArchiveEntry entry = new SevenZArchiveEntry();
				entry.setName(file.getKey());
				out.putArchiveEntry(entry);
				out.write(file.getValue());
				out.closeArchiveEntry();
			}
		}
	}

	private static Set<Path> newFiles(Set<Path> before) throws IOException {
		Set<Path> files = temporaryFiles();
		files.removeAll(before);
		return files;
	}

	/** {@return what archives are expanded to} */
	private static Set<Path> temporaryFiles() throws IOException {
		Set<Path> files = new HashSet<>();
		Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, "dicompreview-*")) {
			for (Path folder : folders) {
				try (Stream<Path> all = Files.walk(folder)) {
					all.filter(path -> path.endsWith("archive")).forEach(files::add);
				} catch (IOException | UncheckedIOException e) {
					// of another process, which has just deleted it
				}
			}
		}
		return files;
	}

	/** Bytes in memory, of which it is known how many were read. */
	private static final class Counted implements InstanceSource {

		private final byte[] bytes;
		private final InstanceLocation location;
		private long read;

		Counted(String name, byte[] bytes) {
			this.bytes = bytes;
			location = InstanceLocation.of(this, name, bytes.length, "1");
		}

		@Override
		public String id() {
			return "counted:";
		}

		@Override
		public InstanceBytes open(InstanceLocation opened) {
			InstanceBytes all = InstanceBytes.of(bytes);
			return new InstanceBytes() {
				@Override
				public int read(long position, byte[] target, int offset, int length) throws IOException {
					int count = all.read(position, target, offset, length);
					read += count;
					return count;
				}

				@Override
				public long size() {
					return all.size();
				}

				@Override
				public boolean isRandomAccess() {
					return true;
				}

				@Override
				public void close() {
					// memory
				}
			};
		}
	}

	private static final class Listed implements Source.Listing {

		private final List<InstanceLocation> instances = new ArrayList<>();
		private final Map<String, String> problems = new TreeMap<>();

		@Override
		public void instances(List<InstanceLocation> batch) {
			instances.addAll(batch);
		}

		@Override
		public void headers(List<InstanceHeader> batch) {
			throw new AssertionError("no archive has headers");
		}

		@Override
		public void problem(InstanceLocation location, Problem problem) {
			problems.put(location.key(), problem.toString());
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "large.tar", "large.zip" })
	void nothingIsReadOrExpandedThatNobodyAsksFor(String name) throws IOException {
		byte[] large = new byte[1 << 22];
		byte[] archive = name.endsWith("tar") ? new TarMaker().file("x", large).file("y", large).bytes()
				: zip(ZipEntry.STORED, Map.of("x", large, "y", large));
		Set<Path> before = temporaryFiles();
		Counted counted = new Counted(name, archive);
		Listed listed = new Listed();
		new ArchiveSource().list(counted.location, listed);
		assertEquals(List.of("x", "y"), listed.instances.stream().map(InstanceLocation::key).sorted().toList());
		assertTrue(counted.read < 1 << 17, counted.read + " bytes were read");
		counted.read = 0;
		try (InstanceBytes bytes = listed.instances.get(1).source().open(listed.instances.get(1))) {
			assertTrue(bytes.isRandomAccess());
			assertEquals(large.length, bytes.size());
			assertEquals(10, bytes.read(large.length - 10, new byte[20], 0, 20));
		}
		assertEquals(10, counted.read);
		assertEquals(Set.of(), newFiles(before));
	}

	private static byte[] zip(int method, Map<String, byte[]> files) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
				ZipEntry entry = new ZipEntry(file.getKey());
				entry.setMethod(method);
				entry.setSize(file.getValue().length);
				CRC32 crc = new CRC32();
				crc.update(file.getValue());
				entry.setCrc(crc.getValue());
				zip.putNextEntry(entry);
				zip.write(file.getValue());
			}
		}
		return bytes.toByteArray();
	}

	@Test
	void archivesOfEachKindLieInEachOther() throws IOException {
		byte[] inner = zip(ZipEntry.DEFLATED, Map.of("i1", image(1)));
		byte[] stored = zip(ZipEntry.STORED, Map.of("deflated.zip", inner, "i2", image(2)));
		Path seven = root.resolveSibling("inner.7z");
		sevenZip(seven, null, Map.of("i3", image(3), "inner.zip", inner));
		byte[] outer = zip(ZipEntry.DEFLATED, Map.of("stored.zip", stored, "deep/inner.7z", Files.readAllBytes(seven),
				"inner.tar.gz", TarMaker.gzip(new TarMaker().file("i4", image(4)).bytes())));
		Files.delete(seven);
		Files.write(root.resolve("outer.zip"), outer);
		scan(model, root);
		assertEquals(Set.of("outer.zip/stored.zip/deflated.zip/i1", "outer.zip/stored.zip/i2", "outer.zip/deep/inner.7z/i3",
				"outer.zip/deep/inner.7z/inner.zip/i1", "outer.zip/inner.tar.gz/i4"), names(root));
		assertEquals(Map.of(), broken);
		for (InstanceHeader header : found) {
			assertSamePixels(image(header.integer(Tag.INSTANCE_NUMBER).orElseThrow()), header);
		}
	}

	@Test
	void whatIsPackedInAnUnusualWayIsExpanded() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		write(new BZip2CompressorOutputStream(packed), image(1));
		try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(root.resolve("odd.zip"))) {
			for (int method : new int[] { ZipMethod.BZIP2.getCode(), ZipMethod.JPEG.getCode() }) {
				ZipArchiveEntry entry = new ZipArchiveEntry("by" + method);
				entry.setMethod(method);
				entry.setSize(image(1).length);
				entry.setCompressedSize(packed.size());
				CRC32 crc = new CRC32();
				crc.update(image(1));
				entry.setCrc(crc.getValue());
				zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed.toByteArray()));
			}
		}
		scan(model, root);
		assertEquals(Set.of("odd.zip/by12"), names(root));
		assertSamePixels(image(1), found.get(0));
		assertEquals(Set.of("odd.zip/by96"), broken.keySet());
	}

	@Test
	void whatIsEncryptedIsSaid() throws IOException {
		sevenZip(root.resolve("secret.7z"), "word".toCharArray(), Map.of("a", image(1)));
		byte[] zip = zip(ZipEntry.DEFLATED, Map.of("a", image(1), "b", image(2)));
		for (int i = 0; i < zip.length - 4; i++) {
			if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
				zip[i + 8] |= 1; // the flag of encryption, of the first entry only
				break;
			}
		}
		Files.write(root.resolve("secret.zip"), zip);
		scan(model, root);
		assertEquals(Set.of("secret.zip/b"), names(root));
		assertEquals(Set.of("secret.7z", "secret.zip/a"), broken.keySet());
		assertTrue(broken.values().stream().allMatch(text -> text.contains("encrypted")), broken::toString);
	}

	@Test
	void anythingIsAnArchiveThatBeginsLikeOneAndIsOpenedByItself() throws IOException {
		byte[] tar = new TarMaker().file("a", image(1)).bytes();
		Path seven = root.resolve("seven");
		sevenZip(seven, null, Map.of("a", image(1)));
		for (Path archive : List.of(seven, Files.write(root.resolve("zip"), zip(ZipEntry.DEFLATED, Map.of("a", image(1)))),
				Files.write(root.resolve("tar"), tar), Files.write(root.resolve("gz"), TarMaker.gzip(tar)))) {
			found.clear();
			scan(model, archive);
			assertEquals(Set.of("a"), names(archive), archive::toString);
		}
		found.clear();
		scan(model, root);
		assertEquals(List.of(), found);
		assertEquals(4, foreign.size());
	}

	@Test
	void linksInArchivesAreNotFollowed() throws IOException {
		try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(root.resolve("links.zip"))) {
			ZipArchiveEntry link = new ZipArchiveEntry("link");
			link.setUnixMode(0120777);
			zip.putArchiveEntry(link);
			zip.write("/etc/passwd".getBytes(StandardCharsets.US_ASCII));
			zip.closeArchiveEntry();
		}
		Files.write(root.resolve("links.tar"),
				new TarMaker().entry("hard", '1', new byte[0], 0).entry("soft", '2', new byte[0], 0).file("a", image(1)).bytes());
		scan(model, root);
		assertEquals(Set.of("links.tar/a"), names(root));
		assertEquals(List.of(), foreign);
		assertEquals(Map.of(), broken);
	}

	@Test
	void namesThatFillTheMemoryAreNotBelieved() throws IOException {
		byte[] name = new byte[3 << 20];
		Arrays.fill(name, (byte) 'x');
		Files.write(root.resolve("long.tar"), new TarMaker().file("a", image(1)).entry("././@LongLink", 'L', name, name.length)
				.file("b", image(2)).bytes());
		TarMaker chain = new TarMaker();
		for (int i = 0; i < 20_000; i++) {
			chain.entry("././@LongLink", 'L', new byte[] { 'x' }, 1);
		}
		Files.write(root.resolve("chain.tar"), chain.file("a", image(1)).bytes());
		scan(model, root);
		assertEquals(Set.of("long.tar", "chain.tar"), broken.keySet());
		assertEquals(Set.of("long.tar/a"), names(root));
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
		byte[] zeros = new byte[100 << 20];
		Files.write(root.resolve("bomb.tgz"), TarMaker.gzip(zeros));
		Files.write(root.resolve("bomb.zip"), zip(ZipEntry.DEFLATED, Map.of("bomb", zeros, "inner.tgz", TarMaker.gzip(zeros))));
		sevenZip(root.resolve("bomb.7z"), null, Map.of("a", image(1), "bomb", zeros));
		scan(model, root);
		for (String name : List.of("bomb.tgz", "bomb.zip/inner.tgz", "bomb.7z")) {
			assertTrue(broken.get(name).contains("expands to more than"), broken::toString);
		}
		assertTrue(broken.get("bomb.zip/bomb").contains("claims to expand"), broken::toString);
		assertEquals(Set.of("bomb.7z/a"), names(root));
	}

	@Test
	void whatIsThereOfADamagedArchiveIsFound() throws IOException {
		byte[] bytes = new TarMaker().file("a", image(1)).file("b", image(2)).bytes();
		Files.write(root.resolve("cut.tar"), Arrays.copyOf(bytes, bytes.length - 3000));
		Files.write(root.resolve("odd.tar"), new TarMaker().file("a", image(1)).entry("b", '0', new byte[0], 1L << 32).bytes());
		Files.write(root.resolve("junk.tar"), "no archive at all".getBytes(StandardCharsets.US_ASCII));
		byte[] seven;
		sevenZip(root.resolve("whole.7z"), null, Map.of("a", image(1)));
		seven = Files.readAllBytes(root.resolve("whole.7z"));
		Files.delete(root.resolve("whole.7z"));
		Files.write(root.resolve("cut.7z"), Arrays.copyOf(seven, seven.length / 2));
		Files.write(root.resolve("junk.7z"), "no archive at all".getBytes(StandardCharsets.US_ASCII));
		Files.write(root.resolve("junk.tgz"), "no archive at all".getBytes(StandardCharsets.US_ASCII));
		scan(model, root);
		assertEquals(Set.of("cut.tar/a", "odd.tar/a"), names(root));
		assertEquals(Set.of("cut.tar", "odd.tar", "junk.tar", "junk.tgz", "cut.7z", "junk.7z"), broken.keySet());
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
