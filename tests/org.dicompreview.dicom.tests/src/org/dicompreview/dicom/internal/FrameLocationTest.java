package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.VR;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Every frame is found, whatever table there is or is not. */
class FrameLocationTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;
	private static final String JPEG_LS = "1.2.840.10008.1.2.4.80"; //$NON-NLS-1$
	private static final int[] JPEG_LS_START = { 0xFF, 0xD8, 0xFF, 0xF7, 0, 11 };

	@TempDir
	Path folder;

	private final DicomReader reader = new BuiltInReader();

	private static DicomObject object(int frames) {
		DicomObject object = Study.of("Doe^Jane", "4711", 3).instance(Study.MR, "MR", 2, "Frames", 5); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		return Images.bytes(object, 5, 3, 1, "MONOCHROME2", new byte[16]).set(Tag.NUMBER_OF_FRAMES, frames); //$NON-NLS-1$
	}

	/** A part of a codestream; only the first part of a frame begins as one. */
	private static byte[] part(int frame, int part, int length) {
		byte[] bytes = new byte[length];
		Arrays.fill(bytes, (byte) (frame * 16 + part));
		for (int i = 0; part == 0 && i < JPEG_LS_START.length; i++) {
			bytes[i] = (byte) JPEG_LS_START[i];
		}
		return bytes;
	}

	private static List<List<byte[]>> frames(int... parts) {
		List<List<byte[]>> frames = new ArrayList<>();
		for (int frame = 0; frame < parts.length; frame++) {
			List<byte[]> fragments = new ArrayList<>();
			for (int part = 0; part < parts[frame]; part++) {
				fragments.add(part(frame, part, 20 + 2 * frame + 4 * part));
			}
			frames.add(fragments);
		}
		return frames;
	}

	private static byte[] joined(List<byte[]> parts) {
		byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
		int at = 0;
		for (byte[] part : parts) {
			System.arraycopy(part, 0, all, at, part.length);
			at += part.length;
		}
		return all;
	}

	private static byte[] bytes(EncodedFrame frame) {
		return Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length());
	}

	private PixelSource open(byte[] file) throws IOException {
		Path path = Files.write(folder.resolve("file"), file); //$NON-NLS-1$
		return reader.openPixels(reader.readHeader(path, LIMITS), LIMITS);
	}

	private void assertFrames(List<List<byte[]>> expected, byte[] file) throws IOException {
		try (PixelSource pixels = open(file)) {
			assertEquals(expected.size(), pixels.frameCount());
			for (int i = expected.size() - 1; i >= 0; i--) {
				assertArrayEquals(joined(expected.get(i)), bytes(pixels.frame(i)), "frame " + i); //$NON-NLS-1$
				assertEquals(JPEG_LS, pixels.frame(i).transferSyntax().uid());
			}
			assertThrows(IndexOutOfBoundsException.class, () -> pixels.frame(expected.size()));
			assertThrows(IndexOutOfBoundsException.class, () -> pixels.frame(-1));
		}
	}

	@ParameterizedTest
	@EnumSource(Table.class)
	void oneFragmentAFrame(Table table) throws IOException {
		List<List<byte[]>> frames = frames(1, 1, 1, 1, 1);
		assertFrames(frames, DicomWriter.of(JPEG_LS).with(table).toBytes(object(5).fragments(frames)));
	}

	@ParameterizedTest
	@EnumSource(Table.class)
	void anyNumberOfFragmentsAFrame(Table table) throws IOException {
		List<List<byte[]>> frames = frames(2, 1, 3, 1);
		assertFrames(frames, DicomWriter.of(JPEG_LS).with(table).toBytes(object(4).fragments(frames)));
	}

	@ParameterizedTest
	@EnumSource(Table.class)
	void oneFrameInManyFragments(Table table) throws IOException {
		List<List<byte[]>> frames = frames(7);
		assertFrames(frames, DicomWriter.of(JPEG_LS).with(table).toBytes(object(1).fragments(frames)));
	}

	@Test
	void asManyFragmentsForEachFrameWithoutSignature() throws IOException {
		List<List<byte[]>> frames = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			frames.add(List.of(part(i, 1, 10), part(i, 2, 12)));
		}
		assertFrames(frames, DicomWriter.of(JPEG_LS).toBytes(object(3).fragments(frames)));
	}

	@Test
	void aTableThatLies() throws IOException {
		List<List<byte[]>> frames = frames(2, 1, 3, 1);
		byte[] file = DicomWriter.of(JPEG_LS).with(Table.BASIC).toBytes(object(4).fragments(frames));
		int table = tableStart(file);
		for (int wrong : new int[] { 4, 0x7FFFFFFF, -1, 2 }) {
			for (int entry = 0; entry < 4; entry++) {
				byte[] changed = file.clone();
				for (int i = 0; i < 4; i++) {
					changed[table + 4 * entry + i] = (byte) (wrong >>> 8 * i);
				}
				assertFrames(frames, changed);
			}
		}
	}

	/** {@return index of the first entry of the basic offset table} */
	private static int tableStart(byte[] file) {
		for (int i = 0; i < file.length; i++) {
			if (file[i] == (byte) 0xE0 && file[i + 1] == 0x7F && file[i + 2] == 0x10 && file[i + 4] == 'O') {
				return i + 12 + 8;
			}
		}
		throw new AssertionError("no pixel data"); //$NON-NLS-1$
	}

	@Test
	void missingDelimiterAndTruncation() throws IOException {
		List<List<byte[]>> frames = frames(1, 1, 1);
		byte[] file = DicomWriter.of(JPEG_LS).toBytes(object(3).fragments(frames));
		assertFrames(frames, Arrays.copyOf(file, file.length - 8));
		try (PixelSource pixels = open(Arrays.copyOf(file, file.length - 8 - 10))) {
			assertEquals(3, pixels.frameCount());
			assertEquals(frames.get(2).get(0).length - 10, pixels.frame(2).length());
		}
		try (PixelSource pixels = open(Arrays.copyOf(file, file.length - 8 - frames.get(2).get(0).length - 8))) {
			assertEquals(2, pixels.frameCount());
		}
	}

	@Test
	void aFragmentLengthThatLies() throws IOException {
		List<List<byte[]>> frames = frames(1, 1, 1);
		byte[] file = DicomWriter.of(JPEG_LS).toBytes(object(3).fragments(frames));
		int second = tableStart(file) + 8 + frames.get(0).get(0).length;
		for (byte length : new byte[] { 2, 28, 127 }) {
			byte[] changed = file.clone();
			changed[second + 4] = length;
			assertFrames(frames, changed);
		}
	}

	@Test
	void anEmptyFragmentIsNoFrame() throws IOException {
		List<List<byte[]>> frames = frames(1, 1);
		List<List<byte[]>> written = List.of(List.of(new byte[0]), frames.get(0), frames.get(1));
		assertFrames(frames, DicomWriter.of(JPEG_LS).toBytes(object(2).fragments(written)));
	}

	@ParameterizedTest
	@EnumSource(Table.class)
	void asManyFragmentsAsFramesWithTheEmptyOnes(Table table) throws IOException {
		for (int lost = 0; lost < 4; lost++) {
			List<List<byte[]>> frames = frames(1, 1, 1, 1);
			frames.set(lost, List.of(new byte[0]));
			assertAllBut(lost, frames, table);
		}
	}

	@ParameterizedTest
	@EnumSource(Table.class)
	void anEmptyFrameAmongOthersOfSeveralFragments(Table table) throws IOException {
		for (int lost = 0; lost < 4; lost++) {
			List<List<byte[]>> frames = frames(2, 2, 1, 2);
			frames.set(lost, List.of(new byte[0]));
			assertAllBut(lost, frames, table);
		}
	}

	private void assertAllBut(int lost, List<List<byte[]>> frames, Table table) throws IOException {
		try (PixelSource pixels = open(DicomWriter.of(JPEG_LS).with(table).toBytes(object(4).fragments(frames)))) {
			assertEquals(4, pixels.frameCount());
			for (int i = 0; i < 4; i++) {
				int frame = i;
				if (i == lost) {
					DicomException refusal = assertThrows(DicomException.class, () -> pixels.frame(frame));
					assertEquals("frame " + (frame + 1) + " is empty", refusal.problem().what().toString()); //$NON-NLS-1$ //$NON-NLS-2$
					assertEquals(Tag.PIXEL_DATA, refusal.problem().tag());
				} else {
					assertArrayEquals(joined(frames.get(i)), bytes(pixels.frame(i)), lost + " lost, frame " + i); //$NON-NLS-1$
				}
			}
		}
	}

	@Test
	void mostFramesAreEmpty() throws IOException {
		List<List<byte[]>> frames = new ArrayList<>(frames(1));
		while (frames.size() < 50) {
			frames.add(List.of(new byte[0]));
		}
		byte[] file = DicomWriter.of(JPEG_LS).toBytes(object(50).fragments(frames));
		assertEquals(50, reader.readHeader(Files.write(folder.resolve("most"), file), LIMITS).frameCount()); //$NON-NLS-1$
		try (PixelSource pixels = open(file)) {
			assertEquals(50, pixels.frameCount());
			assertThrows(DicomException.class, () -> pixels.frame(49));
		}
	}

	@Test
	void aCodestreamSaysWhatItIs() throws IOException {
		List<List<byte[]>> frames = frames(1, 1);
		String jpeg2000 = "1.2.840.10008.1.2.4.90"; //$NON-NLS-1$
		try (PixelSource pixels = open(DicomWriter.of(jpeg2000).toBytes(object(2).fragments(frames)))) {
			assertEquals("1.2.840.10008.1.2.4.81", pixels.frame(0).transferSyntax().uid()); //$NON-NLS-1$
		}
		try (PixelSource pixels = open(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE)
				.toBytes(object(2).fragments(frames)))) {
			assertEquals("1.2.840.10008.1.2.4.81", pixels.frame(1).transferSyntax().uid()); //$NON-NLS-1$
		}
	}

	@Test
	void noFragments() throws IOException {
		assertThrows(DicomException.class, () -> open(DicomWriter.of(JPEG_LS).toBytes(object(2).fragments(List.of()))));
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG, DicomWriter.DEFLATED })
	void nativeBytes(String syntax) throws IOException {
		byte[] values = new byte[45];
		for (int i = 0; i < values.length; i++) {
			values[i] = (byte) (i + 1);
		}
		for (VR vr : new VR[] { VR.OB, VR.OW }) {
			byte[] padded = Arrays.copyOf(values, 46);
			byte[] file = DicomWriter.of(syntax).toBytes(object(3).bytes(Tag.PIXEL_DATA, vr, padded));
			try (PixelSource pixels = open(file)) {
				assertEquals(3, pixels.frameCount());
				for (int i = 0; i < 3; i++) {
					assertArrayEquals(Arrays.copyOfRange(values, 15 * i, 15 * i + 15), bytes(pixels.frame(i)), vr + " " //$NON-NLS-1$
							+ i);
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG })
	void oneBitFramesFollowWithoutAlignment(String syntax) throws IOException {
		boolean[] values = new boolean[45];
		for (int i = 0; i < values.length; i++) {
			values[i] = i % 3 == 0 || i % 7 == 1;
		}
		DicomObject object = Images.bits(object(3), 5, 3, values);
		try (PixelSource pixels = open(DicomWriter.of(syntax).toBytes(object))) {
			assertEquals(3, pixels.frameCount());
			for (int f = 0; f < 3; f++) {
				EncodedFrame frame = pixels.frame(f);
				assertEquals(15 * f % 8, frame.bitOffset());
				for (int p = 0; p < 15; p++) {
					int bit = frame.bitOffset() + p;
					boolean set = (frame.bytes()[frame.offset() + bit / 8] >> bit % 8 & 1) == 1;
					assertEquals(values[15 * f + p], set, "frame " + f + " pixel " + p); //$NON-NLS-1$ //$NON-NLS-2$
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG, DicomWriter.IMPLICIT_LITTLE })
	void floatPixels(String syntax) throws IOException {
		DicomObject object = object(2).remove(Tag.PIXEL_DATA).set(Tag.BITS_ALLOCATED, 32);
		Object[] values = new Object[30];
		for (int i = 0; i < values.length; i++) {
			values[i] = i / 4f;
		}
		try (PixelSource pixels = open(DicomWriter.of(syntax)
				.toBytes(object.copy().set(Tag.FLOAT_PIXEL_DATA, values)))) {
			assertEquals(SampleKind.FLOAT, pixels.format().sampleKind());
			assertEquals(2, pixels.frameCount());
			byte[] second = bytes(pixels.frame(1));
			assertEquals(60, second.length);
			int bits = second[0] & 0xFF | (second[1] & 0xFF) << 8 | (second[2] & 0xFF) << 16 | second[3] << 24;
			assertEquals(15 / 4f, Float.intBitsToFloat(bits));
		}
		try (PixelSource pixels = open(DicomWriter.of(syntax)
				.toBytes(object.copy().set(Tag.DOUBLE_FLOAT_PIXEL_DATA, values)))) {
			assertEquals(SampleKind.DOUBLE, pixels.format().sampleKind());
			assertEquals(120, pixels.frame(1).length());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 12, 24, 32, 64 })
	void unusualDepths(int allocated) throws IOException {
		int frameBytes = (15 * allocated + 7) / 8;
		DicomObject object = object(1).set(Tag.BITS_ALLOCATED, allocated).bytes(Tag.PIXEL_DATA, VR.OW,
				new byte[frameBytes + (frameBytes & 1)]);
		try (PixelSource pixels = open(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(object))) {
			assertEquals(frameBytes, pixels.frame(0).length());
			assertEquals(allocated, pixels.format().bitsAllocated());
		}
	}

	@Test
	void colourHalvedAcross() throws IOException {
		DicomObject object = Images.bytes(object(1), 6, 3, 3, "YBR_FULL_422", new byte[36]); //$NON-NLS-1$
		try (PixelSource pixels = open(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(object))) {
			assertEquals(36, pixels.frame(0).length());
		}
		DicomObject full = Images.bytes(object(1), 6, 3, 3, "YBR_FULL_422", new byte[54]); //$NON-NLS-1$
		try (PixelSource pixels = open(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(full))) {
			assertEquals(54, pixels.frame(0).length());
			assertEquals(Photometric.YBR_FULL, pixels.format().photometric());
		}
	}

	@Test
	void colourHalvedAcrossWithPaddedRows() throws IOException {
		byte[] values = new byte[2 * 3 * 12];
		Arrays.setAll(new int[values.length], i -> values[i] = (byte) i);
		DicomObject padded = Images.bytes(object(2), 5, 3, 3, "YBR_FULL_422", values); //$NON-NLS-1$
		try (PixelSource pixels = open(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(padded))) {
			assertEquals(2, pixels.frameCount());
			assertArrayEquals(Arrays.copyOf(values, 36), bytes(pixels.frame(0)));
			assertArrayEquals(Arrays.copyOfRange(values, 36, 72), bytes(pixels.frame(1)));
			assertEquals(Photometric.YBR_FULL_422, pixels.format().photometric());
		}
		DicomObject running = Images.bytes(object(2), 5, 3, 3, "YBR_FULL_422", Arrays.copyOf(values, 60)); //$NON-NLS-1$
		try (PixelSource pixels = open(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(running))) {
			assertArrayEquals(Arrays.copyOfRange(values, 30, 60), bytes(pixels.frame(1)));
		}
	}

	@Test
	void nativePixelsOfUndefinedLength() throws IOException {
		byte[] file = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(object(1));
		int value = tableStart(file) - 8;
		Arrays.fill(file, value - 4, value, (byte) 0xFF);
		try (PixelSource pixels = open(file)) {
			assertEquals(15, pixels.frame(0).length());
		}
	}

	@Test
	void framesBeyondTwoGigabytes() throws IOException {
		DicomObject object = object(1000).set(Tag.ROWS, 2000).set(Tag.COLUMNS, 1500)
				.bytes(Tag.PIXEL_DATA, VR.OB, new byte[0]);
		byte[] head = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(object);
		long length = 3_000_000L * 1000;
		for (int i = 0; i < 4; i++) {
			head[head.length - 4 + i] = (byte) (length >>> 8 * i);
		}
		Path path = Files.write(folder.resolve("large"), head); //$NON-NLS-1$
		byte[] mark = { 1, 2, 3, 4, 5 };
		try (var file = new RandomAccessFile(path.toFile(), "rw")) { //$NON-NLS-1$
			file.setLength(head.length + length); // a hole: it takes no room
			file.seek(head.length + 3_000_000L * 999);
			file.write(mark);
		}
		InstanceHeader header = reader.readHeader(path, LIMITS);
		assertEquals(1000, header.frameCount());
		try (PixelSource pixels = reader.openPixels(header, LIMITS)) {
			assertEquals(1000, pixels.frameCount());
			EncodedFrame last = pixels.frame(999);
			assertEquals(3_000_000, last.length());
			assertArrayEquals(mark, Arrays.copyOf(bytes(last), 5));
		}
	}

	@Test
	void aPrivateSyntaxWithBigEndianPixels() throws IOException {
		short[] values = new short[15];
		Arrays.setAll(new int[15], i -> values[i] = (short) (i * 257 + 1));
		DicomObject object = Images.grey16(object(1), 5, 3, 16, false, values);
		byte[] file = DicomWriter.of(TransferSyntax.GE_PRIVATE).toBytes(object);
		try (PixelSource pixels = open(file)) {
			byte[] frame = bytes(pixels.frame(0));
			// what the writer wrote in little-endian order was read as big endian
			assertEquals(values[3], (short) (frame[6] << 8 | frame[7] & 0xFF));
		}
	}

	@Test
	void otherHeadersThanOurOwn() throws IOException {
		List<List<byte[]>> frames = frames(1, 1, 1);
		Path path = Files.write(folder.resolve("file"), //$NON-NLS-1$
				DicomWriter.of(JPEG_LS).with(Table.EXTENDED).toBytes(object(3).fragments(frames)));
		InstanceHeader own = reader.readHeader(path, LIMITS);
		InstanceHeader foreign = (InstanceHeader) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { InstanceHeader.class }, (proxy, method, arguments) -> method.isDefault()
						? InvocationHandler.invokeDefault(proxy, method, arguments)
						: method.invoke(own, arguments));
		try (PixelSource pixels = reader.openPixels(foreign, LIMITS)) {
			assertEquals(3, pixels.frameCount());
			assertArrayEquals(joined(frames.get(1)), bytes(pixels.frame(1)));
		}
	}
}
