package org.dicompreview.codec;

import static org.dicompreview.codec.TestFrames.frame;
import static org.dicompreview.codec.TestFrames.grey;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.codec.Fixtures.Fixture;
import org.dicompreview.codec.internal.RankedDecoders;
import org.dicompreview.codec.internal.rle.RleDecoder;
import org.dicompreview.codec.internal.uncompressed.NativeDecoder;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameDecodersTest {

	private static final String RLE = "1.2.840.10008.1.2.5";

	private record Failing(RuntimeException failure) implements FrameDecoder {

		@Override
		public String name() {
			return "Failing";
		}

		@Override
		public Set<String> transferSyntaxes() {
			return Set.of(RLE);
		}

		@Override
		public Frame decode(EncodedFrame frame, DecodeOptions options) {
			throw failure;
		}
	}

	@Test
	void firstThatKnowsTheSyntaxDecodes() throws DecodeException {
		FrameDecoder nativeDecoder = new NativeDecoder();
		FrameDecoder rle = new RleDecoder();
		RankedDecoders decoders = RankedDecoders.of(List.of(nativeDecoder, rle, new RleDecoder()));
		assertSame(rle, decoders.decoderFor(TransferSyntax.of(RLE)).orElseThrow());
		assertEquals(Optional.empty(), decoders.decoderFor(TransferSyntax.of("1.2.840.10008.1.2.4.50")));
		Frame decoded = decoders.decode(frame("1.2.840.10008.1.2", grey(1, 1, 8, 8), (byte) 5), DecodeOptions.DEFAULT);
		assertEquals(1, decoded.samples().length());
	}

	@Test
	void theDecodersOnTheClassPathAreFoundWithoutOsgi() throws DecodeException {
		FrameDecoders decoders = FrameDecoders.standalone();
		assertEquals(Decoders.all().transferSyntaxes(), decoders.transferSyntaxes());
		assertEquals(Optional.of(FrameDecoder.BUILT_IN), decoders.provider(RLE));
		assertEquals(List.of(FrameDecoder.BUILT_IN), decoders.providers(RLE));
		Frame decoded = decoders.decode(frame("1.2.840.10008.1.2", grey(1, 1, 8, 8), (byte) 5), DecodeOptions.DEFAULT);
		assertEquals(1, decoded.samples().length());
	}

	@ParameterizedTest
	@CsvSource({ "1.2.840.10008.1.2.4.110,JPEG XL", "1.2.840.10008.1.2.4.112,JPEG XL",
			"1.2.840.10008.1.2.4.100,decoder for video is not installed", "1.2.840.10008.1.2.4.108,decoder for video is not installed",
			"1.2.840.10008.1.2.7.2,live video", "1.2.840.10008.1.2.4.94,JPIP server",
			"1.2.840.10008.1.2.4.205,JPIP server", "1.2.840.10008.1.2.4.91,no decoder for it is installed",
			"1.2.840.10008.1.2.4.999,not a transfer syntax that is known",
			"1.2.840.10008.9,not a transfer syntax that is known", "1.2.3.4,private compression of the maker's own",
			"1.2.840.113619.5.2.99,private compression of the maker's own" })
	void unsupportedSyntaxesAreExplained(String uid, String reason) {
		FrameDecoders decoders = FrameDecoder.join(List.of(new NativeDecoder()));
		DecodeException problem = assertThrows(DecodeException.class,
				() -> decoders.decode(frame(uid, grey(4, 4, 8, 8), (byte) 5), DecodeOptions.DEFAULT));
		assertTrue(problem.getMessage().contains(reason), problem.getMessage());
		assertTrue(problem.getMessage().contains(uid), problem.getMessage());
	}

	@Test
	void faultOfADecoderIsAReason() {
		IllegalStateException fault = new IllegalStateException("broken");
		FrameDecoders decoders = FrameDecoder.join(List.of(new Failing(fault)));
		DecodeException problem = assertThrows(DecodeException.class,
				() -> decoders.decode(frame(RLE, grey(1, 1, 8, 8)), DecodeOptions.DEFAULT));
		assertSame(fault, problem.getCause());
	}

	@ParameterizedTest
	@CsvSource({ "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.8.1",
			"1.2.3.4" })
	void frameOfAnotherSyntaxThanStatedIsDecoded(String stated) throws DecodeException {
		for (Fixture fixture : List.of(Fixtures.of("jpegls", "grey-12"), Fixtures.of("uncompressed", "16"))) {
			EncodedFrame frame = fixture.frame();
			EncodedFrame labelled = new EncodedFrame(TransferSyntax.of(stated), frame.format(), frame.bytes(), 0,
					frame.length(), 0);
			Frame decoded = Decoders.all().decode(labelled, DecodeOptions.DEFAULT);
			assertArrayEquals(fixture.expected(), TestFrames.raw(decoded.samples()));
		}
	}
}
