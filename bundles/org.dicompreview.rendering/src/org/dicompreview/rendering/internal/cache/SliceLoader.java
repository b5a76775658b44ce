package org.dicompreview.rendering.internal.cache;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.internal.frame.FrameFactory;
import org.dicompreview.rendering.internal.frame.PreparedFrame;
import org.dicompreview.series.Slice;

/** Reads and decodes one slice; whatever goes wrong becomes a reason. For several threads. */
final class SliceLoader {

	private static final System.Logger LOG = System.getLogger(SliceLoader.class.getName());
	private static final String JPEG_2000 = "1.2.840.10008.1.2.4.9";
	private static final String HTJ2K = "1.2.840.10008.1.2.4.20";
	/** A coarse frame has no more pixels than this. */
	private static final int COARSE_PIXELS = 1 << 19;
	private static final int MOST_HALVINGS = 5;

	private final DicomReaders reader;
	private final FrameDecoders decoders;
	private final InstancePool pool;

	SliceLoader(DicomReaders reader, FrameDecoders decoders) {
		this.reader = reader;
		this.decoders = decoders;
		pool = new InstancePool(reader, decoders);
	}

	/**
	 * {@return the frame or the reason why there is none}
	 *
	 * @param slice     the slice
	 * @param threads   how many threads may decode it
	 * @param reduction how often its size may be halved, 0 for the full frame
	 * @throws OutOfMemoryError if it does not fit
	 */
	LoadedFrame load(Slice slice, int threads, int reduction) {
		if (slice.problem().isPresent()) {
			return failed(slice, slice.problem().get());
		}
		try (OpenInstance instance = pool.acquire(slice.instance())) {
			int frames = instance.frames().frameCount();
			if (slice.frame() >= frames) {
				return failed(slice, decoders.unsupported(slice.instance().transferSyntax())
						.orElseGet(() -> Problem.of(RenderingText.FRAMES_IN_FILE, frames)));
			}
			DecodeOptions options = new DecodeOptions(reduction, threads, reader.limits().frameBytes());
			FrameAccess.Decoded decoded = instance.frames().decode(slice.frame(), options);
			Frame frame = decoded.frame();
			Optional<Problem> obstacle = FrameFactory.obstacle(frame);
			if (obstacle.isPresent()) {
				return failed(slice, obstacle.get());
			}
			FrameFactory factory = instance.factory();
			EncodedFrame encoded = decoded.encoded();
			EncodedFrame withUnusedBits = reduction == 0 && factory.needsUnusedBits(slice.frame())
					? UnusedBits.uncompressed(encoded, decoders, options) : encoded;
			return new LoadedFrame(slice, Optional.of(factory.prepare(frame, withUnusedBits, slice.frame())),
					frame.problem().or(() -> factory.shortcoming(frame, slice.frame()))
							.or(() -> substitute(slice, instance, frame)));
		} catch (NoSuchFileException e) {
			return failed(slice, Problem.of(RenderingText.FILE_GONE));
		} catch (AccessDeniedException e) {
			return failed(slice, Problem.of(RenderingText.FILE_FORBIDDEN));
		} catch (FileSystemException e) { // its message is hardly more than the path
			return failed(slice,
					e.getReason() == null ? Problem.of(RenderingText.FILE_UNREADABLE) : Problem.of(Text.verbatim(e.getReason())));
		} catch (IOException | DecodeException e) {
			return failed(slice, Problem.of(e));
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			LOG.log(System.Logger.Level.ERROR, "loading " + slice, e);
			return failed(slice, Problem.of(RenderingText.FRAME_PROGRAM_ERROR, e));
		}
	}

	/**
	 * {@return some rows of a slice, as a frame of so many; absent where they cannot be read without the others, or at all}
	 *
	 * @param slice the slice
	 * @param first row, from 0
	 * @param count number of rows, at least 1
	 */
	Optional<PreparedFrame> rows(Slice slice, int first, int count) {
		if (slice.problem().isPresent() || slice.instance().transferSyntax().encapsulated()) {
			return Optional.empty();
		}
		try (OpenInstance instance = pool.acquire(slice.instance())) {
			DecodeOptions options = new DecodeOptions(0, 1, reader.limits().frameBytes());
			Optional<FrameAccess.Decoded> rows = instance.frames().decodeRows(slice.frame(), first, count, options)
					.filter(decoded -> decoded.frame().problem().isEmpty());
			return rows.map(decoded -> instance.factory().prepare(decoded.frame(), decoded.encoded(), slice.frame()));
		} catch (IOException | DecodeException | RuntimeException e) {
			LOG.log(System.Logger.Level.DEBUG, "reading rows of " + slice, e); // reading all of it says what is wrong
			return Optional.empty();
		}
	}

	/** {@return that another reader or decoder than the preferred one had to do the work; absent if none had to} */
	private static Optional<Problem> substitute(Slice slice, OpenInstance instance, Frame frame) {
		return frame.note().or(instance.frames()::note).or(slice.instance()::note);
	}

	/** {@return how often the size of a slow slice is halved for a coarse frame; 0 if it is not slow} */
	static int coarseReduction(Slice slice) {
		InstanceHeader header = slice.instance();
		String syntax = header.transferSyntax().uid();
		if (!syntax.startsWith(JPEG_2000) && !syntax.startsWith(HTJ2K)) {
			return 0;
		}
		double pixels = header.number(Tag.ROWS).orElse(0) * header.number(Tag.COLUMNS).orElse(0);
		int reduction = 0;
		while (pixels > COARSE_PIXELS && reduction < MOST_HALVINGS) {
			pixels /= 4;
			reduction++;
		}
		return reduction > 1 ? reduction : 0;
	}

	/** {@return how often the size of a slice may be halved without making it smaller than a picture of it} */
	static int reduction(Slice slice, int width, int height) {
		int columns = slice.instance().integer(Tag.COLUMNS).orElse(0);
		int rows = slice.instance().integer(Tag.ROWS).orElse(0);
		int reduction = 0;
		while (reduction < MOST_HALVINGS && columns >> reduction + 1 >= width && rows >> reduction + 1 >= height) {
			reduction++;
		}
		return reduction;
	}

	/** {@return the outcome for a slice that has no frame} */
	static LoadedFrame failed(Slice slice, Problem reason) {
		return new LoadedFrame(slice, Optional.empty(), Optional.of(reason));
	}

	/** Closes files that stay open between frames. */
	void closeFiles() {
		try {
			pool.closeAll();
		} catch (IOException e) {
			LOG.log(System.Logger.Level.WARNING, "closing image files", e);
		}
	}
}
