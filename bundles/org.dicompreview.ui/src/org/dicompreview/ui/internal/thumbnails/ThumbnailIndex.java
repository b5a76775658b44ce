package org.dicompreview.ui.internal.thumbnails;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Slice;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;

/**
 * Small pictures of slices, kept from one run to the next, each in a file of its own that is known by location, size and
 * version of the instance, frame and size of the picture. It can be thrown away at any time, and never takes more room than its
 * limit: what was not asked for the longest goes first. What cannot be read or written counts as not kept. Several processes may
 * use one folder. For any thread that may wait.
 */
public final class ThumbnailIndex {

	/** Where the pictures are kept. */
	@FunctionalInterface
	public interface Place {

		/**
		 * {@return a folder that only its owner can read; it need not exist}
		 *
		 * @throws IOException if there is none
		 */
		Path folder() throws IOException;
	}

	/** Room on disk in bytes. */
	public static final long LIMIT = 64L << 20;

	/** Changes whenever pictures come out otherwise. */
	private static final int FORMAT = 0x44504E01;
	private static final String EXTENSION = ".rgb"; //$NON-NLS-1$
	private static final int LARGEST = 4096;
	private static final PaletteData RED_FIRST = new PaletteData(0xFF0000, 0x00FF00, 0x0000FF);

	private record Kept(Path file, long size, FileTime used) {
	}

	private final Place place;
	private final long limit;
	/** {@code null} before it is known, and where there is no place. */
	private Path folder;
	private boolean asked;
	private long size;

	/**
	 * @param place asked once, on the thread that first uses this
	 * @param limit of the room on disk in bytes
	 */
	public ThumbnailIndex(Place place, long limit) {
		this.place = place;
		this.limit = limit;
	}

	/** {@return the picture of a slice} @param side of the square picture in pixels */
	public synchronized Optional<ImageData> recall(Slice slice, int side) {
		if (!open()) {
			return Optional.empty();
		}
		Path file = file(slice, side);
		try {
			ImageData data = read(file);
			Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
			return Optional.of(data);
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (IOException e) {
			failed(e);
			return Optional.empty();
		}
	}

	/** Keeps the picture of a slice. @param side of the square picture in pixels */
	public synchronized void remember(Slice slice, int side, ImageData data) {
		if (!open()) {
			return;
		}
		try {
			Path written = Files.createTempFile(folder, "new", null); //$NON-NLS-1$
			try {
				write(written, data);
				size += Files.size(written);
				Files.move(written, file(slice, side), StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(written);
			}
			if (size > limit) {
				shrink(limit / 4 * 3);
			}
		} catch (IOException e) {
			failed(e);
		}
	}

	/** Forgets all pictures. */
	public synchronized void clear() {
		if (open()) {
			try {
				shrink(0);
			} catch (IOException e) {
				failed(e);
			}
		}
	}

	/** {@return room on disk in bytes} */
	public synchronized long size() {
		return open() ? size : 0;
	}

	private boolean open() {
		if (!asked) {
			asked = true;
			try {
				Path found = place.folder();
				Files.createDirectories(found);
				folder = found;
				shrink(limit);
			} catch (IOException e) {
				failed(e);
			}
		}
		return folder != null;
	}

	/** Deletes what was not used the longest until the rest takes no more than this. */
	private void shrink(long most) throws IOException {
		List<Kept> kept;
		try (Stream<Path> files = Files.list(folder)) {
			kept = files.flatMap(ThumbnailIndex::kept).sorted(Comparator.comparing(Kept::used)).toList();
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
		size = kept.stream().mapToLong(Kept::size).sum();
		for (Kept each : kept) {
			if (size <= most) {
				break;
			}
			Files.deleteIfExists(each.file());
			size -= each.size();
		}
	}

	/** {@return nothing if another process has just deleted it} */
	private static Stream<Kept> kept(Path file) {
		try {
			return Stream.of(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
		} catch (NoSuchFileException e) {
			return Stream.empty();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Path file(Slice slice, int side) {
		InstanceLocation location = slice.instance().location();
		String key = String.join("\n", location.toString(), Long.toString(location.size()), location.version(), //$NON-NLS-1$
				Integer.toString(slice.frame()), Integer.toString(side));
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
			return folder.resolve(HexFormat.of().formatHex(hash) + EXTENSION);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // each Java has it
		}
	}

	private static ImageData read(Path file) throws IOException {
		try (DataInputStream in = new DataInputStream(new InflaterInputStream(
				new BufferedInputStream(Files.newInputStream(file))))) {
			int format = in.readInt();
			int width = in.readInt();
			int height = in.readInt();
			if (format != FORMAT || width < 1 || width > LARGEST || height < 1 || height > LARGEST) {
				throw new IOException(NLS.bind("not a picture: {0}", file)); //$NON-NLS-1$
			}
			byte[] pixels = new byte[width * height * 3];
			in.readFully(pixels);
			return new ImageData(width, height, 24, RED_FIRST, 1, pixels);
		}
	}

	private static void write(Path file, ImageData data) throws IOException {
		try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(
				new BufferedOutputStream(Files.newOutputStream(file))))) {
			out.writeInt(FORMAT);
			out.writeInt(data.width);
			out.writeInt(data.height);
			int[] row = new int[data.width];
			byte[] bytes = new byte[data.width * 3];
			for (int y = 0; y < data.height; y++) {
				data.getPixels(0, y, data.width, row, 0);
				for (int x = 0; x < data.width; x++) {
					RGB color = data.palette.getRGB(row[x]);
					bytes[3 * x] = (byte) color.red;
					bytes[3 * x + 1] = (byte) color.green;
					bytes[3 * x + 2] = (byte) color.blue;
				}
				out.write(bytes);
			}
		}
	}

	private void failed(IOException problem) {
		ILog.of(getClass()).info(Messages.ThumbnailIndex_failed, problem);
	}
}
