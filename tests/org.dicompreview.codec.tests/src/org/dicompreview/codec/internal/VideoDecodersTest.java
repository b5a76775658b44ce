package org.dicompreview.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Video;
import org.dicompreview.codec.spi.VideoDecoder;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.testsupport.EncodedFrames;
import org.junit.jupiter.api.Test;

/** Decoders of videos come and go as services. */
class VideoDecodersTest {

	private static final TransferSyntax MPEG2 = TransferSyntax.of("1.2.840.10008.1.2.4.100");

	private static final class Stream implements PixelStream {

		private boolean closed;

		@Override
		public TransferSyntax transferSyntax() {
			return MPEG2;
		}

		@Override
		public PixelFormat format() {
			return EncodedFrames.commonFormats().get(0);
		}

		@Override
		public int statedFrames() {
			return 1;
		}

		@Override
		public long length() {
			return 0;
		}

		@Override
		public int read(long position, byte[] target, int offset, int length) {
			return 0;
		}

		@Override
		public void close() {
			closed = true;
		}
	}

	private record Opened(int frameCount) implements Video {

		@Override
		public Frame frame(int index) throws DecodeException {
			throw new DecodeException(Problem.of(Text.verbatim("nothing here")));
		}

		@Override
		public void close() {
			// nothing is open
		}
	}

	/** @param frames of every video; 0 for a decoder with an error of its own */
	private record Decoder(int frames) implements VideoDecoder {

		@Override
		public String name() {
			return "test";
		}

		@Override
		public Set<String> transferSyntaxes() {
			return Set.of(MPEG2.uid());
		}

		@Override
		public Video open(PixelStream stream, DecodeOptions options) {
			if (frames == 0) {
				throw new IllegalStateException("broken");
			}
			return new Opened(frames);
		}
	}

	private final RankedDecoders decoders = new RankedDecoders();

	@Test
	void withoutADecoderTheReasonSaysWhatIsMissing() {
		Stream stream = new Stream();
		String reason = assertThrows(DecodeException.class, () -> decoders.openVideo(stream, DecodeOptions.DEFAULT))
				.getMessage();
		assertTrue(reason.contains("decoder for video is not installed"), reason);
		assertTrue(stream.closed);
		assertEquals(Optional.of(reason), decoders.unsupported(MPEG2).map(Problem::toString));
	}

	@Test
	void theDecoderWithTheHighestRankingOpensTheVideo() throws IOException, DecodeException {
		Decoder low = new Decoder(1);
		Decoder high = new Decoder(2);
		decoders.addVideoDecoder(low, Map.of("service.id", 1L));
		decoders.addVideoDecoder(high, Map.of("service.id", 2L, "service.ranking", 5));
		assertEquals(Optional.empty(), decoders.unsupported(MPEG2));
		assertEquals(2, decoders.openVideo(new Stream(), DecodeOptions.DEFAULT).frameCount());
		decoders.removeVideoDecoder(high);
		assertEquals(1, decoders.openVideo(new Stream(), DecodeOptions.DEFAULT).frameCount());
		decoders.removeVideoDecoder(low);
		assertFalse(decoders.unsupported(MPEG2).isEmpty());
	}

	@Test
	void anErrorInADecoderIsAReasonAndClosesTheStream() {
		Stream stream = new Stream();
		decoders.addVideoDecoder(new Decoder(0), Map.of());
		String reason = assertThrows(DecodeException.class, () -> decoders.openVideo(stream, DecodeOptions.DEFAULT))
				.getMessage();
		assertTrue(reason.contains("broken"), reason);
		assertTrue(stream.closed);
	}
}
