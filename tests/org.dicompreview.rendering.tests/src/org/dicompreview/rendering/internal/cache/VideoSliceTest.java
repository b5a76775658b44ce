package org.dicompreview.rendering.internal.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.Samples;
import org.dicompreview.codec.Video;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.internal.MadeAttributes;
import org.dicompreview.rendering.internal.MadeHeader;
import org.dicompreview.rendering.internal.MadeSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Frames of a video are slices like others. */
class VideoSliceTest {

	private static final String H264 = "1.2.840.10008.1.2.4.102";
	private static final int STATED = 5;
	private static final PixelFormat FORMAT = new PixelFormat(2, 2, 3, 8, 8, 7, false, 0, Photometric.YBR_PARTIAL_420,
			PixelFormat.SampleKind.INTEGER);

	/** A stream without bytes. */
	private final class Stream implements PixelStream {

		@Override
		public TransferSyntax transferSyntax() {
			return TransferSyntax.of(H264);
		}

		@Override
		public PixelFormat format() {
			return FORMAT;
		}

		@Override
		public int statedFrames() {
			return STATED;
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
			closed.add("stream");
		}
	}

	/** Each value of a frame is its number. */
	private record Numbers(PixelStream stream, int frameCount) implements Video {

		@Override
		public Frame frame(int index) throws DecodeException {
			if (index == 2) {
				throw new DecodeException(Problem.of(Text.verbatim("frame 3 is damaged")));
			}
			byte[] values = new byte[12];
			java.util.Arrays.fill(values, (byte) index);
			return new Frame(2, 2, 3, 8, false, Photometric.YBR_PARTIAL_420, FORMAT.photometric(), new Samples.Bytes(values),
					Optional.empty());
		}

		@Override
		public void close() throws IOException {
			stream.close();
		}
	}

	private final List<String> closed = new ArrayList<>();
	private final MadeHeader header = new MadeHeader(Path.of("video"), STATED, new MadeAttributes()
			.with(Tag.TRANSFER_SYNTAX_UID, H264).with(Tag.NUMBER_OF_FRAMES, STATED));
	private SharedFrameLoader loader;

	private DicomReaders reader() {
		return (DicomReaders) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { DicomReaders.class },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "limits" -> ReadLimits.DEFAULT;
					case "openStream" -> new Stream();
					default -> throw new AssertionError(method.getName());
				});
	}

	private FrameDecoders decoders(int frames) {
		return (FrameDecoders) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { FrameDecoders.class },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "openVideo" -> new Numbers((PixelStream) arguments[0], frames);
					case "unsupported" -> Optional.empty();
					default -> throw new AssertionError(method.getName());
				});
	}

	private LoadedFrame load(FrameDecoders decoders, int frame) {
		loader = new SharedFrameLoader(reader(), decoders, new ThreadWorkers(1), 1);
		return loader.load(new MadeSlice(header, frame));
	}

	@AfterEach
	void close() {
		loader.close();
		assertEquals(List.of("stream"), closed);
	}

	@Test
	void aFrameIsTheOneOfItsNumber() {
		LoadedFrame loaded = load(decoders(STATED), 4);
		assertEquals(Optional.empty(), loaded.reason());
		assertEquals(4, ((Samples.Bytes) loaded.frame().orElseThrow().frame().samples()).values()[7]);
	}

	@Test
	void aDamagedFrameIsAReason() {
		LoadedFrame loaded = load(decoders(STATED), 2);
		assertTrue(loaded.frame().isEmpty());
		assertEquals(Optional.of("frame 3 is damaged"), loaded.reason().map(Problem::toString));
	}

	@Test
	void aVideoThatIsLongerThanStatedIsNoted() {
		LoadedFrame loaded = load(decoders(STATED + 2), 1);
		assertTrue(loaded.frame().isPresent());
		assertTrue(loaded.reason().orElseThrow().toString().contains("7 frames"), loaded.reason().get().toString());
	}

	@Test
	void aVideoThatIsShorterThanStatedSaysSo() {
		LoadedFrame loaded = load(decoders(3), 4);
		assertTrue(loaded.frame().isEmpty());
		assertTrue(loaded.reason().orElseThrow().toString().contains("3 frames"), loaded.reason().get().toString());
	}

	@Test
	void withoutADecoderTheReasonSaysWhatIsMissing() {
		LoadedFrame loaded = load(FrameDecoders.standalone(), 0);
		assertTrue(loaded.reason().orElseThrow().toString().contains("decoder for video is not installed"),
				loaded.reason().get().toString());
	}
}
