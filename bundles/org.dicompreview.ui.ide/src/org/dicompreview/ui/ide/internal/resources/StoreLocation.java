package org.dicompreview.ui.ide.internal.resources;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

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
		public InstanceBytes open(InstanceLocation location) {
			IFileStore store = ((StoreLocation) location).store;
			return InstanceBytes.ofStream(() -> stream(store), location.size(), Long.MAX_VALUE);
		}
	};

	private final IFileStore store;
	private final boolean folder;
	private final long size;
	private final long modified;

	private StoreLocation(IFileStore store, IFileInfo info) {
		this.store = store;
		folder = info.isDirectory();
		size = info.getLength();
		modified = info.getLastModified();
	}

	/** {@return the location of a file or folder} @param info what is known of it */
	static InstanceLocation of(IFileStore store, IFileInfo info) {
		IPath path = EFS.SCHEME_FILE.equals(store.getFileSystem().getScheme()) ? URIUtil.toPath(store.toURI()) : null;
		return path == null ? new StoreLocation(store, info)
				: FileLocation.of(path.toPath(), info.getLength(), info.getLastModified());
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

	boolean isFolder() {
		return folder;
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
