package org.dicompreview.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.dicompreview.codec.Fixtures.Fixture;
import org.dicompreview.codec.internal.RankedDecoders;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged frames: a frame of the stated size with a reason, or an exception with one. Each kind of damage is done to
 * every fixture at many places; the timeout only keeps a hanging decoder from hanging the build.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RobustnessTest {

	private static final int LIMIT = 1 << 20;
	/** Times that each kind of damage is done to a fixture: there are hundreds of them, and the fuzzers go on from here. */
	private static final int ROUNDS = 50;

	private final RankedDecoders decoders = Decoders.all();

	static Stream<Fixture> fixtures() {
		return FixtureTest.fixtures();
	}

	/** What the decoder itself gives, so that no fault of it is taken for a reason. */
	private Frame decode(EncodedFrame frame) throws DecodeException {
		FrameDecoder decoder = decoders.decoderFor(frame.transferSyntax()).orElseThrow();
		Frame decoded = decoder.decode(frame, new DecodeOptions(0, 1, LIMIT));
		PixelFormat format = frame.format();
		assertEquals(format.columns(), decoded.columns());
		assertEquals(format.rows(), decoded.rows());
		assertTrue(decoded.byteSize() <= LIMIT);
		return decoded;
	}

	private static EncodedFrame with(EncodedFrame frame, byte[] bytes, int length) {
		return new EncodedFrame(frame.transferSyntax(), frame.format(), bytes, 0, length, frame.bitOffset());
	}

	/** Decodes; whatever comes must have a reason. @return whether something was decoded */
	private boolean decodes(EncodedFrame frame) {
		try {
			decode(frame).problem().ifPresent(reason -> assertFalse(reason.toString().isBlank()));
			return true;
		} catch (DecodeException e) {
			assertFalse(e.getMessage().isBlank());
			return false;
		}
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void truncated(Fixture fixture) {
		byte[] bytes = fixture.frame().bytes();
		int step = Math.max(1, bytes.length / ROUNDS);
		for (int length = 0; length < bytes.length; length += step) {
			decodes(with(fixture.frame(), bytes, length));
			decodes(with(fixture.frame(), Arrays.copyOf(bytes, length), length));
		}
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void flippedBits(Fixture fixture) {
		Random random = new Random(fixture.name().hashCode());
		for (int round = 0; round < ROUNDS; round++) {
			byte[] bytes = fixture.frame().bytes().clone();
			int flips = 1 + random.nextInt(8);
			int range = round % 2 == 0 ? bytes.length : Math.min(bytes.length, 100);
			for (int i = 0; i < flips; i++) {
				bytes[random.nextInt(range)] ^= (byte) (1 << random.nextInt(8));
			}
			decodes(with(fixture.frame(), bytes, bytes.length));
		}
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void noiseAndRunsOfOneByte(Fixture fixture) {
		Random random = new Random(fixture.name().hashCode());
		for (int round = 0; round < ROUNDS; round++) {
			byte[] bytes = fixture.frame().bytes().clone();
			int from = random.nextInt(bytes.length);
			int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
			byte[] noise = new byte[to - from];
			if (round % 3 == 0) {
				Arrays.fill(noise, (byte) (round % 2 == 0 ? 0xFF : 0));
			} else {
				random.nextBytes(noise);
			}
			System.arraycopy(noise, 0, bytes, from, noise.length);
			decodes(with(fixture.frame(), bytes, bytes.length));
		}
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void otherSizesThanStated(Fixture fixture) {
		EncodedFrame frame = fixture.frame();
		PixelFormat f = frame.format();
		int[][] sizes = { { 1, 1 }, { f.rows() + 1, f.columns() }, { f.rows(), f.columns() - 1 },
				{ f.columns(), f.rows() }, { 300, 400 }, { 65535, 1 } };
		for (int[] size : sizes) {
			for (int samples = 1; samples <= 4; samples++) {
				for (int allocated = 1; allocated <= 32; allocated *= 2) {
					PixelFormat other = new PixelFormat(size[0], size[1], samples, allocated, allocated, allocated - 1,
							f.signed(), 0, f.photometric(), PixelFormat.SampleKind.INTEGER);
					decodes(new EncodedFrame(frame.transferSyntax(), other, frame.bytes(), 0, frame.length(), 0));
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void sizeBeyondTheLimit(Fixture fixture) {
		EncodedFrame frame = fixture.frame();
		PixelFormat f = frame.format();
		EncodedFrame large = new EncodedFrame(frame.transferSyntax(),
				new PixelFormat(65535, 65535, f.samplesPerPixel(), f.bitsAllocated(), f.bitsStored(), f.highBit(),
						f.signed(), 0, f.photometric(), f.sampleKind()),
				frame.bytes(), 0, frame.length(), 0);
		assertThrows(DecodeException.class, () -> decode(large));
	}
}
