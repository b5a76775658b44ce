package org.dicompreview.testsupport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.spi.DicomReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link DicomReader} has to do. A test of a provider extends this and names the provider. */
public abstract class DicomReaderContract {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;
	private static final Study STUDY = Study.of("Doe^J\u00E9r\u00F4me", "4711", 12); //$NON-NLS-1$ //$NON-NLS-2$
	private static final String JPEG_LS = "1.2.840.10008.1.2.4.80"; //$NON-NLS-1$

	/** Files are written here. */
	@TempDir
	protected Path folder;

	/** {@return the provider that is tested} */
	protected abstract DicomReader reader();

	private Path write(String syntax, DicomObject object) throws IOException {
		Path file = folder.resolve("image.dcm"); //$NON-NLS-1$
		DicomWriter.of(syntax).write(file, object);
		return file;
	}

	private static DicomObject image() {
		return Phantoms.ct(STUDY, 3, 1, 2.5, 24).get(0)
				.sequence(Tag.ANATOMIC_REGION_SEQUENCE, new DicomObject().set(Tag.CODE_MEANING, "Head")); //$NON-NLS-1$
	}

	/** Headers in the encodings of uncompressed files. */
	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG,
			DicomWriter.DEFLATED })
	void headers(String syntax) throws IOException {
		Path file = write(syntax, image());
		InstanceHeader header = reader().readHeader(file, LIMITS);
		assertEquals(file, Locations.path(header));
		assertEquals(Files.size(file), header.location().size());
		assertEquals(syntax, header.transferSyntax().uid());
		assertEquals(Study.CT, header.sopClassUid());
		assertEquals(STUDY.root() + ".3.3.1", header.sopInstanceUid()); //$NON-NLS-1$
		assertEquals(Optional.empty(), header.problem());
		assertTrue(header.hasPixels());
		assertEquals(1, header.frameCount());
		assertEquals(Optional.of("Doe^J\u00E9r\u00F4me"), header.string(Tag.PATIENT_NAME)); //$NON-NLS-1$
		assertEquals(List.of("ORIGINAL", "PRIMARY", "AXIAL"), header.strings(Tag.IMAGE_TYPE)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertArrayEquals(new double[] { 40, 500 }, header.numbers(Tag.WINDOW_CENTER));
		assertEquals(24, header.frame(0).integer(Tag.ROWS).orElseThrow());
		assertEquals(Optional.of("Head"), header.items(Tag.ANATOMIC_REGION_SEQUENCE).get(0).string(Tag.CODE_MEANING)); //$NON-NLS-1$
		assertFalse(header.contains(Tag.ECHO_TIME));
		assertThrows(IndexOutOfBoundsException.class, () -> header.frame(1));
	}

	/** Attributes of single frames. */
	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE })
	void framesOfEnhancedObjects(String syntax) throws IOException {
		InstanceHeader header = reader().readHeader(write(syntax, Phantoms.enhanced(STUDY, 5, 4, 2, 16)), LIMITS);
		assertEquals(8, header.frameCount());
		for (int i = 0; i < 8; i++) {
			Attributes frame = header.frame(i);
			double[] index = frame.numbers(Tag.DIMENSION_INDEX_VALUES);
			assertEquals(8 * (index[1] - 3), frame.numbers(Tag.IMAGE_POSITION_PATIENT)[2]);
			assertEquals(6, frame.numbers(Tag.IMAGE_ORIENTATION_PATIENT).length);
			assertEquals(760, frame.integer(Tag.WINDOW_WIDTH).orElseThrow());
			assertEquals(1, frame.items(Tag.PLANE_POSITION_SEQUENCE).size());
		}
	}

	/** Whole data sets, and long values. */
	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG,
			DicomWriter.DEFLATED })
	void dataSets(String syntax) throws IOException {
		Path file = write(syntax, image().set(Tag.LUT_DATA, VR.OW, IntStream.range(0, 3000).boxed().toArray()));
		DataSet dataSet = reader().readDataSet(file, LIMITS);
		assertEquals(Optional.empty(), dataSet.problem());
		assertEquals(Optional.of(syntax), dataSet.string(Tag.TRANSFER_SYNTAX_UID));
		assertArrayEquals(new double[] { 120, 2000 }, dataSet.numbers(Tag.WINDOW_WIDTH));
		Element region = dataSet.element(Tag.ANATOMIC_REGION_SEQUENCE).orElseThrow();
		assertEquals(VR.SQ, region.vr());
		assertEquals(List.of("Head"), region.items().get(0).element(Tag.CODE_MEANING).orElseThrow().values()); //$NON-NLS-1$
		Element table = dataSet.element(Tag.LUT_DATA).orElseThrow();
		assertEquals(6000, table.length());
		assertTrue(table.shortened());
		byte[] bytes = reader().readValue(file, table, LIMITS);
		assertEquals(6000, bytes.length);
		assertEquals(2999, bytes[5998] & 0xFF | bytes[5999] << 8);
	}

	/** Native frames, brought to little-endian order. */
	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG,
			DicomWriter.DEFLATED })
	void nativeFrames(String syntax) throws IOException {
		short[] values = new short[3 * 20];
		for (int i = 0; i < values.length; i++) {
			values[i] = (short) (i * 1000);
		}
		DicomObject object = Images.grey16(image(), 5, 4, 16, true, values).set(Tag.NUMBER_OF_FRAMES, 3);
		InstanceHeader header = reader().readHeader(write(syntax, object), LIMITS);
		assertEquals(3, header.frameCount());
		try (PixelSource pixels = reader().openPixels(header, LIMITS)) {
			PixelFormat format = pixels.format();
			assertEquals(List.of(4, 5, 16), List.of(format.rows(), format.columns(), format.bitsStored()));
			assertTrue(format.signed());
			assertEquals(3, pixels.frameCount());
			EncodedFrame frame = pixels.frame(2);
			assertEquals(40, frame.length());
			int at = frame.offset() + 2 * 7;
			assertEquals(values[47], (short) (frame.bytes()[at] & 0xFF | frame.bytes()[at + 1] << 8));
			assertThrows(IndexOutOfBoundsException.class, () -> pixels.frame(3));
		}
	}

	/** Encapsulated frames, with any offset table or none. */
	@ParameterizedTest
	@EnumSource(DicomWriter.Table.class)
	void encapsulatedFrames(DicomWriter.Table table) throws IOException {
		List<List<byte[]>> frames = IntStream.range(0, 4).mapToObj(i -> List.of(codestream(i, 0), codestream(i, 1)))
				.toList();
		Path file = folder.resolve("frames"); //$NON-NLS-1$
		DicomWriter.of(JPEG_LS).with(table).write(file, image().set(Tag.NUMBER_OF_FRAMES, 4).fragments(frames));
		try (PixelSource pixels = reader().openPixels(reader().readHeader(file, LIMITS), LIMITS)) {
			assertEquals(4, pixels.frameCount());
			EncodedFrame frame = pixels.frame(3);
			assertEquals(JPEG_LS, frame.transferSyntax().uid());
			byte[] bytes = Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length());
			assertArrayEquals(codestream(3, 0), Arrays.copyOf(bytes, 30));
			assertArrayEquals(codestream(3, 1), Arrays.copyOfRange(bytes, 30, 60));
		}
	}

	private static byte[] codestream(int frame, int part) {
		byte[] bytes = new byte[30];
		Arrays.fill(bytes, (byte) (10 * frame + part));
		if (part == 0) {
			System.arraycopy(new byte[] { -1, -40, -1, -9, 0, 11 }, 0, bytes, 0, 6);
		}
		return bytes;
	}

	/** Files that are none. */
	@Test
	void foreignFiles() throws IOException {
		for (byte[] bytes : List.of(new byte[0], new byte[3000], "words ".repeat(500).getBytes(StandardCharsets.UTF_8))) { //$NON-NLS-1$
			Path file = Files.write(folder.resolve("foreign"), bytes); //$NON-NLS-1$
			assertThrows(NotDicomException.class, () -> reader().readHeader(file, LIMITS));
			assertThrows(NotDicomException.class, () -> reader().readDataSet(file, LIMITS));
		}
	}

	/** Truncation ends in a header with a problem, or in an exception that names the file. */
	@Test
	void truncatedFiles() throws IOException {
		byte[] whole = Files.readAllBytes(write(DicomWriter.EXPLICIT_LITTLE, image()));
		for (int length = 140; length < whole.length; length += 61) {
			Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length)); //$NON-NLS-1$
			try {
				InstanceHeader header = reader().readHeader(file, LIMITS);
				reader().readDataSet(file, LIMITS);
				if (header.hasPixels()) {
					assertTrue(header.problem().isPresent());
					reader().openPixels(header, LIMITS).close();
				}
			} catch (DicomException e) {
				assertEquals(file, Locations.path(e.problem().location()));
			}
		}
	}

	/** No pixels. */
	@Test
	void instancesWithoutPixels() throws IOException {
		InstanceHeader header = reader()
				.readHeader(write(DicomWriter.EXPLICIT_LITTLE, image().remove(Tag.PIXEL_DATA)), LIMITS);
		assertFalse(header.hasPixels());
		assertEquals(0, header.frameCount());
		assertThrows(DicomException.class, () -> reader().openPixels(header, LIMITS));
	}

	/** Several threads at one reader and at one pixel source. */
	@Test
	void severalThreads() throws IOException, InterruptedException, ExecutionException {
		byte[] values = new byte[50 * 16];
		for (int i = 0; i < values.length; i++) {
			values[i] = (byte) (i / 16);
		}
		DicomObject object = Images.bytes(image(), 4, 4, 1, "MONOCHROME2", values).set(Tag.NUMBER_OF_FRAMES, 50); //$NON-NLS-1$
		Path file = write(DicomWriter.EXPLICIT_LITTLE, object);
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try (PixelSource pixels = reader().openPixels(reader().readHeader(file, LIMITS), LIMITS)) {
			List<Future<Integer>> results = IntStream.range(0, 400).mapToObj(i -> threads.submit(() -> {
				assertEquals(50, reader().readHeader(file, LIMITS).frameCount());
				EncodedFrame frame = pixels.frame(i % 50);
				return (int) frame.bytes()[frame.offset() + 15];
			})).toList();
			for (int i = 0; i < results.size(); i++) {
				assertEquals(i % 50, results.get(i).get());
			}
		} finally {
			threads.shutdownNow();
		}
	}
}
