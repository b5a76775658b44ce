package org.dicompreview.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.codec.Fixtures.Fixture;
import org.dicompreview.dicom.Photometric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What independent encoders made must decode to what was put in, or to what a reference decoder gives. */
class FixtureTest {

	/** Mean difference that is allowed where single values may differ. */
	private static final double MEAN = 0.1;

	private final FrameDecoders decoders = Decoders.all();

	static Stream<Fixture> fixtures() {
		return Fixtures.FOLDERS.stream().map(Fixtures::of).flatMap(List::stream);
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void decodes(Fixture fixture) throws DecodeException {
		for (int threads = 1; threads <= 2; threads++) {
			Frame frame = decoders.decode(fixture.frame(), new DecodeOptions(0, threads, 1 << 20));
			assertEquals(Optional.empty(), frame.problem());
			assertEquals(fixture.frame().format().photometric(), frame.stated());
			compare(fixture, frame);
		}
	}

	private static void compare(Fixture fixture, Frame frame) {
		byte[] actual = TestFrames.raw(frame.samples());
		if (fixture.tolerance() == 0) {
			assertArrayEquals(fixture.expected(), actual);
			return;
		}
		assertEquals(fixture.expected().length, actual.length);
		int width = frame.samples().bytesPerValue();
		long sum = 0;
		for (int i = 0; i < actual.length; i += width) {
			long difference = Math.abs(value(actual, i, width) - value(fixture.expected(), i, width));
			assertTrue(difference <= fixture.tolerance(), "value " + i / width + " differs by " + difference);
			sum += difference;
		}
		assertTrue(sum < MEAN * frame.samples().length(), "mean difference");
	}

	private static long value(byte[] raw, int at, int width) {
		long value = 0;
		for (int i = 0; i < width; i++) {
			value |= (raw[at + i] & 0xFFL) << 8 * i;
		}
		return value;
	}

	@Test
	void stateOfTheStreamWinsOverTheDataSet() throws DecodeException {
		Frame frame = decoders.decode(Fixtures.of("jpegls", "rgb-08-spiff").frame(), DecodeOptions.DEFAULT);
		assertEquals(Photometric.RGB, frame.photometric());
		assertEquals(Photometric.YBR_FULL, frame.stated());
	}
}
