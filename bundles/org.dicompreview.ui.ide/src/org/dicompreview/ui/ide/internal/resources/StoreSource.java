package org.dicompreview.ui.ide.internal.resources;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.spi.RootProvider;
import org.dicompreview.series.spi.Source;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileInfo;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.runtime.CoreException;
import org.osgi.service.component.annotations.Component;

/** Folders of file systems that only Eclipse knows, with all below them. Links to folders are not followed. */
@Component(service = { Source.class, RootProvider.class })
public final class StoreSource implements Source, RootProvider {

	/** Longer than a drive of Windows. */
	private static final Pattern SCHEME = Pattern.compile("(\\p{Alpha}[\\p{Alnum}+.-]+):"); //$NON-NLS-1$
	/** These have paths, or nothing at all. */
	private static final Set<String> LOCAL = Set.of(EFS.SCHEME_FILE, EFS.SCHEME_NULL);

	/** A file system may have loops of which it does not tell. */
	private static final int DEEPEST = 64;

	/** @param depth below the folder that is listed */
	private record Folder(IFileStore store, int depth) {
	}

	@Override
	public Optional<InstanceLocation> locate(String address) {
		Matcher scheme = SCHEME.matcher(address);
		if (!scheme.lookingAt() || LOCAL.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
			return Optional.empty();
		}
		try {
			return Optional.of(StoreLocation.unseen(EFS.getFileSystem(scheme.group(1)).getStore(new URI(address))));
		} catch (CoreException | URISyntaxException e) {
			return Optional.empty(); // of another kind
		}
	}

	@Override
	public boolean accepts(InstanceLocation container) throws IOException {
		try {
			return container instanceof StoreLocation location && !location.isFile()
					&& location.store().fetchInfo(EFS.NONE, null).isDirectory();
		} catch (CoreException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	@Override
	public void list(InstanceLocation container, Listing listing) throws IOException {
		Deque<Folder> folders = new ArrayDeque<>();
		folders.push(new Folder(((StoreLocation) container).store(), 0));
		while (!folders.isEmpty() && !listing.cancelled()) {
			Folder folder = folders.pop();
			try {
				list(folder, folders, listing);
			} catch (CoreException e) {
				listing.problem(StoreLocation.unseen(folder.store()), Problem.of(new IOException(e.getMessage(), e)));
			}
		}
	}

	private static void list(Folder folder, Deque<Folder> folders, Listing listing) throws CoreException {
		List<InstanceLocation> files = new ArrayList<>();
		for (IFileStore child : folder.store().childStores(EFS.NONE, null)) {
			if (listing.cancelled()) {
				return;
			}
			IFileInfo info = child.fetchInfo(EFS.NONE, null);
			if (!info.isDirectory()) {
				files.add(StoreLocation.of(child, info));
			} else if (!info.getAttribute(EFS.ATTRIBUTE_SYMLINK) && folder.depth() < DEEPEST) {
				folders.push(new Folder(child, folder.depth() + 1));
			}
		}
		listing.instances(files);
	}
}
