package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.DicomWriter.Table;
import org.dicompreview.testsupport.Images;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fragments of a video are one stream that can be read at any place. */
class PixelStreamTest {

	private static final String H264 = "1.2.840.10008.1.2.4.102"; //$NON-NLS-1$
	private static final byte[] ALL = new byte[100];
	static {
		for (int i = 0; i < ALL.length; i++) {
			ALL[i] = (byte) (i + 1);
		}
	}

	@TempDir
	Path folder;

	private final DicomReader reader = new BuiltInReader();

	private static DicomObject video() {
		DicomObject object = Study.of("Doe^Jane", "4711", 3).instance(Study.MR, "XC", 2, "Video", 1); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		return Images.bytes(object, 64, 32, 3, "YBR_PARTIAL_420", new byte[0]).set(Tag.NUMBER_OF_FRAMES, 7); //$NON-NLS-1$
	}

	private Path write(Table table, int... cuts) throws IOException {
		byte[][] parts = new byte[cuts.length + 1][];
		for (int i = 0; i <= cuts.length; i++) {
			parts[i] = Arrays.copyOfRange(ALL, i == 0 ? 0 : cuts[i - 1], i == cuts.length ? ALL.length : cuts[i]);
		}
		Path file = folder.resolve("video.dcm"); //$NON-NLS-1$
		DicomWriter.of(H264).with(table).write(file, video().fragments(List.of(List.of(parts))));
		return file;
	}

	private PixelStream open(Path file) throws IOException {
		return reader.openStream(reader.readHeader(file, ReadLimits.DEFAULT), ReadLimits.DEFAULT);
	}

	@ParameterizedTest
	@EnumSource(Table.class)
	void joinsFragmentsWhateverTheTable(Table table) throws IOException {
		try (PixelStream stream = open(write(table, 10, 12, 60))) {
			assertEquals(H264, stream.transferSyntax().uid());
			assertEquals(7, stream.statedFrames());
			assertEquals(ALL.length, stream.length());
			for (int from = 0; from <= ALL.length; from++) {
				byte[] read = new byte[ALL.length - from];
				assertEquals(read.length, stream.read(from, read, 0, read.length));
				assertArrayEquals(Arrays.copyOfRange(ALL, from, ALL.length), read);
			}
		}
	}

	@Test
	void readsNothingBehindTheEnd() throws IOException {
		try (PixelStream stream = open(write(Table.NONE, 50))) {
			byte[] read = new byte[8];
			assertEquals(3, stream.read(97, read, 2, 6));
			assertArrayEquals(new byte[] { 0, 0, 98, 99, 100, 0, 0, 0 }, read);
			assertEquals(0, stream.read(100, read, 0, 8));
			assertEquals(0, stream.read(Long.MAX_VALUE / 2, read, 0, 8));
		}
	}

	@Test
	void aTruncatedFileIsAShorterStream() throws IOException {
		Path file = write(Table.NONE, 50);
		long length;
		try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) { //$NON-NLS-1$
			cut.setLength(cut.length() - 40);
			length = cut.length();
		}
		try (PixelStream stream = open(file)) {
			byte[] read = new byte[ALL.length];
			int there = stream.read(0, read, 0, read.length);
			assertTrue(there > 50 && there < ALL.length && there < length, there + " bytes"); //$NON-NLS-1$
			assertArrayEquals(Arrays.copyOf(ALL, there), Arrays.copyOf(read, there));
		}
	}

	@Test
	void pixelsThatAreNotInFragmentsAreNoStream() throws IOException {
		Path file = folder.resolve("plain.dcm"); //$NON-NLS-1$
		DicomWriter.of("1.2.840.10008.1.2.1").write(file, Images.bytes(video(), 8, 8, 1, "MONOCHROME2", new byte[64])); //$NON-NLS-1$ //$NON-NLS-2$
		DicomException refused = assertThrows(DicomException.class, () -> open(file));
		assertEquals(Tag.PIXEL_DATA, refused.problem().tag());
	}
}
