package org.dicompreview.rendering.internal.cache;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.Video;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.rendering.internal.frame.FrameFactory;

/**
 * Keeps the files of a few multi-frame instances open between frames. A file with one frame is closed as soon as that
 * is read; all others when nothing has been loaded for a while, so that no file stays locked.
 */
final class InstancePool {

	private static final int LIMIT = 4;
	private static final int VIDEO_THREADS = 4;

	private final DicomReaders reader;
	private final FrameDecoders decoders;
	/** By the reading of a file: one that has changed is opened anew. */
	private final Map<InstanceHeader, OpenInstance> open = new LinkedHashMap<>(8, 0.75f, true);

	InstancePool(DicomReaders reader, FrameDecoders decoders) {
		this.reader = reader;
		this.decoders = decoders;
	}

	/** {@return the instance, opened if it is not; the caller closes it} */
	OpenInstance acquire(InstanceHeader header) throws IOException, DecodeException {
		if (header.frameCount() <= 1) {
			OpenInstance single = open(header).use();
			single.retire();
			return single;
		}
		synchronized (open) {
			OpenInstance known = open.get(header);
			if (known != null) {
				return known.use();
			}
		}
		OpenInstance fresh = open(header).use();
		OpenInstance spare;
		synchronized (open) {
			OpenInstance known = open.putIfAbsent(header, fresh);
			spare = known == null ? eldest() : fresh;
			if (known != null) {
				fresh.close();
				fresh = known.use();
			}
		}
		if (spare != null) {
			spare.retire();
		}
		return fresh;
	}

	private OpenInstance open(InstanceHeader header) throws IOException, DecodeException {
		FrameAccess frames = header.transferSyntax().video() ? video(header)
				: new FrameAccess.Stored(reader.openPixels(header, reader.limits()), decoders);
		return new OpenInstance(frames, new FrameFactory(header, new LazyDataSet(reader, header)));
	}

	private FrameAccess video(InstanceHeader header) throws IOException, DecodeException {
		PixelStream stream = reader.openStream(header, reader.limits());
		int threads = Math.min(VIDEO_THREADS, Runtime.getRuntime().availableProcessors());
		Video video = decoders.openVideo(stream, new DecodeOptions(0, threads, reader.limits().frameBytes()));
		return new FrameAccess.Moving(video, stream.transferSyntax(), stream.format(), stream.statedFrames());
	}

	/** {@return the instance that is one too many, removed; or {@code null}} */
	private OpenInstance eldest() {
		if (open.size() <= LIMIT) {
			return null;
		}
		return open.remove(open.keySet().iterator().next());
	}

	/** Closes all files that are not being read. */
	void closeAll() throws IOException {
		List<OpenInstance> all;
		synchronized (open) {
			all = new ArrayList<>(open.values());
			open.clear();
		}
		IOException failure = null;
		for (OpenInstance each : all) {
			try {
				each.retire();
			} catch (IOException e) {
				failure = e;
			}
		}
		if (failure != null) {
			throw failure;
		}
	}
}
