package org.dicompreview.video.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dicompreview.codec.DecodeException;
import org.osgi.framework.Bundle;

/**
 * FFmpeg's program for this machine. It lies in a fragment of this bundle and is unpacked into the storage area of the
 * bundle when it is first needed. For several threads.
 */
final class FfmpegProgram {

	private static final String FOLDER = "org/bytedeco/ffmpeg/"; //$NON-NLS-1$
	/** Bindings for Java, which nobody calls here, and another program. */
	private static final List<String> UNUSED = List.of("libjni", "jni", "ffprobe"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	/** Libraries whose file has another name than the one by which the others ask for it. */
	private static final Map<String, String> LINKED_AS = Map.of("libva.so", "libva.so.2", "libva-drm.so", "libva-drm.so.2"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	private final Bundle bundle;
	private Path program;

	/** @param bundle this bundle, with its fragments */
	FfmpegProgram(Bundle bundle) {
		this.bundle = bundle;
	}

	/**
	 * {@return the program; the libraries that it needs lie beside it}
	 *
	 * @throws DecodeException if there is none for this machine
	 * @throws IOException     if it cannot be unpacked
	 */
	synchronized Path get() throws IOException, DecodeException {
		if (program == null || !Files.isExecutable(program)) {
			program = unpack();
		}
		return program;
	}

	private Path unpack() throws IOException, DecodeException {
		String platform = platform();
		var entries = bundle.findEntries(FOLDER + platform, "*", false); //$NON-NLS-1$
		if (entries == null) {
			throw new DecodeException(VideoText.NO_FFMPEG, platform);
		}
		Path folder = bundle.getDataFile("ffmpeg").toPath(); //$NON-NLS-1$
		Files.createDirectories(folder);
		Path found = null;
		for (var entry : Collections.list(entries)) {
			String name = entry.getPath().substring(entry.getPath().lastIndexOf('/') + 1);
			if (!name.isEmpty() && UNUSED.stream().noneMatch(name::startsWith)) {
				Path file = folder.resolve(LINKED_AS.getOrDefault(name, name));
				unpack(entry, file);
				found = name.equals("ffmpeg") || name.equals("ffmpeg.exe") ? file : found; //$NON-NLS-1$ //$NON-NLS-2$
			}
		}
		if (found == null || !found.toFile().setExecutable(true) && !Files.isExecutable(found)) {
			throw new DecodeException(VideoText.FFMPEG_NOT_EXECUTABLE, folder);
		}
		return found;
	}

	private static void unpack(URL entry, Path file) throws IOException {
		URLConnection connection = entry.openConnection();
		try (InputStream in = connection.getInputStream()) {
			if (!Files.exists(file) || Files.size(file) != connection.getContentLengthLong()) {
				put(in, file);
			}
		}
	}

	/** Another instance of the application may be at the same file: it is whole, or not there. */
	private static void put(InputStream in, Path file) throws IOException {
		Path part = Files.createTempFile(file.getParent(), "part", null); //$NON-NLS-1$
		try {
			Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		} catch (AtomicMoveNotSupportedException | FileAlreadyExistsException e) {
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(part);
		}
	}

	private static String platform() {
		String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT); //$NON-NLS-1$ //$NON-NLS-2$
		String arch = System.getProperty("os.arch", ""); //$NON-NLS-1$ //$NON-NLS-2$
		String system = os.startsWith("win") ? "windows" : os.startsWith("mac") ? "macosx" : "linux"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		return system + (arch.equals("aarch64") ? "-arm64" : "-x86_64"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
