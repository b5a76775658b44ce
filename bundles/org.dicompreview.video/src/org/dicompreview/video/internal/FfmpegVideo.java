package org.dicompreview.video.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Video;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.video.internal.stream.VideoIndex;

/**
 * A video decoded by FFmpeg. Going forward goes on with the process that runs; a jump begins a new one at the nearest
 * picture before the frame from which decoding can begin. Frames that were passed on the way are kept for a while, so that
 * going backward decodes each run of pictures once. One frame is decoded at a time.
 */
final class FfmpegVideo implements Video {

	private static final int KEPT_BYTES = 48 << 20;

	private final Path program;
	private final PixelStream stream;
	private final VideoIndex index;
	private final DecodeOptions options;
	private final Map<Integer, PlanarFrame> kept = new LinkedHashMap<>(16, 0.75f, true);
	private long keptBytes;
	private FfmpegProcess process;
	/** The frame that the process gives next, if nothing is missing. */
	private int next;
	private boolean closed;

	FfmpegVideo(Path program, PixelStream stream, VideoIndex index, DecodeOptions options) {
		this.program = program;
		this.stream = stream;
		this.index = index;
		this.options = options;
	}

	@Override
	public int frameCount() {
		return index.frameCount();
	}

	@Override
	public synchronized Frame frame(int frame) throws DecodeException, IOException {
		Objects.checkIndex(frame, frameCount());
		if (closed) {
			throw new IOException("The video is closed"); //$NON-NLS-1$
		}
		PlanarFrame found = kept.get(frame);
		return (found == null ? decode(frame) : found).frame(stream.format());
	}

	private PlanarFrame decode(int frame) throws DecodeException, IOException {
		int entry = index.entryFor(frame);
		boolean ahead = process != null && frame >= next && index.frameOf(entry) <= next;
		if (!ahead) {
			end();
			process = new FfmpegProcess(program, index, entry, options.threads(), options.frameBytes());
		}
		try {
			PlanarFrame decoded = process.next();
			while (decoded != null && decoded.number() < frame) {
				keep(decoded);
				decoded = process.next();
			}
			if (decoded == null || decoded.number() > frame) {
				String why = process.lastWords();
				throw why.isEmpty() ? new DecodeException(VideoText.FRAME_UNDECODABLE, frame + 1)
						: new DecodeException(VideoText.FRAME_UNDECODABLE_BECAUSE, frame + 1, why);
			}
			keep(decoded);
			next = frame + 1;
			return decoded;
		} catch (DecodeException e) {
			end();
			throw e;
		}
	}

	private void keep(PlanarFrame frame) {
		if (kept.putIfAbsent(frame.number(), frame) == null) {
			keptBytes += frame.bytes().length;
		}
		var eldest = kept.values().iterator();
		while (keptBytes > KEPT_BYTES && kept.size() > 1) {
			keptBytes -= eldest.next().bytes().length;
			eldest.remove();
		}
	}

	private void end() {
		if (process != null) {
			process.close();
			process = null;
		}
	}

	@Override
	public synchronized void close() throws IOException {
		closed = true;
		end();
		kept.clear();
		stream.close();
	}
}
