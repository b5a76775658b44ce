package org.dicompreview.ui.internal.folders;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Series;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.OpenFolder;

/** One open root: its scan, and whether it is remembered. For any thread. */
final class OpenedFolder implements OpenFolder {

	private final InstanceLocation root;
	private final ScanJob scan;
	private final Catalog catalog;
	private final OpenFoldersService folders;
	private volatile boolean remembered;

	OpenedFolder(InstanceLocation root, ScanJob scan, Catalog catalog, OpenFoldersService folders) {
		this.root = root;
		this.scan = scan;
		this.catalog = catalog;
		this.folders = folders;
	}

	@Override
	public InstanceLocation root() {
		return root;
	}

	ScanJob scan() {
		return scan;
	}

	@Override
	public boolean isRemembered() {
		return remembered;
	}

	void remember() {
		remembered = true;
	}

	@Override
	public FolderState state() {
		return scan.state();
	}

	@Override
	public CompletableFuture<FolderState> scanned() {
		return scan.scanned();
	}

	@Override
	public List<Series> series() {
		return state().phase() == FolderState.Phase.CLOSED ? List.of() : catalog.series(root);
	}

	@Override
	public void refresh() {
		scan.start(true);
	}

	@Override
	public void stop() {
		scan.cancel();
	}

	@Override
	public void close() {
		folders.close(this);
	}
}
