package org.dicompreview.codec.internal.jxl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Decoders;
import org.dicompreview.codec.Fixtures;
import org.dicompreview.codec.Fixtures.Fixture;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.TestFrames;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fixtures' values do not show: what samples mean, and streams that are cut off, damaged or of another size. */
class JxlDecoderTest {

	private static final int STEP = 50;

	private final JxlDecoder decoder = new JxlDecoder();

	private static Fixture fixture(String name) {
		return Fixtures.of("jxl", name);
	}

	private static EncodedFrame with(EncodedFrame frame, byte[] bytes) {
		return with(frame, bytes, frame.format());
	}

	private static EncodedFrame with(EncodedFrame frame, byte[] bytes, PixelFormat format) {
		return new EncodedFrame(frame.transferSyntax(), format, bytes, 0, bytes.length, 0);
	}

	private static PixelFormat stating(PixelFormat f, Photometric photometric) {
		return new PixelFormat(f.rows(), f.columns(), f.samplesPerPixel(), f.bitsAllocated(), f.bitsStored(), f.highBit(),
				f.signed(), f.planarConfiguration(), photometric, f.sampleKind());
	}

	private Frame decode(EncodedFrame frame) throws DecodeException {
		return decoder.decode(frame, DecodeOptions.DEFAULT);
	}

	private String failure(EncodedFrame frame) {
		return assertThrows(DecodeException.class, () -> decode(frame)).getMessage();
	}

	@ParameterizedTest
	@CsvSource({ "lossy-rgb,YBR_FULL,RGB", "jpeg-422,YBR_FULL_422,RGB", "rgb,YBR_FULL,YBR_FULL", "rgb,XYB,RGB",
			"rgb,RGB,RGB", "grey-12,MONOCHROME1,MONOCHROME1", "lossy-08,MONOCHROME2,MONOCHROME2" })
	void samplesAreWhatTheStreamMakesOfThem(String name, Photometric stated, Photometric actual) throws DecodeException {
		EncodedFrame frame = fixture(name).frame();
		Frame decoded = decode(with(frame, frame.bytes(), stating(frame.format(), stated)));
		assertEquals(actual, decoded.photometric());
		assertEquals(stated, decoded.stated());
	}

	@ParameterizedTest
	@ValueSource(strings = { "grey-12", "container" })
	void streamWithAnotherLabelIsDecoded(String name) throws DecodeException {
		Fixture fixture = fixture(name);
		EncodedFrame frame = fixture.frame();
		Frame decoded = Decoders.all().decode(new EncodedFrame(TransferSyntax.of("1.2.840.10008.1.2.4.90"), frame.format(),
				frame.bytes(), 0, frame.length(), 0), DecodeOptions.DEFAULT);
		assertArrayEquals(fixture.expected(), TestFrames.raw(decoded.samples()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "grey-12", "rgb", "lossy-rgb", "group-0", "groups-centre", "groups-squeeze", "progressive",
			"progressive-dc-1", "patches", "palette", "jpeg-420", "alpha-lossy", "parts", "photon-noise" })
	void streamThatIsCutOffHasAReason(String name) {
		EncodedFrame frame = fixture(name).frame();
		byte[] bytes = frame.bytes();
		for (int length = 0; length < bytes.length - 1; length += STEP) {
			EncodedFrame part = with(frame, Arrays.copyOf(bytes, length));
			try {
				Optional<Problem> problem = decode(part).problem();
				assertFalse(problem.isEmpty() && length < bytes.length * 9 / 10, name + " up to byte " + length);
			} catch (DecodeException e) {
				assertFalse(e.getMessage().isBlank());
			}
		}
	}

	@Test
	void groupsBeforeTheEndAreThere() throws DecodeException {
		Fixture fixture = fixture("group-0");
		EncodedFrame frame = fixture.frame();
		Frame part = decode(with(frame, Arrays.copyOf(frame.bytes(), frame.length() * 2 / 3)));
		assertTrue(part.problem().get().toString().startsWith("The codestream is truncated at byte "), part.problem().get().toString());
		byte[] actual = TestFrames.raw(part.samples());
		for (int y = 0; y < 128; y++) {
			int row = 3 * y * part.columns();
			assertArrayEquals(Arrays.copyOfRange(fixture.expected(), row, row + 3 * 128),
					Arrays.copyOfRange(actual, row, row + 3 * 128), "row " + y);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "progressive-ac", "groups-centre", "groups-squeeze" })
	void moreOfAStreamIsBetter(String name) throws DecodeException {
		Fixture fixture = fixture(name);
		EncodedFrame frame = fixture.frame();
		double before = Double.MAX_VALUE;
		for (int tenths = 5; tenths <= 10; tenths += 5) {
			Frame part = decode(with(frame, Arrays.copyOf(frame.bytes(), frame.length() * tenths / 10)));
			assertEquals(tenths == 10, part.problem().isEmpty());
			double error = error(fixture.expected(), TestFrames.raw(part.samples()));
			assertTrue(error < before, tenths + " tenths: " + error + " after " + before);
			assertTrue(error < 40, "mean error " + error);
			before = error;
		}
	}

	private static double error(byte[] expected, byte[] actual) {
		long sum = 0;
		for (int i = 0; i < expected.length; i++) {
			sum += Math.abs((expected[i] & 0xFF) - (actual[i] & 0xFF));
		}
		return (double) sum / expected.length;
	}

	@Test
	void sizeOfTheStreamMustBeTheStatedOne() {
		EncodedFrame frame = fixture("grey-12").frame();
		PixelFormat f = frame.format();
		PixelFormat wider = new PixelFormat(f.rows(), f.columns() + 1, 1, 16, 12, 11, false, 0, f.photometric(),
				f.sampleKind());
		assertTrue(failure(with(frame, frame.bytes(), wider)).contains("62 x 43 x 1 (columns x rows x samples), but the "
				+ "data set states 63 x 43 x 1"));
		EncodedFrame colour = fixture("rgb").frame();
		assertTrue(failure(with(colour, colour.bytes(), f)).contains("62 x 43 x 3"));
		assertTrue(failure(with(frame, new byte[] { 1, 2, 3, 4 })).contains("no JPEG XL codestream"));
	}

	@Test
	void frameBeyondTheLimitIsRefused() {
		EncodedFrame frame = fixture("rgb").frame();
		String reason = assertThrows(DecodeException.class, () -> decoder.decode(frame, new DecodeOptions(0, 1, 1000)))
				.getMessage();
		assertTrue(reason.contains("more than the limit of 1000"), reason);
	}

	@Test
	void damagedGroupLeavesTheOthers() throws DecodeException {
		Fixture fixture = fixture("group-0");
		byte[] bytes = fixture.frame().bytes().clone();
		Arrays.fill(bytes, bytes.length - 200, bytes.length - 100, (byte) 0x55); // in the last group
		Frame damaged = decode(with(fixture.frame(), bytes));
		assertTrue(damaged.problem().isPresent());
		byte[] actual = TestFrames.raw(damaged.samples());
		for (int y = 0; y < 128; y++) {
			int row = 3 * y * damaged.columns();
			assertArrayEquals(Arrays.copyOfRange(fixture.expected(), row, row + 3 * 128),
					Arrays.copyOfRange(actual, row, row + 3 * 128), "row " + y);
		}
	}
}
