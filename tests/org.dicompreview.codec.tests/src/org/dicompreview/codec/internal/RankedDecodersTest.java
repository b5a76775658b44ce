package org.dicompreview.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.internal.rle.RleDecoder;
import org.dicompreview.codec.internal.uncompressed.NativeDecoder;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.dicompreview.testsupport.EncodedFrames;
import org.junit.jupiter.api.Test;

class RankedDecodersTest {

	@Test
	void rankingThenAgeDecides() {
		RankedDecoders decoders = new RankedDecoders();
		FrameDecoder first = new RleDecoder();
		FrameDecoder second = new RleDecoder();
		FrameDecoder preferred = new NativeDecoder();
		decoders.addDecoder(second, Map.of("service.id", 2L));
		decoders.addDecoder(first, Map.of("service.id", 1L, "service.ranking", 0));
		decoders.addDecoder(preferred, Map.of("service.id", 3L, "service.ranking", 10));
		assertEquals(List.of(preferred, first, second), decoders.decoders());
		decoders.removeDecoder(preferred);
		assertEquals(List.of(first, second), decoders.decoders());
	}

	/** RLE by somebody else, who fails. */
	private record Other(boolean able) implements FrameDecoder {
		@Override
		public String name() {
			return "RLE";
		}

		@Override
		public String provider() {
			return "other";
		}

		@Override
		public Set<String> transferSyntaxes() {
			return Set.of(EncodedFrames.RLE);
		}

		@Override
		public boolean accepts(EncodedFrame frame) {
			return able;
		}

		@Override
		public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
			throw new DecodeException(Problem.of(Text.verbatim("too odd")));
		}
	}

	private static EncodedFrame frame() {
		PixelFormat format = EncodedFrames.commonFormats().get(0);
		return EncodedFrames.rle(format, EncodedFrames.values(format));
	}

	@Test
	void theNextDecoderTakesOverWithANote() throws DecodeException {
		RankedDecoders decoders = RankedDecoders.of(List.of(new Other(true), new RleDecoder()));
		assertEquals(Optional.of("Decoded by built-in, as other failed: too odd"),
				decoders.decode(frame(), DecodeOptions.DEFAULT).note().map(Problem::toString));
		RankedDecoders alone = RankedDecoders.of(List.of(new Other(true)));
		assertEquals("too odd", assertThrows(DecodeException.class,
				() -> alone.decode(frame(), DecodeOptions.DEFAULT)).getMessage());
	}

	@Test
	void whoCannotIsNotAsked() throws DecodeException {
		RankedDecoders decoders = RankedDecoders.of(List.of(new Other(false), new RleDecoder()));
		assertEquals(Optional.empty(), decoders.decode(frame(), DecodeOptions.DEFAULT).note());
	}

	@Test
	void aChoiceComesBeforeTheRanking() {
		FrameDecoder other = new Other(true);
		FrameDecoder rle = new RleDecoder();
		RankedDecoders decoders = RankedDecoders.of(List.of(other, rle));
		assertEquals(List.of(other, rle), decoders.decodersFor(EncodedFrames.RLE));
		decoders.prefer(Map.of(EncodedFrames.RLE, FrameDecoder.BUILT_IN));
		assertEquals(List.of(rle, other), decoders.decodersFor(EncodedFrames.RLE));
		decoders.prefer(Map.of("1.2", "other"));
		assertEquals(List.of(other, rle), decoders.decodersFor(EncodedFrames.RLE));
	}
}
