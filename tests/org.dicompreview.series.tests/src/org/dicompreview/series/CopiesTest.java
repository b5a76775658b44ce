package org.dicompreview.series;

import static org.dicompreview.series.Stacks.describe;
import static org.dicompreview.series.Stacks.files;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.series.Finding.Kind;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are the same instance once more are shown once; files that only claim to be are not. */
class CopiesTest {

	private static final int SLICES = 5;

	@TempDir
	Path folder;
	private final SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());

	@BeforeEach
	void write() throws IOException {
		for (int i = 0; i < SLICES; i++) {
			TestFiles.write(folder.resolve("f" + i), 1, i);
		}
	}

	private Series scan() throws IOException {
		return Collected.scan(model, folder).catalog().series("1.2.4.1").orElseThrow();
	}

	private static String copies(Series series) {
		TreeMap<String, String> names = new TreeMap<>();
		series.copies().forEach((copy, original) -> names.put(name(copy), name(original)));
		return names.toString();
	}

	private static String name(InstanceHeader header) {
		return Locations.path(header).getFileName().toString();
	}

	private void copy(String from, String to) throws IOException {
		Path file = folder.resolve(to);
		Files.createDirectories(file.getParent());
		Files.copy(folder.resolve(from), file);
	}

	@Test
	void aCopyIsShownOnceWithANote() throws IOException {
		copy("f1", "f1 (1)");
		copy("f1", "backup/f1-old");
		copy("f4", "backup/other");
		Series series = scan();
		assertEquals(SLICES + 3, series.imageCount(), "nothing was read yet");
		assertEquals(List.of("axial: position 5"), describe(series.stacks()));
		assertEquals("f0 f1 f2 f3 f4", files(series.stacks().get(0)));
		assertEquals(SLICES, series.imageCount());
		assertEquals(SLICES + 3, series.instances().size(), "none is dropped");
		assertEquals("{f1 (1)=f1, f1-old=f1, other=f4}", copies(series));
		assertEquals(List.of("Files that are identical copies of others, shown once: 3 (f1 (1), f1-old, other)"),
				series.findings().stream().map(finding -> finding.message().toString()).toList());
		assertEquals(List.of(), series.stacks().get(0).findings());
	}

	@Test
	void anArchiveOfTheSameFilesAddsNothing() throws IOException {
		Path zip = TestFiles.zip(folder.resolveSibling(folder.getFileName() + ".zip"), folder);
		Files.move(zip, folder.resolve("all.zip"));
		Series series = scan();
		assertEquals(List.of("axial: position 5"), describe(series.stacks()));
		assertEquals(SLICES, series.copies().size());
	}

	/** Programs that pass a file on write their own name into its meta information. */
	@Test
	void whoWroteTheFileMakesNoDifference() throws IOException {
		byte[] bytes = Files.readAllBytes(folder.resolve("f2"));
		byte[] name = { 2, 0, 0x13, 0, 'S', 'H', 8, 0, 'A', 'N', 'O', 'T', 'H', 'E', 'R', '1' };
		int length = bytes[140] & 0xFF | (bytes[141] & 0xFF) << 8;
		int end = 144 + length;
		byte[] other = new byte[bytes.length + name.length];
		System.arraycopy(bytes, 0, other, 0, end);
		System.arraycopy(name, 0, other, end, name.length);
		System.arraycopy(bytes, end, other, end + name.length, bytes.length - end);
		other[140] = (byte) (length + name.length);
		other[141] = (byte) (length + name.length >> 8);
		Files.write(folder.resolve("g2-other"), other);
		assertEquals("{g2-other=f2}", copies(scan()));
	}

	/** One pixel, one attribute or the coding: with the same UID these are contradictions, and both are shown. */
	@Test
	void whatDiffersIsNoCopy() throws IOException {
		DicomWriter writer = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE);
		byte[] pixels = new byte[16];
		pixels[15] = 1;
		writer.write(folder.resolve("pixel"), TestFiles.slice(1, 1).bytes(Tag.PIXEL_DATA, VR.OB, pixels));
		writer.write(folder.resolve("name"), TestFiles.slice(1, 2).set(Tag.PATIENT_NAME, "Doe^Jana"));
		DicomObject implicit = TestFiles.slice(1, 3);
		DicomWriter.of(DicomWriter.IMPLICIT_LITTLE).write(folder.resolve("implicit"), implicit);
		byte[] stated = Files.readAllBytes(folder.resolve("f4"));
		int syntax = new String(stated, StandardCharsets.ISO_8859_1).indexOf("1.2.840.10008.1.2.1");
		stated[syntax + 18] = '2'; // as big endian, which it is not
		Files.write(folder.resolve("syntax"), stated);
		Series series = scan();
		assertEquals("{}", copies(series));
		assertEquals(List.of("axial: position 5 × repeat 2"), describe(series.stacks()));
		assertEquals(List.of(Kind.DUPLICATE_INSTANCES, Kind.CONTRADICTION),
				series.findings().stream().map(Finding::kind).toList());
		assertEquals(SLICES + 4, series.imageCount());
	}

	/** What stays of several files is shown, whichever it is. */
	@Test
	void aCopyTakesThePlaceOfAnOriginalThatIsGone() throws IOException {
		copy("f1", "f1-copy");
		Collected collected = Collected.scan(model, folder);
		Series series = collected.catalog().series("1.2.4.1").orElseThrow();
		assertEquals(SLICES, series.stacks().get(0).slices().size());
		collected.catalog().remove(folder, List.of(FileLocation.unseen(folder.resolve("f1"))));
		assertEquals(SLICES, series.imageCount());
		assertEquals("f0 f1-copy f2 f3 f4", files(series.stacks().get(0)));
		assertEquals("{}", copies(series));
		assertSame(series, collected.catalog().series("1.2.4.1").orElseThrow());
	}

	/** A file that cannot be read any more is a copy of nothing. */
	@Test
	void filesThatAreGoneAreNotCompared() throws IOException {
		copy("f1", "f1-copy");
		Series series = scan();
		Files.delete(folder.resolve("f1-copy"));
		assertEquals("{}", copies(series));
		assertEquals(SLICES + 1, series.stacks().get(0).slices().size());
	}
}
