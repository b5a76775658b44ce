package org.dicompreview.video.internal;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.video.internal.stream.VideoIndex;

/**
 * A process of FFmpeg that decodes a video from a picture on, frame after frame. What fails in native code fails there: it
 * gets single pictures through a pipe and opens no file. One thread takes the frames; {@link #close()} is for any.
 */
final class FfmpegProcess implements AutoCloseable {

	private static final int TIMEOUT_SECONDS = 20;
	/** Frames that may be ready before they are taken. */
	private static final int AHEAD = 2;
	private static final int PIPE_BYTES = 1 << 16;

	/** A frame, or nothing at the end. @param problem why there is no frame more; {@code null} if the video ends */
	private record Outcome(PlanarFrame frame, Problem problem) {
	}

	private final VideoIndex index;
	private final Process process;
	private final BlockingQueue<Outcome> frames = new ArrayBlockingQueue<>(AHEAD);
	private final Thread listener;
	private final List<Thread> threads;
	private volatile String lastWords = ""; //$NON-NLS-1$
	private volatile boolean closed;

	/**
	 * @param program    FFmpeg's program, its libraries beside it
	 * @param index      of the video
	 * @param from       picture to begin with
	 * @param threads    how many threads may decode, at least 1
	 * @param frameBytes most bytes of a frame
	 */
	FfmpegProcess(Path program, VideoIndex index, int from, int threads, int frameBytes) throws IOException {
		this.index = index;
		ProcessBuilder builder = new ProcessBuilder(program.toString(), "-hide_banner", "-nostdin", "-nostats", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				"-loglevel", "error", //$NON-NLS-1$ //$NON-NLS-2$
				"-protocol_whitelist", "pipe", "-probesize", "32", "-analyzeduration", "0", "-copyts", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
				"-threads", Integer.toString(threads), "-f", "matroska", "-i", "pipe:0", "-an", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
				"-fps_mode", "passthrough", "-enc_time_base", "1:1000", "-avoid_negative_ts", "disabled", "-c:v", "rawvideo", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
				"-allow_raw_vfw", "1", "-f", "matroska", "pipe:1"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		Path folder = program.getParent();
		builder.directory(folder.toFile());
		builder.environment().clear();
		builder.environment().put("LD_LIBRARY_PATH", folder.toString()); //$NON-NLS-1$
		builder.environment().put("DYLD_LIBRARY_PATH", folder.toString()); //$NON-NLS-1$
		String systemRoot = System.getenv("SystemRoot"); // without it no Windows program starts //$NON-NLS-1$
		if (systemRoot != null) {
			builder.environment().put("SystemRoot", systemRoot); //$NON-NLS-1$
		}
		process = builder.start();
		listener = thread("listen", this::listen); //$NON-NLS-1$
		this.threads = List.of(listener, thread("feed", () -> feed(from)), thread("read", () -> read(frameBytes))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static Thread thread(String name, Runnable work) {
		Thread thread = new Thread(work, "video: " + name); //$NON-NLS-1$
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/**
	 * {@return the next frame in the order of showing; {@code null} at the end}
	 *
	 * @throws DecodeException if FFmpeg gave up, or took too long
	 */
	PlanarFrame next() throws DecodeException {
		try {
			Outcome outcome = frames.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
			if (outcome == null) {
				close();
				throw new DecodeException(VideoText.FFMPEG_SILENT, TIMEOUT_SECONDS);
			}
			if (outcome.problem() != null) {
				throw new DecodeException(outcome.problem());
			}
			return outcome.frame();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new DecodeException(VideoText.INTERRUPTED);
		}
	}

	private void feed(int from) {
		try (var pipe = process.getOutputStream()) {
			MatroskaWriter writer = new MatroskaWriter(pipe);
			writer.writeHead(index.codec(), index.columns(), index.rows(), index.setup());
			byte[] headers = index.headersFor(from);
			for (int i = from; i < index.pictureCount() && !closed; i++) {
				int frame = index.frameOf(i);
				writer.writePicture(frame < 0 ? index.frameCount() : frame, i == from, i == from ? headers : new byte[0],
						index.picture(i));
			}
		} catch (IOException | DecodeException e) {
			if (!closed && lastWords.isEmpty()) { // what has been fed comes out all the same
				lastWords = String.valueOf(e.getMessage());
			}
		}
	}

	private void listen() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				lastWords = line.substring(line.startsWith("[") ? line.indexOf(']') + 1 : 0).strip(); //$NON-NLS-1$
			}
		} catch (IOException e) {
			if (!closed) {
				lastWords = String.valueOf(e.getMessage());
			}
		}
	}

	private void read(int frameBytes) {
		try (InputStream pipe = new BufferedInputStream(process.getInputStream(), PIPE_BYTES)) {
			MatroskaReader reader = new MatroskaReader(pipe, frameBytes, index.bits());
			for (PlanarFrame frame = reader.next(); frame != null; frame = reader.next()) {
				frames.put(new Outcome(frame, null));
			}
			int exit = process.waitFor();
			listener.join(TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS)); // its words come through another pipe
			frames.put(new Outcome(null, exit == 0 ? null : lastWords.isEmpty() ? Problem.of(VideoText.FFMPEG_ENDED, exit)
					: Problem.of(VideoText.FFMPEG_ENDED_SAYING, exit, lastWords)));
		} catch (DecodeException | IOException e) {
			offer(new Outcome(null, e instanceof DecodeException known ? known.problem()
					: Problem.of(VideoText.FFMPEG_ENDED_EARLY, e.toString())));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt(); // closed
		}
	}

	private void offer(Outcome last) {
		try {
			frames.put(last);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt(); // closed
		}
	}

	/** {@return what FFmpeg complained of last, or empty text} */
	String lastWords() {
		return lastWords;
	}

	@Override
	public void close() {
		closed = true;
		process.destroyForcibly();
		threads.forEach(Thread::interrupt);
	}
}
