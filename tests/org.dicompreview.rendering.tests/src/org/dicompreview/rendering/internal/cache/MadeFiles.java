package org.dicompreview.rendering.internal.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.Samples;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.rendering.internal.MadeAttributes;
import org.dicompreview.rendering.internal.MadeHeader;
import org.dicompreview.rendering.internal.MadeSlice;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.ForwardingReaders;
import org.dicompreview.testsupport.Locations;

/** A reader and a decoder of files that are not there: each frame holds its own number, and every access is noted. */
final class MadeFiles {

	/** Side of a frame. */
	static final int SIDE = 32;
	/** Bytes of a frame in the cache, roughly: see FrameCache. */
	static final long FRAME = SIDE * SIDE + 512;

	/** Frames in the order in which they were decoded, as {@code file#frame}. */
	final List<String> decoded = Collections.synchronizedList(new ArrayList<>());
	/** Runs before each decode. */
	Runnable onDecode = () -> {};
	/** Side of the frames of slow files, 0 if there are none. */
	int full;
	/** Whether the decoder always gives the full frame. */
	boolean ignoreReduction;
	/** By which pixels were opened last. */
	volatile ReadLimits limits;
	/** Files that are open. */
	volatile int open;
	private final PixelFormat format = new PixelFormat(SIDE, SIDE, 1, 8, 8, 7, false, 0, Photometric.MONOCHROME2,
			PixelFormat.SampleKind.INTEGER);

	/** {@return a path of single-frame files} */
	static List<Slice> series(String uid, int count) {
		return IntStream.range(0, count).<Slice>mapToObj(i -> new MadeSlice(new MadeHeader(Path.of(uid + i), 1,
				new MadeAttributes().with(Tag.SERIES_INSTANCE_UID, uid)), 0)).toList();
	}

	/** {@return a path of files that take long to decode: of frames that are larger than those of the others} */
	static List<Slice> slow(String uid, int count, int side) {
		return IntStream.range(0, count).<Slice>mapToObj(i -> new MadeSlice(new MadeHeader(Path.of(uid + i), 1,
				new MadeAttributes().with(Tag.SERIES_INSTANCE_UID, uid).with(Tag.ROWS, side).with(Tag.COLUMNS, side)
						.with(Tag.TRANSFER_SYNTAX_UID, "1.2.840.10008.1.2.4.90")),
				0)).toList();
	}

	/** {@return a path through one multi-frame file} */
	static List<Slice> movie(String uid, int count) {
		MadeHeader header = new MadeHeader(Path.of(uid), count,
				new MadeAttributes().with(Tag.SERIES_INSTANCE_UID, uid));
		return IntStream.range(0, count).<Slice>mapToObj(i -> new MadeSlice(header, i)).toList();
	}

	/** {@return the reader} */
	DicomReaders reader() {
		return new ForwardingReaders() {
			@Override
			public PixelSource openPixels(InstanceHeader header, ReadLimits bounds) throws IOException {
				limits = bounds;
				if (Locations.path(header).toString().startsWith("damaged")) {
					throw new DicomException(
							Problem.of(Text.verbatim("the frames are missing")).at(Tag.PIXEL_DATA, 99).in(header.location()));
				}
				if (Locations.path(header).toString().startsWith("locked")) {
					throw new FileSystemException(Locations.path(header).toString(), null, "Input/output error");
				}
				if (Locations.path(header).toString().startsWith("gone")) {
					decoded.add(Locations.path(header) + "#gone");
					throw new NoSuchFileException(Locations.path(header).toString());
				}
				open++;
				return source(header);
			}
		};
	}

	private PixelSource source(InstanceHeader header) {
		return new PixelSource() {
			@Override
			public PixelFormat format() {
				return format;
			}

			@Override
			public int frameCount() {
				return header.frameCount();
			}

			@Override
			public EncodedFrame frame(int frame) {
				byte[] name = (Locations.path(header) + "#" + frame).getBytes(StandardCharsets.UTF_8);
				return new EncodedFrame(TransferSyntax.of("1.2.840.10008.1.2.1"), format, name, 0, name.length, 0);
			}

			@Override
			public void close() {
				open--;
			}
		};
	}

	/** {@return the decoder} */
	FrameDecoders decoders() {
		return FrameDecoder.join(List.of(new FrameDecoder() {
			@Override
			public String name() {
				return "made";
			}

			@Override
			public Set<String> transferSyntaxes() {
				return Set.of("1.2.840.10008.1.2.1");
			}

			@Override
			public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
				decoded.add(new String(frame.bytes(), StandardCharsets.UTF_8));
				onDecode.run();
				if (SIDE * SIDE > options.frameBytes()) {
					throw new DecodeException(Problem.of(Text.verbatim("too large")));
				}
				int side = full > 0 && (options.reduction() == 0 || ignoreReduction) ? full : SIDE;
				return new Frame(side, side, 1, 8, false, Photometric.MONOCHROME2, Photometric.MONOCHROME2,
						new Samples.Bytes(new byte[side * side]), Optional.empty());
			}
		}));
	}
}
