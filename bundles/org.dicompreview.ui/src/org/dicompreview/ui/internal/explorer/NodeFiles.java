package org.dicompreview.ui.internal.explorer;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Stack;
import org.dicompreview.series.Study;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.internal.explorer.Node.DamagedAt;
import org.dicompreview.ui.internal.explorer.Node.DocumentAt;
import org.dicompreview.ui.internal.explorer.Node.FindingAt;
import org.dicompreview.ui.internal.explorer.Node.NoteAt;
import org.dicompreview.ui.internal.folders.FileProblem;

/** Where on disk the things in the tree lie. */
final class NodeFiles {

	private NodeFiles() {
	}

	/** {@return the file or folder of a node: that of its first image; absent if it has none} */
	static Optional<Path> path(Node node) {
		return switch (node.kind()) {
			case PATIENT -> ((Patient) node.element()).studies().stream().flatMap(study -> study.series().stream())
					.findFirst().flatMap(NodeFiles::folder);
			case STUDY -> ((Study) node.element()).series().stream().findFirst().flatMap(NodeFiles::folder);
			case SERIES -> folder((Series) node.element());
			case STACK -> Optional.of(onDisk(((Stack) node.element()).slices().get(0).instance().path()));
			case FINDING -> folder(((FindingAt) node.element()).series());
			case DOCUMENT -> Optional.of(onDisk(((DocumentAt) node.element()).header().path()));
			case DAMAGED, NOTED -> Optional.of(onDisk(((DamagedAt) node.element()).header().path()));
			case NOTE -> folder(((NoteAt) node.element()).series());
			case FOLDER -> Optional.of(((FolderState) node.element()).root());
			case MORE -> node.element() instanceof Series series ? folder(series)
					: Optional.of(((FolderState) node.element()).root());
			case PROBLEM -> Optional.of(onDisk(((FileProblem) node.element()).path()));
			case ALL -> Optional.empty();
		};
	}

	/** {@return the folder, or archive, that holds the first instance of a series} */
	static Optional<Path> folder(Series series) {
		List<InstanceHeader> instances = series.instances();
		return instances.stream().findFirst().map(InstanceHeader::path)
				.map(path -> path.getFileSystem() == FileSystems.getDefault() ? path.getParent() : onDisk(path));
	}

	/** {@return the path itself, or that of the archive that it lies in} */
	private static Path onDisk(Path path) {
		// The ZIP file system names its archive: there is no other way from one of its paths back to the file.
		return path.getFileSystem() == FileSystems.getDefault() ? path : Path.of(path.getFileSystem().toString());
	}

	/** {@return whether a node has files below a root} */
	static boolean within(Node node, Path root) {
		return switch (node.kind()) {
			case FOLDER -> ((FolderState) node.element()).root().equals(root);
			case MORE -> node.element() instanceof Series series ? within(series, root)
					: ((FolderState) node.element()).root().equals(root);
			case DAMAGED, NOTED -> within(((DamagedAt) node.element()).series(), root);
			case NOTE -> within(((NoteAt) node.element()).series(), root);
			case PROBLEM -> onDisk(((FileProblem) node.element()).path()).startsWith(root);
			case PATIENT -> ((Patient) node.element()).studies().stream().flatMap(study -> study.series().stream())
					.anyMatch(series -> within(series, root));
			case STUDY -> ((Study) node.element()).series().stream().anyMatch(series -> within(series, root));
			case SERIES -> within((Series) node.element(), root);
			case STACK -> within(((Stack) node.element()).series(), root);
			case FINDING -> within(((FindingAt) node.element()).series(), root);
			case DOCUMENT -> onDisk(((DocumentAt) node.element()).header().path()).startsWith(root);
			case ALL -> false;
		};
	}

	/** {@return whether a series has files below a root} */
	static boolean within(Series series, Path root) {
		return series.instances().stream().anyMatch(header -> onDisk(header.path()).startsWith(root));
	}
}
