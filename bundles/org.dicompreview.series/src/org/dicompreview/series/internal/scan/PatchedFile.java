package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file that is read with other bytes in some places, without being copied. It is a file system of this one file, with no
 * more than is needed to open it as an archive.
 */
final class PatchedFile extends FileSystemProvider {

	private final Path file;
	private final Map<Long, byte[]> patches;

	private PatchedFile(Path file, Map<Long, byte[]> patches) {
		this.file = file;
		this.patches = patches;
	}

	/**
	 * {@return a path that leads to the file}
	 *
	 * @param file    the file
	 * @param patches what to read, by its position
	 */
	static Path of(Path file, Map<Long, byte[]> patches) {
		FileSystem only = new Only(new PatchedFile(file, patches));
		InvocationHandler path = (proxy, method, arguments) -> switch (method.getName()) {
			case "getFileSystem" -> only; //$NON-NLS-1$
			case "toString" -> file.toString(); //$NON-NLS-1$
			case "hashCode" -> System.identityHashCode(proxy); //$NON-NLS-1$
			case "equals" -> proxy == arguments[0]; //$NON-NLS-1$
			case "toRealPath", "toAbsolutePath", "normalize" -> proxy; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			default -> throw new UnsupportedOperationException(method.getName());
		};
		return (Path) Proxy.newProxyInstance(PatchedFile.class.getClassLoader(), new Class<?>[] { Path.class }, path);
	}

	@Override
	public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
			throws IOException {
		return new Patched(Files.newByteChannel(file), patches);
	}

	@Override
	public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
			throws IOException {
		return Files.readAttributes(file, type, options);
	}

	@Override
	public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
		return Files.readAttributes(file, attributes, options);
	}

	@Override
	public void checkAccess(Path path, AccessMode... modes) throws IOException {
		if (List.of(modes).contains(AccessMode.WRITE)) {
			throw new AccessDeniedException(file.toString());
		}
		file.getFileSystem().provider().checkAccess(file, modes);
	}

	@Override
	public String getScheme() {
		return "patched"; //$NON-NLS-1$
	}

	@Override
	public boolean isSameFile(Path path, Path other) {
		return path.equals(other);
	}

	@Override
	public boolean isHidden(Path path) {
		return false;
	}

	@Override
	public FileStore getFileStore(Path path) throws IOException {
		return Files.getFileStore(file);
	}

	@Override
	public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
		return null;
	}

	@Override
	public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileSystem getFileSystem(URI uri) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Path getPath(URI uri) {
		throw new UnsupportedOperationException();
	}

	@Override
	public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void createDirectory(Path folder, FileAttribute<?>... attributes) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void delete(Path path) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void copy(Path source, Path target, CopyOption... options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void move(Path source, Path target, CopyOption... options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
		throw new UnsupportedOperationException();
	}

	/** Reads the file, then puts the patches over what was read. */
	private record Patched(SeekableByteChannel whole, Map<Long, byte[]> patches) implements SeekableByteChannel {

		@Override
		public int read(ByteBuffer target) throws IOException {
			long position = whole.position();
			int start = target.position();
			int read = whole.read(target);
			for (Map.Entry<Long, byte[]> patch : patches.entrySet()) {
				long shift = patch.getKey() - position;
				long from = Math.max(0, -shift);
				long to = Math.min(patch.getValue().length, read - shift);
				for (long i = from; i < to; i++) {
					target.put((int) (start + shift + i), patch.getValue()[(int) i]);
				}
			}
			return read;
		}

		@Override
		public long position() throws IOException {
			return whole.position();
		}

		@Override
		public SeekableByteChannel position(long position) throws IOException {
			whole.position(position);
			return this;
		}

		@Override
		public long size() throws IOException {
			return whole.size();
		}

		@Override
		public int write(ByteBuffer source) {
			throw new NonWritableChannelException();
		}

		@Override
		public SeekableByteChannel truncate(long size) {
			throw new NonWritableChannelException();
		}

		@Override
		public boolean isOpen() {
			return whole.isOpen();
		}

		@Override
		public void close() throws IOException {
			whole.close();
		}
	}

	/** The file system of the file. */
	private static final class Only extends FileSystem {

		private final PatchedFile provider;

		Only(PatchedFile provider) {
			this.provider = provider;
		}

		@Override
		public FileSystemProvider provider() {
			return provider;
		}

		@Override
		public void close() {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean isOpen() {
			return true;
		}

		@Override
		public boolean isReadOnly() {
			return true;
		}

		@Override
		public String getSeparator() {
			return provider.file.getFileSystem().getSeparator();
		}

		@Override
		public Iterable<Path> getRootDirectories() {
			return List.of();
		}

		@Override
		public Iterable<FileStore> getFileStores() {
			return List.of();
		}

		@Override
		public Set<String> supportedFileAttributeViews() {
			return Set.of("basic"); //$NON-NLS-1$
		}

		@Override
		public Path getPath(String first, String... more) {
			throw new UnsupportedOperationException();
		}

		@Override
		public PathMatcher getPathMatcher(String pattern) {
			throw new UnsupportedOperationException();
		}

		@Override
		public UserPrincipalLookupService getUserPrincipalLookupService() {
			throw new UnsupportedOperationException();
		}

		@Override
		public WatchService newWatchService() {
			throw new UnsupportedOperationException();
		}
	}
}
