package org.dicompreview.example.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dicompreview.series.Series;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.OpenFolders;

/** Opens a folder without remembering it, waits for its scan, and lists its series. */
final class OpenAndWait {
	/** Blocks: not for the UI thread. */
	static List<Series> series(OpenFolders folders, Path root) throws IOException {
		OpenFolder folder = folders.openTemporarily(root);
		FolderState end = folder.scanned().join();
		if (end.phase() != FolderState.Phase.DONE) {
			folder.close();
			throw new IOException(end.phase() + " " + end.message());
		}
		return folder.series();
	}
}
