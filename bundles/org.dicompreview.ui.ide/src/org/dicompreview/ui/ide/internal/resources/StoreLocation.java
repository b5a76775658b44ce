package org.dicompreview.ui.ide.internal.resources;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.InstanceSource;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileInfo;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.filesystem.URIUtil;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/** A folder or file of a file system that Eclipse knows and this computer does not: it is read through streams. */
final class StoreLocation extends InstanceLocation {

	/** The files of all these file systems: their keys are URIs. */
	private static final InstanceSource STORES = new InstanceSource() {

		@Override
		public String id() {
			return "efs:"; //$NON-NLS-1$
		}

		@Override
		public InstanceBytes open(InstanceLocation location) throws IOException {
			StoreLocation place = (StoreLocation) location;
			return InstanceBytes.ofStream(() -> stream(place.store), place.file ? place.size : length(place.store), Long.MAX_VALUE);
		}
	};

	private final IFileStore store;
	private final boolean file;
	private final long size;
	private final long modified;

	private StoreLocation(IFileStore store, boolean file, long size, long modified) {
		this.store = store;
		this.file = file;
		this.size = size;
		this.modified = modified;
	}

	/** {@return the location of a file or folder} @param info what is known of it */
	static InstanceLocation of(IFileStore store, IFileInfo info) {
		return onDisk(store, info.getLength(), info.getLastModified()).orElseGet(
				() -> new StoreLocation(store, info.exists() && !info.isDirectory(), info.getLength(), info.getLastModified()));
	}

	/** {@return the location of a file or folder at which nobody has looked yet} */
	static InstanceLocation unseen(IFileStore store) {
		return onDisk(store, 0, 0).orElseGet(() -> new StoreLocation(store, false, 0, 0));
	}

	private static Optional<InstanceLocation> onDisk(IFileStore store, long size, long modified) {
		IPath path = EFS.SCHEME_FILE.equals(store.getFileSystem().getScheme()) ? URIUtil.toPath(store.toURI()) : null;
		return Optional.ofNullable(path).map(known -> FileLocation.of(known.toPath(), size, modified));
	}

	private static long length(IFileStore store) throws IOException {
		try {
			IFileInfo info = store.fetchInfo(EFS.NONE, null);
			if (!info.exists()) {
				throw new NoSuchFileException(store.toURI().toString());
			}
			return info.getLength();
		} catch (CoreException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	private static InputStream stream(IFileStore store) throws IOException {
		try {
			return new BufferedInputStream(store.openInputStream(EFS.NONE, null), 1 << 13);
		} catch (CoreException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	IFileStore store() {
		return store;
	}

	/** {@return whether it is known to be a file} */
	boolean isFile() {
		return file;
	}

	/** {@return where it lies} */
	URI uri() {
		return store.toURI();
	}

	@Override
	public InstanceSource source() {
		return STORES;
	}

	@Override
	public String key() {
		return uri().toString();
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public long lastModified() {
		return modified;
	}

	@Override
	public String version() {
		return Long.toString(modified);
	}

	@Override
	public String name() {
		return store.getName();
	}

	@Override
	public String toString() {
		return key();
	}
}
