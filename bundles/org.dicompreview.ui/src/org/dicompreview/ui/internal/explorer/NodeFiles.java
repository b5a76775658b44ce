package org.dicompreview.ui.internal.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
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
			case STACK -> ((SliceStack) node.element()).slices().get(0).instance().location().file();
			case FINDING -> folder(((FindingAt) node.element()).series());
			case DOCUMENT -> ((DocumentAt) node.element()).header().location().file();
			case DAMAGED, NOTED -> ((DamagedAt) node.element()).header().location().file();
			case NOTE -> folder(((NoteAt) node.element()).series());
			case FOLDER -> Optional.of(((FolderState) node.element()).root());
			case MORE -> node.element() instanceof Series series ? folder(series)
					: Optional.of(((FolderState) node.element()).root());
			case PROBLEM -> ((FileProblem) node.element()).location().file();
			case ALL -> Optional.empty();
		};
	}

	/** {@return the names of the files of nodes, each once: those of all instances, or the file or folder itself} */
	static List<String> files(List<?> nodes) {
		return nodes.stream().map(Node.class::cast).flatMap(NodeFiles::files).map(Path::toString).distinct().toList();
	}

	private static Stream<Path> files(Node node) {
		Stream<Series> series = switch (node.kind()) {
			case PATIENT -> ((Patient) node.element()).studies().stream().flatMap(study -> study.series().stream());
			case STUDY -> ((Study) node.element()).series().stream();
			case SERIES -> Stream.of((Series) node.element());
			default -> Stream.empty();
		};
		Stream<InstanceHeader> instances = node.kind() == Node.Kind.STACK
				? ((SliceStack) node.element()).slices().stream().map(Slice::instance)
				: series.flatMap(each -> each.instances().stream());
		List<Path> paths = instances.flatMap(header -> header.location().file().stream()).toList();
		return paths.isEmpty() ? path(node).stream() : paths.stream();
	}

	/** {@return the folder, or archive, that holds the first instance of a series} */
	static Optional<Path> folder(Series series) {
		return series.instances().stream().findFirst().map(InstanceHeader::location)
				.flatMap(location -> location.isInArchive() ? location.file() : location.file().map(Path::getParent));
	}

	/** {@return whether a node has files below a root} */
	static boolean within(Node node, Path root) {
		return switch (node.kind()) {
			case FOLDER -> ((FolderState) node.element()).root().equals(root);
			case MORE -> node.element() instanceof Series series ? within(series, root)
					: ((FolderState) node.element()).root().equals(root);
			case DAMAGED, NOTED -> within(((DamagedAt) node.element()).series(), root);
			case NOTE -> within(((NoteAt) node.element()).series(), root);
			case PROBLEM -> within(((FileProblem) node.element()).location(), root);
			case PATIENT -> ((Patient) node.element()).studies().stream().flatMap(study -> study.series().stream())
					.anyMatch(series -> within(series, root));
			case STUDY -> ((Study) node.element()).series().stream().anyMatch(series -> within(series, root));
			case SERIES -> within((Series) node.element(), root);
			case STACK -> within(((SliceStack) node.element()).series(), root);
			case FINDING -> within(((FindingAt) node.element()).series(), root);
			case DOCUMENT -> within(((DocumentAt) node.element()).header(), root);
			case ALL -> false;
		};
	}

	/** {@return whether a series has files below a root} */
	static boolean within(Series series, Path root) {
		return series.instances().stream().anyMatch(header -> within(header, root));
	}

	private static boolean within(InstanceHeader header, Path root) {
		return within(header.location(), root);
	}

	private static boolean within(InstanceLocation location, Path root) {
		return location.file().filter(file -> file.startsWith(root)).isPresent();
	}
}
