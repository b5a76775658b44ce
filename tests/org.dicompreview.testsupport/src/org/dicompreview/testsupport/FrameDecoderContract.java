package org.dicompreview.testsupport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link FrameDecoder} has to do. A test of a decoder extends this and names the decoder and frames. */
public abstract class FrameDecoderContract {

	/**
	 * A frame and what is in it.
	 *
	 * @param name     for messages
	 * @param frame    a frame that the decoder must decode
	 * @param expected its stored values, interleaved by pixel; {@code null} if another test compares them
	 */
	public record Sample(String name, EncodedFrame frame, int[] expected) {
	}

	/** {@return the decoder that is tested} */
	protected abstract FrameDecoder decoder();

	/** {@return frames that it decodes} */
	protected abstract List<Sample> samples();

	/** {@return the frames of {@link EncodedFrames#commonFormats()}, not compressed} */
	protected static List<Sample> uncompressed() {
		return EncodedFrames.commonFormats().stream().map(format -> new Sample(format.toString(),
				EncodedFrames.uncompressed(format, EncodedFrames.values(format)), EncodedFrames.values(format))).toList();
	}

	/** {@return the same frames as RLE} */
	protected static List<Sample> rle() {
		return EncodedFrames.commonFormats().stream().map(format -> new Sample(format.toString(),
				EncodedFrames.rle(format, EncodedFrames.values(format)), EncodedFrames.values(format))).toList();
	}

	/** It says what it is and what it does. */
	@Test
	void identity() {
		assertFalse(decoder().name().isBlank());
		assertFalse(decoder().provider().isBlank());
		for (Sample sample : samples()) {
			assertTrue(decoder().transferSyntaxes().contains(sample.frame().transferSyntax().uid()), sample.name());
			assertTrue(decoder().accepts(sample.frame()), sample.name());
		}
	}

	/** Values, their kind and the size, wherever in its array the frame lies; the array stays as it is. */
	@TestFactory
	Stream<DynamicTest> values() {
		return samples().stream().map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
			compare(sample, decoder().decode(sample.frame(), DecodeOptions.DEFAULT));
			EncodedFrame moved = moved(sample.frame());
			byte[] before = moved.bytes().clone();
			compare(sample, decoder().decode(moved, DecodeOptions.DEFAULT));
			assertArrayEquals(before, moved.bytes());
		}));
	}

	private static void compare(Sample sample, Frame frame) {
		PixelFormat format = sample.frame().format();
		assertEquals(Optional.empty(), frame.problem());
		assertEquals(List.of(format.columns(), format.rows(), format.samplesPerPixel()),
				List.of(frame.columns(), frame.rows(), frame.channels()));
		assertEquals(format.photometric(), frame.stated());
		if (sample.expected() != null) {
			assertEquals(format.signed(), frame.signed());
			assertEquals(format.bitsAllocated() / 8, frame.samples().bytesPerValue());
			assertArrayEquals(sample.expected(), values(frame));
		}
	}

	/** {@return the values of an integer frame} */
	public static int[] values(Frame frame) {
		int mask = frame.signed() ? -1 : frame.samples().bytesPerValue() == 1 ? 0xFF : 0xFFFF;
		return IntStream.range(0, frame.samples().length()).map(i -> {
			if (frame.samples() instanceof Samples.Bytes bytes) {
				return bytes.values()[i] & mask;
			}
			return frame.samples() instanceof Samples.Shorts shorts ? shorts.values()[i] & mask
					: ((Samples.Ints) frame.samples()).values()[i];
		}).toArray();
	}

	private static EncodedFrame moved(EncodedFrame frame) {
		byte[] bytes = new byte[frame.length() + 40];
		Arrays.fill(bytes, (byte) 0x5A);
		System.arraycopy(frame.bytes(), frame.offset(), bytes, 17, frame.length());
		return with(frame, bytes, 17, frame.length());
	}

	private static EncodedFrame with(EncodedFrame frame, byte[] bytes, int offset, int length) {
		return new EncodedFrame(frame.transferSyntax(), frame.format(), bytes, offset, length, frame.bitOffset());
	}

	/** A frame beyond the limit is refused. */
	@Test
	void limit() {
		EncodedFrame frame = samples().get(0).frame();
		PixelFormat format = frame.format();
		int size = (int) format.pixels() * format.samplesPerPixel() * ((format.bitsAllocated() + 7) / 8);
		assertThrows(DecodeException.class, () -> decoder().decode(frame, new DecodeOptions(0, 1, size - 1)));
	}

	/** Truncation and damage end in a frame of the right size or a reason; what is cut off by half is noticed. */
	@Test
	void damage() {
		Random random = new Random(11);
		for (Sample sample : samples()) {
			EncodedFrame frame = sample.frame();
			byte[] bytes = Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length());
			for (int length = 0; length <= bytes.length; length += 1 + bytes.length / 40) {
				Optional<Frame> cut = attempt(with(frame, Arrays.copyOf(bytes, length), 0, length));
				boolean half = length < bytes.length / 2;
				assertTrue(cut.isEmpty() || !half || cut.get().problem().isPresent(), sample.name());
			}
			for (int i = 0; i < 40; i++) {
				byte[] broken = bytes.clone();
				for (int n = 0; n < 4; n++) {
					broken[random.nextInt(broken.length)] = (byte) random.nextInt();
				}
				attempt(with(frame, broken, 0, broken.length));
			}
		}
	}

	private Optional<Frame> attempt(EncodedFrame frame) {
		try {
			Frame decoded = decoder().decode(frame, DecodeOptions.DEFAULT);
			assertEquals(frame.format().pixels() * frame.format().samplesPerPixel(), decoded.samples().length());
			return Optional.of(decoded);
		} catch (DecodeException e) {
			assertFalse(e.getMessage().isBlank());
			return Optional.empty();
		}
	}

	/** Several threads at one decoder. */
	@Test
	void severalThreads() throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Future<?>> results = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				for (Sample sample : samples()) {
					results.add(threads.submit(() -> {
						compare(sample, decoder().decode(sample.frame(), DecodeOptions.DEFAULT));
						return null;
					}));
				}
			}
			for (Future<?> result : results) {
				result.get();
			}
		} finally {
			threads.shutdownNow();
		}
	}
}
