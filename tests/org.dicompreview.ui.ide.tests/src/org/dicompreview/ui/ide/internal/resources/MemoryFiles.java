package org.dicompreview.ui.ide.internal.resources;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileInfo;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.filesystem.provider.FileInfo;
import org.eclipse.core.filesystem.provider.FileStore;
import org.eclipse.core.filesystem.provider.FileSystem;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** The Eclipse file system {@code memory:/…} of the tests: none of its files has a path on a disk, and none gets one. */
public final class MemoryFiles extends FileSystem {

	private static final String SEPARATOR = "/";
	private static final Map<String, byte[]> FILES = new ConcurrentSkipListMap<>();

	/** Puts a file there. @param path for example {@code /study/image} */
	static void put(String path, byte[] content) {
		FILES.put(path, content);
	}

	/** Takes all files away. */
	static void clear() {
		FILES.clear();
	}

	@Override
	public IFileStore getStore(URI uri) {
		return new Store(uri.getPath());
	}

	private static final class Store extends FileStore {

		private final String path;

		Store(String path) {
			this.path = path.endsWith(SEPARATOR) ? path.substring(0, path.length() - 1) : path;
		}

		@Override
		public String[] childNames(int options, IProgressMonitor monitor) {
			String folder = path + SEPARATOR;
			return FILES.keySet().stream().filter(file -> file.startsWith(folder))
					.map(file -> file.substring(folder.length()).split(SEPARATOR)[0]).distinct().toArray(String[]::new);
		}

		@Override
		public IFileInfo fetchInfo(int options, IProgressMonitor monitor) {
			FileInfo info = new FileInfo(getName());
			byte[] content = FILES.get(path);
			info.setDirectory(content == null && childNames(EFS.NONE, null).length > 0);
			info.setExists(content != null || info.isDirectory());
			info.setLength(content == null ? 0 : content.length);
			info.setLastModified(1_000_000_000_000L);
			return info;
		}

		@Override
		public IFileStore getChild(String name) {
			return new Store(path + SEPARATOR + name);
		}

		@Override
		public String getName() {
			return path.substring(path.lastIndexOf('/') + 1);
		}

		@Override
		public IFileStore getParent() {
			return path.isEmpty() ? null : new Store(path.substring(0, path.lastIndexOf('/')));
		}

		@Override
		public InputStream openInputStream(int options, IProgressMonitor monitor) throws CoreException {
			byte[] content = FILES.get(path);
			if (content == null) {
				throw failure("there is no " + path);
			}
			return new ByteArrayInputStream(content);
		}

		@Override
		public File toLocalFile(int options, IProgressMonitor monitor) throws CoreException {
			if (options == EFS.CACHE) {
				throw failure("nobody needs a copy of " + path);
			}
			return null;
		}

		private static CoreException failure(String message) {
			return new CoreException(new Status(IStatus.ERROR, MemoryFiles.class, message));
		}

		@Override
		public URI toURI() {
			try {
				return new URI("memory", path.isEmpty() ? SEPARATOR : path, null);
			} catch (URISyntaxException e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
