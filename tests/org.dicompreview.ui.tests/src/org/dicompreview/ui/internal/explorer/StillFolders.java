package org.dicompreview.ui.internal.explorer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.dicompreview.ui.internal.folders.RecentFolders;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.ui.internal.thumbnails.ThumbnailIndex;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** Folders in which nothing happens but what a test does. */
final class StillFolders implements ScannedFolders {

	static final Path ROOT = Path.of("root").toAbsolutePath(); //$NON-NLS-1$

	private final SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());
	private final Catalog catalog = model.newCatalog();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final List<FileProblem> problems = new ArrayList<>();
	private volatile List<FolderState> states = List.of();

	void add(FileProblem problem) {
		problems.add(problem);
	}

	/** Says where the scan of the only root stands. */
	void state(FolderState state) {
		states = List.of(state);
		listeners.forEach(Runnable::run);
	}

	@Override
	public Catalog catalog() {
		return catalog;
	}

	@Override
	public List<Path> roots() {
		return List.of(ROOT);
	}

	@Override
	public List<FolderState> states() {
		return states;
	}

	@Override
	public List<FileProblem> problems(InstanceLocation root) {
		return problems;
	}

	@Override
	public String relativeName(InstanceLocation root, InstanceLocation location) {
		return model.relativeName(root, location);
	}

	@Override
	public Optional<InstanceLocation> lastOpened() {
		return Optional.empty();
	}

	@Override
	public boolean takeOpened(InstanceLocation root) {
		return false;
	}

	@Override
	public List<OpenFolder> folders() {
		throw new UnsupportedOperationException();
	}

	@Override
	public OpenFolder open(Path root) {
		throw new UnsupportedOperationException();
	}

	@Override
	public OpenFolder open(InstanceLocation root) {
		throw new UnsupportedOperationException();
	}

	@Override
	public OpenFolder openTemporarily(Path root) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close(Path root) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void update(Path root) {
		// Nothing changes.
	}

	@Override
	public void refresh(InstanceLocation root) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void stop(InstanceLocation root) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long indexSize() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void clearIndex() {
		throw new UnsupportedOperationException();
	}

	@Override
	public ThumbnailIndex thumbnails() {
		return new ThumbnailIndex(() -> {
			throw new IOException("nothing is kept"); //$NON-NLS-1$
		}, 0);
	}

	@Override
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	@Override
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	@Override
	public RecentFolders recent() {
		return new RecentFolders(InstanceScope.INSTANCE.getNode("org.dicompreview.ui.tests/recent")); //$NON-NLS-1$
	}
}
